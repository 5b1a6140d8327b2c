"""A chat response of Cohere in the specification's words.

Ports: @ai-sdk/cohere/src/cohere-chat-language-model.ts, @ai-sdk/cohere/src/convert-cohere-usage.ts
Ports: @ai-sdk/cohere/src/map-cohere-finish-reason.ts
"""

from collections.abc import Mapping
from types import MappingProxyType

from ai_sdk_generated.cohere.chat import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Reasoning,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4SourceDocument,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4UnifiedFinishReason,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire

__all__ = ["convert_cohere_usage", "read_finish_reason", "read_response"]

_FINISH_REASONS: Mapping[str, LanguageModelV4UnifiedFinishReason] = MappingProxyType(
    {
        "COMPLETE": "stop",
        "STOP_SEQUENCE": "stop",
        "MAX_TOKENS": "length",
        "ERROR": "error",
        "TOOL_CALL": "tool-calls",
    }
)


def read_response(response: wire.CohereChatResponse, generate_id: IdGenerator) -> ModelOutput:
    """Turn a response into content: what was said, then its citations as sources, then tool calls."""
    message = response.message
    content: list[LanguageModelV4Content] = []
    for item in message.content or []:
        if isinstance(item, wire.CohereChatChunkContentStartDeltaMessageContentText):
            content += [LanguageModelV4Text(text=item.text)] if item.text else []
        elif item.thinking:
            content.append(LanguageModelV4Reasoning(text=item.thinking))
    content += [_source(citation, generate_id()) for citation in message.citations or []]
    content += [_tool_call(tool_call) for tool_call in message.tool_calls or []]
    return ModelOutput(
        content=content,
        finish_reason=read_finish_reason(response.finish_reason),
        usage=convert_cohere_usage(response.usage),
        metadata=LanguageModelV4ResponseMetadata(id=response.generation_id),
    )


def _source(citation: wire.CohereChatResponseMessageCitation, source_id: str) -> LanguageModelV4SourceDocument:
    metadata: JSONObject = {
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "sources": [dump_wire(source) for source in citation.sources],
    }
    if citation.type:
        metadata["citationType"] = citation.type
    return LanguageModelV4SourceDocument(
        id=source_id,
        media_type="text/plain",
        title=(citation.sources[0].document.title if citation.sources else "") or "Document",
        provider_metadata={"cohere": metadata},
    )


def _tool_call(tool_call: wire.CohereChatChunkToolCallStartDeltaMessageToolCalls) -> LanguageModelV4ToolCall:
    function = tool_call.function
    # A tool without arguments is sometimes called with `null`.
    arguments = "{}" if function.arguments == "null" else function.arguments
    return LanguageModelV4ToolCall(tool_call_id=tool_call.id, tool_name=function.name, input=arguments)


def read_finish_reason(finish_reason: str) -> LanguageModelV4FinishReason:
    """Return a finish reason in both words; one that is not known is `other`."""
    return LanguageModelV4FinishReason(unified=_FINISH_REASONS.get(finish_reason, "other"), raw=finish_reason)


def convert_cohere_usage(usage: wire.CohereUsage | None) -> LanguageModelV4Usage:
    """Return token counts; what Cohere does not report is absent."""
    if usage is None:
        return LanguageModelV4Usage()
    tokens = usage.tokens
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=tokens.input_tokens, no_cache=tokens.input_tokens),
        output_tokens=LanguageModelV4OutputTokens(total=tokens.output_tokens, text=tokens.output_tokens),
        raw=dump_wire(usage),
    )
