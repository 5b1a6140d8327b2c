"""The body of a chat request to Alibaba Cloud.

Ports: @ai-sdk/alibaba/src/alibaba-chat-language-model.ts, @ai-sdk/alibaba/src/alibaba-chat-language-model-options.ts
Ports: @ai-sdk/alibaba/src/alibaba-prepare-tools.ts
"""

from ai_sdk_generated.alibaba.chat.options import AlibabaLanguageModelChatOptions as ChatOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4ReasoningEffort,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.chat_tools import prepare_function_tools
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.inject_json_instruction import inject_json_instruction_into_messages
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import is_custom_reasoning, map_reasoning_to_provider_budget
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.alibaba.chat.cache_control import CacheControlValidator
from ai_sdk.providers.alibaba.chat.messages import convert_to_alibaba_chat_messages
from ai_sdk.providers.alibaba.chat.model_catalog import supports_json_schema_output, supports_preserved_thinking

__all__ = ["build_request"]

_MAX_THINKING_TOKENS = 16384


def build_request(model_id: str, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a body and warnings.

    Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files other than
    images.
    """
    settings = parse_provider_options("alibaba", options.provider_options, ChatOptions) or ChatOptions()
    warnings: list[SharedV4Warning] = []
    if options.frequency_penalty is not None:
        warnings.append(SharedV4WarningUnsupported(feature="frequencyPenalty"))
    preserve_thinking = settings.preserve_thinking
    if preserve_thinking is None and supports_preserved_thinking(model_id):
        preserve_thinking = True
    response_format = _response_format(model_id, options, warnings)
    prompt = options.prompt
    if response_format == {"type": "json_object"}:
        prompt = inject_json_instruction_into_messages(prompt, getattr(options.response_format, "schema", None))
    thinking = _thinking(options.reasoning, settings, warnings)
    cache_control = CacheControlValidator()
    messages = convert_to_alibaba_chat_messages(prompt, cache_control, preserve_thinking=preserve_thinking or False)
    tools, tool_choice, tool_warnings = prepare_function_tools(options.tools, options.tool_choice)
    body = {
        "model": model_id,
        "max_tokens": options.max_output_tokens,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "top_k": options.top_k,
        "presence_penalty": options.presence_penalty,
        "stop": options.stop_sequences,
        "seed": options.seed,
        "response_format": response_format,
        **thinking,
        "preserve_thinking": preserve_thinking,
        "messages": messages,
        "tools": tools,
        "tool_choice": tool_choice,
        "parallel_tool_calls": None if tools is None else settings.parallel_tool_calls,
    }
    warnings += [*cache_control.warnings, *tool_warnings]
    return PreparedRequest(body=omit_none(body), warnings=warnings, options=options)


def _response_format(
    model_id: str, options: LanguageModelV4CallOptions, warnings: list[SharedV4Warning]
) -> JSONObject | None:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    if response_format.schema is None:
        return {"type": "json_object"}
    if not supports_json_schema_output(model_id):
        details = (
            f"Alibaba does not support JSON Schema output for model {model_id}. JSON Object mode is used instead. "
            "The schema was injected into the system message and will only be validated locally."
        )
        warnings.append(SharedV4WarningCompatibility(feature="responseFormat JSON schema", details=details))
        return {"type": "json_object"}
    json_schema = {
        "schema": response_format.schema,
        "name": "response" if response_format.name is None else response_format.name,
        "description": response_format.description,
    }
    return {"type": "json_schema", "json_schema": omit_none(json_schema)}


def _thinking(
    reasoning: LanguageModelV4ReasoningEffort | None, settings: ChatOptions, warnings: list[SharedV4Warning]
) -> JSONObject:
    """Return whether to think, and for how many tokens at most."""
    given = omit_none({"enable_thinking": settings.enable_thinking, "thinking_budget": settings.thinking_budget})
    if given or not is_custom_reasoning(reasoning):
        return given
    if reasoning == "none":
        return {"enable_thinking": False}
    budget = map_reasoning_to_provider_budget(
        reasoning=reasoning,
        max_output_tokens=_MAX_THINKING_TOKENS,
        max_reasoning_budget=_MAX_THINKING_TOKENS,
        warnings=warnings,
    )
    return {"enable_thinking": True, "thinking_budget": budget}
