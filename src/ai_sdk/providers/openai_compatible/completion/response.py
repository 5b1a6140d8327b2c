"""A text completion in the specification's words.

Ports: @ai-sdk/openai-compatible/src/completion/openai-compatible-completion-language-model.ts
Ports: @ai-sdk/openai-compatible/src/completion/convert-openai-compatible-completion-usage.ts
Ports: @ai-sdk/openai-compatible/src/completion/map-openai-compatible-finish-reason.ts
Ports: @ai-sdk/openai-compatible/src/completion/get-response-metadata.ts
"""

from typing import Any

from ai_sdk_generated.openai_compatible.completion import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4ResponseMetadata,
    LanguageModelV4Text,
    LanguageModelV4Usage,
)
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.http_language_model import ModelOutput
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.openai_compatible.chat.response import map_openai_compatible_finish_reason

__all__ = ["convert_openai_compatible_completion_usage", "get_response_metadata", "read_finish_reason", "read_response"]


def read_response(response: wire.OpenaiCompatibleCompletionResponse, raw_response: Any) -> ModelOutput:
    """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
    if not response.choices:
        raise InvalidResponseDataError("Response did not contain any choices.", data=raw_response)
    choice = response.choices[0]
    return ModelOutput(
        content=[LanguageModelV4Text(text=choice.text)] if choice.text else [],
        finish_reason=read_finish_reason(choice.finish_reason),
        usage=convert_openai_compatible_completion_usage(response.usage),
        metadata=get_response_metadata(response),
    )


def read_finish_reason(finish_reason: str) -> LanguageModelV4FinishReason:
    """Return why the model stopped."""
    return LanguageModelV4FinishReason(unified=map_openai_compatible_finish_reason(finish_reason), raw=finish_reason)


def convert_openai_compatible_completion_usage(usage: wire.Usage | None) -> LanguageModelV4Usage:
    """Return token counts of a `usage` object."""
    if usage is None:
        return LanguageModelV4Usage()
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=usage.prompt_tokens, no_cache=usage.prompt_tokens),
        output_tokens=LanguageModelV4OutputTokens(total=usage.completion_tokens, text=usage.completion_tokens),
        raw=dump_wire(usage),
    )


def get_response_metadata(
    response: wire.OpenaiCompatibleCompletionResponse | wire.OpenAICompatibleCompletionChunkVariant1,
) -> LanguageModelV4ResponseMetadata:
    """Return id, model and time of a response."""
    return create_language_model_response_metadata(id=response.id, model=response.model, created=response.created)
