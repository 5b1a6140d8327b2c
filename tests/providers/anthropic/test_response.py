"""Answers as content, finish reason, usage and metadata."""

import pytest

from ai_sdk.provider import InvalidResponseDataError
from tests.providers.anthropic.build import answer

DOCUMENT = {
    "role": "user",
    "content": [
        {
            "type": "file",
            "mediaType": "text/plain",
            "filename": "a.txt",
            "data": {"type": "url", "url": "https://a.dev/a"},
            "providerOptions": {"anthropic": {"citations": {"enabled": True}}},
        }
    ],
}
PLACES = {
    "page": {
        "type": "page_location",
        "cited_text": "c",
        "document_index": 0,
        "document_title": None,
        "start_page_number": 1,
        "end_page_number": 2,
    },
    "char": {
        "type": "char_location",
        "cited_text": "c",
        "document_index": 9,
        "document_title": None,
        "start_char_index": 0,
        "end_char_index": 1,
    },
    "block": {
        "type": "content_block_location",
        "cited_text": "c",
        "document_index": 0,
        "document_title": "T",
        "start_block_index": 0,
        "end_block_index": 1,
        "file_id": "f",
    },
    "search": {
        "type": "search_result_location",
        "cited_text": "c",
        "search_result_index": 0,
        "source": "https://s.dev",
        "title": None,
        "start_block_index": 0,
        "end_block_index": 1,
    },
    "web": {
        "type": "web_search_result_location",
        "cited_text": "c",
        "url": "https://w.dev",
        "title": "W",
        "encrypted_index": "e",
    },
}
RESULTS = {
    "type": "web_search_tool_result",
    "tool_use_id": "w",
    "content": [{"type": "web_search_result", "url": "https://w.dev", "title": None, "encrypted_content": "e"}],
}
HAIKU_3 = "claude-3-haiku-20240307"
JSON = {
    "responseFormat": {"type": "json", "schema": {"type": "object", "properties": {}, "additionalProperties": False}}
}
DESK = {
    "tools": [
        {
            "type": "provider",
            "id": "anthropic.computer_toolset_20260801",
            "name": "desk",
            "args": {"configs": {"zoom": {"enabled": False}}},
        }
    ]
}


def content(*blocks, **options):
    return answer(*blocks, **options)["content"]


def call(name, tool_input, **more):
    return {"type": "tool-call", "toolCallId": "1", "toolName": name, "input": tool_input, **more}


@pytest.mark.parametrize(
    ("block", "part"),
    [
        ({"type": "text", "text": "a", "citations": None}, {"type": "text", "text": "a"}),
        (
            {"type": "thinking", "thinking": "t", "signature": "s"},
            {"type": "reasoning", "text": "t", "providerMetadata": {"anthropic": {"signature": "s"}}},
        ),
        (
            {"type": "redacted_thinking", "data": "r"},
            {"type": "reasoning", "text": "", "providerMetadata": {"anthropic": {"redactedData": "r"}}},
        ),
        (
            {"type": "container_upload", "file_id": "f"},
            {
                "type": "custom",
                "kind": "anthropic.container_upload",
                "providerMetadata": {"anthropic": {"fileId": "f"}},
            },
        ),
        (
            {"type": "compaction", "content": "So far.", "signature": "s"},
            {
                "type": "text",
                "text": "So far.",
                "providerMetadata": {"anthropic": {"type": "compaction", "signature": "s"}},
            },
        ),
        (
            {"type": "fallback", "from": {"model": "a"}, "to": {"model": "b"}},
            {
                "type": "custom",
                "kind": "anthropic.fallback",
                "providerMetadata": {"anthropic": {"type": "fallback", "from": {"model": "a"}, "to": {"model": "b"}}},
            },
        ),
        ({"type": "tool_use", "id": "1", "name": "focus", "input": {"a": 1.0}}, call("focus", '{"a":1}')),
        (
            {"type": "tool_use", "id": "1", "name": "focus", "input": None, "caller": {"type": "direct"}},
            call("focus", "null", providerMetadata={"anthropic": {"caller": {"type": "direct"}}}),
        ),
        (
            {"type": "server_tool_use", "id": "1", "name": "bash_code_execution", "input": {"command": "ls"}},
            call("code_execution", '{"type":"bash_code_execution","command":"ls"}', providerExecuted=True),
        ),
        (
            {"type": "server_tool_use", "id": "1", "name": "code_execution", "input": {"code": "1"}},
            call("code_execution", '{"type":"programmatic-tool-call","code":"1"}', providerExecuted=True),
        ),
        (
            {"type": "server_tool_use", "id": "1", "name": "advisor", "input": {}},
            call("advisor", "{}", providerExecuted=True),
        ),
    ],
)
def test_blocks_become_content(block, part):
    assert content(block) == [part]


