"""The model's answer to a step: errors in it are told, and the step may be tried again.

Ports: ai/src/generate-text/stream-text.ts, ai/src/generate-text/stream-retry-attempt-boundary.ts
"""

from collections.abc import AsyncGenerator, Mapping
from typing import Any

from ai_sdk.error.tool_errors import ToolChoiceViolationError
from ai_sdk.generate_text.is_output_chunk import is_output_chunk
from ai_sdk.generate_text.language_model_stream_part import LanguageModelStreamPart, StreamRetryAttemptBoundaryPart
from ai_sdk.generate_text.open_model_stream import LanguageModelCallStream, open_model_stream
from ai_sdk.generate_text.step_inputs import StepInputs
from ai_sdk.generate_text.stream_text.run import OpenStep, StreamTextRun
from ai_sdk.generate_text.stream_text.timeouts import StepTimeouts
from ai_sdk.generate_text.text_stream_part import (
    TextStreamErrorPart,
    TextStreamReasoningEndPart,
    TextStreamTextEndPart,
)
from ai_sdk.prompt.wrap_gateway_error import wrap_gateway_error

__all__ = ["ModelAttempts"]

_Part = LanguageModelStreamPart | StreamRetryAttemptBoundaryPart

_TOOL_PARTS = frozenset(
    {
        *("tool-input-start", "tool-input-delta", "tool-input-end", "tool-call", "tool-result", "tool-error"),
        *("tool-approval-request", "tool-approval-response"),
    }
)


