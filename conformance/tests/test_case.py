"""The closed vocabulary: a typo anywhere in a case is an error of the case, never a pass."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conformance.case import InvalidCase, parse_case
from conformance.judge import judge
from conformance.tests.miniature import (
    CHAT_CASE,
    CHAT_EXPECTED,
    STREAM_CASE,
    MiniModel,
    MiniSubject,
    changed,
    write_suite,
)

Change = Callable[[dict[str, Any]], object]


def response(case: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = case["exchanges"][0]["response"]
    return found


def options(case: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = case["call"]["args"][0]
    return found


TYPOS: list[tuple[str, Change, str]] = [
    ("case key", lambda c: c.update(titel="x"), "case: Additional properties are not allowed ('titel'"),
    ("case key of another spelling", lambda c: c.update(unOrdered=True), "case: Additional properties"),
    ("format", lambda c: c.update(format=2), "format: 1 was expected"),
    ("missing key", lambda c: c.pop("exchanges"), "case: 'exchanges' is a required property"),
    ("clock", lambda c: c.update(clock="yesterday"), "clock: 'yesterday' does not match"),
    ("environment", lambda c: c.update(env={"A": 1}), "env.A: 1 is not of type 'string'"),
    ("provider key", lambda c: c["provider"].update(setings={}), "provider: Additional properties"),
    ("package", lambda c: c["provider"].update(package="Mini"), "provider.package: 'Mini' does not match"),
    ("model key", lambda c: c["model"].update(arguments=[]), "model: Additional properties"),
    ("model kind", lambda c: c["model"].update(kind="chatty"), "model.kind: 'chatty' is not one of"),
    ("call key", lambda c: c["call"].update(observe=["stream"]), "call: Additional properties"),
    ("call api", lambda c: c["call"].update(api="modell"), "call.api: 'modell' is not one of"),
    ("method", lambda c: c["call"].update(method="doGenrate"), "call.method: 'doGenrate' is not one of"),
    ("options that are no object", lambda c: c["call"].update(args=["x"]), "call.args[0]: 'x' is not of type 'object'"),
    ("second argument", lambda c: c["call"]["args"].append({}), "call.args: "),
    ("exchange key", lambda c: c["exchanges"][0].update(repeats=True), "exchanges[0]: Additional properties"),
    ("match key", lambda c: c["exchanges"][0].update(match={"uri": "x"}), "exchanges[0].match: Additional properties"),
    ("response key", lambda c: response(c).update(delay=5), "exchanges[0].response: Additional properties"),
    ("status", lambda c: response(c).update(status="200"), "exchanges[0].response.status: '200' is not of type"),
    (
        "header value",
        lambda c: response(c).update(headers={"a": 1}),
        "exchanges[0].response.headers.a: 1 is not of type",
    ),
    ("reset", lambda c: response(c).update(reset="before-body"), "exchanges[0].response.reset: 'before-body'"),
    ("split", lambda c: response(c).update(split="bytes"), "exchanges[0].response.split: 'bytes'"),
    ("split key", lambda c: response(c).update(split={"byte": 3}), "exchanges[0].response.split: "),
    ("body kind", lambda c: response(c).update(body={"jsn": 1}), "exchanges[0].response.body: "),
    ("two bodies", lambda c: response(c).update(body={"json": 1, "text": ""}), "exchanges[0].response.body: "),
    ("no body kind", lambda c: response(c).update(body={}), "exchanges[0].response.body: "),
    ("empty that is false", lambda c: response(c).update(body={"empty": False}), "exchanges[0].response.body"),
    ("event lines key", lambda c: response(c).update(body={"sseLines": {"lines": [], "end": True}}), "exchanges[0]"),
    ("event lines twice", lambda c: response(c).update(body={"sseLines": {"lines": [], "file": "f"}}), "exchanges[0]"),
    ("frame key", lambda c: response(c).update(body={"awsEventStream": {"events": [{"typ": "a"}]}}), "exchanges[0]"),
    (
        "special value",
        lambda c: options(c).update(seed={"$byte": ""}),
        "call.args[0].seed: unknown special value $byte",
    ),
    (
        "special in a list",
        lambda c: options(c).update(stop=[{"$n": 1}]),
        "call.args[0].stop[0]: unknown special value $n",
    ),
    ("special in settings", lambda c: c["provider"]["settings"].update(a={"$x": 1}), "provider.settings.a: unknown"),
    ("special in model arguments", lambda c: c["model"]["args"].append({"$x": 1}), "model.args[1]: unknown special"),
    ("special with company", lambda c: options(c).update(a={"$bytes": "", "b": 1}), "call.args[0].a: Additional"),
    (
        "special of another type",
        lambda c: options(c).update(a={"$bytes": 1}),
        "call.args[0].a.$bytes: 1 is not of type",
    ),
    (
        "undefined that is false",
        lambda c: options(c).update(a={"$undefined": False}),
        "call.args[0].a.$undefined: True",
    ),
    ("number", lambda c: options(c).update(a={"$number": "nan"}), "call.args[0].a.$number: 'nan' is not one of"),
    ("abort signal", lambda c: options(c).update(a={"$abortSignal": "later"}), "call.args[0].a.$abortSignal"),
    ("abort signal key", lambda c: options(c).update(a={"$abortSignal": {"after": 1}}), "call.args[0].a.$abortSignal"),
    ("function", lambda c: options(c).update(a={"$fn": {"do": "retrun"}}), "call.args[0].a.$fn.do: 'retrun'"),
    ("function key", lambda c: options(c).update(a={"$fn": {"do": "echo", "x": 1}}), "call.args[0].a.$fn: Additional"),
    ("id", lambda c: c.update(id="chat"), "id: 'chat' does not match"),
]


@pytest.mark.parametrize(("change", "message"), [row[1:] for row in TYPOS], ids=[row[0] for row in TYPOS])
def test_a_typo_is_an_error_that_names_the_place(change: Change, message: str) -> None:
    with pytest.raises(InvalidCase) as caught:
        parse_case(changed(CHAT_CASE, change))
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("change", [row[1] for row in TYPOS[:8]], ids=[row[0] for row in TYPOS[:8]])
def test_a_case_with_a_typo_could_not_run_and_is_never_a_pass(tmp_path: Path, change: Change) -> None:
    suite = write_suite(tmp_path, (changed(CHAT_CASE, change), CHAT_EXPECTED))
    line = judge(suite, "mini/chat", MiniSubject(MiniModel)).line
    assert (line["outcome"], line["core"]) == ("could_not_run", False)


def test_keywords_of_json_schema_are_data() -> None:
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "#/$defs/a", "$defs": {"a": {}}}
    tool = {"type": "function", "name": "t", "inputSchema": schema}
    case = changed(CHAT_CASE, lambda case: options(case).update(tools=[tool]))
    assert parse_case(case).call == case["call"]


def test_a_case_stored_under_another_id_is_an_error() -> None:
    with pytest.raises(InvalidCase, match="mini/chat is stored as mini/other"):
        parse_case(CHAT_CASE, "mini/other")


@pytest.mark.parametrize(("missing", "message"), [("provider", "provider: a call"), ("model", "model: a call")])
def test_a_model_call_needs_a_provider_and_a_model(missing: str, message: str) -> None:
    with pytest.raises(InvalidCase, match=message):
        parse_case({key: value for key, value in CHAT_CASE.items() if key != missing})


def test_the_facts_of_a_case_are_typed() -> None:
    case = parse_case(STREAM_CASE | {"unordered": True, "env": {"A": "b"}})
    assert (case.id, case.surface, case.method, case.tags) == (
        "mini/stream",
        "chat",
        "doStream",
        ("chat", "doGenerate"),
    )
    assert (case.unordered, case.env, case.clock) == (True, {"A": "b"}, None)
    assert [(exchange.match, exchange.repeat) for exchange in case.exchanges] == [({}, False)]


def test_a_file_that_is_no_json_could_not_run(tmp_path: Path) -> None:
    suite = write_suite(tmp_path, (CHAT_CASE, CHAT_EXPECTED))
    (tmp_path / "cases" / "mini" / "chat.json").write_text("{")
    line = judge(suite, "mini/chat", MiniSubject(MiniModel)).line
    assert (line["outcome"], line["reason"].split(":")[0]) == ("could_not_run", "JSONDecodeError")


def test_a_case_without_a_recorded_outcome_could_not_run(tmp_path: Path) -> None:
    suite = write_suite(tmp_path, (CHAT_CASE, CHAT_EXPECTED))
    (tmp_path / "expected" / "mini" / "chat.json").unlink()
    line = judge(suite, "mini/chat", MiniSubject(MiniModel)).line
    assert (line["outcome"], line["reason"]) == ("could_not_run", "nothing is recorded for this case")


def test_a_fixture_outside_of_the_suite_is_refused(tmp_path: Path) -> None:
    case = changed(CHAT_CASE, lambda case: response(case).update(body={"file": "../secret.json"}))
    (tmp_path.parent / "secret.json").write_text(json.dumps({"text": "Hello", "tokens": 3, "stop": None}))
    line = judge(write_suite(tmp_path, (case, CHAT_EXPECTED)), "mini/chat", MiniSubject(MiniModel)).line
    assert (line["outcome"], line["reason"]) == ("could_not_run", "ValueError: ../secret.json is outside of the suite")


def test_a_missing_fixture_could_not_run(tmp_path: Path) -> None:
    case = changed(CHAT_CASE, lambda case: response(case).update(body={"file": "fixtures/none.json"}))
    line = judge(write_suite(tmp_path, (case, CHAT_EXPECTED)), "mini/chat", MiniSubject(MiniModel)).line
    assert (line["outcome"], line["reason"].split(":")[0]) == ("could_not_run", "FileNotFoundError")
