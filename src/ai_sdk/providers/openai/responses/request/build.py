"""The body of a Responses request.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from ai_sdk_generated.openai.responses.options import OpenaiLanguageModelResponsesOptions

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, LanguageModelV4ResponseFormatJson
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.openai.config import OpenAIConfig
from ai_sdk.providers.openai.responses.context import ResponsesContext, extract_approval_tool_call_ids
from ai_sdk.providers.openai.responses.request.call import ResponsesCall, open_call
from ai_sdk.providers.openai.responses.request.include import build_include, top_logprobs
from ai_sdk.providers.openai.responses.request.input_items import build_input
from ai_sdk.providers.openai.responses.request.reasoning import (
    build_reasoning,
    drop_unsupported_sampling,
    resolve_effort,
    warn_of_reasoning_options,
)
from ai_sdk.providers.openai.responses.request.text import build_text_settings
from ai_sdk.providers.openai.responses.tools import PreparedTools, prepare_responses_tools

__all__ = ["build_request"]

_NO_FLEX = "flex processing is only available for o3, o4-mini, and gpt-5 models"
_NO_PRIORITY = (
    "priority processing is only available for supported models (gpt-4, gpt-5, gpt-5-mini, o3, o4-mini) and requires "
    "Enterprise access. gpt-5-nano is not supported"
)
_NO_RETENTION = "promptCacheRetention is not supported by GPT-6 and later models; use promptCacheOptions instead"


def build_request(model_id: str, config: OpenAIConfig, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a request; its context is a `ResponsesContext`.

    Raises `InvalidArgumentError`, `TypeValidationError` or `UnsupportedFunctionalityError` for what cannot be sent.
    """
    call = open_call(model_id, config, options)
    effort = resolve_effort(call)
    if call.openai_options.conversation and call.openai_options.previous_response_id:
        call.warn_unsupported("conversation", "conversation and previousResponseId cannot be used together")
    tools = prepare_responses_tools(
        options.tools,
        options.tool_choice,
        allowed_tools=call.openai_options.allowed_tools,
        tool_name_mapping=call.tool_name_mapping,
        supports_async_tools=call.entry.supports_async_tools,
        provider_options_name=call.provider_options_name,
    )
    body = _build_body(call, tools, effort)
    return PreparedRequest(
        body=body, warnings=[*call.warnings, *tools.warnings], context=_build_context(call), options=options
    )


def _build_body(call: ResponsesCall, tools: PreparedTools, effort: str | None) -> JSONObject:
    requested = call.config.request_model_id
    body = {
        "model": call.model_id if requested is None else requested,
        "input": build_input(call, tools),
        "temperature": call.options.temperature,
        "top_p": call.options.top_p,
        "max_output_tokens": call.options.max_output_tokens,
        "text": build_text_settings(call),
        **_provider_settings(call.openai_options),
        "include": build_include(call),
        "top_logprobs": top_logprobs(call),
        "reasoning": build_reasoning(call, effort),
    }
    _drop_cache_retention(call, body)
    if call.is_reasoning_model:
        drop_unsupported_sampling(call, body, effort)
    else:
        warn_of_reasoning_options(call)
    _drop_service_tier(call, body)
    return omit_none({**body, "tools": tools.tools, "tool_choice": tools.tool_choice})


def _provider_settings(options: OpenaiLanguageModelResponsesOptions) -> JSONObject:
    given = options.given
    return {
        "conversation": given("conversation"),
        "max_tool_calls": given("max_tool_calls"),
        "metadata": given("metadata"),
        "parallel_tool_calls": given("parallel_tool_calls"),
        "previous_response_id": given("previous_response_id"),
        "store": given("store"),
        "user": given("user"),
        "instructions": given("instructions"),
        "service_tier": given("service_tier"),
        "prompt_cache_key": given("prompt_cache_key"),
        "prompt_cache_options": _cache_options(options),
        "prompt_cache_retention": given("prompt_cache_retention"),
        "safety_identifier": given("safety_identifier"),
        "truncation": given("truncation"),
        "context_management": _context_management(options),
    }


def _cache_options(options: OpenaiLanguageModelResponsesOptions) -> JSONObject | None:
    cache = options.prompt_cache_options
    if cache is None:
        return None
    settings = {
        "mode": cache.mode,
        "ttl": cache.ttl,
        "prewarm": cache.prewarm,
        "comparison_response_id": cache.comparison_response_id,
    }
    return omit_none(settings)


def _context_management(options: OpenaiLanguageModelResponsesOptions) -> list[JSONObject] | None:
    if options.context_management is None:
        return None
    return [{"type": item.type, "compact_threshold": item.compact_threshold} for item in options.context_management]


def _drop_cache_retention(call: ResponsesCall, body: JSONObject) -> None:
    # Null counts as not given here: it is sent as it is.
    if call.openai_options.prompt_cache_retention is not None and not call.entry.supports_prompt_cache_retention:
        body["prompt_cache_retention"] = None
        call.warn_unsupported("promptCacheRetention", _NO_RETENTION)


def _drop_service_tier(call: ResponsesCall, body: JSONObject) -> None:
    tier, reason = call.openai_options.service_tier, None
    if tier == "flex" and not call.entry.supports_flex_processing:
        reason = _NO_FLEX
    elif tier in {"priority", "fast"} and not call.entry.supports_priority_processing:
        reason = _NO_PRIORITY
    if reason is not None:
        body["service_tier"] = None
        call.warn_unsupported("serviceTier", reason)


def _build_context(call: ResponsesCall) -> ResponsesContext:
    search = call.web_search_tool()
    search_name = "web_search" if search is None else search.name
    own_options = (call.options.provider_options or {}).get(call.provider_options_name) or {}
    return ResponsesContext(
        provider_options_name=call.provider_options_name,
        tool_name_mapping=call.tool_name_mapping,
        web_search_tool_name=call.tool_name_mapping.to_custom_tool_name(search_name),
        store=call.openai_options.store,
        is_shell_provider_executed=call.shell_environment_type() in {"containerAuto", "containerReference"},
        function_names=call.function_names,
        approval_tool_call_ids=extract_approval_tool_call_ids(call.options.prompt),
        wants_logprobs=bool(own_options.get("logprobs")),
        wants_json=isinstance(call.options.response_format, LanguageModelV4ResponseFormatJson),
        generate_id=call.config.generate_id,
    )
