from typing import Any

import pytest

from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from tests.providers.openai.responses.build import added, context, done, openai, said
from tests.providers.openai.responses.samples import (
    HOSTED_RESULTS,
    PATCH,
    PATCH_INPUT,
    SCREEN,
    SCREEN_INPUT,
    WHOLE_ITEMS,
    client,
    hosted,
    item,
    result,
)


def event(kind: str, **values: Any) -> dict[str, Any]:
    return {"type": f"response.{kind}", "item_id": "it", "output_index": 0, **values}


def start(name: str, call_id: str = "c", **values: Any) -> dict[str, Any]:
    return {"type": "tool-input-start", "id": call_id, "toolName": name, **values}


def delta(text: str, call_id: str = "c") -> dict[str, Any]:
    return {"type": "tool-input-delta", "id": call_id, "delta": text}


def end(call_id: str = "c", **values: Any) -> dict[str, Any]:
    return {"type": "tool-input-end", "id": call_id, **values}


@pytest.mark.parametrize(("given", "parts"), WHOLE_ITEMS)
def test_complete_items_become_what_they_are_in_whole_answers(given: Any, parts: Any) -> None:
    assert said(done(given)) == parts


@pytest.mark.parametrize(("given", "name", "tool_input", "parts"), HOSTED_RESULTS)
def test_results_of_hosted_tools_come_with_the_complete_item(
    given: Any, name: str, tool_input: str, parts: Any
) -> None:
    del name, tool_input
    assert said(done(given)) == parts


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        (
            item("web_search_call", status="in_progress"),
            [start("web_search", "it", providerExecuted=True), end("it"), hosted("web_search")],
        ),
        (item("file_search_call"), [hosted("file_search")]),
        (item("image_generation_call"), [hosted("image_generation")]),
        (item("shell_call", call_id="c", status="in_progress", action={"commands": []}), []),
        (item("mcp_call", status="in_progress"), []),
        (item("program", call_id="c", code="", fingerprint=""), []),
    ],
)
def test_some_items_are_told_when_they_begin(given: Any, parts: Any) -> None:
    assert said(added(given)) == parts


def test_images_on_the_way_are_preliminary_results() -> None:
    chunk = event("image_generation_call.partial_image", partial_image_b64="cA==")
    assert said(chunk) == [result("image_generation", {"result": "cA=="}, preliminary=True)]


def test_code_is_told_as_it_is_written() -> None:
    began = item("code_interpreter_call", container_id="cn", code=None, outputs=None, status="in_progress")
    chunks = [
        added(began),
        event("code_interpreter_call_code.delta", delta='print("a")\n'),
        event("code_interpreter_call_code.done", code='print("a")\n'),
    ]
    assert said(*chunks) == [
        start("code_interpreter", "it", providerExecuted=True),
        delta('{"containerId":"cn","code":"', "it"),
        delta('print(\\"a\\")\\n', "it"),
        delta('"}', "it"),
        end("it"),
        hosted("code_interpreter", '{"code":"print(\\"a\\")\\n","containerId":"cn"}'),
    ]


FUNCTION = item("function_call", call_id="c", name="f", arguments="")
WHOLE_FUNCTION = {**FUNCTION, "arguments": '{"a":1}', "status": "completed"}


def test_arguments_are_told_as_they_are_written() -> None:
    chunks = [
        added({**FUNCTION, "async": True}),
        event("function_call_arguments.delta", delta='{"a":'),
        event("function_call_arguments.delta", delta="1}"),
        done({**WHOLE_FUNCTION, "namespace": "crm"}),
    ]
    assert said(*chunks) == [
        start("f"),
        delta('{"a":'),
        delta("1}"),
        end(providerMetadata=openai(namespace="crm")),
        client("f", '{"a":1}', **{"async": True}, namespace="crm"),
    ]


def test_custom_input_is_text() -> None:
    began = item("custom_tool_call", call_id="c", name="poem", input="", **{"async": True})
    facts = context(tool_name_mapping=ToolNameMapping(custom_names={"poem": "verse"}))
    chunks = [
        added(began),
        event("custom_tool_call_input.delta", delta="ro"),
        done({**began, "input": "ro", "async": None, "status": "completed"}),
    ]
    assert said(*chunks, facts=facts) == [
        start("verse", inputEncoding="text"),
        delta("ro"),
        end(),
        client("verse", '"ro"', **{"async": True}),
    ]


def test_a_screen_call_is_told_at_once() -> None:
    assert said(added(SCREEN), done(SCREEN)) == [
        start("computer"),
        delta(SCREEN_INPUT),
        end(),
        client("computer", SCREEN_INPUT),
    ]


def test_a_screen_call_that_cannot_be_answered_is_told_as_if_the_provider_had_run_it() -> None:
    given = item("computer_call", status="completed")
    value = {"type": "computer_use_tool_result", "status": "completed"}
    assert said(added(given), done(given)) == [
        start("computer", "it"),
        end("it"),
        hosted("computer_use", ""),
        result("computer_use", value),
    ]


def test_a_local_shell_call_is_spelled_like_the_tool_s_schema() -> None:
    action = {"type": "exec", "command": ["ls"], "timeout_ms": 5, "working_directory": "/"}
    text = '{"action":{"type":"exec","command":["ls"],"timeoutMs":5,"workingDirectory":"/"}}'
    assert said(done(item("local_shell_call", call_id="c", action=action))) == [client("local_shell", text)]


