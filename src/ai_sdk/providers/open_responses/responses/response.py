"""An answer of Open Responses in the specification's words.

Servers differ in what they send, so nothing is checked beforehand: what is not there is missed where it is needed.

Ports: @ai-sdk/open-responses/src/responses/open-responses-language-model.ts
Ports: @ai-sdk/open-responses/src/responses/map-open-responses-finish-reason.ts
Ports: @ai-sdk/open-responses/src/responses/open-responses-api.ts
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ai_sdk.provider import (
    APICallError,
    InvalidResponseDataError,
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4UnifiedFinishReason,
    LanguageModelV4Usage,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.response_handler import ApiResponse
from ai_sdk.providers.open_responses.responses.history import parse_output_text_annotations

__all__ = [
    "MISSING",
    "DecodedItems",
    "UncheckedJSON",
    "check_response",
    "convert_usage",
    "read_finish_reason",
    "read_response",
    "reasoning_metadata",
    "text_metadata",
]

UncheckedJSON = Any
"""An object from a server that may lack anything, or hold anything else."""

DecodedItems = Mapping[int, list[LanguageModelV4Content]]
"""What extensions read, by the item's place in the output."""

MISSING = (AttributeError, KeyError, TypeError, ValueError)
"""What Python raises for JSON that lacks what it is asked for."""

_BAD_REQUEST = 400
_SERVER_ERROR = 500


def check_response(response: ApiResponse[Any], url: str, body: Any) -> None:
    """Raise `APICallError` for an answer that is an error or has no output, although its status says otherwise."""
    answer = response.value if isinstance(response.value, dict) else {}
    error = answer.get("error")
    if error:
        message, status_code = (error.get("message") if isinstance(error, dict) else None) or "", _BAD_REQUEST
    elif answer.get("output") is None:
        details = answer.get("incomplete_details")
        reason = details.get("reason") if isinstance(details, dict) else None
        detail = answer.get("status") if reason is None else reason
        message = f"Responses API returned no output ({detail})" if detail else "Responses API returned no output"
        status_code = _SERVER_ERROR
    else:
        return
    raise APICallError(
        message,
        url=url,
        request_body_values=body,
        status_code=status_code,
        response_headers=response.response_headers,
        response_body=response.raw_value,
        is_retryable=False,
    )


def read_response(response: UncheckedJSON, name: str, decoded: DecodedItems) -> ModelOutput:
    """Turn an answer that has output into content; raises `InvalidResponseDataError` when it lacks a part of itself."""
    try:
        content = [
            part
            for index, item in enumerate(response["output"])
            for part in (decoded[index] if index in decoded else _read_item(item, name))
        ]
        reason = (response.get("incomplete_details") or {}).get("reason")
        has_tool_calls = any(part.type == "tool-call" for part in content)
        return ModelOutput(
            content=content,
            finish_reason=read_finish_reason(reason, has_tool_calls=has_tool_calls),
            usage=convert_usage(response.get("usage") or {}),
            metadata=create_language_model_response_metadata(
                id=response.get("id"), model=response.get("model"), created=response.get("created_at")
            ),
        )
    except MISSING as error:
        raise InvalidResponseDataError(data=response) from error


def _read_item(item: UncheckedJSON, name: str) -> Iterator[LanguageModelV4Content]:
    match item.get("type"):
        case "reasoning":
            yield from _read_reasoning(item, name)
        case "message":
            for part in item["content"]:
                metadata = text_metadata(item, [part], name)
                yield LanguageModelV4Text(text=part.get("text") or "", provider_metadata=metadata)
        case "function_call":
            yield LanguageModelV4ToolCall(
                tool_call_id=item["call_id"],
                tool_name=item["name"],
                input=item["arguments"],
                provider_metadata={name: {"itemId": item.get("id")}},
            )


def _read_reasoning(item: UncheckedJSON, name: str) -> Iterator[LanguageModelV4Content]:
    for part in item.get("content") or ():
        metadata = reasoning_metadata({**item, "content": [part]}, name)
        yield LanguageModelV4Reasoning(text=part["text"], provider_metadata=metadata)
    if not item.get("content"):
        text = "".join(part["text"] for part in item["summary"])
        yield LanguageModelV4Reasoning(text=text, provider_metadata=reasoning_metadata(item, name))


def reasoning_metadata(item: UncheckedJSON, name: str) -> SharedV4ProviderMetadata:
    """Return what a later turn needs to send the reasoning back."""
    content = item.get("content")
    metadata: JSONObject = {
        "itemId": item.get("id"),
        "reasoningSummary": [{"type": "summary_text", "text": part["text"]} for part in item["summary"]],
        "reasoningContent": content
        if content is None
        else [{"type": "reasoning_text", "text": part["text"]} for part in content],
    }
    if item.get("encrypted_content") is not None:
        metadata["reasoningEncryptedContent"] = item["encrypted_content"]
    return {name: metadata}


def text_metadata(item: UncheckedJSON, content: UncheckedJSON, name: str) -> SharedV4ProviderMetadata:
    """Return what a later turn needs to send a message back: its id, and the citations of its parts."""
    parts = (part for part in content if isinstance(part, dict))
    annotations = [each for part in parts for each in parse_output_text_annotations(part.get("annotations")) or ()]
    return {name: {"itemId": item.get("id"), **({"annotations": annotations} if annotations else {})}}


def read_finish_reason(reason: str | None, *, has_tool_calls: bool) -> LanguageModelV4FinishReason:
    """Return why an answer ended; one without a reason ended by itself."""
    unified: LanguageModelV4UnifiedFinishReason
    match reason:
        case "max_output_tokens":
            unified = "length"
        case "content_filter":
            unified = "content-filter"
        case None:
            unified = "tool-calls" if has_tool_calls else "stop"
        case _:
            unified = "tool-calls" if has_tool_calls else "other"
    return LanguageModelV4FinishReason(unified=unified, raw=reason)


def convert_usage(usage: UncheckedJSON) -> LanguageModelV4Usage:
    """Return token counts; what the server does not tell counts as none where it is subtracted from."""
    read, written = usage.get("input_tokens"), usage.get("output_tokens")
    cached = (usage.get("input_tokens_details") or {}).get("cached_tokens")
    reasoning = (usage.get("output_tokens_details") or {}).get("reasoning_tokens")
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=read, no_cache=(read or 0) - (cached or 0), cache_read=cached),
        output_tokens=LanguageModelV4OutputTokens(
            total=written, text=(written or 0) - (reasoning or 0), reasoning=reasoning
        ),
        raw=usage or None,
    )
