"""One text generation, with its options checked and completed.

Ports: ai/src/generate-text/generate-text.ts, ai/src/generate-text/stream-text.ts
"""

import difflib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ai_sdk.generate_text.generate_text_events import GenerateTextStartEvent
from ai_sdk.generate_text.steering import SteeringRun
from ai_sdk.generate_text.stop_condition import StopCondition
from ai_sdk.generate_text.text_options import Include, TextOptions
from ai_sdk.generate_text.tool_call_concurrency import prepare_tool_call_concurrency
from ai_sdk.generate_text.tool_caller_configuration import resolve_tool_caller_configuration
from ai_sdk.model.resolve_model import resolve_language_model
from ai_sdk.prompt.language_model_call_options import LanguageModelCallOptions, prepare_language_model_call_options
from ai_sdk.prompt.request_options import TimeoutConfiguration
from ai_sdk.prompt.standardize_prompt import StandardizedPrompt, standardize_prompt
from ai_sdk.provider import AbortSignal, LanguageModelV4
from ai_sdk.provider_utils.clock import now_ms
from ai_sdk.provider_utils.generate_id import IdGenerator, create_id_generator
from ai_sdk.provider_utils.tool import ToolSet, as_tool_set
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.telemetry import TelemetryDispatcher
from ai_sdk.tool_search.prepare_tool_search import create_tool_search_state
from ai_sdk.util.notify import notify
from ai_sdk.util.prepare_retries import PreparedRetries, prepare_retries

__all__ = ["TextCall", "prepare_text_call"]

_generate_id = create_id_generator(prefix="aitxt", size=24)
_generate_call_id = create_id_generator(prefix="call", size=24)

_CALL_SETTINGS = tuple(LanguageModelCallOptions.__annotations__)


@dataclass(slots=True, kw_only=True)
class TextCall:
    """What a generation works with. The contexts may be replaced from step to step."""

    options: TextOptions
    operation_id: str
    call_id: str
    model: LanguageModelV4
    tools: ToolSet | None
    tool_callers: Any
    tool_search: Callable[..., ToolSet | None]
    tool_call_concurrency: int | None
    stop_conditions: list[StopCondition]
    prompt: StandardizedPrompt
    call_settings: LanguageModelCallOptions
    headers: dict[str, str | None] | None
    timeout: TimeoutConfiguration
    abort_signal: AbortSignal | None
    retries: PreparedRetries
    telemetry: TelemetryDispatcher
    steering: SteeringRun | None
    runtime_context: Mapping[str, Any]
    tools_context: Mapping[str, Any]
    include: Include
    generate_id: IdGenerator
    now: Callable[[], float] = field(default_factory=now_ms)
    """Milliseconds that never go back."""

    def listens(self, name: str) -> bool:
        """Say whether anybody wants to hear of the event `name`."""
        return self.options.get(name) is not None or getattr(self.telemetry, name, None) is not None

    async def tell(self, name: str, event: Any) -> None:
        """Tell the callback `name` and the telemetry of an event."""
        callbacks: Any = (self.options.get(name), getattr(self.telemetry, name, None))
        await notify(event, callbacks)

    def teller(self, name: str) -> Callable[[Any], Awaitable[None]] | None:
        """Return what tells of the event `name`, `None` when nobody listens."""
        return (lambda event: self.tell(name, event)) if self.listens(name) else None

    def start_event(self) -> GenerateTextStartEvent:
        """Return what `on_start` is told."""
        options = self.options
        return GenerateTextStartEvent(
            call_id=self.call_id,
            operation_id=self.operation_id,
            provider=self.model.provider,
            model_id=self.model.model_id,
            tools=self.tools,
            tool_choice=options.get("tool_choice"),
            active_tools=options.get("active_tools"),
            tool_order=options.get("tool_order"),
            max_retries=self.retries.max_retries,
            timeout=options.get("timeout"),
            headers=self.headers,
            provider_options=options.get("provider_options"),
            output=options.get("output"),
            tools_context=self.tools_context,
            runtime_context=self.runtime_context,
            instructions=self.prompt.instructions,
            messages=self.prompt.messages,
            **self.call_settings,
        )


def prepare_text_call(
    options: TextOptions,
    *,
    operation_id: str,
    headers: dict[str, str | None] | None,
    timeout: TimeoutConfiguration,
    abort_signal: AbortSignal | None,
    steering: SteeringRun | None,
    default_stop_conditions: list[StopCondition],
) -> TextCall:
    """Check and complete the options of a generation; `abort_signal` is the one that timeouts abort too.

    Raises `InvalidArgumentError`, `InvalidPromptError` or `NoSuchModelError`, and `TypeError` without a model.
    """
    internal = options.get("_internal") or {}
    tools = as_tool_set(options.get("tools"))
    tool_callers = resolve_tool_caller_configuration(tools=tools, tool_callers=options.get("experimental_tool_callers"))
    return TextCall(
        options=options,
        operation_id=operation_id,
        tool_call_concurrency=prepare_tool_call_concurrency(options.get("tool_call_concurrency")),
        model=resolve_language_model(_model(options)),
        tools=tools,
        tool_callers=tool_callers,
        tool_search=create_tool_search_state(tools=tools, tool_callers=tool_callers),
        stop_conditions=_stop_conditions(options, default_stop_conditions),
        timeout=timeout,
        abort_signal=abort_signal,
        retries=prepare_retries(max_retries=options.get("max_retries"), abort_signal=abort_signal),
        call_settings=_call_settings(options),
        headers=headers,
        prompt=standardize_prompt(
            prompt=options.get("prompt"),
            messages=options.get("messages"),
            instructions=options.get("instructions"),
            allow_system_in_messages=options.get("allow_system_in_messages", False),
        ),
        call_id=internal.get("generate_call_id", _generate_call_id)(),
        telemetry=create_telemetry_dispatcher(options.get("telemetry")),
        steering=steering,
        runtime_context=options.get("runtime_context") or {},
        tools_context=options.get("tools_context") or {},
        include=options.get("include") or {},
        generate_id=internal.get("generate_id", _generate_id),
    )


def check_options(function: str, options: Mapping[str, Any], known: frozenset[str]) -> None:
    """Raise `TypeError`, as Python does for arguments, when an option does not exist."""
    for name in options.keys() - known:
        similar = difflib.get_close_matches(name, known, 1)
        hint = f". Did you mean {similar[0]!r}?" if similar else ""
        raise TypeError(f"{function}() got an unexpected keyword argument {name!r}{hint}")


def _model(options: TextOptions) -> Any:
    if options.get("model") is None:
        raise TypeError("model must be given: a language model, or the id of one")
    return options["model"]


def _call_settings(options: TextOptions) -> LanguageModelCallOptions:
    given: Any = {name: options[name] for name in _CALL_SETTINGS if name in options}  # type: ignore[literal-required]
    return prepare_language_model_call_options(given)


def _stop_conditions(options: TextOptions, default: list[StopCondition]) -> list[StopCondition]:
    given = options.get("stop_when")
    if given is None:
        return default
    return [given] if callable(given) else list(given)
