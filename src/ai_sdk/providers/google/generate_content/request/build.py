"""Call options as a body, warnings and headers.

Ports: @ai-sdk/google/src/google-language-model.ts, @ai-sdk/google/src/google-language-model-options.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.google.generate_content.options import GoogleLanguageModelOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
)
from ai_sdk.provider_utils.create_tool_name_mapping import create_tool_name_mapping
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.generate_content.context import GenerateContentContext
from ai_sdk.providers.google.generate_content.messages.convert import convert_to_google_messages
from ai_sdk.providers.google.generate_content.messages.settings import MessageSettings
from ai_sdk.providers.google.generate_content.request.json_response_tool import with_json_response_tool
from ai_sdk.providers.google.generate_content.request.platform import (
    penalties,
    platform_warnings,
    read_image_config,
    vertex_headers,
)
from ai_sdk.providers.google.generate_content.request.response_schema import sanitize_response_json_schema
from ai_sdk.providers.google.generate_content.request.thinking import resolve_thinking_config
from ai_sdk.providers.google.generate_content.tools import prepare_tools
from ai_sdk.providers.google.model_catalog import GoogleLanguageModelEntry, get_google_language_model_entry

__all__ = ["build_request", "build_streaming_body", "read_options"]

_SAFETY_CATEGORIES = (
    "HARM_CATEGORY_HATE_SPEECH",
    "HARM_CATEGORY_DANGEROUS_CONTENT",
    "HARM_CATEGORY_HARASSMENT",
    "HARM_CATEGORY_SEXUALLY_EXPLICIT",
)
_PROVIDER_TOOL_NAMES = {"google.code_execution": "code_execution"}


@dataclass(frozen=True, slots=True)
class _Call:
    """One call: what was asked, of which model, and the warnings so far."""

    config: GoogleConfig
    options: LanguageModelV4CallOptions
    given: GoogleLanguageModelOptions
    entry: GoogleLanguageModelEntry
    warnings: list[SharedV4Warning]


def read_options(config: GoogleConfig, options: LanguageModelV4CallOptions) -> GoogleLanguageModelOptions:
    """Return the provider options of the first namespace that has some; a gateway gives Vertex those of `google`.

    Raises `InvalidArgumentError` when they do not fit.
    """
    given, _ = resolve_provider_options(
        options.provider_options,
        [*config.namespaces, "google"],
        GoogleLanguageModelOptions,
        resolution="first",
    )
    return given or GoogleLanguageModelOptions()


def build_request(model_id: str, config: GoogleConfig, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a wire body.

    Raises `InvalidArgumentError` for provider options that do not fit, and `UnsupportedFunctionalityError` for prompts
    that cannot be sent.
    """
    entry = get_google_language_model_entry(model_id)
    sent, json_response_tool_name = with_json_response_tool(options, entry)
    given = read_options(config, options)
    call = _Call(config, sent, given, entry, platform_warnings(config, sent.tools, given))
    body, tool_warnings = _build_body(call)
    context = GenerateContentContext(
        namespaces=config.namespaces,
        tool_name_mapping=create_tool_name_mapping(sent.tools, _PROVIDER_TOOL_NAMES),
        generate_id=config.generate_id,
        json_response_tool_name=json_response_tool_name,
        streams_function_call_arguments=config.is_vertex and bool(given.stream_function_call_arguments),
    )
    return PreparedRequest(
        body=body,
        warnings=[*call.warnings, *tool_warnings],
        headers=vertex_headers(config, given),
        context=context,
        options=options,
    )