class ModelAttempts:
    """Calls the model for one step, and again when its stream fails and the caller wants that."""

    def __init__(self, run: StreamTextRun, inputs: StepInputs) -> None:
        self._current: LanguageModelCallStream | None = None
        self._run = run
        self._inputs = inputs
        self._has_told_start = False
        self._is_again = False
        self._automatic_retries = 0
        self._callback_retries = 0
        self._buffer: list[LanguageModelStreamPart] = []
        self._open_parts: dict[tuple[str, str], None] = {}

    async def open(self) -> None:
        """Call the model, with the retries of a request, and return as soon as it begins to answer."""
        self._current = await self._run.call.retries.retry(self._open_once)

    @property
    def current(self) -> LanguageModelCallStream:
        """The answer to the last call."""
        if self._current is None:
            raise RuntimeError("the model was not called")
        return self._current

    def parts(self) -> AsyncGenerator[_Part, None]:
        """Return the answer's parts; tool calls come last in an attempt when there may be another one."""
        run = self._run
        return self._with_retries() if run.stream_retries > 0 or run.can_retry_via_on_error else self._plain()

    async def close(self) -> None:
        """Close the answer, if there is one."""
        if self._current is not None:
            await self._current.stream.aclose()

    async def _open_once(self) -> LanguageModelCallStream:
        run, inputs, call = self._run, self._inputs, self._run.call
        if not self._has_told_start:
            self._has_told_start = True
            await self._tell_step_start()
        options = inputs.call_options(call)
        options.include_raw_chunks = bool(call.include.get("raw_chunks"))
        start = inputs.model_call_start_event(call)
        if call.listens("on_language_model_call_start"):
            await call.tell("on_language_model_call_start", start)
        return await open_model_stream(
            model=inputs.model,
            options=options,
            start=start,
            tools=inputs.model_tools,
            repair_tool_call=call.options.get("repair_tool_call"),
            refine_tool_input=call.options.get("experimental_refine_tool_input"),
            download=call.options.get("experimental_download"),
            on_language_model_call_end=call.teller("on_language_model_call_end"),
            execute=call.telemetry.execute_language_model_call,
            internal={"now": run.now},
        )

    async def _tell_step_start(self) -> None:
        run = self._run
        event = self._inputs.start_event(run.call, run.state.steps)
        if run.call.listens("on_step_start"):
            await run.call.tell("on_step_start", event)
        run.open_step = OpenStep(event)

    async def _plain(self) -> AsyncGenerator[_Part, None]:
        timeouts = self._run.timeouts
        if timeouts is not None:
            timeouts.start_first_chunk()
        async for part in self.current.stream:
            if part.type == "error":
                await self._tell_error(part)
                self._run.handled_errors[id(part.error)] = part.error
            if timeouts is not None:
                _watch(timeouts, part)
            yield part
        if timeouts is not None:
            timeouts.clear_chunks()

    async def _with_retries(self) -> AsyncGenerator[_Part, None]:  # noqa: C901 - one attempt after the other
        timeouts = self._run.timeouts
        while True:
            wants_retry = False
            if timeouts is not None:
                timeouts.start_first_chunk()
            async for part in self.current.stream:
                for boundary in self._boundary(part):
                    yield boundary
                if timeouts is not None:
                    _watch(timeouts, part)
                wants_retry = part.type == "error" and await self._wants_retry(part)
                if wants_retry:
                    break
                for released in self._release(part):
                    yield self._track(released)
            if not wants_retry:
                break
            for closing in await self._abandon():
                yield closing
            failure = await self._open_again()
            if failure is not None:
                yield failure
                return
        if timeouts is not None:
            timeouts.clear_chunks()
        for last in (*self._boundary(None), *self._flush()):
            yield last

    def _boundary(self, part: LanguageModelStreamPart | None) -> list[StreamRetryAttemptBoundaryPart]:
        """Return what separates a new attempt, whose first part this is, from what came before."""
        if not self._is_again:
            return []
        self._is_again = False
        is_start = part is not None and part.type == "model-call-start"
        return [StreamRetryAttemptBoundaryPart(warnings=part.warnings if is_start else [])]  # type: ignore[union-attr]

    async def _tell_error(self, part: TextStreamErrorPart) -> Any:
        await self._run.tell_chunk(part)
        return await self._run.tell_error(wrap_gateway_error(part.error))

    async def _wants_retry(self, part: TextStreamErrorPart) -> bool:
        """Tell of the error and say whether the step is tried again; each kind of retry is counted."""
        run = self._run
        answer = await self._tell_error(part)
        if not isinstance(wrap_gateway_error(part.error), ToolChoiceViolationError):
            if self._automatic_retries < run.stream_retries:
                self._automatic_retries += 1
                return True
            if run.can_retry_via_on_error and _asks_for_retry(answer) and self._callback_retries < 1:
                self._callback_retries += 1
                return True
        run.handled_errors[id(part.error)] = part.error
        return False

    def _release(self, part: LanguageModelStreamPart) -> list[LanguageModelStreamPart]:
        """Return what may go on, now that `part` is there."""
        if part.type in {"model-call-end", "error"}:
            return [*self._flush(), part]
        if part.type != "ping" and (part.type in _TOOL_PARTS or self._buffer):
            self._buffer.append(part)
            return []
        return [part]

    def _flush(self) -> list[LanguageModelStreamPart]:
        buffered, self._buffer = self._buffer, []
        return buffered

    def _track(self, part: LanguageModelStreamPart) -> LanguageModelStreamPart:
        match part.type:
            case "text-start" | "reasoning-start":
                self._open_parts[part.type.removesuffix("-start"), part.id] = None
            case "text-end" | "reasoning-end":
                self._open_parts.pop((part.type.removesuffix("-end"), part.id), None)
        return part

    async def _open_again(self) -> TextStreamErrorPart | None:
        """Call the model again; what it raises becomes a part of the stream."""
        try:
            await self.open()
        except Exception as error:  # noqa: BLE001 - as above
            return TextStreamErrorPart(error=error)
        self._is_again = True
        return None

    async def _abandon(self) -> list[LanguageModelStreamPart]:
        """Leave the attempt, forget what was held back, and return the ends of the parts that are open."""
        await self.current.stream.aclose()
        self._buffer = []
        texts = [part_id for kind, part_id in self._open_parts if kind == "text"]
        reasonings = [part_id for kind, part_id in self._open_parts if kind == "reasoning"]
        self._open_parts.clear()
        return [
            *(TextStreamTextEndPart(id=part_id) for part_id in texts),
            *(TextStreamReasoningEndPart(id=part_id) for part_id in reasonings),
        ]


def _watch(timeouts: StepTimeouts, part: LanguageModelStreamPart) -> None:
    if part.type in {"model-call-end", "error"}:
        timeouts.clear_chunks()
    elif is_output_chunk(part):
        timeouts.content_arrived()


def _asks_for_retry(answer: Any) -> bool:
    retry = answer.get("retry") if isinstance(answer, Mapping) else getattr(answer, "retry", None)
    return retry is True
