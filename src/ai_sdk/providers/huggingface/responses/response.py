"""An answer of the Hugging Face Responses API in the specification's words.

Ports: @ai-sdk/huggingface/src/responses/huggingface-responses-language-model.ts
Ports: @ai-sdk/huggingface/src/responses/convert-huggingface-responses-usage.ts
Ports: @ai-sdk/huggingface/src/responses/map-huggingface-responses-finish-reason.ts
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ai_sdk_generated.huggingface.responses import wire

from ai_sdk.provider import (
    APICallError,
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Reasoning,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolResult,
    LanguageModelV4UnifiedFinishReason,
    LanguageModelV4Usage,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire, stringify
from ai_sdk.provider_utils.response_handler import ApiResponse

__all__ = [
    "check_response",
    "convert_huggingface_responses_usage",
    "item_metadata",
    "read_finish_reason",
    "read_response",
]

_BAD_REQUEST = 400
_FINISH_REASONS: Mapping[str, LanguageModelV4UnifiedFinishReason] = MappingProxyType(
    {
        "stop": "stop",
        "length": "length",
        "content_filter": "content-filter",
        "tool_calls": "tool-calls",
        "error": "error",
    }
)


def check_response(response: ApiResponse[wire.HuggingfaceResponsesResponse], url: str, body: Any) -> None:
    """Raise `APICallError` for an answer that is an error, although its status says otherwise."""
    error = response.value.error
    if not error:
        return
    message = error.get("message") if isinstance(error, dict) else None
    raise APICallError(
        message if isinstance(message, str) else stringify(error),
        url=url,
        request_body_values=body,
        status_code=_BAD_REQUEST,
        response_headers=response.response_headers,
        response_body=response.raw_value,
        is_retryable=False,
    )


def read_response(response: wire.HuggingfaceResponsesResponse, generate_id: IdGenerator) -> ModelOutput:
    """Turn an answer into content."""
    details = response.incomplete_details
    return ModelOutput(
        content=[part for item in response.output for part in _read_item(item, generate_id)],
        finish_reason=read_finish_reason(None if details is None else details.reason),
        usage=convert_huggingface_responses_usage(None if response.usage is None else dump_wire(response.usage)),
        provider_metadata={"huggingface": {"responseId": response.id}},
        metadata=create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created_at
        ),
    )


def read_finish_reason(reason: str | None) -> LanguageModelV4FinishReason:
    """Return why an answer ended; one without a reason ended by itself."""
    return LanguageModelV4FinishReason(
        unified=_FINISH_REASONS.get("stop" if reason is None else reason, "other"), raw=reason
    )


def convert_huggingface_responses_usage(usage: JSONObject | None) -> LanguageModelV4Usage:
    """Return token counts; none when the router tells none."""
    if usage is None:
        return LanguageModelV4Usage()
    cached = _count(usage.get("input_tokens_details"), "cached_tokens")
    reasoning = _count(usage.get("output_tokens_details"), "reasoning_tokens")
    read, written = usage.get("input_tokens"), usage.get("output_tokens")
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(
            total=read, no_cache=None if read is None else read - cached, cache_read=cached
        ),
        output_tokens=LanguageModelV4OutputTokens(
            total=written, text=None if written is None else written - reasoning, reasoning=reasoning
        ),
        raw=usage,
    )


def _count(details: JSONObject | None, name: str) -> int | float:
    count: int | float = (details or {}).get(name) or 0
    return count


def item_metadata(item_id: str) -> SharedV4ProviderMetadata:
    """Return the metadata that names the output item of a part."""
    return {"huggingface": {"itemId": item_id}}


def _read_item(item: wire.HuggingfaceResponsesOutput, generate_id: IdGenerator) -> Iterator[LanguageModelV4Content]:
    match item:
        case wire.HuggingfaceResponsesOutputMessage():
            yield from _read_message(item, generate_id)
        case wire.HuggingfaceResponsesOutputReasoning():
            for part in item.content:
                yield LanguageModelV4Reasoning(text=part.text, provider_metadata=item_metadata(item.id))
        case wire.HuggingfaceResponsesOutputMcpListTools():
            yield from _read_tool_list(item)
        case wire.HuggingfaceResponsesOutputMcpCall():
            yield LanguageModelV4ToolCall(
                tool_call_id=item.id, tool_name=item.name, input=item.arguments, provider_executed=True
            )
            if item.output:
                yield LanguageModelV4ToolResult(tool_call_id=item.id, tool_name=item.name, result=item.output)
        case wire.HuggingfaceResponsesOutputFunctionCall():
            yield LanguageModelV4ToolCall(tool_call_id=item.call_id, tool_name=item.name, input=item.arguments)
            if item.output:
                yield LanguageModelV4ToolResult(tool_call_id=item.call_id, tool_name=item.name, result=item.output)


def _read_message(
    item: wire.HuggingfaceResponsesOutputMessage, generate_id: IdGenerator
) -> Iterator[LanguageModelV4Content]:
    for part in item.content:
        yield LanguageModelV4Text(text=part.text, provider_metadata=item_metadata(item.id))
        for annotation in part.annotations or ():
            said = annotation if isinstance(annotation, dict) else {}
            yield LanguageModelV4SourceUrl(id=generate_id(), url=said.get("url", ""), title=said.get("title"))


def _read_tool_list(item: wire.HuggingfaceResponsesOutputMcpListTools) -> Iterator[LanguageModelV4Content]:
    name = "list_tools"
    yield LanguageModelV4ToolCall(
        tool_call_id=item.id,
        tool_name=name,
        input=stringify({"server_label": item.server_label}),
        provider_executed=True,
    )
    if item.tools is not None:
        yield LanguageModelV4ToolResult(tool_call_id=item.id, tool_name=name, result={"tools": item.tools})
