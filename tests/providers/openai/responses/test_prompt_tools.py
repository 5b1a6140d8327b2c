from typing import Any

import pytest

from ai_sdk.provider import SharedV4WarningOther, TypeValidationError, UnsupportedFunctionalityError
from tests.providers.openai.responses.build import converted, openai, request

BREAKPOINT = {"mode": "explicit"}
UNSTORED = openai(store=False)


def provider_tool(tool_id: str, name: str, **args: Any) -> dict[str, Any]:
    return {"type": "provider", "id": f"openai.{tool_id}", "name": name, "args": args}


TOOLS = [
    provider_tool("shell", "sh"),
    provider_tool("local_shell", "local"),
    provider_tool("apply_patch", "apply_patch"),
    provider_tool("computer", "pc"),
    provider_tool("tool_search", "find"),
    provider_tool("programmatic_tool_calling", "program"),
    provider_tool("custom", "poem"),
    provider_tool("web_search", "web"),
    {"type": "function", "name": "typed", "inputSchema": {}, "providerOptions": openai(outputSchema={})},
]
SHELL_OUTPUT = {
    "maxOutputLength": 9,
    "output": [
        {"stdout": "a", "stderr": "", "outcome": {"type": "exit", "exitCode": 1}},
        {"stdout": "", "stderr": "b", "outcome": {"type": "timeout"}},
    ],
}
WIRE_SHELL_OUTPUT = {
    "type": "shell_call_output",
    "call_id": "c",
    "max_output_length": 9,
    "output": [
        {"stdout": "a", "stderr": "", "outcome": {"type": "exit", "exit_code": 1}},
        {"stdout": "", "stderr": "b", "outcome": {"type": "timeout"}},
    ],
}
PROGRAM = {"type": "program", "callerId": "prog"}


def call(name: str, value: Any, **options: Any) -> dict[str, Any]:
    executed = options.pop("executed", None)
    part = {
        "type": "tool-call",
        "toolCallId": "c",
        "toolName": name,
        "input": value,
        "providerOptions": openai(**options),
    }
    return {"role": "assistant", "content": [part if executed is None else {**part, "providerExecuted": executed}]}


def result(role: str, name: str, output: Any, **options: Any) -> dict[str, Any]:
    part = {"type": "tool-result", "toolCallId": "c", "toolName": name, "output": output}
    return {"role": role, "content": [{**part, "providerOptions": openai(**options)}]}


def as_json(value: Any) -> dict[str, Any]:
    return {"type": "json", "value": value}


CLIENT_CALLS = [
    (
        "sh",
        {"action": {"commands": ["ls"], "timeoutMs": 5}},
        {"type": "shell_call", "status": "completed", "action": {"commands": ["ls"], "timeout_ms": 5}},
    ),
    (
        "local",
        {"action": {"type": "exec", "command": ["ls"], "workingDirectory": "/"}},
        {"type": "local_shell_call", "action": {"type": "exec", "command": ["ls"], "working_directory": "/"}},
    ),
    (
        "apply_patch",
        {"callId": "c", "operation": {"type": "delete_file", "path": "a"}},
        {"type": "apply_patch_call", "status": "completed", "operation": {"type": "delete_file", "path": "a"}},
    ),
    (
        "pc",
        {
            "actions": [{"type": "scroll", "x": 1, "y": 2, "scrollX": 3, "scrollY": 4}, {"type": "wait"}],
            "pendingSafetyChecks": [{"id": "s"}],
            "status": "completed",
        },
        {
            "type": "computer_call",
            "status": "completed",
            "actions": [{"type": "scroll", "x": 1, "y": 2, "scroll_x": 3, "scroll_y": 4}, {"type": "wait"}],
            "pending_safety_checks": [{"id": "s"}],
        },
    ),
    ("poem", "roses", {"type": "custom_tool_call", "name": "poem", "input": "roses"}),
]


