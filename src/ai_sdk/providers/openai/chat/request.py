"""Call options as the body of a Chat Completions request.

Ports: @ai-sdk/openai/src/chat/openai-chat-language-model.ts
Ports: @ai-sdk/openai/src/chat/openai-chat-language-model-options.ts
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ai_sdk_generated.openai.chat.options import OpenaiLanguageModelChatOptions

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4ResponseFormatJson,
    SharedV4Warning,
    SharedV4WarningCompatibility,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.map_reasoning_to_provider import is_custom_reasoning
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.providers.openai.chat.messages import convert_to_openai_chat_messages
from ai_sdk.providers.openai.chat.tools import prepare_chat_tools
from ai_sdk.providers.openai.config import OpenAIConfig
from ai_sdk.providers.openai.json_schema import normalize_openai_json_schema
from ai_sdk.providers.openai.model_catalog import OpenAILanguageModelEntry, get_openai_language_model_entry
from ai_sdk.providers.openai.reasoning_effort import resolve_openai_reasoning_effort

__all__ = ["build_request"]

_Removal = tuple[str, SharedV4Warning]


def build_request(model_id: str, config: OpenAIConfig, options: LanguageModelV4CallOptions) -> PreparedRequest:
    """Return the request for a call; raises `InvalidArgumentError` when the provider options do not fit."""
    return _Builder(model_id, config, options).build()


def _sampling_removals() -> Iterable[_Removal]:
    yield "temperature", _unsupported("temperature", "temperature is not supported for reasoning models")
    yield "top_p", _unsupported("topP", "topP is not supported for reasoning models")
    yield "logprobs", SharedV4WarningOther(message="logprobs is not supported for reasoning models")


def _reasoning_removals() -> Iterable[_Removal]:
    details = "{} is not supported for reasoning models"
    yield "frequency_penalty", _unsupported("frequencyPenalty", details.format("frequencyPenalty"))
    yield "presence_penalty", _unsupported("presencePenalty", details.format("presencePenalty"))
    yield "logit_bias", SharedV4WarningOther(message=details.format("logitBias"))
    yield "top_logprobs", SharedV4WarningOther(message=details.format("topLogprobs"))


def _unsupported(feature: str, details: str | None = None) -> SharedV4WarningUnsupported:
    return SharedV4WarningUnsupported(feature=feature, details=details)


@dataclass(slots=True)
class _Builder:
    """One request in the making; each step adds to the body and the warnings."""

    model_id: str
    config: OpenAIConfig
    options: LanguageModelV4CallOptions
    warnings: list[SharedV4Warning] = field(default_factory=list)

    def build(self) -> PreparedRequest:
        """Take the steps in the order in which they warn."""
        given = self._provider_options()
        entry = get_openai_language_model_entry(self.model_id)
        is_reasoning_model = entry.supports_reasoning if given.force_reasoning is None else given.force_reasoning
        effort = self._reasoning_effort(given, entry)
        self._warn_of_ignored_options()
        default_mode = "developer" if is_reasoning_model else entry.system_message_mode
        messages, warnings = convert_to_openai_chat_messages(
            self.options.prompt, given.system_message_mode or default_mode
        )
        self.warnings += warnings
        body = {**self._settings(given), "reasoning_effort": effort, "messages": messages}
        self._remove_unsupported_retention(body, entry)
        if is_reasoning_model:
            self._fit_reasoning_model(body, entry)
        elif not entry.chat_temperature_without_reasoning:
            self._remove(body, [("temperature", _search_preview_warning())])
        self._remove_unsupported_service_tier(body, entry)
        tools, warnings = prepare_chat_tools(self.options.tools, self.options.tool_choice)
        self.warnings += warnings
        return PreparedRequest(body=omit_none({**body, **tools}), warnings=self.warnings, options=self.options)

    def _namespaces(self) -> list[str]:
        """Return where options are looked for; Azure's own win over `openai`."""
        return ["openai", "azure"] if "azure" in self.config.provider else ["openai"]

    def _provider_options(self) -> OpenaiLanguageModelChatOptions:
        options, _ = resolve_provider_options(
            self.options.provider_options, self._namespaces(), OpenaiLanguageModelChatOptions, resolution="merge"
        )
        return options or OpenaiLanguageModelChatOptions()

    def _reasoning_effort(self, given: OpenaiLanguageModelChatOptions, entry: OpenAILanguageModelEntry) -> str | None:
        if given.reasoning_effort is None and not entry.chat_function_tools_with_reasoning and self._has_function_tools:
            return self._no_reasoning_effort()
        efforts = entry.reasoning_efforts
        return resolve_openai_reasoning_effort(
            provider_reasoning_effort=given.reasoning_effort,
            reasoning=self.options.reasoning,
            # Only the Responses API takes `max`.
            supported_reasoning_efforts=None if efforts is None else [each for each in efforts if each != "max"],
            warnings=self.warnings,
        )

    @property
    def _has_function_tools(self) -> bool:
        return any(isinstance(tool, LanguageModelV4FunctionTool) for tool in self.options.tools or ())

    def _no_reasoning_effort(self) -> str:
        """Turn reasoning off for a model that refuses function tools with it, even when no effort is sent."""
        if is_custom_reasoning(self.options.reasoning) and self.options.reasoning != "none":
            details = (
                f"{self.model_id} does not support function tools with reasoning in the Chat Completions API. "
                'reasoning effort set to "none". '
                "Use the Responses API to combine reasoning with function tools."
            )
            self.warnings.append(SharedV4WarningCompatibility(feature="reasoning", details=details))
        return "none"

    def _warn_of_ignored_options(self) -> None:
        if self.options.top_k is not None:
            self.warnings.append(_unsupported("topK"))
        every = self.options.provider_options or {}
        # The options of this API do not have it, so that only what was given shows it.
        if any((every.get(name) or {}).get("reasoningSummary") is not None for name in self._namespaces()):
            details = "reasoningSummary is only supported by the Responses API, not the Chat Completions API"
            self.warnings.append(_unsupported("reasoningSummary", details))

    def _settings(self, given: OpenaiLanguageModelChatOptions) -> JSONObject:
        options = self.options
        return {
            "model": self.config.request_model_id or self.model_id,
            "logit_bias": given.logit_bias,
            **_logprobs(given.logprobs),
            "user": given.user,
            "parallel_tool_calls": given.parallel_tool_calls,
            "max_tokens": options.max_output_tokens,
            "temperature": options.temperature,
            "top_p": options.top_p,
            "frequency_penalty": options.frequency_penalty,
            "presence_penalty": options.presence_penalty,
            "response_format": self._response_format(strict=given.strict_json_schema is not False),
            "stop": options.stop_sequences,
            "seed": options.seed,
            "verbosity": given.text_verbosity,
            "max_completion_tokens": given.max_completion_tokens,
            "store": given.store,
            "metadata": given.metadata,
            "prediction": given.prediction,
            "service_tier": given.service_tier,
            "prompt_cache_key": given.prompt_cache_key,
            "prompt_cache_options": None
            if given.prompt_cache_options is None
            else dump_wire(given.prompt_cache_options),
            "prompt_cache_retention": given.prompt_cache_retention,
            "safety_identifier": given.safety_identifier,
        }

    def _response_format(self, *, strict: bool) -> JSONObject | None:
        wanted = self.options.response_format
        if not isinstance(wanted, LanguageModelV4ResponseFormatJson):
            return None
        if wanted.schema is None:
            return {"type": "json_object"}
        schema, warnings = normalize_openai_json_schema(wanted.schema)
        self.warnings += warnings
        name = "response" if wanted.name is None else wanted.name
        json_schema = {"schema": schema, "strict": strict, "name": name, "description": wanted.description}
        return {"type": "json_schema", "json_schema": omit_none(json_schema)}

    def _remove(self, body: JSONObject, removals: Iterable[_Removal]) -> None:
        """Take settings out of the body and warn of each that was there."""
        for key, warning in removals:
            if body[key] is not None:
                body[key] = None
                self.warnings.append(warning)

    def _remove_unsupported_retention(self, body: JSONObject, entry: OpenAILanguageModelEntry) -> None:
        if not entry.supports_prompt_cache_retention:
            details = "promptCacheRetention is not supported by GPT-6 and later models; use promptCacheOptions instead"
            self._remove(body, [("prompt_cache_retention", _unsupported("promptCacheRetention", details))])

    def _fit_reasoning_model(self, body: JSONObject, entry: OpenAILanguageModelEntry) -> None:
        if body["reasoning_effort"] != "none" or not entry.samples_without_reasoning:
            self._remove(body, _sampling_removals())
        self._remove(body, _reasoning_removals())
        if body["max_completion_tokens"] is None:
            body["max_completion_tokens"] = body["max_tokens"]
        body["max_tokens"] = None

    def _remove_unsupported_service_tier(self, body: JSONObject, entry: OpenAILanguageModelEntry) -> None:
        tier = body["service_tier"]
        if tier == "flex" and not entry.supports_flex_processing:
            details = "flex processing is only available for o3, o4-mini, and gpt-5 models"
        elif tier in {"priority", "fast"} and not entry.supports_priority_processing:
            details = (
                "priority processing is only available for supported models (gpt-4, gpt-5, gpt-5-mini, o3, o4-mini) "
                "and requires Enterprise access. gpt-5-nano is not supported"
            )
        else:
            return
        self._remove(body, [("service_tier", _unsupported("serviceTier", details))])


def _logprobs(given: bool | float | None) -> JSONObject:  # noqa: FBT001 - the option's own type
    """Return what `true` (the tokens' own log probabilities) or a number of alternatives asks for."""
    if given is None or given is False:
        return {"logprobs": None, "top_logprobs": None}
    return {"logprobs": True, "top_logprobs": 0 if given is True else given}


def _search_preview_warning() -> SharedV4WarningUnsupported:
    details = "temperature is not supported for the search preview models and has been removed."
    return _unsupported("temperature", details)
