"""Whole answers of `generateContent`."""

from typing import Any

import pytest
from ai_sdk_generated.google.generate_content import wire

from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping
from ai_sdk.providers.google.generate_content.context import GenerateContentContext
from ai_sdk.providers.google.generate_content.response import GoogleAnswer, read_response
from ai_sdk.providers.google.generate_content.usage import add_google_usage_metadata
from tests.providers.google.calls import PIXEL, ids

NOTHING = {
    "promptFeedback": None,
    "groundingMetadata": None,
    "urlContextMetadata": None,
    "safetyRatings": None,
    "usageMetadata": None,
    "finishMessage": None,
    "serviceTier": None,
}


def read(*responses: Any, headers: dict[str, str] | None = None, **facts: Any) -> Any:
    settings = {"namespaces": ("google",), "tool_name_mapping": ToolNameMapping(), "generate_id": ids(), **facts}
    answer = GoogleAnswer(responses=[load(wire.Response, each) for each in responses], headers=headers or {})
    return read_response(answer, GenerateContentContext(**settings))


def candidate(*parts: Any, **more: Any) -> dict[str, Any]:
    return {"candidates": [{"content": {"parts": list(parts)}, "finishReason": "STOP", **more}]}


def content(*parts: Any, **facts: Any) -> Any:
    return [dump(part) for part in read(candidate(*parts), **facts).content]


def signed(signature: str, **more: Any) -> dict[str, Any]:
    return {"google": {"thoughtSignature": signature, **more}}


CODE = {"executableCode": {"language": "PYTHON", "code": "1"}}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            [{"text": "a"}, {"text": "b", "thought": True}],
            [{"type": "text", "text": "a"}, {"type": "reasoning", "text": "b"}],
        ),
        ([{"text": "", "thoughtSignature": "s"}], []),
        ([{"text": "a", "thoughtSignature": ""}], [{"type": "text", "text": "a"}]),
        (
            [{"text": "a", "thoughtSignature": "s"}, {"text": "", "thoughtSignature": "t"}],
            [{"type": "text", "text": "a", "providerMetadata": signed("t")}],
        ),
        (
            [{"inlineData": {"mimeType": "image/png", "data": PIXEL}, "thought": True, "thoughtSignature": "s"}],
            [
                {
                    "type": "reasoning-file",
                    "mediaType": "image/png",
                    "data": {"type": "data", "data": PIXEL},
                    "providerMetadata": signed("s"),
                }
            ],
        ),
        (
            [{"functionCall": {"name": "f", "args": {"b": 1.0, "a": "é"}, "id": ""}}, {"functionCall": {"args": {}}}],
            [{"type": "tool-call", "toolCallId": "id-0", "toolName": "f", "input": '{"b":1,"a":"é"}'}],
        ),
        (
            [{"functionCall": {"name": "f", "id": "1"}}],
            [{"type": "tool-call", "toolCallId": "1", "toolName": "f", "input": "{}"}],
        ),
        ([{"new": 1}, {"executableCode": {"language": "P", "code": ""}}], []),
        (
            [{"toolResponse": {"toolType": "S", "id": "9"}}],
            [
                {
                    "type": "tool-result",
                    "toolCallId": "9",
                    "toolName": "server:S",
                    "result": {},
                    "providerMetadata": {"google": {"serverToolCallId": "9", "serverToolType": "S"}},
                }
            ],
        ),
    ],
)
def test_parts_become_content(parts: Any, expected: Any) -> None:
    assert content(*parts) == expected


def test_code_and_what_it_gave_belong_together_under_the_callers_name() -> None:
    mapping = ToolNameMapping(custom_names={"code_execution": "run"})
    results = [{"codeExecutionResult": {"outcome": "OK", "output": "2"}}, {"codeExecutionResult": {"outcome": "BAD"}}]
    call = {"type": "tool-call", "toolCallId": "id-0", "toolName": "run", "providerExecuted": True}
    given = {"type": "tool-result", "toolCallId": "id-0", "toolName": "run"}
    assert content(CODE, *results, tool_name_mapping=mapping) == [
        {**call, "input": '{"language":"PYTHON","code":"1"}'},
        {**given, "result": {"outcome": "OK", "output": "2"}},
        {**given, "result": {"outcome": "BAD", "output": ""}},
    ]