@pytest.mark.parametrize(("name", "value", "item"), CLIENT_CALLS)
def test_a_provider_defined_call_is_referred_to_when_stored_and_written_out_otherwise(
    name: str, value: Any, item: Any
) -> None:
    message = call(name, value, itemId="it_1")
    assert converted(message, tools=TOOLS) == [{"type": "item_reference", "id": "it_1"}]
    written = converted(message, tools=TOOLS, providerOptions=UNSTORED)
    assert written == [{**item, "call_id": "c", "id": "it_1"}]
    chained = openai(previousResponseId="resp_0")
    assert converted(message, tools=TOOLS, providerOptions=chained) == []


def test_the_input_of_a_provider_defined_call_must_fit() -> None:
    with pytest.raises(TypeValidationError):
        request(prompt=[call("sh", {"action": {}})], tools=TOOLS)


def test_a_function_call_is_always_written_out() -> None:
    message = call("f", {"a": 1}, itemId="fc_1", namespace="crm", caller=PROGRAM, **{"async": True})
    assert converted(message) == [
        {
            "type": "function_call",
            "call_id": "c",
            "name": "f",
            "arguments": '{"a":1}',
            "async": True,
            "namespace": "crm",
            "caller": {"type": "program", "caller_id": "prog"},
        }
    ]


@pytest.mark.parametrize(("value", "text"), [('{"a": 1}', '{"a": 1}'), ("plain", '"plain"'), (None, "null")])
def test_arguments_that_are_json_text_already_stay_as_they_are(value: Any, text: str) -> None:
    assert converted(call("f", value))[0]["arguments"] == text


def test_calls_that_the_provider_ran_are_referred_to() -> None:
    message = call("web", {}, itemId="ws_1", executed=True)
    assert converted(message, tools=TOOLS) == [{"type": "item_reference", "id": "ws_1"}]
    assert converted(message, tools=TOOLS, providerOptions=UNSTORED) == []


def test_without_storage_a_shell_call_of_the_provider_is_written_out_with_its_output() -> None:
    messages = [
        call("sh", {"action": {"commands": []}}, itemId="sh_1", executed=True),
        result("assistant", "sh", as_json(SHELL_OUTPUT)),
    ]
    shell = {"type": "shell_call", "call_id": "c", "id": "sh_1", "status": "completed", "action": {"commands": []}}
    assert converted(*messages, tools=TOOLS, providerOptions=UNSTORED) == [shell, WIRE_SHELL_OUTPUT]


@pytest.mark.parametrize(
    ("value", "item"),
    [
        ('{"arguments":{"q":1},"call_id":"s"}', {"execution": "client", "call_id": "s", "arguments": {"q": 1}}),
        ({"arguments": None}, {"execution": "server", "call_id": None, "arguments": None}),
        ({}, {"execution": "server", "call_id": None}),
    ],
)
def test_a_search_for_tools_says_who_runs_it(value: Any, item: Any) -> None:
    written = {"type": "tool_search_call", "id": "c", "status": "completed", **item}
    assert converted(call("find", value), tools=TOOLS) == [written]
    assert converted(call("find", value, itemId="ts"), tools=TOOLS) == [{"type": "item_reference", "id": "ts"}]


def test_a_program_is_written_out() -> None:
    message = call("program", {"code": "x()", "fingerprint": "f"})
    assert converted(message, tools=TOOLS) == [
        {"type": "program", "id": "c", "call_id": "c", "code": "x()", "fingerprint": "f"}
    ]


