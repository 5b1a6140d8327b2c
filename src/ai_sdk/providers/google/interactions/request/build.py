"""Call options as a body and warnings.

Ports: @ai-sdk/google/src/interactions/google-interactions-language-model.ts
Ports: @ai-sdk/google/src/interactions/google-interactions-language-model-options.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.google.interactions.options import GoogleInteractionsLanguageModelOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    SharedV4Warning,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import is_custom_reasoning, map_reasoning_to_provider_effort
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.google.interactions.messages.convert import convert_to_google_interactions_input
from ai_sdk.providers.google.interactions.request.agent import build_agent_config, build_environment
from ai_sdk.providers.google.interactions.request.response_format import add_image_config, build_response_format
from ai_sdk.providers.google.interactions.tools import prepare_google_interactions_tools
from ai_sdk.providers.google.model_catalog import get_google_language_model_entry

__all__ = ["InteractionContext", "build_request"]

_TWO_SYSTEMS = (
    "google.interactions: both AI SDK system message and providerOptions.google.systemInstruction were set; "
    "using the AI SDK system message."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionContext:
    """How the answer comes: a background interaction is asked for until it is over."""

    is_agent: bool
    is_background: bool
    polling_timeout_ms: int | None = None


@dataclass(frozen=True, slots=True)
class _Call:
    """One call: what was asked, of which model or agent, and the warnings so far."""

    model_id: str
    agent: str | None
    options: LanguageModelV4CallOptions
    given: GoogleInteractionsLanguageModelOptions
    warnings: list[SharedV4Warning]


def build_request(model_id: str, agent: str | None, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Turn call options into a wire body.

    Raises `InvalidArgumentError` for provider options that do not fit, and `UnsupportedFunctionalityError` for files
    that cannot be sent.
    """
    given = parse_provider_options("google", options.provider_options, GoogleInteractionsLanguageModelOptions)
    call = _Call(model_id, agent, options, given or GoogleInteractionsLanguageModelOptions(), [])
    context = InteractionContext(
        is_agent=agent is not None,
        is_background=call.given.background is True,
        polling_timeout_ms=call.given.polling_timeout_ms,
    )
    return PreparedRequest(body=_build_body(call), warnings=call.warnings, context=context, options=options)


def _build_body(call: _Call) -> JSONObject:
    given, is_agent = call.given, call.agent is not None
    if not is_agent:
        call.warnings.extend(_penalty_warnings(call.options))
    prepared = prepare_google_interactions_tools(call.options.tools, call.options.tool_choice)
    call.warnings.extend(prepared.warnings)
    entries = build_response_format(call.options.response_format, given, call.warnings, is_agent=is_agent)
    prompt = convert_to_google_interactions_input(
        call.options.prompt,
        previous_interaction_id=given.previous_interaction_id,
        store=given.store,
        media_resolution=given.media_resolution,
    )
    call.warnings.extend(prompt.warnings)
    system_instruction = _system_instruction(call, prompt.system_instruction)
    if is_agent:
        generation_config: JSONObject = {}
        call.warnings.extend(_dropped_warnings(call))
    else:
        generation_config = _generation_config(call, prepared.tool_choice)
        add_image_config(entries, given, call.warnings)
    body = {
        **({"agent": call.agent} if is_agent else {"model": call.model_id}),
        "input": prompt.steps,
        "labels": given.labels,
        "system_instruction": system_instruction,
        "tools": prepared.tools,
        "response_format": entries or None,
        "response_modalities": given.response_modalities,
        "previous_interaction_id": given.previous_interaction_id,
        "service_tier": given.service_tier,
        "store": given.store,
        "generation_config": generation_config or None,
        "agent_config": build_agent_config(given) if is_agent else None,
        "environment": build_environment(given, call.warnings, is_agent=is_agent),
        "background": given.background,
    }
    return omit_none(body)


def _penalty_warnings(options: LanguageModelV4CallOptions) -> list[SharedV4Warning]:
    asked = {"frequencyPenalty": options.frequency_penalty, "presencePenalty": options.presence_penalty}
    return [SharedV4WarningUnsupported(feature=name) for name, value in asked.items() if value is not None]


def _system_instruction(call: _Call, from_prompt: str | None) -> str | None:
    own = call.given.system_instruction
    if from_prompt is not None and own is not None:
        call.warnings.append(SharedV4WarningOther(message=_TWO_SYSTEMS))
    return own if from_prompt is None else from_prompt


def _generation_config(call: _Call, tool_choice: str | JSONObject | None) -> JSONObject:
    options, given = call.options, call.given
    levels = get_google_language_model_entry(call.model_id).thinking_levels or ()
    return omit_none(
        {
            "temperature": options.temperature,
            "top_p": options.top_p,
            "top_k": options.top_k,
            "seed": options.seed,
            "stop_sequences": options.stop_sequences or None,
            "max_output_tokens": options.max_output_tokens,
            "thinking_level": map_reasoning_to_provider_effort(
                reasoning=options.reasoning,
                provider_options_effort=given.thinking_level,
                effort_map={level: level for level in levels},
                warnings=call.warnings,
            ),
            "thinking_summaries": given.thinking_summaries,
            "tool_choice": tool_choice,
        }
    )


def _dropped_warnings(call: _Call) -> list[SharedV4Warning]:
    """Say which settings an agent does not take; it has a configuration of its own."""
    options, given = call.options, call.given
    asked = {
        "temperature": options.temperature,
        "topP": options.top_p,
        "topK": options.top_k,
        "frequencyPenalty": options.frequency_penalty,
        "presencePenalty": options.presence_penalty,
        "seed": options.seed,
        "stopSequences": options.stop_sequences or None,
        "maxOutputTokens": options.max_output_tokens,
        "reasoning": options.reasoning if is_custom_reasoning(options.reasoning) else None,
        "thinkingLevel": given.thinking_level,
        "thinkingSummaries": given.thinking_summaries,
        "imageConfig": given.image_config,
    }
    dropped = [name for name, value in asked.items() if value is not None]
    if not dropped:
        return []
    message = (
        f"google.interactions: {', '.join(dropped)} {'is' if len(dropped) == 1 else 'are'} not supported when "
        "an agent is set; use providerOptions.google.agentConfig instead. Dropped from the request body."
    )
    return [SharedV4WarningOther(message=message)]
