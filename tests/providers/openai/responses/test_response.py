from typing import Any

import pytest

from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from tests.providers.openai.responses.build import answer, content, context, openai
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

LOGPROBS = [{"token": "a", "logprob": -0.5, "top_logprobs": []}]
URL = {"type": "url_citation", "start_index": 0, "end_index": 2, "url": "u", "title": "T"}
FILE = {"type": "file_citation", "file_id": "f", "filename": "n", "index": 3}
CONTAINER = {
    "type": "container_file_citation",
    "container_id": "c",
    "file_id": "g",
    "filename": "m",
    "start_index": 4,
    "end_index": 5,
}
PATH = {"type": "file_path", "file_id": "h", "index": 6}


def message(*parts: Any, **values: Any) -> dict[str, Any]:
    return item("message", role="assistant", content=list(parts), **values)


def text(value: str, *annotations: Any, **values: Any) -> dict[str, Any]:
    return {"type": "output_text", "text": value, "annotations": list(annotations), **values}


def document(source_id: str, name: str, media_type: str = "text/plain", **metadata: Any) -> dict[str, Any]:
    source = {"type": "source", "sourceType": "document", "id": source_id, "mediaType": media_type}
    return {**source, "title": name, "filename": name, "providerMetadata": openai(**metadata)}


@pytest.mark.parametrize(("given", "parts"), WHOLE_ITEMS)
def test_items_become_content(given: Any, parts: Any) -> None:
    assert content(given) == parts


@pytest.mark.parametrize(("given", "name", "tool_input", "parts"), HOSTED_RESULTS)
def test_hosted_tools_become_a_call_and_its_result(given: Any, name: str, tool_input: str, parts: Any) -> None:
    assert content(given) == [hosted(name, tool_input), *parts]


def test_text_keeps_what_it_cites() -> None:
    (part, *sources) = content(message(text("Hi", URL, FILE, CONTAINER, PATH), phase="final_answer"))
    url = {"type": "source", "sourceType": "url", "url": "u", "title": "T"}
    file_metadata: dict[str, Any] = {"type": "file_citation", "fileId": "f", "index": 3}
    container_metadata: dict[str, Any] = {"type": "container_file_citation", "fileId": "g", "containerId": "c"}
    assert part == {
        "type": "text",
        "text": "Hi",
        "citations": [
            {"source": {**url, "id": "u"}, "startIndex": 0, "endIndex": 2},
            {"source": document("f", "n", **file_metadata)},
            {"source": document("g", "m", **container_metadata), "startIndex": 4, "endIndex": 5},
        ],
        "providerMetadata": openai(itemId="it", phase="final_answer", annotations=[URL, FILE, CONTAINER, PATH]),
    }
    assert sources == [
        {**url, "id": "id-0"},
        document("id-1", "n", **file_metadata),
        document("id-2", "m", **container_metadata),
        document("id-3", "h", "application/octet-stream", type="file_path", fileId="h", index=6),
    ]


def test_citations_are_no_sources_where_a_search_has_told_of_them() -> None:
    sources = [{"type": "url", "url": "w"}]
    search = item("web_search_call", status="completed", action={"type": "search", "sources": sources})
    kinds = [part["type"] for part in content(message(text("Hi", URL)), search)]
    assert kinds == ["text", "tool-call", "tool-result", "source"]


def test_a_refusal_is_text_and_ends_the_answer_as_filtered() -> None:
    given = answer(message({"type": "refusal", "refusal": "No"}))
    assert given["content"] == [{"type": "text", "text": "No", "providerMetadata": openai(itemId="it")}]
    assert given["finish_reason"] == {"unified": "content-filter"}


def test_only_the_last_final_answer_is_the_json_that_was_asked_for() -> None:
    output = [
        message(text("{}"), phase="final_answer"),
        message(text('{"a":'), text("1}"), phase="final_answer"),
        message(text("bye"), phase="commentary"),
    ]
    assert answer(*output, facts=context(wants_json=True))["text"] == '{"a":1}'
    assert answer(*output)["text"] is None
    assert answer(message(text("{}")), facts=context(wants_json=True))["text"] is None


