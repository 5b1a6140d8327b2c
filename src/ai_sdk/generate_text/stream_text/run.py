"""What the parts of one streamed generation share.

Ports: ai/src/generate-text/stream-text.ts
"""

import inspect
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ai_sdk.generate_text.generate_text_events import GenerateTextStepErrorEvent, GenerateTextStepStartEvent
from ai_sdk.generate_text.steering import SteeringNotDeliveredReason
from ai_sdk.generate_text.step_inputs import LoopState, StepInputs
from ai_sdk.generate_text.stream_text.outcome import Outcome
from ai_sdk.generate_text.stream_text.stream_text_events import StreamTextChunkEvent, StreamTextErrorEvent
from ai_sdk.generate_text.stream_text.stream_text_options import StreamTextOptions
from ai_sdk.generate_text.stream_text.timeouts import StepTimeouts
from ai_sdk.generate_text.stream_text_transform import StreamTextTransform
from ai_sdk.generate_text.text_call import TextCall
from ai_sdk.generate_text.text_stream_part import TextStreamPart
from ai_sdk.prompt.standardize_prompt import standardize_prompt
from ai_sdk.prompt.wrap_gateway_error import wrap_gateway_error
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.clock import now_ms
from ai_sdk.telemetry.telemetry import TelemetryErrorEvent
from ai_sdk.util.merge_abort_signals import MergedAbortSignals, merge_abort_signals
from ai_sdk.util.notify import notify

__all__ = ["OpenStep", "StreamTextRun"]

_logger = logging.getLogger("ai_sdk")


@dataclass(slots=True)
class OpenStep:
    """A step that has begun and has no result yet, and the last error in its stream."""

    event: GenerateTextStepStartEvent
    error: Any = None


@dataclass(slots=True)
class StreamTextRun:
    """One generation: its call, what its steps hand on, and what became of it."""

    call: TextCall
    options: StreamTextOptions
    output: Any
    transforms: list[StreamTextTransform]
    stream_retries: int
    collects_content: bool
    keeps_steps: bool
    state: LoopState = field(init=False)
    outcome: Outcome = field(default_factory=Outcome)
    now: Callable[[], float] = field(init=False)
    timeouts: StepTimeouts | None = None
    inputs: StepInputs | None = None
    open_step: OpenStep | None = None
    is_stopped: bool = False
    is_aborted: bool = False
    handled_errors: dict[int, Any] = field(default_factory=dict)
    pending_deferred: set[str] = field(default_factory=set)
    _merged: MergedAbortSignals | None = None

    def __post_init__(self) -> None:
        self.state = LoopState(None, [])
        internal = self.options.get("_internal") or {}
        self.now = internal.get("now") or now_ms()

    @property
    def can_retry_via_on_error(self) -> bool:
        """Whether `on_error` may ask for another attempt."""
        return self.options.get("stream_retries") is not None and self.options.get("on_error") is not None

    @property
    def is_signalled(self) -> bool:
        """Whether the caller or a timeout has stopped the generation."""
        signal = self.call.abort_signal
        return signal is not None and signal.aborted

    def arm(self) -> None:
        """Merge the caller's signal with the timeouts, whose timers need a running event loop."""
        call, timeout = self.call, self.call.timeout
        limits = (timeout.step_ms, timeout.first_chunk_ms, timeout.chunk_ms)
        controller = AbortController() if any(limit is not None for limit in limits) else None
        step_signal = None if controller is None else controller.signal
        self._merged = merge_abort_signals(self.options.get("abort_signal"), timeout.total_ms, step_signal)
        self.timeouts = None if controller is None else StepTimeouts(timeout, controller)
        call.abort_signal = self._merged.signal
        call.retries = replace(call.retries, abort_signal=call.abort_signal)

    def disarm(self) -> None:
        """Cancel every timer and leave the caller's signal."""
        if self.timeouts is not None:
            self.timeouts.clear()
        if self._merged is not None:
            self._merged.close()

    def read_prompt(self) -> None:
        """Bring the prompt into its form; raises `InvalidPromptError` when it has none."""
        options, call = self.options, self.call
        call.prompt = standardize_prompt(
            prompt=options.get("prompt"),
            messages=options.get("messages"),
            instructions=options.get("instructions"),
            allow_system_in_messages=bool(options.get("allow_system_in_messages")),
        )
        self.state.instructions, self.state.messages = call.prompt.instructions, list(call.prompt.messages)

    def end_steering(self, reason: SteeringNotDeliveredReason) -> None:
        """Tell messages that still wait that they will not be delivered."""
        if self.call.steering is not None:
            self.call.steering.end(reason)

    async def tell_chunk(self, part: TextStreamPart) -> None:
        """Call `on_chunk`."""
        callback = self.options.get("on_chunk")
        if callback is not None:
            await notify(StreamTextChunkEvent(chunk=part), callback)

    async def tell_error(self, error: Any) -> Any:
        """Call `on_error` and return what it returns; without it the error is logged."""
        callback = self.options.get("on_error")
        if callback is None:
            _logger.error("%s", error, exc_info=error if isinstance(error, BaseException) else None)
            return None
        try:
            answer = callback(StreamTextErrorEvent(error=error))
            return await answer if inspect.isawaitable(answer) else answer
        except Exception:
            _logger.debug("a callback failed", exc_info=True)
            return None

    async def tell_step_error(self, error: Any) -> None:
        """Call `on_step_error` for the step that is open, unless the call was aborted."""
        opened = self.open_step
        if opened is None or self.is_signalled:
            return
        self.open_step = None
        if self.call.listens("on_step_error"):
            known = {each.name: getattr(opened.event, each.name) for each in fields(opened.event)}
            await self.call.tell("on_step_error", GenerateTextStepErrorEvent(**known, error=error))

    async def fail(self, error: Exception) -> None:
        """Tell of an error that ends the stream."""
        self.end_steering("aborted" if self.is_signalled else "error")
        await self.tell_step_error(wrap_gateway_error(error))
        await self.tell_telemetry_error(error)

    async def tell_telemetry_error(self, error: BaseException) -> None:
        """Tell the integrations that the call failed."""
        on_error = self.call.telemetry.on_error
        if on_error is not None:
            await on_error(TelemetryErrorEvent(call_id=self.call.call_id, error=error))
