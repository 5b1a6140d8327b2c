"""Output items that whole answers and streams turn into the same parts."""

from typing import Any

from ai_sdk.provider import JSONObject
from tests.providers.openai.responses.build import openai

AT_ITEM = openai(itemId="it")


def hosted(name: str, tool_input: str = "{}", call_id: str = "it", **values: Any) -> JSONObject:
    """Return a call of a tool that the provider runs."""
    call = {"type": "tool-call", "toolCallId": call_id, "toolName": name, "input": tool_input}
    return {**call, "providerExecuted": True, **values}


def client(name: str, tool_input: str, **metadata: Any) -> JSONObject:
    """Return a call of a tool that the caller runs."""
    call = {"type": "tool-call", "toolCallId": "c", "toolName": name, "input": tool_input}
    return {**call, "providerMetadata": openai(itemId="it", **metadata)}


def result(name: str, value: Any, call_id: str = "it", **values: Any) -> JSONObject:
    """Return what a tool that the provider ran answered."""
    return {"type": "tool-result", "toolCallId": call_id, "toolName": name, "result": value, **values}


def item(kind: str, **values: Any) -> JSONObject:
    """Return an output item."""
    return {"type": kind, "id": "it", **values}


FOUND = {"attributes": {"a": 1}, "file_id": "f", "filename": "n", "score": 0.5, "text": "t"}
FOUND_AGAIN = {**FOUND, "text": "u"}
PATCH = {"type": "create_file", "path": "p", "diff": "+é"}
PATCH_INPUT = '{"callId":"c","operation":{"type":"create_file","path":"p","diff":"+é"}}'
SHELL_OUTPUT = [
    {"stdout": "a", "stderr": "", "outcome": {"type": "exit", "exit_code": 1}},
    {"stdout": "", "stderr": "b", "outcome": {"type": "timeout"}},
]
ACTIONS = [
    {"type": "click", "button": "left", "x": 1, "y": 2, "keys": None},
    {"type": "scroll", "x": 1, "y": 2, "scroll_x": 3, "scroll_y": 4, "keys": ["k"]},
    {"type": "screenshot"},
]
SCREEN_INPUT = (
    '{"actions":[{"type":"click","button":"left","x":1,"y":2},'
    '{"type":"scroll","x":1,"y":2,"scrollX":3,"scrollY":4,"keys":["k"]},{"type":"screenshot"}],'
    '"pendingSafetyChecks":[{"id":"s"}],"status":"completed"}'
)
SCREEN = item(
    "computer_call",
    call_id="c",
    status="completed",
    actions=ACTIONS,
    pending_safety_checks=[{"id": "s", "code": None}],
)

