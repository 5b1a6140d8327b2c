"""Mistakes in a case, and calls that go astray, never become an outcome."""

from pathlib import Path
from typing import Any

import pytest

from conformance.record import record
from conformance.tests.oracle.tiny_suite import ANSWER, SuiteFolder, answer, case

VERTEX: dict[str, Any] = {
    "provider": {
        "package": "google-vertex",
        "factory": "createGoogleVertex",
        "settings": {"project": "p", "location": "eu"},
    },
    "model": {"kind": "chat", "accessor": "languageModel", "args": ["gemini-2.5-flash"]},
}
HANGING = {"response": {"status": 200, "headers": {}, "body": {"empty": True}, "hang": True}}

REFUSED = {
    "a key of the case": (case("groq/x", [], colour="red"), "unknown key in case: colour"),
    "a key of an exchange": (case("groq/x", [{**answer(ANSWER), "twice": True}]), "unknown key in exchange: twice"),
    "a key of a response": (case("groq/x", [answer(ANSWER, slow=1)]), "unknown key in response: slow"),
    "a special value": (case("groq/x", [], {"seed": {"$dice": 6}}), "unknown special value: $dice"),
    "a key beside a special value": (
        case("groq/x", [], {"seed": {"$number": "1", "and": 2}}),
        "unknown special value: $number,and",
    ),
    "a function": (case("groq/x", [], {"seed": {"$fn": {"do": "dance"}}}), "unknown function: dance"),
    "a factory": (
        case("groq/x", [], provider={"package": "groq", "factory": "createGrog", "settings": {}}),
        "no factory createGrog",
    ),
    "an accessor": (
        case("groq/x", [], model={"kind": "chat", "accessor": "chatt", "args": []}),
        "no accessor chatt",
    ),
    "a function of the SDK": (
        case("groq/x", [], call={"api": "sdk", "function": "dream", "args": {}}),
        "unknown function: dream",
    ),
    "another id": (case("groq/y", [answer(ANSWER)]), "the case calls itself groq/y"),
    "too few exchanges": (case("groq/x", []), "1 request(s) found no exchange"),
    "a call that hangs": (case("groq/x", [HANGING]), "the call never settled"),
    "a name lookup": (case("groq/x", [answer(ANSWER)], **VERTEX), "the call left the machine"),
}


@pytest.mark.parametrize("mistake", REFUSED)
def test_no_outcome_is_recorded_for(mistake: str, suite: SuiteFolder, packages: Path) -> None:
    refused, reason = REFUSED[mistake]
    _write_as(suite, "groq/x", refused)

    recording = record(suite, write=True, packages=packages)

    assert recording.recorded == 0
    assert reason in recording.failures["groq/x"]
    assert suite.read_expected("groq/x") is None


def test_a_refused_case_does_not_disturb_the_next(suite: SuiteFolder, packages: Path) -> None:
    suite.add(case("groq/a", [HANGING]), case("groq/b", [answer(ANSWER)]))

    recording = record(suite, write=True, packages=packages)

    assert (recording.changed, list(recording.failures)) == (["groq/b"], ["groq/a"])


def _write_as(suite: SuiteFolder, case_id: str, content: dict[str, Any]) -> None:
    suite.add(content)
    path = suite.root / "cases" / f"{content['id']}.json"
    path.rename(suite.root / "cases" / f"{case_id}.json")