def test_each_summary_of_reasoning_is_a_part_and_none_an_empty_one() -> None:
    summary = [{"type": "summary_text", "text": "a"}, {"type": "summary_text", "text": "b"}]
    metadata = openai(itemId="it", reasoningEncryptedContent="e")
    assert content(item("reasoning", encrypted_content="e", summary=summary)) == [
        {"type": "reasoning", "text": "a", "providerMetadata": metadata},
        {"type": "reasoning", "text": "b", "providerMetadata": metadata},
    ]
    empty = {"type": "reasoning", "text": "", "providerMetadata": openai(itemId="it", reasoningEncryptedContent=None)}
    assert content(item("reasoning", summary=[])) == [empty]


FUNCTION = item("function_call", call_id="c", name="f", arguments='{"a": 1}')


@pytest.mark.parametrize(
    ("given", "call"),
    [
        (FUNCTION, client("f", '{"a": 1}')),
        (
            {**FUNCTION, "async": True, "namespace": "crm", "caller": {"type": "program", "caller_id": "p"}},
            client("f", '{"a": 1}', **{"async": True}, namespace="crm", caller={"type": "program", "callerId": "p"}),
        ),
        ({**FUNCTION, "caller": {"type": "direct"}}, client("f", '{"a": 1}', caller={"type": "direct"})),
        (item("custom_tool_call", call_id="c", name="poem", input='a"b'), client("poem", '"a\\"b"')),
        (
            item("apply_patch_call", call_id="c", status="completed", operation=PATCH),
            client("apply_patch", PATCH_INPUT),
        ),
        (SCREEN, client("computer", SCREEN_INPUT)),
    ],
)
def test_calls_that_the_caller_must_run_end_the_answer(given: Any, call: Any) -> None:
    read = answer(given)
    assert (read["content"], read["finish_reason"]) == ([call], {"unified": "tool-calls"})


def test_a_local_shell_call_keeps_the_wire_s_spelling() -> None:
    action = {"type": "exec", "command": ["ls"], "timeout_ms": 5}
    call = client("local_shell", '{"action":{"type":"exec","command":["ls"],"timeout_ms":5}}')
    assert content(item("local_shell_call", call_id="c", action=action)) == [call]


def test_a_computer_call_that_cannot_be_answered_is_told_as_if_the_provider_had_run_it() -> None:
    value = {"type": "computer_use_tool_result", "status": "incomplete"}
    read = answer(item("computer_call", status="incomplete"))
    assert read["content"] == [hosted("computer_use", ""), result("computer_use", value)]
    assert read["finish_reason"] == {"unified": "stop"}


def test_older_computer_calls_have_one_action() -> None:
    (call,) = content(item("computer_call", call_id="c", status="completed", action={"type": "wait"}))
    assert call["input"] == '{"actions":[{"type":"wait"}],"pendingSafetyChecks":[],"status":"completed"}'


def test_hosted_searches_for_tools_are_answered_in_order() -> None:
    search = item("tool_search_call", execution="server", call_id=None, status="completed")
    calls = [{**search, "id": f"s{number}", "arguments": number} for number in (1, 2)]
    output = item("tool_search_output", execution="server", call_id=None, status="completed", tools=[])
    read = content(*calls, output, output, output)
    assert [part["toolCallId"] for part in read] == ["s1", "s2", "s1", "s2", "it"]
    assert read[0] == hosted(
        "tool_search", '{"arguments":1,"call_id":null}', "s1", providerMetadata=openai(itemId="s1")
    )


def test_a_client_search_for_tools_goes_by_its_call_id() -> None:
    call = item("tool_search_call", execution="client", call_id="c", status="completed", arguments={"q": 1})
    assert content(call) == [client("tool_search", '{"arguments":{"q":1},"call_id":"c"}')]


def test_an_approved_call_goes_by_the_id_of_the_call_that_asked() -> None:
    call = item("mcp_call", status="completed", arguments="{}", name="n", server_label="s", approval_request_id="ap")
    facts = context(approval_tool_call_ids={"ap": "asked"})
    assert [part["toolCallId"] for part in content(call, facts=facts)] == ["asked", "asked"]
    assert [part["toolCallId"] for part in content(call)] == ["it", "it"]