WHOLE_ITEMS: list[tuple[JSONObject, list[JSONObject]]] = [
    (
        item("shell_call", call_id="c", status="completed", action={"commands": ["ls"], "timeout_ms": None}),
        [client("shell", '{"action":{"commands":["ls"]}}')],
    ),
    (
        item("shell_call_output", call_id="c", status="completed", max_output_length=9, output=SHELL_OUTPUT),
        [
            result(
                "shell",
                {
                    "maxOutputLength": 9,
                    "output": [
                        {"stdout": "a", "stderr": "", "outcome": {"type": "exit", "exitCode": 1}},
                        {"stdout": "", "stderr": "b", "outcome": {"type": "timeout"}},
                    ],
                },
                "c",
            )
        ],
    ),
    (
        item("program", call_id="c", code="x()", fingerprint="f"),
        [
            hosted(
                "programmatic_tool_calling",
                '{"code":"x()","fingerprint":"f"}',
                "c",
                providerMetadata=AT_ITEM,
            )
        ],
    ),
    (
        item("program_output", call_id="c", result="r", status="incomplete"),
        [result("programmatic_tool_calling", {"result": "r", "status": "incomplete"}, "c", providerMetadata=AT_ITEM)],
    ),
    (
        item("mcp_call", status="completed", arguments="{}", name="n", server_label="s", output="o", error="bad"),
        [
            hosted("mcp.n", dynamic=True),
            result(
                "mcp.n",
                {"type": "call", "serverLabel": "s", "name": "n", "arguments": "{}", "output": "o", "error": "bad"},
                providerMetadata=AT_ITEM,
            ),
        ],
    ),
    (
        item("mcp_approval_request", server_label="s", name="n", arguments="{}"),
        [
            hosted("mcp.n", call_id="id-0", dynamic=True),
            {"type": "tool-approval-request", "approvalId": "it", "toolCallId": "id-0"},
        ],
    ),
    (item("mcp_list_tools", server_label="s", tools=[{"name": "n", "input_schema": {}}]), []),
    (
        item("compaction", encrypted_content="e"),
        [
            {
                "type": "custom",
                "kind": "openai.compaction",
                "providerMetadata": openai(type="compaction", itemId="it", encryptedContent="e"),
            }
        ],
    ),
    (
        item("tool_search_output", execution="client", call_id="c", status="completed", tools=[{"n": None}]),
        [result("tool_search", {"tools": [{"n": None}]}, "c", providerMetadata=AT_ITEM)],
    ),
]
"""Items that become the same parts, whole and streamed."""

URL_SOURCE = {"type": "source", "sourceType": "url", "id": "id-0", "url": "u"}
HOSTED_RESULTS: list[tuple[JSONObject, str, str, list[JSONObject]]] = [
    (item("web_search_call", status="completed"), "web_search", "{}", [result("web_search", {})]),
    (
        item("web_search_call", status="failed"),
        "web_search",
        "{}",
        [result("web_search", {"status": "failed"}, isError=True)],
    ),
    (
        item(
            "web_search_call",
            status="completed",
            action={
                "type": "search",
                "query": None,
                "queries": ["q"],
                "sources": [{"type": "url", "url": "u"}, {"type": "api", "name": "n"}],
            },
        ),
        "web_search",
        "{}",
        [
            result(
                "web_search",
                {
                    "action": {"type": "search", "queries": ["q"]},
                    "sources": [{"type": "url", "url": "u"}, {"type": "api", "name": "n"}],
                },
            ),
            URL_SOURCE,
        ],
    ),
    (
        item("web_search_call", status="completed", action={"type": "find_in_page", "url": "u", "pattern": None}),
        "web_search",
        "{}",
        [result("web_search", {"action": {"type": "findInPage", "url": "u", "pattern": None}})],
    ),
    (
        item("file_search_call", queries=["q"]),
        "file_search",
        "{}",
        [result("file_search", {"queries": ["q"], "results": None})],
    ),
    (
        item("file_search_call", queries=["q"], results=[FOUND, FOUND_AGAIN]),
        "file_search",
        "{}",
        [
            result(
                "file_search",
                {
                    "queries": ["q"],
                    "results": [
                        {"attributes": {"a": 1}, "fileId": "f", "filename": "n", "score": 0.5, "text": text}
                        for text in ("t", "u")
                    ],
                },
            ),
            {
                "type": "source",
                "sourceType": "document",
                "id": "id-0",
                "mediaType": "text/plain",
                "title": "n",
                "filename": "n",
                "providerMetadata": openai(type="file_search", fileId="f"),
            },
        ],
    ),
    (
        item("image_generation_call", result="aW1n"),
        "image_generation",
        "{}",
        [result("image_generation", {"result": "aW1n"})],
    ),
    (
        item(
            "code_interpreter_call",
            code="1+1",
            container_id="cn",
            outputs=[{"type": "logs", "logs": "2"}],
            status="completed",
        ),
        "code_interpreter",
        '{"code":"1+1","containerId":"cn"}',
        [result("code_interpreter", {"outputs": [{"type": "logs", "logs": "2"}]})],
    ),
]
"""Items, their tool, the input of the call, and the parts that tell of the result."""
