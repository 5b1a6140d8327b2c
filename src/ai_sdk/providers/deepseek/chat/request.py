"""The body of a chat request to DeepSeek.

Ports: @ai-sdk/deepseek/src/chat/deepseek-chat-language-model.ts
Ports: @ai-sdk/deepseek/src/chat/deepseek-chat-language-model-options.ts
"""

from ai_sdk_generated.deepseek.chat.options import DeepseekLanguageModelChatOptions as ChatOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    SharedV4WarningDeprecated,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import (
    CustomReasoning,
    is_custom_reasoning,
    map_reasoning_to_provider_effort,
)
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.deepseek.chat.config import DeepSeekChatConfig
from ai_sdk.providers.deepseek.chat.messages import convert_to_deepseek_chat_messages, is_deepseek_v4_model
from ai_sdk.providers.deepseek.chat.tools import prepare_tools

__all__ = ["build_request"]

_EFFORTS: dict[CustomReasoning, str] = {
    "minimal": "low",
    "low": "low",
    "medium": "high",
    "high": "high",
    "xhigh": "max",
}
_NOT_THINKING = {"type": "disabled"}
# Accepted although DeepSeek has no such efforts.
_LEGACY_EFFORTS = {"medium": "high", "xhigh": "max"}


def build_request(model_id: str, options: LanguageModelV4CallOptions, config: DeepSeekChatConfig) -> PreparedRequest:
    """Turn call options into a body and warnings.

    Raises `InvalidArgumentError` for options that do not fit, `InvalidPromptError` and `UnsupportedFunctionalityError`
    for what DeepSeek does not take.
    """
    given = parse_provider_options(config.provider_options_name, options.provider_options, ChatOptions)
    settings = given or ChatOptions()
    messages, warnings = convert_to_deepseek_chat_messages(options.prompt, options.response_format, model_id, config)
    warnings += _setting_warnings(options, config)
    tools, tool_choice, tool_warnings = prepare_tools(
        options.tools, options.tool_choice, supports_strict_tool_calls=config.supports_strict_tool_calls
    )
    thinking = _thinking(options, settings, config, warnings)
    sampling = _sampling(options, config, warnings, is_thinking=_is_thinking(model_id, thinking, config))
    effort = _reasoning_effort(options, settings, warnings)
    has_logprobs = settings.logprobs or settings.top_logprobs is not None
    body = {
        "model": model_id,
        "logprobs": True if has_logprobs else None,
        "top_logprobs": settings.top_logprobs,
        "max_tokens": options.max_output_tokens,
        **sampling,
        "response_format": _response_format(options, settings, config),
        "stop": options.stop_sequences,
        "messages": messages,
        "tools": tools,
        "tool_choice": tool_choice,
        "thinking": thinking,
        "user_id": settings.user_id,
        "reasoning_effort": None if thinking == _NOT_THINKING else effort,
    }
    return PreparedRequest(body=omit_none(body), warnings=[*warnings, *tool_warnings], options=options)


def _setting_warnings(options: LanguageModelV4CallOptions, config: DeepSeekChatConfig) -> list[SharedV4Warning]:
    warnings: list[SharedV4Warning] = []
    if options.top_k is not None:
        warnings.append(SharedV4WarningUnsupported(feature="topK"))
    if options.seed is not None:
        warnings.append(SharedV4WarningUnsupported(feature="seed"))
    penalties = {"frequencyPenalty": options.frequency_penalty, "presencePenalty": options.presence_penalty}
    for setting, penalty in penalties.items():
        if penalty is not None and not config.supports_penalty_sampling:
            message = f"{setting} is deprecated by DeepSeek and has been omitted. Remove {setting} from the request."
            warnings.append(SharedV4WarningDeprecated(setting=setting, message=message))
    return warnings


def _thinking(
    options: LanguageModelV4CallOptions,
    settings: ChatOptions,
    config: DeepSeekChatConfig,
    warnings: list[SharedV4Warning],
) -> JSONObject | None:
    kind: str | None = None if settings.thinking is None else settings.thinking.type
    if kind == "adaptive":
        kind = "enabled"
        details = 'thinking.type "adaptive" is not a canonical DeepSeek value. mapped to "enabled".'
        warnings.append(SharedV4WarningCompatibility(feature="thinking.type", details=details))
    if kind is None and is_custom_reasoning(options.reasoning):
        kind = "disabled" if options.reasoning == "none" else "enabled"
    return None if kind is None or not config.supports_thinking else {"type": kind}


def _is_thinking(model_id: str, thinking: JSONObject | None, config: DeepSeekChatConfig) -> bool:
    if thinking is not None:
        return thinking != _NOT_THINKING
    thinks_unasked = model_id == "deepseek-reasoner" or is_deepseek_v4_model(model_id)
    return config.supports_thinking and thinks_unasked


def _sampling(
    options: LanguageModelV4CallOptions,
    config: DeepSeekChatConfig,
    warnings: list[SharedV4Warning],
    *,
    is_thinking: bool,
) -> JSONObject:
    sampling: JSONObject = {}
    for feature, name, value in (("temperature", "temperature", options.temperature), ("topP", "top_p", options.top_p)):
        if not is_thinking:
            sampling[name] = value
        elif value is not None:
            details = (
                f"{feature} has no effect when DeepSeek thinking is enabled. "
                f"Set providerOptions.deepseek.thinking.type to 'disabled' to use {feature}."
            )
            warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))
    if config.supports_penalty_sampling:
        sampling |= {"frequency_penalty": options.frequency_penalty, "presence_penalty": options.presence_penalty}
    return sampling


def _reasoning_effort(
    options: LanguageModelV4CallOptions, settings: ChatOptions, warnings: list[SharedV4Warning]
) -> str | None:
    effort = settings.reasoning_effort
    if effort in _LEGACY_EFFORTS:
        mapped = _LEGACY_EFFORTS[effort]
        details = f'reasoningEffort "{effort}" is not a canonical DeepSeek value. mapped to "{mapped}".'
        warnings.append(SharedV4WarningCompatibility(feature="reasoningEffort", details=details))
        return mapped
    if effort is not None or options.reasoning == "none":
        return effort
    return map_reasoning_to_provider_effort(reasoning=options.reasoning, effort_map=_EFFORTS, warnings=warnings)


def _response_format(
    options: LanguageModelV4CallOptions, settings: ChatOptions, config: DeepSeekChatConfig
) -> JSONObject | None:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    if not config.supports_structured_outputs or response_format.schema is None:
        return {"type": "json_object"}
    json_schema = {
        "schema": response_format.schema,
        "strict": settings.strict_json_schema is not False,
        "name": "response" if response_format.name is None else response_format.name,
        "description": response_format.description,
    }
    return {"type": "json_schema", "json_schema": omit_none(json_schema)}