def _build_body(call: _Call) -> tuple[JSONObject, list[SharedV4Warning]]:
    given = call.given
    image_config = read_image_config(call.config, given, call.warnings)
    penalty_settings = penalties(call.config, call.options, call.entry, call.warnings)
    prompt = convert_to_google_messages(call.options.prompt, _message_settings(call))
    call.warnings.extend(prompt.warnings)
    prepared = prepare_tools(call.options.tools, call.options.tool_choice, call.entry, is_vertex=call.config.is_vertex)
    dumped: JSONObject = dump_wire(given)
    retrieval = {} if given.retrieval_config is None else {"retrievalConfig": dumped["retrievalConfig"]}
    tool_config = {**(prepared.tool_config or {}), **retrieval}
    body = {
        "generationConfig": omit_none(
            {**_generation_config(call, dumped), **penalty_settings, "imageConfig": image_config}
        ),
        "contents": prompt.contents,
        "systemInstruction": prompt.system_instruction,
        "safetySettings": _safety_settings(given, dumped),
        "tools": prepared.tools,
        "toolConfig": tool_config or None,
        "cachedContent": given.cached_content,
        "labels": given.labels,
        "serviceTier": None if call.config.is_vertex else given.service_tier,
        "continuationToken": given.continuation_token,
    }
    return omit_none(body), prepared.warnings


def _message_settings(call: _Call) -> MessageSettings:
    downloads = call.config.tool_result_downloads
    uses_gemini_3 = call.entry.uses_gemini_3_features
    return MessageSettings(
        namespaces=call.config.namespaces,
        is_gemma_model=call.entry.system_instruction == "user",
        is_gemini_3_model=uses_gemini_3,
        supports_function_response_parts=uses_gemini_3,
        includes_function_call_ids=not call.config.is_vertex,
        supports_google_cloud_storage_urls=(
            uses_gemini_3 and downloads is not None and downloads.supports_google_cloud_storage_urls
        ),
    )


def _generation_config(call: _Call, dumped: JSONObject) -> JSONObject:
    options, given = call.options, call.given
    response_format = options.response_format
    is_json = isinstance(response_format, LanguageModelV4ResponseFormatJson)
    return {
        "maxOutputTokens": options.max_output_tokens,
        "temperature": options.temperature,
        "topK": options.top_k,
        "topP": options.top_p,
        "stopSequences": options.stop_sequences,
        "seed": options.seed,
        "responseMimeType": "application/json" if is_json else None,
        "responseJsonSchema": _response_schema(call),
        "audioTimestamp": given.audio_timestamp or None,
        "responseModalities": given.response_modalities,
        "thinkingConfig": _thinking_config(call, dumped.get("thinkingConfig")),
        "mediaResolution": given.media_resolution,
    }


def _response_schema(call: _Call) -> JSONObject | None:
    response_format = call.options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson) or response_format.schema is None:
        return None
    # Not every schema can be sent: `structuredOutputs` is the way out.
    return None if call.given.structured_outputs is False else sanitize_response_json_schema(response_format.schema)


def _thinking_config(call: _Call, given: JSONObject | None) -> JSONObject | None:
    if given is not None and (given.get("thinkingBudget") is not None or given.get("thinkingLevel") is not None):
        return given
    resolved = resolve_thinking_config(call.options.reasoning, call.entry, call.warnings)
    return None if given is None and resolved is None else {**(resolved or {}), **(given or {})}


def _safety_settings(given: GoogleLanguageModelOptions, dumped: JSONObject) -> list[JSONObject] | None:
    if given.safety_settings is not None or given.threshold is None:
        settings: list[JSONObject] | None = dumped.get("safetySettings")
        return settings
    return [{"category": category, "threshold": given.threshold} for category in _SAFETY_CATEGORIES]


def build_streaming_body(body: JSONObject, context: GenerateContentContext) -> JSONObject:
    """Return the body of a streamed call, which may ask for the arguments of function calls piece by piece."""
    if not context.streams_function_call_arguments:
        return body
    config = body.get("toolConfig") or {}
    calling = {**config.get("functionCallingConfig", {}), "streamFunctionCallArguments": True}
    return {**body, "toolConfig": {**config, "functionCallingConfig": calling}}