def test_server_tools_are_dynamic_calls_with_results() -> None:
    call = {"toolCall": {"toolType": "S", "args": {"q": 1}, "id": ""}, "thoughtSignature": "s"}
    result = {"toolResponse": {"toolType": "S", "response": {"n": 1}, "id": "other"}}
    facts = {"serverToolCallId": "id-0", "serverToolType": "S"}
    assert content(call, result) == [
        {
            "type": "tool-call",
            "toolCallId": "id-0",
            "toolName": "server:S",
            "input": '{"q":1}',
            "providerExecuted": True,
            "dynamic": True,
            "providerMetadata": signed("s", **facts),
        },
        {
            "type": "tool-result",
            "toolCallId": "id-0",
            "toolName": "server:S",
            "result": {"n": 1},
            "providerMetadata": {"google": facts},
        },
    ]


def test_the_json_function_is_the_text_and_other_text_is_left_out() -> None:
    calls = [
        {"functionCall": {"name": "json", "args": args}, "thoughtSignature": "s"} for args in ({"a": 1}, "{}", None)
    ]
    texts = [{"text": "chat"}, {"text": "hm", "thought": True}]
    expected = [{"type": "text", "text": text, "providerMetadata": signed("s")} for text in ('{"a":1}', "{}", "{}")]
    assert content(*texts, *calls, json_response_tool_name="json") == [{"type": "reasoning", "text": "hm"}, *expected]


def context_chunk(**values: Any) -> dict[str, Any]:
    return {"retrievedContext": values}


@pytest.mark.parametrize(
    ("chunk", "source"),
    [
        ({"web": {"uri": "https://a.dev", "title": None}}, {"sourceType": "url", "url": "https://a.dev"}),
        (
            {"image": {"sourceUri": "https://a.dev/p", "imageUri": "https://a.dev/i", "title": "t"}},
            {"sourceType": "url", "url": "https://a.dev/p", "title": "t"},
        ),
        (context_chunk(uri="http://a.dev", title="t"), {"sourceType": "url", "url": "http://a.dev", "title": "t"}),
        (
            context_chunk(uri="gs://b/x.pdf"),
            {
                "sourceType": "document",
                "mediaType": "application/pdf",
                "title": "Unknown Document",
                "filename": "x.pdf",
            },
        ),
        (
            context_chunk(uri="gs://b/x.md", title="t"),
            {"sourceType": "document", "mediaType": "text/markdown", "title": "t", "filename": "x.md"},
        ),
        (
            context_chunk(uri="gs://b/x.bin"),
            {
                "sourceType": "document",
                "mediaType": "application/octet-stream",
                "title": "Unknown Document",
                "filename": "x.bin",
            },
        ),
        (
            context_chunk(fileSearchStore="stores/s", title="t"),
            {"sourceType": "document", "mediaType": "application/octet-stream", "title": "t", "filename": "s"},
        ),
        (context_chunk(text="t"), None),
        ({"maps": {"uri": "https://m.dev", "title": "t"}}, {"sourceType": "url", "url": "https://m.dev", "title": "t"}),
        ({"maps": {"placeId": "p"}}, None),
        ({}, None),
    ],
)
def test_grounding_becomes_sources(chunk: Any, source: Any) -> None:
    output = read(candidate(groundingMetadata={"groundingChunks": [chunk]}))
    expected = [] if source is None else [{"type": "source", "id": "id-0", **source}]
    assert [dump(part) for part in output.content] == expected


@pytest.mark.parametrize(
    ("response", "unified", "raw"),
    [
        (candidate({"text": "a"}), "stop", "STOP"),
        (candidate({"functionCall": {"name": "f"}}), "tool-calls", "STOP"),
        (candidate(CODE), "stop", "STOP"),
        (candidate(finishReason="MAX_TOKENS"), "length", "MAX_TOKENS"),
        (candidate(finishReason="SPII"), "content-filter", "SPII"),
        (candidate(finishReason="MALFORMED_FUNCTION_CALL"), "error", "MALFORMED_FUNCTION_CALL"),
        (candidate(finishReason="NEW"), "other", "NEW"),
        ({"candidates": []}, "other", None),
        ({"promptFeedback": {"blockReason": "SAFETY"}}, "content-filter", "SAFETY"),
        ({"promptFeedback": {"blockReason": "BLOCK_REASON_UNSPECIFIED"}}, "other", None),
        ({**candidate(), "promptFeedback": {"blockReason": "SAFETY"}}, "stop", "STOP"),
    ],
)
def test_the_reason_to_stop_is_the_candidates_or_the_prompts(response: Any, unified: str, raw: str | None) -> None:
    reason = read(response).finish_reason
    assert (reason.unified, reason.raw) == (unified, raw)


