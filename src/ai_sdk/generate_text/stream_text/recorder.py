"""What is recorded and told while the parts of a generation pass to its readers.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator, Callable
from dataclasses import fields
from typing import Any

from ai_sdk.error.no_output_errors import NoOutputGeneratedError
from ai_sdk.generate_text.generate_text_events import GenerateTextEndEvent
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata
from ai_sdk.generate_text.step_inputs import StepInputs, clone_model_messages
from ai_sdk.generate_text.step_result import ModelInfo, StepResult
from ai_sdk.generate_text.stream_text.output_text import parse_output
from ai_sdk.generate_text.stream_text.recorded_content import RecordedContent
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.stream_text.step import StreamRetryBoundary
from ai_sdk.generate_text.stream_text.stream_text_events import StreamTextEndEvent
from ai_sdk.generate_text.text_end_event import create_end_event
from ai_sdk.generate_text.text_stream_part import (
    FinishReason,
    TextStreamErrorPart,
    TextStreamFinishPart,
    TextStreamFinishStepPart,
    TextStreamPart,
    TextStreamStartStepPart,
)
from ai_sdk.generate_text.to_response_messages import to_response_messages
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.prompt.wrap_gateway_error import wrap_gateway_error
from ai_sdk.provider import SharedV4Warning
from ai_sdk.util.notify import notify

__all__ = ["Recorder"]

_NO_OUTPUT = "No output generated. Check the stream for errors."


class Recorder:
    """Takes each part before a reader does: collects content, completes steps, tells callbacks.

    Parts of a type that is neither content nor in `_process` only pass.
    """

    _warnings: list[SharedV4Warning]

    def __init__(self, run: StreamTextRun) -> None:
        self._run = run
        self._content = RecordedContent(
            collects=run.collects_content, carries_metadata=run.keeps_steps or run.output is not None
        )
        self._request = LanguageModelRequestMetadata()
        self._warnings = []
        self._finish_reason: FinishReason | None = None
        self._raw_finish_reason: str | None = None
        self._total_usage: LanguageModelUsage | None = None
        self._no_output_error: NoOutputGeneratedError | None = None

    async def parts(self, open_source: Callable[[], AsyncGenerator[Any, None]]) -> AsyncGenerator[Any, None]:
        """Open the source, record its parts and hand them on, and tell of the end."""
        source = open_source()
        handlers = self._content.handlers
        tells_chunks = self._run.options.get("on_chunk") is not None
        try:
            async for part in source:
                if tells_chunks and not self._is_handled(part):
                    await self._run.tell_chunk(part)
                handler = handlers.get(part.type)
                problem = None
                if handler is None:
                    await self._process(part)
                else:
                    problem = handler(part)
                yield part
                if problem is not None:
                    yield problem
            await self._end()
        finally:
            await source.aclose()
            self._run.disarm()

    def _is_handled(self, part: Any) -> bool:
        """Whether callbacks were told of the part when the model streamed it."""
        if part.type == "error":
            return id(part.error) in self._run.handled_errors
        return isinstance(part, StreamRetryBoundary)

    async def _process(self, part: TextStreamPart | StreamRetryBoundary) -> None:
        match part:
            case TextStreamErrorPart():
                await self._record_error(part)
            case TextStreamStartStepPart() | StreamRetryBoundary():
                self._content.reset()
                self._request, self._warnings = part.request, part.warnings
            case TextStreamFinishStepPart():
                await self._complete_step(part)
            case TextStreamFinishPart():
                self._record_finish(part)

    async def _record_error(self, part: TextStreamErrorPart) -> None:
        run, error = self._run, wrap_gateway_error(part.error)
        if isinstance(error, NoOutputGeneratedError):
            self._no_output_error = error
        if run.handled_errors.pop(id(part.error), None) is not None:
            return
        if run.open_step is not None:
            run.open_step.error = error
        await run.tell_error(error)

    def _record_finish(self, part: TextStreamFinishPart) -> None:
        self._finish_reason, self._raw_finish_reason = part.finish_reason, part.raw_finish_reason
        self._total_usage = part.total_usage

    async def _complete_step(self, part: TextStreamFinishStepPart) -> None:
        run, inputs = self._run, self._run.inputs
        if inputs is None:
            raise RuntimeError("a step ends that has not begun")
        content = self._content.content()
        messages = await to_response_messages(content=content, tools=run.call.tools)
        result = self._step_result(part, inputs, content, messages)
        run.open_step = None
        await run.call.tell("on_step_end", result)
        log_warnings(warnings=self._warnings, provider=result.model.provider, model=result.model.model_id)
        run.state.steps.append(result)
        run.state.messages = [*inputs.messages, *messages]

    def _step_result(
        self, part: TextStreamFinishStepPart, inputs: StepInputs, content: list[Any], messages: list[Any]
    ) -> StepResult:
        run, call, request, response = self._run, self._run.call, self._request, part.response
        sent = clone_model_messages(inputs.messages) if call.include.get("request_messages") else None
        return StepResult(
            call_id=call.call_id,
            step_number=len(run.state.steps),
            model=ModelInfo(provider=inputs.model.provider, model_id=inputs.model.model_id),
            runtime_context=call.runtime_context,
            tools_context=call.tools_context,
            content=content,
            finish_reason=part.finish_reason,
            raw_finish_reason=part.raw_finish_reason,
            usage=part.usage,
            performance=part.performance,
            warnings=self._warnings,
            request=LanguageModelRequestMetadata(url=request.url, body=request.body, messages=sent),
            response=LanguageModelResponseMetadata(
                id=response.id,
                timestamp=response.timestamp,
                model_id=response.model_id,
                headers=response.headers,
                messages=clone_model_messages(messages),
            ),
            provider_metadata=part.provider_metadata,
            experimental_steering_messages=[each.message for each in inputs.steering_messages] or None,
        )

    async def _end(self) -> None:
        """Settle the outcome, and tell of the end when there is one."""
        run, steps = self._run, self._run.state.steps
        has_failed = not steps or self._no_output_error is not None
        run.end_steering("error" if has_failed else "finished")
        nothing = NoOutputGeneratedError(_NO_OUTPUT)
        opened = run.open_step
        await run.tell_step_error(nothing if opened is None or opened.error is None else opened.error)
        if has_failed:
            await self._fail(nothing)
            return
        outcome = run.outcome
        outcome.finish_reason.resolve(self._finish_reason or "other")
        outcome.raw_finish_reason.resolve(self._raw_finish_reason)
        outcome.total_usage.resolve(self._total_usage or LanguageModelUsage())
        outcome.steps.resolve(steps if run.keeps_steps else [])
        if not run.is_aborted:
            await self._tell_end()

    async def _fail(self, nothing: NoOutputGeneratedError) -> None:
        run, incomplete = self._run, self._no_output_error
        signal = run.call.abort_signal
        if signal is not None and signal.aborted:
            run.outcome.reject(signal.reason)
            return
        if incomplete is not None:
            await run.tell_telemetry_error(incomplete)
        run.outcome.reject(nothing if incomplete is None else incomplete)

    async def _tell_end(self) -> None:
        run, call = self._run, self._run.call
        if not call.listens("on_end"):
            return
        event = create_end_event(call, run.state, self._total_usage or LanguageModelUsage())
        callback = run.options.get("on_end")
        if callback is not None:
            await notify(await self._with_output(event), callback)
        if call.telemetry.on_end is not None:
            await call.telemetry.on_end(event)

    async def _with_output(self, event: GenerateTextEndEvent) -> StreamTextEndEvent:
        known = {each.name: getattr(event, each.name) for each in fields(event)}
        return StreamTextEndEvent(**known, output=await self._output(event.final_step))

    async def _output(self, step: StepResult) -> Any:
        if self._run.output is None:
            return None
        try:
            return await parse_output(self._run.output, step)
        except Exception:  # noqa: BLE001 - whoever reads the output is told why there is none
            return None
