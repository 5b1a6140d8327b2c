"""What a chat and a conversation are asked in the same words: sampling, reasoning and the format of the answer.

Ports: @ai-sdk/mistral/src/mistral-chat-language-model.ts
Ports: @ai-sdk/mistral/src/mistral-conversation-language-model.ts
Ports: @ai-sdk/mistral/src/mistral-chat-language-model-options.ts
Ports: @ai-sdk/mistral/src/mistral-conversation-language-model-options.ts
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_sdk_generated.mistral.chat.options import MistralLanguageModelChatOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4Prompt,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.inject_json_instruction import inject_json_instruction_into_messages
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import (
    CustomReasoning,
    is_custom_reasoning,
    map_reasoning_to_provider_effort,
)
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.mistral.model_catalog import ReasoningEffort

__all__ = ["CompletionSettings", "read_completion_settings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionSettings:
    """The options that were read, the prompt to send, the settings on the wire, and what was left out."""

    options: MistralLanguageModelChatOptions
    prompt: LanguageModelV4Prompt
    body: JSONObject
    warnings: list[SharedV4Warning]


def read_completion_settings(
    options: LanguageModelV4CallOptions, reasoning_efforts: Sequence[ReasoningEffort]
) -> CompletionSettings:
    """Read a call's settings for a model that takes these efforts; raises `InvalidArgumentError` for bad options."""
    given = parse_provider_options("mistral", options.provider_options, MistralLanguageModelChatOptions)
    given = given or MistralLanguageModelChatOptions()
    warnings: list[SharedV4Warning] = []
    if options.top_k is not None:
        warnings.append(SharedV4WarningUnsupported(feature="topK"))
    body = {
        "max_tokens": options.max_output_tokens,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "frequency_penalty": options.frequency_penalty,
        "presence_penalty": options.presence_penalty,
        "stop": options.stop_sequences,
        "random_seed": options.seed,
        "reasoning_effort": _reasoning_effort(options, given, reasoning_efforts, warnings),
        "response_format": _response_format(options, given),
    }
    return CompletionSettings(options=given, prompt=_prompt(options, given), body=omit_none(body), warnings=warnings)


def _reasoning_effort(
    options: LanguageModelV4CallOptions,
    given: MistralLanguageModelChatOptions,
    efforts: Sequence[ReasoningEffort],
    warnings: list[SharedV4Warning],
) -> str | None:
    if efforts:
        effort_map: dict[CustomReasoning, ReasoningEffort] = {effort: effort for effort in efforts}
        return map_reasoning_to_provider_effort(
            reasoning=options.reasoning,
            provider_options_effort=given.reasoning_effort,
            effort_map=effort_map,
            warnings=warnings,
        )
    if is_custom_reasoning(options.reasoning):
        details = "This model does not support reasoning configuration."
        warnings.append(SharedV4WarningUnsupported(feature="reasoning", details=details))
    return None


def _schema(options: LanguageModelV4CallOptions, given: MistralLanguageModelChatOptions) -> JSONObject | None:
    """Return the schema that Mistral itself is to hold the answer to."""
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson) or given.structured_outputs is False:
        return None
    return response_format.schema


def _prompt(options: LanguageModelV4CallOptions, given: MistralLanguageModelChatOptions) -> LanguageModelV4Prompt:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson) or _schema(options, given) is not None:
        return options.prompt
    # Without a schema of its own, Mistral wants the demand for JSON in the prompt too.
    return inject_json_instruction_into_messages(options.prompt, response_format.schema)


def _response_format(options: LanguageModelV4CallOptions, given: MistralLanguageModelChatOptions) -> JSONObject | None:
    response_format, schema = options.response_format, _schema(options, given)
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    if schema is None:
        return {"type": "json_object"}
    json_schema = {
        "schema": schema,
        "strict": bool(given.strict_json_schema),
        "name": "response" if response_format.name is None else response_format.name,
        "description": response_format.description,
    }
    return {"type": "json_schema", "json_schema": omit_none(json_schema)}