@pytest.mark.parametrize(
    ("name", "value", "item"),
    [
        (
            "find",
            {"tools": [{"a": None}]},
            {
                "type": "tool_search_output",
                "execution": "server",
                "call_id": None,
                "status": "completed",
                "tools": [{"a": None}],
            },
        ),
        (
            "program",
            {"result": "r", "status": "completed"},
            {"type": "program_output", "call_id": "c", "result": "r", "status": "completed"},
        ),
        (
            "web",
            {"action": {"type": "search", "query": "q"}, "sources": [{"type": "api", "name": "n"}]},
            {
                "type": "web_search_call",
                "status": "completed",
                "action": {"type": "search", "query": "q", "sources": [{"type": "api", "name": "n"}]},
            },
        ),
        (
            "web",
            {"action": {"type": "openPage", "url": None}},
            {"type": "web_search_call", "status": "completed", "action": {"type": "open_page", "url": None}},
        ),
    ],
)
def test_results_of_the_provider_are_referred_to_when_stored_and_written_out_otherwise(
    name: str, value: Any, item: Any
) -> None:
    message = result("assistant", name, as_json(value), itemId="it_1")
    assert converted(message, tools=TOOLS) == [{"type": "item_reference", "id": "it_1"}]
    assert converted(message, tools=TOOLS, providerOptions=UNSTORED) == [{**item, "id": "it_1"}]
    assert converted(message, tools=TOOLS, providerOptions=openai(conversation="conv")) == []


@pytest.mark.parametrize("value", [{}, {"action": 5}])
def test_unstored_results_that_cannot_be_written_out_are_warned_of(value: Any) -> None:
    prepared = request(prompt=[result("assistant", "web", as_json(value))], tools=TOOLS, providerOptions=UNSTORED)
    message = "Results for OpenAI tool web are not sent to the API when store is false"
    assert (prepared.body["input"], prepared.warnings) == ([], [SharedV4WarningOther(message=message)])


@pytest.mark.parametrize("output", [{"type": "execution-denied"}, as_json({"type": "execution-denied"})])
def test_denials_are_no_results_of_the_provider(output: Any) -> None:
    assert converted(result("assistant", "web", output), tools=TOOLS) == []


@pytest.mark.parametrize(
    ("name", "value", "item"),
    [
        ("sh", SHELL_OUTPUT, {key: value for key, value in WIRE_SHELL_OUTPUT.items() if key != "call_id"}),
        ("local", {"output": "o"}, {"type": "local_shell_call_output", "output": "o"}),
        ("apply_patch", {"status": "failed"}, {"type": "apply_patch_call_output", "status": "failed"}),
        (
            "find",
            {"tools": []},
            {"type": "tool_search_output", "execution": "client", "status": "completed", "tools": []},
        ),
        (
            "pc",
            {"output": {"type": "computer_screenshot", "fileId": "f"}, "acknowledgedSafetyChecks": [{"id": "s"}]},
            {
                "type": "computer_call_output",
                "output": {"type": "computer_screenshot", "file_id": "f"},
                "acknowledged_safety_checks": [{"id": "s"}],
            },
        ),
    ],
)
def test_results_of_the_caller_are_written_as_their_own_items(name: str, value: Any, item: Any) -> None:
    assert converted(result("tool", name, as_json(value)), tools=TOOLS) == [{**item, "call_id": "c"}]


def test_a_patch_result_is_known_by_the_tool_s_own_name_alone() -> None:
    tools = [provider_tool("apply_patch", "patch")]
    message = result("tool", "patch", as_json({"status": "failed"}))
    item = {"type": "function_call_output", "call_id": "c", "output": '{"status":"failed"}'}
    assert converted(message, tools=tools) == [item]


@pytest.mark.parametrize(
    ("output", "plain", "typed"),
    [
        ({"type": "text", "value": "a"}, "a", '"a"'),
        (as_json({"b": 1}), '{"b":1}', '{"b":1}'),
        ({"type": "error-text", "value": "bad"}, '{"error":"bad"}', '{"error":"bad"}'),
        ({"type": "error-json", "value": [1]}, '{"error":[1]}', '{"error":[1]}'),
        ({"type": "execution-denied"}, "Tool call execution denied.", '"Tool call execution denied."'),
        ({"type": "execution-denied", "reason": "no"}, "no", '"no"'),
    ],
)
def test_results_of_functions_with_an_output_schema_are_json_text(output: Any, plain: str, typed: str) -> None:
    for name, text in (("f", plain), ("typed", typed)):
        item = {"type": "function_call_output", "call_id": "c", "output": text}
        assert converted(result("tool", name, output), tools=TOOLS) == [item]
    custom = {"type": "custom_tool_call_output", "call_id": "c", "output": plain}
    assert converted(result("tool", "poem", output), tools=TOOLS) == [custom]


