"""The body of a chat request to Moonshot AI.

Ports: @ai-sdk/moonshotai/src/moonshotai-chat-language-model.ts, @ai-sdk/moonshotai/src/moonshotai-chat-options.ts
"""

from ai_sdk_generated.moonshotai.chat.options import MoonshotaiLanguageModelOptions as ChatOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.moonshotai.chat.messages import convert_to_moonshotai_chat_messages
from ai_sdk.providers.moonshotai.chat.reasoning import resolve_reasoning
from ai_sdk.providers.moonshotai.chat.tools import prepare_tools
from ai_sdk.providers.moonshotai.model_catalog import get_moonshotai_model_family, has_structured_outputs
from ai_sdk.providers.moonshotai.normalize_json_schema_for_mfjs import normalize_json_schema_for_mfjs

__all__ = ["build_request"]

_JSON_OBJECT = {"type": "json_object"}


def build_request(model_id: str, options: LanguageModelV4CallOptions, provider_options_name: str) -> PreparedRequest:
    """Turn call options into a body and warnings.

    Raises `InvalidArgumentError` for options that do not fit, `InvalidPromptError` and `UnsupportedFunctionalityError`
    for what Moonshot AI does not take.
    """
    settings = parse_provider_options(provider_options_name, options.provider_options, ChatOptions) or ChatOptions()
    warnings: list[SharedV4Warning] = []
    sampling = _sampling(model_id, options, warnings)
    tools, tool_choice, tool_warnings = prepare_tools(options.tools, options.tool_choice, model_id)
    reasoning = resolve_reasoning(model_id, options.reasoning, settings, warnings)
    response_format = _response_format(model_id, options, settings)
    messages, message_warnings = convert_to_moonshotai_chat_messages(
        options.prompt,
        model_id=model_id,
        provider_options_name=provider_options_name,
        is_json_object=response_format == _JSON_OBJECT,
    )
    has_logprobs = settings.logprobs or settings.top_logprobs is not None
    body = {
        "model": model_id,
        "logprobs": True if has_logprobs else None,
        "top_logprobs": settings.top_logprobs,
        "max_completion_tokens": options.max_output_tokens,
        **sampling,
        "response_format": response_format,
        "stop": options.stop_sequences,
        "messages": messages,
        "tools": tools,
        "tool_choice": tool_choice,
        "prediction": None if settings.prediction is None else dump_wire(settings.prediction),
        **reasoning,
        "prompt_cache_key": settings.prompt_cache_key,
        "safety_identifier": settings.safety_identifier,
    }
    warnings += [*message_warnings, *tool_warnings]
    return PreparedRequest(body=omit_none(body), warnings=warnings, options=options)


def _sampling(model_id: str, options: LanguageModelV4CallOptions, warnings: list[SharedV4Warning]) -> JSONObject:
    """Return the settings of sampling, which Kimi models have fixed; warn of those that are left out."""
    if options.top_k is not None:
        warnings.append(SharedV4WarningUnsupported(feature="topK"))
    if options.seed is not None:
        warnings.append(SharedV4WarningUnsupported(feature="seed"))
    settings = {
        "temperature": options.temperature,
        "top_p": options.top_p,
        "frequency_penalty": options.frequency_penalty,
        "presence_penalty": options.presence_penalty,
    }
    if not get_moonshotai_model_family(model_id).startswith("kimi-"):
        return settings
    features = ("temperature", "topP", "frequencyPenalty", "presencePenalty")
    for feature, value in zip(features, settings.values(), strict=True):
        if value is not None:
            details = f'{feature} is fixed by model "{model_id}" and has been omitted.'
            warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))
    return {}


def _response_format(model_id: str, options: LanguageModelV4CallOptions, settings: ChatOptions) -> JSONObject | None:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    if response_format.schema is None or not has_structured_outputs(model_id):
        return _JSON_OBJECT
    # kimi-k2.5 writes nonsense when the root says which JSON Schema it is.
    schema = {key: value for key, value in response_format.schema.items() if key != "$schema"}
    json_schema = {
        "name": "response" if response_format.name is None else response_format.name,
        "strict": settings.strict_json_schema is not False,
        "schema": normalize_json_schema_for_mfjs(schema),
    }
    return {"type": "json_schema", "json_schema": json_schema}
