"""What `python -m conformance record` writes, and what it refuses to write."""

import json
from pathlib import Path

import pytest

from conformance.record import main, record, render
from conformance.tests.oracle.tiny_suite import ANSWER, SuiteFolder, answer, case

CALL = {"id": "c", "type": "function", "function": {"name": "ferry", "arguments": "{}"}}
NO_ID = {**CALL, "id": None}


def test_an_outcome_holds_the_request_and_the_result(suite: SuiteFolder, packages: Path) -> None:
    suite.add(case("groq/one", [answer(ANSWER)]))

    recording = record(suite, write=True, packages=packages)

    assert (recording.recorded, recording.changed, recording.failures) == (1, ["groq/one"], {})
    outcome = suite.read_expected("groq/one")
    assert outcome is not None
    assert outcome.pop("oracle").keys() == {"@ai-sdk/groq"}
    assert outcome == {
        "case": "groq/one",
        "status": "ok",
        "requests": [
            {
                "method": "POST",
                "url": "https://api.groq.com/openai/v1/chat/completions",
                "headers": {"authorization": "Bearer k", "content-type": "application/json"},
                "body": {
                    "json": {
                        "model": "llama-3.1-8b-instant",
                        "messages": [{"role": "user", "content": "Is the ferry late?"}],
                    }
                },
            }
        ],
        "result": {
            "content": [{"type": "text", "text": "No."}],
            "finishReason": {"unified": "stop", "raw": "stop"},
            "usage": {"inputTokens": {}, "outputTokens": {}},
            "response": {
                "id": "gq-ferry",
                "timestamp": {"$date": "2025-08-12T12:00:00.000Z"},
                "modelId": "ferry-1",
                "headers": {"content-type": "application/json"},
            },
            "warnings": [],
        },
    }


def test_what_differs_between_the_two_worlds_becomes_a_placeholder(suite: SuiteFolder, packages: Path) -> None:
    message = {"content": None, "tool_calls": [NO_ID, CALL, NO_ID]}
    choice = {"index": 0, "message": message, "finish_reason": "tool_calls"}
    suite.add(case("groq/ids", [answer({"choices": [choice]})]))

    record(suite, write=True, packages=packages)

    outcome = suite.read_expected("groq/ids")
    assert outcome is not None
    assert [part["toolCallId"] for part in outcome["result"]["content"]] == ["<gen-1>", "c", "<gen-2>"]


def test_back_off_costs_no_time_and_is_recorded(suite: SuiteFolder, packages: Path) -> None:
    call = {"api": "sdk", "function": "generateText", "args": {"prompt": "Late?"}}
    error = {"error": {"message": "busy", "type": "t"}}
    suite.add(case("groq/retry", [answer(error, 503), answer(error, 503), answer(ANSWER)], call=call))

    record(suite, write=True, packages=packages)

    outcome = suite.read_expected("groq/retry")
    assert outcome is not None
    assert (outcome["status"], len(outcome["requests"]), outcome["sleeps"]) == ("ok", 3, [2000, 4000])


def test_a_second_recording_changes_nothing(suite: SuiteFolder, packages: Path) -> None:
    suite.add(case("groq/one", [answer(ANSWER)]), case("groq/two", [answer({}, 500)]))
    record(suite, write=True, packages=packages)

    again = record(suite, write=True, packages=packages)

    assert (again.recorded, again.changed, again.stale) == (2, [], [])


def test_check_finds_an_edited_a_missing_and_a_stale_outcome(
    suite: SuiteFolder, packages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suite.add(case("groq/edited", [answer(ANSWER)]), case("groq/missing", [answer(ANSWER)]))
    record(suite, write=True, packages=packages)
    expected = suite.root / "expected" / "groq"
    edited = (expected / "edited.json").read_text("utf-8").replace("No.", "Yes.")
    (expected / "edited.json").write_text(edited, "utf-8")
    (expected / "missing.json").rename(expected / "stale.json")
    capsys.readouterr()

    code = main(["--suite", str(suite.root), "--check"])

    assert code == 1
    assert capsys.readouterr().out.splitlines() == [
        "differs groq/edited",
        "differs groq/missing",
        "stale groq/stale",
        "2 recorded, 3 differs, 0 failed",
    ]
    assert (expected / "edited.json").read_text("utf-8") == edited
    assert (expected / "stale.json").exists()


def test_a_suite_without_cases_records_nothing(suite: SuiteFolder, packages: Path) -> None:
    assert record(suite, write=True, packages=packages).recorded == 0


def test_only_selects_cases_and_leaves_the_other_outcomes_alone(suite: SuiteFolder, packages: Path) -> None:
    suite.add(case("groq/one", [answer(ANSWER)]), case("groq/two", [answer(ANSWER)]))
    record(suite, write=True, packages=packages)
    (suite.root / "cases" / "groq" / "two.json").unlink()

    assert main(["--suite", str(suite.root), "--only", "groq/o*,groq/x*"]) == 0
    assert (suite.root / "expected" / "groq" / "two.json").exists()


def test_render_keeps_on_one_line_what_fits_there() -> None:
    value = {"a": {"b": [1, "é"]}, "long": ["x" * 90, "y" * 90], "empty": {}}

    text = render(value)

    assert json.loads(text) == value
    assert text.splitlines() == [
        "{",
        ' "a": {"b": [1, "é"]},',
        ' "long": [',
        f'  "{"x" * 90}",',
        f'  "{"y" * 90}"',
        " ],",
        ' "empty": {}',
        "}",
    ]