PATCH_CALL = item("apply_patch_call", call_id="c", status="in_progress", operation={**PATCH, "diff": ""})
WHOLE_PATCH = {**PATCH_CALL, "status": "completed", "operation": PATCH}
PATCH_HEAD = '{"callId":"c","operation":{"type":"create_file","path":"p","diff":"'
DIFF_PARTS = [event("apply_patch_call_operation_diff.delta", delta=text) for text in ("+", "é")]
DIFF_DONE = event("apply_patch_call_operation_diff.done", diff="+é")


@pytest.mark.parametrize(
    ("chunks", "pieces"),
    [
        ([*DIFF_PARTS, DIFF_DONE], ["+", "é"]),
        ([*DIFF_PARTS], ["+", "é"]),
        ([DIFF_DONE], ["+é"]),
        ([DIFF_DONE, DIFF_DONE], ["+é"]),
        ([], ["+é"]),
    ],
)
def test_a_diff_is_told_whole_however_it_comes(chunks: list[Any], pieces: list[str]) -> None:
    parts = said(added(PATCH_CALL), *chunks, done(WHOLE_PATCH))
    written = [delta(text) for text in (PATCH_HEAD, *pieces, '"}}')]
    assert parts == [start("apply_patch"), *written, end(), client("apply_patch", PATCH_INPUT)]
    assert "".join(part["delta"] for part in written) == PATCH_INPUT


def test_a_deletion_needs_no_diff() -> None:
    given = {**WHOLE_PATCH, "operation": {"type": "delete_file", "path": "p"}}
    text = '{"callId":"c","operation":{"type":"delete_file","path":"p"}}'
    assert said(added(given), done(given)) == [
        start("apply_patch"),
        delta(text),
        end(),
        client("apply_patch", text),
    ]


def test_a_patch_that_was_not_announced_or_not_completed_is_no_call() -> None:
    assert said(done(WHOLE_PATCH)) == []
    unfinished = said(added(PATCH_CALL), done({**WHOLE_PATCH, "status": "in_progress"}))
    assert [part["type"] for part in unfinished][-1] == "tool-input-end"


SEARCH = item("tool_search_call", execution="server", call_id=None, status="completed", arguments={"q": 1})
FOUND = item("tool_search_output", execution="server", call_id=None, status="completed", tools=[])


def test_a_hosted_search_for_tools_is_answered_by_the_next_output() -> None:
    given, output = {**SEARCH, "id": "s"}, {**FOUND, "id": "o"}
    assert said(added(given), done(given), done(output)) == [
        start("tool_search", "s", providerExecuted=True),
        end("s"),
        hosted("tool_search", '{"arguments":{"q":1},"call_id":null}', "s", providerMetadata=openai(itemId="s")),
        result("tool_search", {"tools": []}, "s", providerMetadata=openai(itemId="o")),
    ]


def test_a_client_search_for_tools_is_told_under_its_final_id() -> None:
    given = {**SEARCH, "execution": "client"}
    call = client("tool_search", '{"arguments":{"q":1},"call_id":"c"}')
    assert said(added(given), done({**given, "call_id": "c"})) == [start("tool_search"), end(), call]
    assert said(done(given)) == []


def test_an_approved_call_goes_by_the_id_that_the_stream_gave_it() -> None:
    request = item("mcp_approval_request", server_label="s", name="n", arguments="{}", approval_request_id="ap")
    call = item("mcp_call", status="completed", arguments="{}", name="n", server_label="s", approval_request_id="ap")
    facts = context(approval_tool_call_ids={"ap": "older"})
    assert [part["toolCallId"] for part in said(done(request), done(call), facts=facts)] == ["id-0"] * 4


WRAPPER = item("function_call", call_id="c", name="parallel", arguments="")
USES = '{"tool_uses":[{"recipient_name":"functions.f","parameters":{"a":1}}]}'
PIECES = [event("function_call_arguments.delta", delta=text) for text in (USES[:9], USES[9:])]
FACTS = context(function_names=frozenset({"f"}))


def test_a_wrapper_is_never_seen() -> None:
    parts = said(added(WRAPPER), *PIECES, done({**WRAPPER, "arguments": USES, "status": "completed"}), facts=FACTS)
    child = {"itemId": "it", "toolCallId": "c", "toolName": "parallel", "input": USES, "index": 0, "count": 1}
    assert parts == [
        start("f", "c_0"),
        delta('{"a":1}', "c_0"),
        end("c_0"),
        {
            "type": "tool-call",
            "toolCallId": "c_0",
            "toolName": "f",
            "input": '{"a":1}',
            "providerMetadata": openai(parallelToolCall=child),
        },
    ]


@pytest.mark.parametrize(
    ("chunks", "pieces"),
    [([added(WRAPPER), *PIECES], [USES[:9], USES[9:]]), ([added(WRAPPER)], ["no"]), ([], ["no"])],
)
def test_what_turns_out_to_be_no_wrapper_is_told_after_all(chunks: list[Any], pieces: list[str]) -> None:
    parts = said(*chunks, done({**WRAPPER, "arguments": "no", "status": "completed"}), facts=FACTS)
    assert parts == [start("parallel"), *map(delta, pieces), end(), client("parallel", "no")]


def test_input_that_was_held_back_is_told_when_the_stream_breaks_off() -> None:
    assert said(added(WRAPPER), *PIECES, facts=FACTS) == [start("parallel"), delta(USES[:9]), delta(USES[9:])]


@pytest.mark.parametrize(
    "kind",
    [
        "function_call_arguments.delta",
        "custom_tool_call_input.delta",
        "code_interpreter_call_code.delta",
        "apply_patch_call_operation_diff.delta",
    ],
)
def test_input_of_a_call_that_was_never_announced_is_dropped(kind: str) -> None:
    assert said(event(kind, delta="x")) == []
    assert said(event(kind.replace("delta", "done"), code="x", diff="x", arguments="x")) == []
