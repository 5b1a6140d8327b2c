"""A chat response of Mistral in the specification's words.

Ports: @ai-sdk/mistral/src/mistral-chat-language-model.ts, @ai-sdk/mistral/src/map-mistral-finish-reason.ts
Ports: @ai-sdk/mistral/src/get-response-metadata.ts
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ai_sdk_generated.mistral.chat import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    LanguageModelV4Content,
    LanguageModelV4FinishReason,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4UnifiedFinishReason,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.mistral.usage import convert_mistral_usage

__all__ = ["Content", "extract_reasoning", "extract_text", "no_choice", "read_finish_reason", "read_response"]

Content = str | list[wire.MistralContentValue] | None
"""What Mistral says in a message or a piece of one."""

_FINISH_REASONS: Mapping[str | None, LanguageModelV4UnifiedFinishReason] = MappingProxyType(
    {
        "stop": "stop",
        "length": "length",
        "model_length": "length",
        "tool_calls": "tool-calls",
        "error": "error",
    }
)


def read_response(response: wire.MistralChatResponse, raw_response: Any) -> ModelOutput:
    """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
    if not response.choices:
        raise no_choice(raw_response)
    choice = response.choices[0]
    calls = [
        LanguageModelV4ToolCall(tool_call_id=call.id, tool_name=call.function.name, input=call.function.arguments)
        for call in choice.message.tool_calls or []
    ]
    return ModelOutput(
        content=[*_read_content(choice.message.content), *calls],
        finish_reason=read_finish_reason(choice.finish_reason),
        usage=convert_mistral_usage(dump_wire(response.usage)),
        metadata=create_language_model_response_metadata(
            id=response.id, model=response.model, created=response.created
        ),
    )


def no_choice(data: Any) -> InvalidResponseDataError:
    """Return the error of a response or chunk without a choice."""
    return InvalidResponseDataError("Response did not contain any choices.", data=data)


def _read_content(content: Content) -> list[LanguageModelV4Content]:
    if not isinstance(content, list):
        return [LanguageModelV4Text(text=content)] if content else []
    parts: list[LanguageModelV4Content] = []
    for item in content:
        if reasoning := extract_reasoning(item):
            parts.append(LanguageModelV4Reasoning(text=reasoning))
        elif text := extract_text([item]):
            parts.append(LanguageModelV4Text(text=text))
    return parts


def extract_reasoning(item: wire.MistralContentValue) -> str:
    """Return what the model thought, if that is what the item says."""
    if not isinstance(item, wire.MistralContentValueThinking):
        return ""
    return "".join(chunk.text for chunk in item.thinking)


def extract_text(content: Content) -> str:
    """Return what the model said; images and references are left out."""
    if isinstance(content, list):
        return "".join(item.text for item in content if isinstance(item, wire.MistralContentValueText))
    return content or ""


def read_finish_reason(finish_reason: str | None) -> LanguageModelV4FinishReason:
    """Return a finish reason in both words; one that is not known is `other`."""
    return LanguageModelV4FinishReason(unified=_FINISH_REASONS.get(finish_reason, "other"), raw=finish_reason)
