"""The body of a request to xAI's Responses API.

Ports: @ai-sdk/xai/src/responses/xai-responses-language-model.ts, @ai-sdk/xai/src/supports-reasoning-effort.ts
Ports: @ai-sdk/xai/src/responses/xai-responses-language-model-options.ts
"""

import re

from ai_sdk_generated.xai.responses.options import XaiLanguageModelResponsesOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import is_custom_reasoning, map_reasoning_to_provider_effort
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.xai.responses.hosted_tools import HostedToolNames
from ai_sdk.providers.xai.responses.messages import convert_to_xai_responses_input
from ai_sdk.providers.xai.responses.tools import prepare_responses_tools

__all__ = ["build_request", "supports_reasoning_effort"]

_WITHOUT_EFFORT = re.compile(r"grok-4\.20(-[0-9]{4})?-(non-)?reasoning")
_ENCRYPTED_REASONING = "reasoning.encrypted_content"


def build_request(model_id: str, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a request; its context are the `HostedToolNames` of its tools.

    Raises `InvalidArgumentError`, `TypeValidationError` or `UnsupportedFunctionalityError` for what cannot be sent.
    """
    given = parse_provider_options("xai", options.provider_options, XaiLanguageModelResponsesOptions)
    given = given or XaiLanguageModelResponsesOptions()
    warnings = _unsupported_settings(options)
    messages, message_warnings = convert_to_xai_responses_input(options.prompt)
    tools, tool_choice, tool_warnings = prepare_responses_tools(options.tools, options.tool_choice)
    warnings += [*message_warnings, *tool_warnings]
    effort = _reasoning_effort(model_id, options, given, warnings)
    body = {
        "model": model_id,
        "input": messages,
        "max_output_tokens": options.max_output_tokens,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "top_k": options.top_k,
        "seed": options.seed,
        "text": _text(options),
        "reasoning": None if effort is None else {"effort": effort},
        "tools": tools,
        "tool_choice": tool_choice,
        **_provider_settings(given),
    }
    return PreparedRequest(
        body=omit_none(body), warnings=warnings, context=HostedToolNames.of(options.tools), options=options
    )


def _unsupported_settings(options: LanguageModelV4CallOptions) -> list[SharedV4Warning]:
    settings = {
        "frequencyPenalty": options.frequency_penalty,
        "presencePenalty": options.presence_penalty,
        "stopSequences": options.stop_sequences,
    }
    return [SharedV4WarningUnsupported(feature=name) for name, value in settings.items() if value is not None]


def _provider_settings(given: XaiLanguageModelResponsesOptions) -> JSONObject:
    return {
        "logprobs": True if given.logprobs or given.top_logprobs is not None else None,
        "top_logprobs": given.top_logprobs,
        "min_p": given.min_p,
        "store": False if given.store is False else None,
        "include": _include(given),
        "previous_response_id": given.previous_response_id,
        "max_turns": given.max_turns,
        "parallel_tool_calls": given.parallel_tool_calls,
        "prompt_cache_key": given.prompt_cache_key,
        "safety_identifier": given.safety_identifier,
        "service_tier": given.service_tier,
        "user": given.user,
    }


def _include(given: XaiLanguageModelResponsesOptions) -> list[str] | None:
    # What is not stored must come with the answer, or the reasoning is lost to the next turn.
    if given.store is False:
        return [*(given.include or ()), _ENCRYPTED_REASONING]
    return None if given.include is None else [*given.include]


def supports_reasoning_effort(model_id: str) -> bool:
    """Say whether a model takes an effort; the reasoning and non-reasoning models of Grok 4.20 refuse every one.

    >>> supports_reasoning_effort("grok-4.20-0309-reasoning"), supports_reasoning_effort("grok-4.3")
    (False, True)
    """
    return not _WITHOUT_EFFORT.fullmatch(model_id)


def _reasoning_effort(
    model_id: str,
    options: LanguageModelV4CallOptions,
    given: XaiLanguageModelResponsesOptions,
    warnings: list[SharedV4Warning],
) -> str | None:
    reasoning = options.reasoning
    if given.reasoning_effort is not None or not is_custom_reasoning(reasoning):
        return given.reasoning_effort
    if not supports_reasoning_effort(model_id):
        details = f'reasoning "{reasoning}" is not supported by this model.'
        warnings.append(SharedV4WarningUnsupported(feature="reasoning", details=details))
        return None
    return map_reasoning_to_provider_effort(
        reasoning=reasoning,
        effort_map={
            "none": "none",
            "minimal": "low",
            "low": "low",
            "medium": "medium",
            "high": "high",
            "xhigh": "xhigh" if model_id == "grok-4.6" else "high",
        },
        warnings=warnings,
    )


def _text(options: LanguageModelV4CallOptions) -> JSONObject | None:
    response_format = options.response_format
    if not isinstance(response_format, LanguageModelV4ResponseFormatJson):
        return None
    if response_format.schema is None:
        return {"format": {"type": "json_object"}}
    json_schema = {
        "type": "json_schema",
        "strict": True,
        "name": "response" if response_format.name is None else response_format.name,
        "description": response_format.description,
        "schema": response_format.schema,
    }
    return {"format": omit_none(json_schema)}
