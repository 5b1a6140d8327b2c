"""What a Completions response says.

Ports: @ai-sdk/openai/src/completion/openai-completion-language-model.ts
Ports: @ai-sdk/openai/src/completion/convert-openai-completion-usage.ts
Ports: @ai-sdk/openai/src/completion/map-openai-finish-reason.ts
Ports: @ai-sdk/openai/src/completion/get-response-metadata.ts
"""

from typing import Any

from ai_sdk_generated.openai.completion import wire

from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
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
from ai_sdk.providers.openai.chat.response import map_openai_finish_reason

__all__ = [
    "convert_openai_completion_usage",
    "get_response_metadata",
    "read_finish_reason",
    "read_response",
]


def read_response(response: wire.OpenaiCompletionResponse, raw_response: Any) -> ModelOutput:
    """Return the text of a response; raises `InvalidResponseDataError` when it has none."""
    if not response.choices:
        raise InvalidResponseDataError("Response did not contain any choices.", data=raw_response)
    choice = response.choices[0]
    metadata: JSONObject = {} if choice.logprobs is None else {"logprobs": dump_wire(choice.logprobs)}
    return ModelOutput(
        content=[LanguageModelV4Text(text=choice.text)],
        finish_reason=read_finish_reason(choice.finish_reason),
        usage=convert_openai_completion_usage(response.usage),
        provider_metadata={"openai": metadata},
        metadata=get_response_metadata(response),
    )


def read_finish_reason(finish_reason: str) -> LanguageModelV4FinishReason:
    """Return why the model stopped."""
    return LanguageModelV4FinishReason(unified=map_openai_finish_reason(finish_reason), raw=finish_reason)


def get_response_metadata(
    response: wire.OpenaiCompletionResponse | wire.OpenaiCompletionChunkVariant1,
) -> LanguageModelV4ResponseMetadata:
    """Return who answered when."""
    return create_language_model_response_metadata(id=response.id, model=response.model, created=response.created)


def convert_openai_completion_usage(usage: wire.OpenaiCompletionChunkUsage | None) -> LanguageModelV4Usage:
    """Return the tokens of a call."""
    if usage is None:
        return LanguageModelV4Usage()
    return LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=usage.prompt_tokens, no_cache=usage.prompt_tokens),
        output_tokens=LanguageModelV4OutputTokens(total=usage.completion_tokens, text=usage.completion_tokens),
        raw=dump_wire(usage),
    )