@pytest.mark.parametrize(
    "block",
    [
        {"type": "compaction", "content": None},
        {"type": "server_tool_use", "id": "1", "name": "unheard_of", "input": {}},
    ],
)
def test_blocks_that_say_nothing_are_left_out(block):
    assert content(block) == []


def test_citations_become_sources_and_belong_to_their_text():
    text, source = content({"type": "text", "text": "a", "citations": [*PLACES.values()][:4]}, prompt=[DOCUMENT])
    assert [citation["source"]["id"] for citation in text["citations"]] == ["0", "9", "f", "https://s.dev"]
    assert [citation["source"].get("title") for citation in text["citations"]] == ["a.txt", "Document 9", "T", None]
    assert text["providerMetadata"] == {"anthropic": {"citations": [*PLACES.values()][:4]}}
    assert source == {
        "type": "source",
        "sourceType": "document",
        "id": "id",
        "mediaType": "text/plain",
        "title": "a.txt",
        "filename": "a.txt",
        "providerMetadata": {"anthropic": {"citedText": "c", "startPageNumber": 1, "endPageNumber": 2}},
    }


def test_web_citations_are_sources_unless_the_search_came_with_its_results():
    cited = {"type": "text", "text": "a", "citations": [PLACES["web"]]}
    source = {
        "type": "source",
        "sourceType": "url",
        "id": "id",
        "url": "https://w.dev",
        "title": "W",
        "providerMetadata": {"anthropic": {"citedText": "c", "encryptedIndex": "e"}},
    }
    assert content(cited)[1:] == [source]
    assert [part["type"] for part in content(RESULTS, cited)] == ["tool-result", "source", "text"]


def test_a_fetched_page_can_be_cited():
    page = {
        "type": "web_fetch_tool_result",
        "tool_use_id": "f",
        "caller": {"type": "code_execution_20250825", "tool_id": "c"},
        "content": {
            "type": "web_fetch_result",
            "url": "u",
            "retrieved_at": None,
            "content": {
                "type": "document",
                "title": None,
                "source": {"type": "base64", "media_type": "application/pdf", "data": "d"},
            },
        },
    }
    result, _, source = content(page, {"type": "text", "text": "a", "citations": [PLACES["page"]]})
    assert result == {
        "type": "tool-result",
        "toolCallId": "f",
        "toolName": "web_fetch",
        "result": {
            "type": "web_fetch_result",
            "url": "u",
            "retrievedAt": None,
            "content": {
                "type": "document",
                "title": None,
                "source": {"type": "base64", "mediaType": "application/pdf", "data": "d"},
            },
        },
        "providerMetadata": {"anthropic": {"caller": {"type": "code_execution_20250825", "toolId": "c"}}},
    }
    assert (source["title"], source["mediaType"]) == ("u", "application/pdf")


@pytest.mark.parametrize(
    ("kind", "given", "result", "name"),
    [
        (
            "code_execution",
            {"type": "code_execution_result", "stdout": "a", "stderr": "", "return_code": 0},
            {"type": "code_execution_result", "stdout": "a", "stderr": "", "return_code": 0, "content": []},
            "code_execution",
        ),
        (
            "bash_code_execution",
            {"type": "bash_code_execution_tool_result_error", "error_code": "e"},
            {"type": "bash_code_execution_tool_result_error", "error_code": "e"},
            "code_execution",
        ),
        (
            "tool_search",
            {
                "type": "tool_search_tool_search_result",
                "tool_references": [{"type": "tool_reference", "tool_name": "t"}],
            },
            [{"type": "tool_reference", "toolName": "t"}],
            "tool_search_tool_regex",
        ),
        (
            "advisor",
            {"type": "advisor_result", "text": "t", "stop_reason": "s"},
            {"type": "advisor_result", "text": "t", "stopReason": "s"},
            "advisor",
        ),
        (
            "advisor",
            {"type": "advisor_redacted_result", "encrypted_content": "e"},
            {"type": "advisor_redacted_result", "encryptedContent": "e"},
            "advisor",
        ),
    ],
)
def test_results_of_server_tools_become_tool_results(kind, given, result, name):
    block = {"type": f"{kind}_tool_result", "tool_use_id": "1", "content": given}
    assert content(block) == [{"type": "tool-result", "toolCallId": "1", "toolName": name, "result": result}]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("web_search", "web_search"),
        ("web_fetch", "web_fetch"),
        ("code_execution", "code_execution"),
        ("tool_search", "tool_search_tool_regex"),
        ("advisor", "advisor"),
    ],
)
def test_errors_of_server_tools_become_tool_results_too(kind, name):
    error = {"type": f"{kind}_tool_result_error", "error_code": "e"}
    block = {"type": f"{kind}_tool_result", "tool_use_id": "1", "content": error}
    result = {"type": f"{kind}_tool_result_error", "errorCode": "e"}
    assert content(block) == [
        {"type": "tool-result", "toolCallId": "1", "toolName": name, "result": result, "isError": True}
    ]