WRAPPER = (
    '{"tool_uses":[{"recipient_name":"functions.f","parameters":{"a":1}},'
    '{"recipient_name":"functions.g","parameters":{}}]}'
)


def test_a_wrapper_is_taken_apart_into_its_calls() -> None:
    facts = context(function_names=frozenset({"f", "g"}))
    wrapper = {"itemId": "it", "toolCallId": "c", "toolName": "parallel"}
    assert content(item("function_call", call_id="c", name="parallel", arguments=WRAPPER), facts=facts) == [
        {
            "type": "tool-call",
            "toolCallId": "c_0",
            "toolName": "f",
            "input": '{"a":1}',
            "providerMetadata": openai(parallelToolCall={**wrapper, "input": WRAPPER, "index": 0, "count": 2}),
        },
        {
            "type": "tool-call",
            "toolCallId": "c_1",
            "toolName": "g",
            "input": "{}",
            "providerMetadata": openai(parallelToolCall={**wrapper, "index": 1, "count": 2}),
        },
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        WRAPPER.replace("functions.g", "functions.h"),
        WRAPPER.replace("functions.g", "g"),
        WRAPPER.replace('"parameters":{}', '"parameters":5'),
        '{"tool_uses":[]}',
        '{"tool_uses":[5]}',
        "[]",
        "no json",
    ],
)
def test_what_is_no_wrapper_stays_one_call(arguments: str) -> None:
    facts = context(function_names=frozenset({"f", "g"}))
    given = item("function_call", call_id="c", name="parallel", arguments=arguments)
    assert content(given, facts=facts) == [client("parallel", arguments)]


def test_a_declared_function_may_have_the_wrapper_s_name() -> None:
    facts = context(function_names=frozenset({"f", "g", "parallel"}))
    given = item("function_call", call_id="c", name="parallel", arguments=WRAPPER)
    assert content(given, facts=facts) == [client("parallel", WRAPPER)]


def test_tools_go_by_the_caller_s_names() -> None:
    mapping = ToolNameMapping(custom_names={"file_search": "files", "shell": "sh"})
    facts = context(tool_name_mapping=mapping, web_search_tool_name="web", is_shell_provider_executed=True)
    output = [
        item("file_search_call", queries=[]),
        item("web_search_call", status="completed"),
        item("shell_call", call_id="c", status="completed", action={"commands": []}),
    ]
    read = content(*output, facts=facts)
    assert [part["toolName"] for part in read] == ["files", "files", "web", "web", "sh"]
    assert read[-1]["providerExecuted"] is True


@pytest.mark.parametrize(
    ("reason", "unified"),
    [("max_output_tokens", "length"), ("content_filter", "content-filter"), ("other_reason", "other")],
)
def test_an_incomplete_answer_says_why(reason: str, unified: str) -> None:
    given = answer(incomplete_details={"reason": reason})
    assert given["finish_reason"] == {"unified": unified, "raw": reason}


def test_tokens_are_counted_by_how_they_were_used() -> None:
    raw = {
        "input_tokens": 10,
        "input_tokens_details": {"cached_tokens": 4, "cache_write_tokens": 1, "extra": [None]},
        "output_tokens": 5,
        "output_tokens_details": {"reasoning_tokens": 2},
        "total_tokens": 15,
    }
    assert answer(usage=raw)["usage"] == {
        "inputTokens": {"total": 10, "noCache": 5, "cacheRead": 4, "cacheWrite": 1},
        "outputTokens": {"total": 5, "text": 3, "reasoning": 2},
        "raw": raw,
    }
    assert answer(usage=None)["usage"] == {"inputTokens": {}, "outputTokens": {}}


def test_the_response_says_more_than_the_specification() -> None:
    diagnostics = {"type": "miss", "reason": None}
    given = answer(
        message(text("Hi", logprobs=LOGPROBS)),
        facts=context(wants_logprobs=True, provider_options_name="azure"),
        service_tier="flex",
        reasoning={"context": "auto"},
        prompt_cache_diagnostics=diagnostics,
    )
    assert given["metadata"] == {
        "azure": {
            "responseId": "resp",
            "logprobs": [LOGPROBS],
            "serviceTier": "flex",
            "reasoningContext": "auto",
            "promptCacheDiagnostics": diagnostics,
        }
    }
