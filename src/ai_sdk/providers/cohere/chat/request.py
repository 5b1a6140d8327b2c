"""The body of a chat request to Cohere.

Ports: @ai-sdk/cohere/src/cohere-chat-language-model.ts, @ai-sdk/cohere/src/cohere-chat-language-model-options.ts
"""

from ai_sdk_generated.cohere.chat.options import CohereLanguageModelChatOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormat,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import is_custom_reasoning, map_reasoning_to_provider_budget
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.cohere.chat.messages import convert_to_cohere_chat_prompt
from ai_sdk.providers.cohere.chat.tools import prepare_tools

__all__ = ["build_request"]

_LARGEST_BUDGET = 32768


def build_request(model_id: str, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a body and warnings.

    Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files that Cohere
    does not take.
    """
    settings = parse_provider_options("cohere", options.provider_options, CohereLanguageModelChatOptions)
    messages, documents = convert_to_cohere_chat_prompt(options.prompt)
    tools, tool_choice, warnings = prepare_tools(options.tools, options.tool_choice)
    body = {
        "model": model_id,
        "frequency_penalty": options.frequency_penalty,
        "presence_penalty": options.presence_penalty,
        "max_tokens": options.max_output_tokens,
        "temperature": options.temperature,
        "p": options.top_p,
        "k": options.top_k,
        "seed": options.seed,
        "stop_sequences": options.stop_sequences,
        "response_format": _response_format(options.response_format),
        "messages": messages,
        "tools": tools,
        "tool_choice": tool_choice,
        "documents": documents or None,
        "thinking": _thinking(options, settings, warnings),
    }
    return PreparedRequest(body=omit_none(body), warnings=warnings, options=options)


def _response_format(response_format: LanguageModelV4ResponseFormat | None) -> JSONObject | None:
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    return omit_none({"type": "json_object", "json_schema": response_format.schema})


def _thinking(
    options: LanguageModelV4CallOptions,
    settings: CohereLanguageModelChatOptions | None,
    warnings: list[SharedV4Warning],
) -> JSONObject | None:
    thinking = None if settings is None else settings.thinking
    if thinking is not None:
        kind = "enabled" if thinking.type is None else thinking.type
        return omit_none({"type": kind, "token_budget": thinking.token_budget})
    if not is_custom_reasoning(options.reasoning):
        return None
    if options.reasoning == "none":
        return {"type": "disabled"}
    if options.reasoning == "max":
        # The ported release was made before there was this level.
        details = 'reasoning "max" is not supported by this model.'
        warnings.append(SharedV4WarningUnsupported(feature="reasoning", details=details))
        return None
    budget = map_reasoning_to_provider_budget(
        reasoning=options.reasoning,
        max_output_tokens=_LARGEST_BUDGET,
        max_reasoning_budget=_LARGEST_BUDGET,
        warnings=warnings,
    )
    return {"type": "enabled", "token_budget": budget}