def test_a_tool_search_is_named_by_its_call_or_by_the_tool_of_the_request():
    found = {
        "type": "tool_search_tool_result",
        "tool_use_id": "1",
        "content": {"type": "tool_search_tool_search_result", "tool_references": []},
    }
    bm25 = {"type": "provider", "id": "anthropic.tool_search_bm25_20251119", "name": "find", "args": {}}
    called = {"type": "server_tool_use", "id": "1", "name": "tool_search_tool_regex", "input": {}}
    assert content(found, tools=[bm25])[0]["toolName"] == "find"
    assert content(called, found, tools=[bm25])[1]["toolName"] == "tool_search_tool_regex"


def test_mcp_results_name_the_call_that_they_answer():
    use = {"type": "mcp_tool_use", "id": "m", "name": "map", "input": {}, "server_name": "s"}
    done = {"type": "mcp_tool_result", "tool_use_id": "m", "is_error": True, "content": [{"type": "text", "text": "t"}]}
    own = {"dynamic": True, "providerMetadata": {"anthropic": {"type": "mcp-tool-use", "serverName": "s"}}}
    assert content(use, done) == [
        {"type": "tool-call", "toolCallId": "m", "toolName": "map", "input": "{}", "providerExecuted": True, **own},
        {
            "type": "tool-result",
            "toolCallId": "m",
            "toolName": "map",
            "result": done["content"],
            "isError": True,
            **own,
        },
    ]
    with pytest.raises(InvalidResponseDataError, match="unknown tool call m"):
        content(done)


def test_code_that_a_web_tool_runs_is_dynamic_when_the_caller_has_no_tool_for_it():
    web = {"type": "provider", "id": "anthropic.web_fetch_20260318", "name": "get", "args": {}}
    run = {"type": "server_tool_use", "id": "1", "name": "code_execution", "input": {"code": "1"}}
    own = {"type": "provider", "id": "anthropic.code_execution_20260120", "name": "run", "args": {}}
    assert [content(run, tools=tools)[0].get("dynamic") for tools in ([web], [web, own], [own])] == [True, None, None]


def test_a_toolset_call_is_one_of_the_callers_tool_with_the_member_as_action():
    block = {"type": "tool_use", "id": "1", "name": "key", "toolset_name": "computer", "input": {"text": "a"}}
    assert content(block, **DESK) == [
        call("desk", '{"text":"a","action":"key"}', providerMetadata={"anthropic": {"toolsetName": "computer"}})
    ]


@pytest.mark.parametrize(
    ("name", "tool_input", "options"),
    [("zoom", {}, DESK), ("key", {}, {}), ("fly", {}, DESK), ("key", [1], DESK)],
)
def test_a_toolset_call_that_was_not_offered_is_refused(name, tool_input, options):
    block = {"type": "tool_use", "id": "1", "name": name, "toolset_name": "computer", "input": tool_input}
    with pytest.raises(InvalidResponseDataError):
        content(block, **options)


@pytest.mark.parametrize(
    ("blocks", "stop_reason", "texts"),
    [
        (
            [{"type": "text", "text": "x"}, {"type": "tool_use", "id": "1", "name": "json", "input": {"a": 1}}],
            "tool_use",
            ['{"a":1}'],
        ),
        ([{"type": "text", "text": "{}"}], "end_turn", ["{}"]),
        ([{"type": "text", "text": "x"}, RESULTS, {"type": "text", "text": "{}"}], "end_turn", ["{}"]),
        ([{"type": "text", "text": "{}"}], "pause_turn", []),
    ],
)
def test_the_json_answer_is_the_tools_input_or_else_the_last_text(blocks, stop_reason, texts):
    found = answer(*blocks, model_id=HAIKU_3, extra={"stop_reason": stop_reason}, **JSON)
    assert [part["text"] for part in found["content"] if part["type"] == "text"] == texts
    assert found["finish"] == {"unified": "stop", "raw": stop_reason}