def test_the_output_s_own_cache_breakpoint_wins_over_that_of_its_part() -> None:
    own = {"type": "text", "value": "a", "providerOptions": openai(promptCacheBreakpoint=BREAKPOINT)}
    for output, expected in ((own, BREAKPOINT), ({"type": "text", "value": "a"}, {"mode": "part"})):
        (item,) = converted(result("tool", "f", output, promptCacheBreakpoint={"mode": "part"}))
        assert item["output"] == [{"type": "input_text", "text": "a", "prompt_cache_breakpoint": expected}]


IMAGE = {"type": "file", "mediaType": "image/png", "data": {"type": "data", "data": "iVBORw0K"}}
CSV = {"type": "file", "mediaType": "text/csv", "data": {"type": "data", "data": "YQ=="}}
STORED = {"type": "file", "mediaType": "image/png", "data": {"type": "reference", "reference": {"openai": "f"}}}
LINKED = {"type": "file", "mediaType": "text/csv", "data": {"type": "url", "url": "https://a.test/b"}}
ODD = {"type": "file", "mediaType": "text/csv", "data": {"type": "text", "text": "t"}}


def test_content_of_a_result_is_written_part_by_part() -> None:
    parts = [{"type": "text", "text": "t"}, IMAGE, CSV, STORED, LINKED, ODD, {"type": "custom"}]
    prepared = request(prompt=[result("tool", "f", {"type": "content", "value": parts})])
    assert prepared.body["input"][0]["output"] == [
        {"type": "input_text", "text": "t"},
        {"type": "input_image", "image_url": "data:image/png;base64,iVBORw0K"},
        {"type": "input_file", "filename": "data", "file_data": "data:text/csv;base64,YQ=="},
        {"type": "input_image", "file_id": "f"},
        {"type": "input_file", "file_url": "https://a.test/b"},
    ]
    assert prepared.warnings == [
        SharedV4WarningOther(message="unsupported tool content part type: file with data type: text"),
        SharedV4WarningOther(message="unsupported tool content part type: custom"),
    ]


def test_custom_tools_cannot_answer_with_stored_files() -> None:
    output = {"type": "content", "value": [STORED, {"type": "custom"}]}
    prepared = request(prompt=[result("tool", "poem", output)], tools=TOOLS)
    assert prepared.body["input"] == [{"type": "custom_tool_call_output", "call_id": "c", "output": []}]
    assert prepared.warnings == [
        SharedV4WarningOther(message="unsupported custom tool content part type: file with data type: reference"),
        SharedV4WarningOther(message="unsupported custom tool content part type: custom"),
    ]


def test_tools_can_be_loaded_behind_a_result() -> None:
    tool = {"type": "custom", "name": "late"}
    assert converted(result("tool", "f", {"type": "text", "value": "a"}, additionalTools=[tool])) == [
        {"type": "function_call_output", "call_id": "c", "output": "a"},
        {"type": "additional_tools", "role": "developer", "tools": [tool]},
    ]


def test_a_program_cannot_be_told_of_a_denial() -> None:
    denial = result("tool", "f", {"type": "execution-denied"})
    with pytest.raises(UnsupportedFunctionalityError, match="programmatic tool calls"):
        request(prompt=[call("f", {}, caller=PROGRAM), denial])


def test_an_approval_is_answered_once() -> None:
    answer = {"type": "tool-approval-response", "approvalId": "ap_1", "approved": True}
    message = {"role": "tool", "content": [answer, answer]}
    response = {"type": "mcp_approval_response", "approval_request_id": "ap_1", "approve": True}
    assert converted(message) == [{"type": "item_reference", "id": "ap_1"}, response]
    assert converted(message, providerOptions=UNSTORED) == [response]
    assert converted(message, providerOptions=openai(previousResponseId="resp_0")) == [response]
    denial = {"type": "execution-denied", "providerOptions": openai(approvalId="ap_1")}
    assert converted(result("tool", "mcp.x", denial)) == []