def test_usage_counts_tools_and_thoughts() -> None:
    usage = {
        "promptTokenCount": 20,
        "candidatesTokenCount": 5,
        "thoughtsTokenCount": 7,
        "cachedContentTokenCount": 8,
        "toolUsePromptTokenCount": 3,
        "new": None,
    }
    assert dump(read({**candidate(), "usageMetadata": usage}).usage) == {
        "inputTokens": {"total": 23, "noCache": 15, "cacheRead": 8},
        "outputTokens": {"total": 12, "text": 5, "reasoning": 7},
        "raw": usage,
    }
    assert dump(read(candidate()).usage) == {"inputTokens": {}, "outputTokens": {}}


def test_metadata_tells_what_has_no_place_elsewhere_under_each_namespace() -> None:
    grounding = {"webSearchQueries": ["q"], "retrievalMetadata": {"webDynamicRetrievalScore": 0.5}}
    response = {
        **candidate(
            groundingMetadata={**grounding, "new": 1},
            urlContextMetadata={"urlMetadata": []},
            safetyRatings=[{"category": "C", "blocked": True}],
            finishMessage="m",
            continuationToken="t",
        ),
        "promptFeedback": {"safetyRatings": []},
        "usageMetadata": {"serviceTier": "flex"},
        "responseId": "r",
    }
    output = read(response, headers={"x-gemini-service-tier": "other"}, namespaces=("googleVertex", "vertex"))
    expected = {
        "promptFeedback": {"safetyRatings": []},
        "groundingMetadata": grounding,
        "urlContextMetadata": {"urlMetadata": []},
        "safetyRatings": [{"category": "C", "blocked": True}],
        "usageMetadata": {"serviceTier": "flex"},
        "finishMessage": "m",
        "serviceTier": "flex",
        "continuationToken": "t",
    }
    assert output.provider_metadata == {"googleVertex": expected, "vertex": expected}
    assert output.metadata.id == "r"


def test_without_anything_the_metadata_is_empty_but_for_the_tier_of_the_headers() -> None:
    output = read({}, headers={"x-gemini-service-tier": "flex"})
    assert (output.content, output.provider_metadata) == ([], {"google": {**NOTHING, "serviceTier": "flex"}})


def test_an_answer_of_several_requests_is_one() -> None:
    first = candidate({"functionCall": {"name": "f", "id": "1"}}, finishReason="CONTINUATION", groundingMetadata={})
    usage = {"promptTokenCount": 3, "candidatesTokenCount": 4, "trafficType": "A"}
    last = {**candidate({"text": "b"}), "usageMetadata": {"promptTokenCount": 9, "trafficType": "B"}}
    output = read({**first, "usageMetadata": usage}, last)
    assert [part.type for part in output.content] == ["tool-call", "text"]
    assert output.finish_reason.unified == "stop"
    total = {"promptTokenCount": 12, "candidatesTokenCount": 4, "trafficType": "B"}
    assert output.provider_metadata == {
        "google": {
            **NOTHING,
            "usageMetadata": total,
            "groundingMetadataPerRequest": [{}, None],
            "initialPromptTokenCount": 3,
        }
    }


@pytest.mark.parametrize(
    ("first", "second", "total"),
    [
        (None, None, None),
        ({"a": 1}, None, {"a": 1}),
        (None, {"a": 1}, {"a": 1}),
        ({"totalTokenCount": None}, {"totalTokenCount": None}, {"totalTokenCount": None}),
        (
            {"promptTokensDetails": [{"modality": "TEXT", "tokenCount": 1}], "cacheTokensDetails": None},
            {"promptTokensDetails": [{"modality": "IMAGE", "tokenCount": 2}, {"modality": "TEXT", "tokenCount": 3}]},
            {
                "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 4}, {"modality": "IMAGE", "tokenCount": 2}],
                "cacheTokensDetails": None,
            },
        ),
        (
            {"cacheTokensDetails": [{"modality": "TEXT", "tokenCount": 1}]},
            {"cacheTokensDetails": None},
            {"cacheTokensDetails": [{"modality": "TEXT", "tokenCount": 1}]},
        ),
    ],
)
def test_usage_of_two_requests_is_summed(first: Any, second: Any, total: Any) -> None:
    assert add_google_usage_metadata(first, second) == total
