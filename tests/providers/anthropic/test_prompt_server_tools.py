"""Calls and results of Anthropic's own tools on their way back to it."""

import pytest

from ai_sdk.provider import TypeValidationError
from tests.providers.anthropic.build import ASK, build, warnings

NAMES = {
    "run": "code_execution_20260120",
    "look": "web_search_20260209",
    "get": "web_fetch_20260209",
    "find": "tool_search_regex_20251119",
    "ask": "advisor_20260301",
}
TOOLS = [
    {"type": "provider", "id": f"anthropic.{tool}", "name": name, "args": {"model": "m"} if name == "ask" else {}}
    for name, tool in NAMES.items()
]
CALLER = {"anthropic": {"caller": {"type": "code_execution_20260120", "toolId": "c"}}}
MCP = {"anthropic": {"type": "mcp-tool-use", "serverName": "s"}}
PAGE = {
    "type": "web_fetch_result",
    "url": "u",
    "retrievedAt": None,
    "content": {"type": "document", "title": "T", "source": {"type": "text", "mediaType": "text/plain", "data": "d"}},
}


def call(name, tool_input, **more):
    base = {"type": "tool-call", "toolCallId": "1", "toolName": name, "input": tool_input, "providerExecuted": True}
    return {**base, **more}


def result(name, kind, value, **more):
    output = {"type": kind, "value": value}
    return {"type": "tool-result", "toolCallId": "1", "toolName": name, "output": output, **more}


def convert(*parts):
    request = build(prompt=[{"role": "assistant", "content": list(parts)}], tools=TOOLS)
    blocks = [block for message in request.body["messages"] for block in message["content"]]
    return blocks, warnings(request)


@pytest.mark.parametrize(
    ("name", "given", "sent_name", "sent"),
    [
        ("run", {"type": "programmatic-tool-call", "code": "1"}, "code_execution", {"code": "1"}),
        ("run", {"type": "bash_code_execution", "command": "ls"}, "bash_code_execution", {"command": "ls"}),
        ("run", {"type": "text_editor_code_execution", "path": "p"}, "text_editor_code_execution", {"path": "p"}),
        ("run", {"type": ["odd"]}, "code_execution", {"type": ["odd"]}),
        ("run", "text", "code_execution", "text"),
        ("look", {"query": "q"}, "web_search", {"query": "q"}),
        ("find", {"pattern": "p"}, "tool_search_tool_regex", {"pattern": "p"}),
        ("ask", {"x": 1}, "advisor", {}),
    ],
)
def test_calls_go_back_under_anthropics_names(name, given, sent_name, sent):
    blocks, words = convert(call(name, given))
    assert (blocks, words) == ([{"type": "server_tool_use", "id": "1", "name": sent_name, "input": sent}], [])


def test_callers_go_back_and_unknown_calls_do_not():
    blocks, words = convert(
        call("look", {}, providerOptions=CALLER),
        call("get", {}, providerOptions={"anthropic": {"caller": {"type": "direct"}}}),
        call("other", {}),
    )
    assert [block["caller"] for block in blocks] == [
        {"type": "code_execution_20260120", "tool_id": "c"},
        {"type": "direct"},
    ]
    assert words == ["provider executed tool call for tool other is not supported"]


def test_calls_of_mcp_servers_go_back_with_their_results():
    blocks, words = convert(
        call("map", {"z": 1}, providerOptions=MCP),
        result("map", "json", [{"type": "text", "text": "m"}]),
        result("map", "error-json", "bad"),
        result("map", "text", "t"),
    )
    assert blocks == [
        {"type": "mcp_tool_use", "id": "1", "name": "map", "input": {"z": 1}, "server_name": "s"},
        {"type": "mcp_tool_result", "tool_use_id": "1", "is_error": False, "content": [{"type": "text", "text": "m"}]},
        {"type": "mcp_tool_result", "tool_use_id": "1", "is_error": True, "content": "bad"},
    ]
    unsupported = "provider executed tool result for tool map is not supported"
    refused = "provider executed tool result output type text for tool map is not supported"
    assert words == [unsupported, unsupported, refused]


def test_a_call_of_an_mcp_server_without_a_name_is_left_out():
    nameless = {"anthropic": {"type": "mcp-tool-use"}}
    assert convert(call("map", {}, providerOptions=nameless)) == (
        [],
        ["mcp tool use server name is required and must be a string"],
    )


RUN = {"stdout": "a", "stderr": "", "return_code": 0}
ENCRYPTED = {"type": "encrypted_code_execution_result", "encrypted_stdout": "e", "stderr": "", "return_code": 0}


