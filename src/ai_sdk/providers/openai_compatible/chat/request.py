"""The body of a chat request.

Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-chat-language-model.ts
Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-chat-language-model-options.ts
"""

from collections.abc import Mapping
from typing import Any

from ai_sdk_generated.openai_compatible.chat.options import OpenaiCompatibleLanguageModelChatOptions as ChatOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningDeprecated,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.chat_tools import prepare_function_tools
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import is_custom_reasoning
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
from ai_sdk.providers.openai_compatible.chat.messages import convert_to_openai_compatible_chat_messages
from ai_sdk.providers.openai_compatible.provider_options_key import (
    deprecated_key_warnings,
    raw_provider_options,
    resolve_provider_options_key,
    to_camel_case,
)

__all__ = ["build_request"]

# A name of the wire that is also the Python name of an option. Given so, it is the wire's, like any unknown option.
_WIRE_NAME = "reasoning_effort"
_OPTION_NAMES = frozenset(
    {name for name in ChatOptions.model_fields if name != _WIRE_NAME}
    | {to_camel_case(name) for name in ChatOptions.model_fields}
)
_NO_OPTIONS = ChatOptions()
_DECIDED_LAST = frozenset({"messages", "tools", "tool_choice"})
_NOT_PASSED_ON = _OPTION_NAMES | _DECIDED_LAST


def build_request(
    model_id: str, provider_name: str, options: LanguageModelV4CallOptions, dialect: ChatDialect
) -> PreparedRequest:
    """Turn call options into a body and warnings; the request's `context` is the key of the provider metadata.

    Provider options that are not known here go into the body as they are. Raises `InvalidArgumentError` for options
    that do not fit, `UnsupportedFunctionalityError` for files that chat completions do not take.
    """
    given = options.provider_options
    settings, warnings = _read_settings(provider_name, given)
    warnings += _setting_warnings(options, dialect)
    tools, tool_choice, tool_warnings = prepare_function_tools(options.tools, options.tool_choice)
    metadata_key = resolve_provider_options_key(provider_name, given)
    effort = _reasoning_effort(options, settings, dialect, warnings)
    body = {
        **_standard_settings(model_id, options, settings, dialect),
        **_unknown_options(provider_name, given),
        **omit_none({"reasoning_effort": effort, "verbosity": settings.text_verbosity}),
        "messages": convert_to_openai_compatible_chat_messages(
            options.prompt,
            provider=provider_name,
            provider_options_key=metadata_key,
            supports_multi_part_tool_content=dialect.supports_multi_part_tool_content,
        ),
        **omit_none({"tools": tools, "tool_choice": tool_choice}),
    }
    return PreparedRequest(body=body, warnings=[*warnings, *tool_warnings], context=metadata_key, options=options)


def _read_settings(provider_name: str, given: Mapping[str, Any] | None) -> tuple[ChatOptions, list[SharedV4Warning]]:
    if not given:
        return _NO_OPTIONS, []
    readable = {name: _without_wire_name(options) for name, options in given.items()}
    namespaces = ("openai-compatible", "openaiCompatible", provider_name, to_camel_case(provider_name))
    settings, matched = resolve_provider_options(readable, namespaces, ChatOptions, resolution="merge")
    warnings: list[SharedV4Warning] = []
    if "openai-compatible" in matched:
        setting = "providerOptions key 'openai-compatible'"
        warnings.append(SharedV4WarningDeprecated(setting=setting, message="Use 'openaiCompatible' instead."))
    return settings or ChatOptions(), warnings + deprecated_key_warnings(provider_name, given)


def _without_wire_name(options: Any) -> Any:
    return {key: value for key, value in options.items() if key != _WIRE_NAME} if isinstance(options, dict) else options


def _unknown_options(provider_name: str, given: Mapping[str, Any] | None) -> JSONObject:
    if not given:
        return {}
    options = raw_provider_options(provider_name, given)
    return {key: value for key, value in options.items() if key not in _NOT_PASSED_ON}


def _setting_warnings(options: LanguageModelV4CallOptions, dialect: ChatDialect) -> list[SharedV4Warning]:
    warnings: list[SharedV4Warning] = []
    if options.top_k is not None:
        warnings.append(SharedV4WarningUnsupported(feature="topK"))
    has_schema = getattr(options.response_format, "schema", None) is not None
    if has_schema and not dialect.supports_structured_outputs:
        details = "JSON response format schema is only supported with structuredOutputs"
        warnings.append(SharedV4WarningUnsupported(feature="responseFormat", details=details))
    return warnings


def _standard_settings(
    model_id: str, options: LanguageModelV4CallOptions, settings: ChatOptions, dialect: ChatDialect
) -> JSONObject:
    return omit_none(
        {
            "model": model_id,
            "user": settings.user,
            "max_tokens": options.max_output_tokens,
            "temperature": options.temperature,
            "top_p": options.top_p,
            "frequency_penalty": options.frequency_penalty,
            "presence_penalty": options.presence_penalty,
            "response_format": _response_format(options, settings, dialect),
            "stop": options.stop_sequences,
            "seed": options.seed,
        }
    )


def _response_format(
    options: LanguageModelV4CallOptions, settings: ChatOptions, dialect: ChatDialect
) -> JSONObject | None:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    if not dialect.supports_structured_outputs or response_format.schema is None:
        return {"type": "json_object"}
    json_schema = {
        "schema": response_format.schema,
        "strict": True if settings.strict_json_schema is None else settings.strict_json_schema,
        "name": "response" if response_format.name is None else response_format.name,
        "description": response_format.description,
    }
    return {"type": "json_schema", "json_schema": omit_none(json_schema)}


def _reasoning_effort(
    options: LanguageModelV4CallOptions, settings: ChatOptions, dialect: ChatDialect, warnings: list[SharedV4Warning]
) -> Any:
    effort = settings.given("reasoning_effort")
    if effort is not None or not is_custom_reasoning(options.reasoning):
        return effort
    if dialect.map_reasoning is None:
        return options.reasoning
    return dialect.map_reasoning(options.reasoning, warnings)
