"""Reasoning settings, and the settings that reasoning models do not take.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from typing import Any

from ai_sdk.provider import JSONObject
from ai_sdk.provider_utils.json import NULL, omit_none
from ai_sdk.providers.openai.reasoning_effort import resolve_openai_reasoning_effort
from ai_sdk.providers.openai.responses.request.call import ResponsesCall
from ai_sdk.providers.openai.responses.request.include import LOGPROBS
from ai_sdk.providers.openai.responses.request.input_items import effort_of

__all__ = ["build_reasoning", "drop_unsupported_sampling", "resolve_effort", "warn_of_reasoning_options"]


def resolve_effort(call: ResponsesCall) -> str | None:
    """Return the reasoning effort to send: the provider option, else the call's `reasoning`."""
    return resolve_openai_reasoning_effort(
        provider_reasoning_effort=call.openai_options.reasoning_effort,
        reasoning=call.options.reasoning,
        supported_reasoning_efforts=call.entry.reasoning_efforts,
        warnings=call.warnings,
    )


def build_reasoning(call: ResponsesCall, effort: str | None) -> JSONObject | None:
    """Return the reasoning settings; a model that reasons tells of it in detail unless it is asked otherwise."""
    if not call.is_reasoning_model:
        return None
    options = call.openai_options
    settings = {
        "effort": effort,
        "summary": _summary(call, effort),
        "mode": options.reasoning_mode,
        "context": options.reasoning_context,
    }
    return omit_none(settings) or None


def _summary(call: ResponsesCall, effort: str | None) -> str | None:
    given: Any = call.openai_options.given("reasoning_summary")
    if given is not None:
        return None if given is NULL else str(given)
    return "detailed" if effort is not None and effort != "none" else None


def drop_unsupported_sampling(call: ResponsesCall, body: JSONObject, effort: str | None) -> None:
    """Remove from a reasoning model's request what only works without reasoning, with warnings."""
    for item in body["input"]:
        effort = effort_of(item) or effort
    if effort == "none" and call.entry.samples_without_reasoning:
        return
    for key, feature in (("temperature", "temperature"), ("top_p", "topP")):
        if body[key] is not None:
            body[key] = None
            call.warn_unsupported(feature, f"{feature} is not supported for reasoning models")
    if call.entry.responses_logprobs_require_non_reasoning:
        _drop_logprobs(call, body)


def _drop_logprobs(call: ResponsesCall, body: JSONObject) -> None:
    include = body["include"] or []
    if body["top_logprobs"] is None and LOGPROBS not in include:
        return
    body["top_logprobs"] = None
    body["include"] = [value for value in include if value != LOGPROBS] or None
    call.warn_unsupported("logprobs", "logprobs is not supported for reasoning models")


def warn_of_reasoning_options(call: ResponsesCall) -> None:
    """Warn of reasoning options that a model without reasoning does not take."""
    options = call.openai_options
    settings = {
        "reasoningEffort": options.reasoning_effort,
        "reasoningSummary": options.reasoning_summary,
        "reasoningMode": options.reasoning_mode,
        "reasoningContext": options.reasoning_context,
    }
    for feature, value in settings.items():
        if value is not None:
            call.warn_unsupported(feature, f"{feature} is not supported for non-reasoning models")
