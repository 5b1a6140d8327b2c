"""An answer of Converse in the specification's words.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-chat-language-model.ts
Ports: @ai-sdk/amazon-bedrock/src/convert-amazon-bedrock-usage.ts
Ports: @ai-sdk/amazon-bedrock/src/map-amazon-bedrock-finish-reason.ts
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType

from ai_sdk_generated.amazon_bedrock.chat import wire

from ai_sdk.provider import (
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
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire, stringify
from ai_sdk.provider_utils.timestamp import date_from_text
from ai_sdk.providers.amazon_bedrock.chat.options import bedrock_metadata
from ai_sdk.providers.amazon_bedrock.chat.request import ConverseContext
from ai_sdk.providers.amazon_bedrock.chat.structured_output import JSON_RESPONSE_TOOL, JsonObjectTextExtractor
from ai_sdk.providers.amazon_bedrock.chat.tool_call_id import normalize_tool_call_id

__all__ = [
    "convert_usage",
    "read_date",
    "read_finish_reason",
    "read_response",
    "read_service_metadata",
    "read_stop_sequence",
]

_FINISH_REASONS: Mapping[str, LanguageModelV4UnifiedFinishReason] = MappingProxyType(
    {
        "stop_sequence": "stop",
        "end_turn": "stop",
        "max_tokens": "length",
        "content_filtered": "content-filter",
        "guardrail_intervened": "content-filter",
        "tool_use": "tool-calls",
    }
)


def read_response(
    response: wire.AmazonBedrockResponse, context: ConverseContext, generate_id: IdGenerator
) -> ModelOutput:
    """Turn an answer into content; the input of the tool that stands in for a JSON answer becomes text."""
    parts = response.output.message.content
    from_tool = context.uses_json_response_tool and any(
        part.tool_use is not None and part.tool_use.name == JSON_RESPONSE_TOOL for part in parts
    )
    extractor = JsonObjectTextExtractor() if context.uses_json_instruction else None
    content: list[LanguageModelV4Content] = []
    for part in parts:
        content += [LanguageModelV4Text(text=extractor.process(text) if extractor else text) for text in _texts(part)]
        if part.reasoning_content is not None:
            content.append(_reasoning(part.reasoning_content))
        if part.tool_use is not None:
            content.append(_tool_call(part.tool_use, context, generate_id))
    payload = read_service_metadata(response)
    if from_tool:
        payload["isJsonResponseFromTool"] = True
    payload["stopSequence"] = read_stop_sequence(response.additional_model_response_fields)
    return ModelOutput(
        content=content,
        finish_reason=read_finish_reason(response.stop_reason, is_json_response_from_tool=from_tool),
        usage=convert_usage(response.usage),
        provider_metadata=bedrock_metadata(payload),
    )


def _texts(part: wire.AmazonBedrockResponseOutputMessageContent) -> Iterator[str]:
    if part.text is not None:
        yield part.text
    elif part.citations_content is not None:
        for cited in part.citations_content.content or ():
            if cited.text is not None:
                yield cited.text


def _reasoning(
    content: wire.AmazonBedrockResponseMessageContentReasoningContentVariant1
    | wire.AmazonBedrockResponseMessageContentReasoningContentVariant2
    | wire.AmazonBedrockResponseMessageContentReasoningContentVariant3,
) -> LanguageModelV4Reasoning:
    if isinstance(content, wire.AmazonBedrockResponseMessageContentReasoningContentVariant1):
        text, signature = content.reasoning_text.text, content.reasoning_text.signature
        metadata = bedrock_metadata({"signature": signature}) if signature else None
        return LanguageModelV4Reasoning(text=text, provider_metadata=metadata)
    if isinstance(content, wire.AmazonBedrockResponseMessageContentReasoningContentVariant2):
        payload = {"redactedData": content.redacted_reasoning.data}
    else:
        payload = {"redactedContent": content.redacted_content}
    return LanguageModelV4Reasoning(text="", provider_metadata=bedrock_metadata(payload))


def _tool_call(
    tool_use: wire.AmazonBedrockToolUse, context: ConverseContext, generate_id: IdGenerator
) -> LanguageModelV4Content:
    if context.uses_json_response_tool and tool_use.name == JSON_RESPONSE_TOOL:
        return LanguageModelV4Text(text=stringify(tool_use.input))
    tool_call_id = tool_use.tool_use_id or generate_id()
    return LanguageModelV4ToolCall(
        tool_call_id=normalize_tool_call_id(tool_call_id, is_mistral=context.is_mistral),
        tool_name=tool_use.name,
        input=stringify({} if tool_use.input is None else tool_use.input),
    )


def read_service_metadata(source: wire.AmazonBedrockResponse | wire.AmazonBedrockStreamMetadata) -> JSONObject:
    """Return what Bedrock says of how it served the request: guardrail trace, latency, tier and cache writes."""
    payload: JSONObject = {"trace": source.trace} if isinstance(source.trace, dict | list) else {}
    if source.performance_config is not None:
        payload["performanceConfig"] = dump_wire(source.performance_config)
    if source.service_tier is not None:
        payload["serviceTier"] = dump_wire(source.service_tier)
    usage = {} if source.usage is None else dump_wire(source.usage)
    cache = {key: usage[key] for key in ("cacheWriteInputTokens", "cacheDetails") if usage.get(key) is not None}
    return payload | {"usage": cache} if cache else payload


def read_stop_sequence(fields: wire.AmazonBedrockAdditionalModelResponseFields | None) -> str | None:
    """Return the sequence that stopped the model."""
    return None if fields is None or fields.delta is None else fields.delta.stop_sequence


def read_finish_reason(stop_reason: str, *, is_json_response_from_tool: bool) -> LanguageModelV4FinishReason:
    """Return a finish reason in both words; one that is not known is `other`."""
    unified = _FINISH_REASONS.get(stop_reason, "other")
    if unified == "tool-calls" and is_json_response_from_tool:
        unified = "stop"
    return LanguageModelV4FinishReason(unified=unified, raw=stop_reason)


def convert_usage(
    usage: wire.AmazonBedrockResponseUsage | wire.AmazonBedrockStreamMetadataUsage | None,
) -> LanguageModelV4Usage:
    """Return token counts; Bedrock counts what its cache did beside the input."""
    if usage is None:
        return LanguageModelV4Usage()
    cache_read, cache_write = usage.cache_read_input_tokens or 0, usage.cache_write_input_tokens or 0
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(
            total=usage.input_tokens + cache_read + cache_write,
            no_cache=usage.input_tokens,
            cache_read=cache_read,
            cache_write=cache_write,
        ),
        output_tokens=LanguageModelV4OutputTokens(total=usage.output_tokens, text=usage.output_tokens),
        raw=dump_wire(usage),
    )


def read_date(headers: Mapping[str, str] | None) -> datetime | None:
    """Return when the answer was sent; `None` when it does not say, or says no date."""
    text = (headers or {}).get("date")
    if text is None:
        return None
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return date_from_text(text)
