"""The canned functions of cases: what each does, and that both languages have the same ones."""

import asyncio
import json
import re
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conformance.case import SCHEMA_PATH
from conformance.normalize import CannedError
from conformance.sdk.call import SdkCall
from conformance.sdk.functions import _FUNCTIONS, make_function, member
from conformance.subject import AiSdk
from conformance.vocabulary import NotPortedError, Surroundings

SURROUNDINGS = Surroundings(lambda name: name.encode(), lambda argument: argument)
ORACLE = Path(__file__).parents[2] / "oracle" / "functions.mjs"


@dataclass
class Event:
    """What a callback is told."""

    step_number: int = 1
    tool_call: Any = None


@dataclass
class ToolCall:
    """A call of a tool."""

    tool_name: str
    input: str


def call() -> SdkCall:
    """Return a call that waits for nothing."""

    async def wait(_: float) -> None:
        return None

    return SdkCall({}, AiSdk(), SURROUNDINGS, wait=wait)


def answer(options: dict[str, Any], *arguments: Any) -> Any:
    """Return what a canned function answers, awaited."""

    async def run() -> Any:
        result = make_function(options, call())(*arguments)
        if hasattr(result, "__aiter__"):
            return [item async for item in result]
        return await result if hasattr(result, "__await__") else result

    return asyncio.run(run())


FERN = {"plant": "fern", "pot": {"size": 4}}
TOOL_CALL = ToolCall("soil", "{}")
FILE = SimpleNamespace(data=b"x", media_type=None)
ANSWERS: list[tuple[dict[str, Any], tuple[Any, ...], Any]] = [
    ({"do": "return", "value": 3}, ("any",), 3),
    ({"do": "returnSync", "value": 3}, (), 3),
    ({"do": "echo"}, (FERN, None), {"echo": FERN}),
    ({"do": "table", "key": "pot.size", "rows": {4: "small"}}, (FERN,), "small"),
    ({"do": "table", "key": "plant", "rows": {}, "default": "none"}, (FERN,), "none"),
    ({"do": "yield", "values": [1, 2], "ms": 5}, (FERN,), [1, 2]),
    ({"do": "delay", "ms": 5, "value": 1}, (FERN,), 1),
    (
        {"do": "download", "values": [{"data": b"x"}]},
        (["a", "b"],),
        [SimpleNamespace(data=b"x", media_type=None), None],
    ),
    ({"do": "add", "keys": ["a", "b"]}, ({"a": 1, "b": 2},), 3),
    ({"do": "merge", "value": {"b": 2}}, ({"a": 1, "b": 1},), {"a": 1, "b": 2}),
    ({"do": "pick", "keys": ["stepNumber", "nothing"]}, ("input", Event()), {"stepNumber": 1}),
    ({"do": "prepareStep", "steps": [{}, {"seed": 1}]}, (Event(),), {"seed": 1}),
    ({"do": "prepareStep", "steps": [{}]}, ({"stepNumber": 1},), {}),
    ({"do": "sequence", "prefix": "m-"}, (), "m-0"),
    ({"do": "messageMetadata", "on": "start", "value": 1}, ({"part": {"type": "start"}},), 1),
    ({"do": "messageMetadata", "on": "start", "value": 1}, ({"type": "finish"},), None),
    ({"do": "errorText", "text": "Sorry."}, (ValueError("secret"),), "Sorry."),
    ({"do": "convertData", "prefix": "D:"}, ({"data": {"x": 1}},), {"type": "text", "text": 'D:{"x":1}'}),
    ({"do": "repairFix", "value": "[]"}, (Event(tool_call=TOOL_CALL),), ToolCall("soil", "[]")),
    ({"do": "repairRename", "value": "light"}, ({"toolCall": {"toolName": "soil"}},), {"toolName": "light"}),
    ({"do": "repairNull"}, (Event(),), None),
    ({"do": "repairText", "value": "{}"}, (Event(),), "{}"),
    ({"do": "toModelOutput", "prefix": "> "}, ({"output": [1]},), {"type": "text", "value": "> [1]"}),
    ({"do": "isLargerThan", "key": "pot.size", "value": 3}, (FERN,), True),
]


@pytest.mark.parametrize(("options", "arguments", "expected"), ANSWERS)
def test_a_canned_function_answers(options: dict[str, Any], arguments: tuple[Any, ...], expected: Any) -> None:
    assert answer(options, *arguments) == expected


@pytest.mark.parametrize(
    "options",
    [{"do": "throw"}, {"do": "delay", "ms": 1}, {"do": "yield", "values": []}],
    ids=lambda options: options["do"],
)
def test_a_canned_function_throws(options: dict[str, Any]) -> None:
    with pytest.raises(CannedError, match="mud"):
        answer({**options, "message": "mud"}, FERN)


def test_recording_functions_append_to_the_events() -> None:
    running = call()
    assert make_function({"do": "record", "name": "all", "value": 7}, running)({"a": 1}, [2]) == 7
    make_function({"do": "record", "name": "nothing"}, running)()
    make_function({"do": "note", "name": "some", "keys": ["stepNumber", "toolCall"]}, running)(Event())
    assert running.events == [
        {"event": "all", "args": [{"a": 1}, [2]]},
        {"event": "nothing"},
        {"event": "some", "args": {"stepNumber": 1}},
    ]


def test_an_unknown_function_is_not_ported() -> None:
    with pytest.raises(NotPortedError, match="no function dance"):
        make_function({"do": "dance"}, call())


def test_members_are_found_by_path_in_mappings_and_objects() -> None:
    assert member({"toolCall": TOOL_CALL}, "toolCall.toolName") == "soil"
    assert member({"tool_call": {"toolName": "soil"}}, "toolCall.toolName") == "soil"
    assert member({"steps": [1, 2]}, "steps.length") == 2
    assert member(None, "toolCall.toolName") is None


def test_both_languages_and_the_schema_know_the_same_functions() -> None:
    source = ORACLE.read_text("utf-8")
    table = source[source.index("const FUNCTIONS") : source.index("\n};")]
    oracle = set(re.findall(r"^  (\w+): ", table, re.MULTILINE))
    schema = json.loads(SCHEMA_PATH.read_text("utf-8"))["$defs"]["special-fn"]["properties"]["$fn"]["properties"]["do"]
    assert oracle == set(_FUNCTIONS) == set(schema["enum"])
    assert {options["do"] for options, *_ in ANSWERS} | {"throw", "record", "note"} == oracle