@pytest.mark.parametrize(
    ("kind", "value", "block", "content"),
    [
        (
            "json",
            {"type": "code_execution_result", **RUN},
            "code_execution",
            {"type": "code_execution_result", **RUN, "content": []},
        ),
        (
            "json",
            ENCRYPTED,
            "code_execution",
            {**ENCRYPTED, "content": []},
        ),
        (
            "json",
            {"content": [], "type": "bash_code_execution_result", **RUN},
            "bash_code_execution",
            {"type": "bash_code_execution_result", **RUN, "content": []},
        ),
        (
            "json",
            {"type": "bash_code_execution_tool_result_error", "error_code": "x"},
            "bash_code_execution",
            {"type": "bash_code_execution_tool_result_error", "error_code": "x"},
        ),
        (
            "json",
            {"type": "text_editor_code_execution_create_result", "is_file_update": True},
            "text_editor_code_execution",
            {"type": "text_editor_code_execution_create_result", "is_file_update": True},
        ),
        (
            "error-text",
            '{"type":"code_execution_tool_result_error"}',
            "code_execution",
            {"type": "code_execution_tool_result_error", "error_code": "unknown"},
        ),
        (
            "error-json",
            {"errorCode": "late"},
            "bash_code_execution",
            {"type": "bash_code_execution_tool_result_error", "error_code": "late"},
        ),
        (
            "error-text",
            "plain",
            "bash_code_execution",
            {"type": "bash_code_execution_tool_result_error", "error_code": "unknown"},
        ),
    ],
)
def test_results_of_code_execution_go_back_in_a_fixed_order(kind, value, block, content):
    (sent,), words = convert(result("run", kind, value))
    assert (sent, words) == ({"type": f"{block}_tool_result", "tool_use_id": "1", "content": content}, [])
    assert list(sent["content"]) == list(content)


@pytest.mark.parametrize("value", [None, [1], {"no": "type"}])
def test_a_code_execution_without_a_type_is_left_out(value):
    words = "provider executed tool result output value is not a valid code execution result for tool run"
    assert convert(result("run", "json", value)) == ([], [words])


@pytest.mark.parametrize(
    ("name", "kind", "value", "content"),
    [
        (
            "get",
            "json",
            PAGE,
            {
                "type": "web_fetch_result",
                "url": "u",
                "retrieved_at": None,
                "content": {
                    "type": "document",
                    "title": "T",
                    "source": {"type": "text", "media_type": "text/plain", "data": "d"},
                },
            },
        ),
        ("get", "error-json", {"errorCode": "e"}, {"type": "web_fetch_tool_result_error", "error_code": "e"}),
        ("get", "error-json", "no json", {"type": "web_fetch_tool_result_error", "error_code": "unavailable"}),
        (
            "look",
            "json",
            [{"url": "u", "title": None, "pageAge": None, "encryptedContent": "e", "type": "web_search_result"}],
            [{"url": "u", "title": None, "page_age": None, "encrypted_content": "e", "type": "web_search_result"}],
        ),
        ("look", "error-json", '{"errorCode":"e"}', {"type": "web_search_tool_result_error", "error_code": "e"}),
        (
            "find",
            "json",
            [{"type": "tool_reference", "toolName": "t"}],
            {
                "type": "tool_search_tool_search_result",
                "tool_references": [{"type": "tool_reference", "tool_name": "t"}],
            },
        ),
        ("find", "error-json", {}, {"type": "tool_search_tool_result_error", "error_code": "unavailable"}),
        (
            "find",
            "json",
            {"type": "tool_search_tool_result_error", "errorCode": "e"},
            {"type": "tool_search_tool_result_error", "error_code": "e"},
        ),
        (
            "ask",
            "json",
            {"type": "advisor_result", "text": "t", "stopReason": "s"},
            {"type": "advisor_result", "text": "t", "stop_reason": "s"},
        ),
        (
            "ask",
            "json",
            {"type": "advisor_redacted_result", "encryptedContent": "e"},
            {"type": "advisor_redacted_result", "encrypted_content": "e"},
        ),
        (
            "ask",
            "error-json",
            {"type": "advisor_tool_result_error", "errorCode": "e"},
            {"type": "advisor_tool_result_error", "error_code": "e"},
        ),
    ],
)
def test_results_go_back_in_anthropics_spelling(name, kind, value, content):
    types = {"get": "web_fetch", "look": "web_search", "find": "tool_search", "ask": "advisor"}
    (sent,), words = convert(result(name, kind, value))
    assert (sent, words) == ({"type": f"{types[name]}_tool_result", "tool_use_id": "1", "content": content}, [])


@pytest.mark.parametrize("name", [*NAMES])
def test_text_is_no_result_of_a_server_tool(name):
    words = f"provider executed tool result output type text for tool {name} is not supported"
    assert convert(result(name, "text", "t")) == ([], [words])


def test_results_of_unknown_tools_are_left_out():
    assert convert(result("other", "json", 1)) == (
        [],
        ["provider executed tool result for tool other is not supported"],
    )


@pytest.mark.parametrize(
    ("name", "value"), [("run", {"type": "odd"}), ("get", {}), ("look", {}), ("find", 1), ("ask", 1)]
)
def test_results_that_the_tool_cannot_have_given_are_refused(name, value):
    with pytest.raises(TypeValidationError):
        convert(result(name, "json", value))


def test_callers_without_their_code_execution_are_dropped_from_turns_that_are_over():
    client = {"type": "tool-call", "toolCallId": "9", "toolName": "focus", "input": {}, "providerOptions": CALLER}
    done = {"type": "tool-result", "toolCallId": "9", "toolName": "focus", "output": {"type": "text", "value": "a"}}
    turn = [{"role": "assistant", "content": [client]}, {"role": "tool", "content": [done]}]
    request = build(
        prompt=[*ASK, *turn, {"role": "assistant", "content": [{"type": "text", "text": "b"}]}, *ASK, *turn]
    )
    calls = [
        block for message in request.body["messages"] for block in message["content"] if block["type"] == "tool_use"
    ]
    assert ["caller" in block for block in calls] == [False, True]
    assert warnings(request) == [
        (
            "Omitted caller metadata for tool 9 because source code execution tool c "
            "is missing from the conversation history."
        )
    ]
