"""The parts of a generation from its start to its end, step by step, made while somebody reads them.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator

from ai_sdk.error.no_output_errors import NoOutputGeneratedError
from ai_sdk.generate_text.loop_decisions import is_steered, track_deferred_calls
from ai_sdk.generate_text.steering import SteeringNotDeliveredReason
from ai_sdk.generate_text.step_inputs import prepare_step_inputs
from ai_sdk.generate_text.stop_condition import is_stop_condition_met
from ai_sdk.generate_text.stream_text.part_ids import PartIds
from ai_sdk.generate_text.stream_text.resumed_tools import resumed_tools
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.stream_text.step import StreamStep, StreamStepPart
from ai_sdk.generate_text.text_stream_part import (
    TextStreamErrorPart,
    TextStreamFinishPart,
    TextStreamPart,
    TextStreamStartPart,
    TextStreamSteeringMessagePart,
)
from ai_sdk.generate_text.usage import LanguageModelUsage, add_language_model_usage
from ai_sdk.provider import AISDKError

__all__ = ["generate"]

_INCOMPLETE = "No output generated. The model stream ended without a finish chunk."
_HELD_BACK = "The next step cannot begin: a transform has not handed on the finish-step part of the last one."


async def generate(run: StreamTextRun) -> AsyncGenerator[StreamStepPart, None]:
    """Give the parts of a whole generation; errors of a call become parts, errors while reading are raised."""
    loop = _Loop(run)
    try:
        yield TextStreamStartPart()
        async for begun in loop.begin():
            yield begun
        while (step := loop.step) is not None:
            async for part in step.source():
                for made in step.feed(part):
                    yield made
            async for last in loop.complete(step):
                yield last
    except Exception as error:
        if not run.is_signalled:
            await run.fail(error)
        raise
    except BaseException:
        run.end_steering("aborted")
        raise
    finally:
        if loop.opened is not None:
            await loop.opened.close()


class _Loop:
    """The steps of one generation; `step` is the one whose parts come next, `opened` the last that began."""

    _steering_end: SteeringNotDeliveredReason

    def __init__(self, run: StreamTextRun) -> None:
        self.step: StreamStep | None = None
        self.opened: StreamStep | None = None
        self._run = run
        self._ids = PartIds(run.call.generate_id)
        self._usage = LanguageModelUsage()
        self._steering_end = "finished"

    async def begin(self) -> AsyncGenerator[TextStreamPart, None]:
        """Read the prompt, run the tools that were approved since the last call, and open the first step."""
        run, failure = self._run, None
        try:
            run.read_prompt()
            if run.call.listens("on_start"):
                await run.call.tell("on_start", run.call.start_event())
            async for part in resumed_tools(run):
                yield part
            run.outcome.initial_response_messages.resolve(run.state.initial_response_messages)
            for delivered in await self._prepare_step():
                yield delivered
            await self._open_step()
        except Exception as error:  # noqa: BLE001 - it becomes a part of the stream
            failure = error
        if failure is not None:
            await run.fail(failure)
            run.outcome.initial_response_messages.reject(failure)
            yield TextStreamErrorPart(error=failure)

    async def complete(self, step: StreamStep) -> AsyncGenerator[TextStreamPart, None]:
        """End a step, and open the next one or end the generation."""
        run, self.step, failure = self._run, None, None
        if step.is_empty:
            yield TextStreamErrorPart(error=NoOutputGeneratedError(_INCOMPLETE))
            return
        yield step.finish()
        self._usage = add_language_model_usage(self._usage, step.usage)
        self._track_deferred_calls(step)
        if run.timeouts is not None:
            run.timeouts.clear()
        if not await self._has_next(step):
            run.end_steering(self._steering_end)
            yield TextStreamFinishPart(
                finish_reason=step.finish_reason, raw_finish_reason=step.raw_finish_reason, total_usage=self._usage
            )
            return
        try:
            for delivered in await self._prepare_step():
                yield delivered
            await self._open_step()
        except Exception as error:  # noqa: BLE001 - it becomes a part of the stream
            failure = error
        if failure is not None:
            run.end_steering("error")
            yield TextStreamErrorPart(error=failure)

    async def _prepare_step(self) -> list[TextStreamPart]:
        """Prepare the next step, and return the messages of the user that were added to it."""
        run = self._run
        if run.timeouts is not None:
            run.timeouts.start_step()
        run.inputs = await prepare_step_inputs(run.call, run.state)
        run.state.instructions = run.inputs.instructions
        return [
            TextStreamSteeringMessagePart(id=each.id, message=each.message, step_number=each.step_number)
            for each in run.inputs.steering_messages
        ]

    async def _open_step(self) -> None:
        run = self._run
        if run.inputs is None:
            raise RuntimeError("the step is not prepared")
        step = self.opened = StreamStep(run, run.inputs, self._ids, run.now())
        await step.attempts.open()
        self.step = step

    def _track_deferred_calls(self, step: StreamStep) -> None:
        arrived = {output.tool_call_id for output in step.tool_outputs}
        track_deferred_calls(self._run.pending_deferred, step.tool_calls, step.inputs.execution_tools, arrived)

    async def _has_next(self, step: StreamStep) -> bool:
        """Say whether the tools' results, or messages of the user, go to the model."""
        if step.finish_reason == "interrupted":
            return False
        calls = [call for call in step.tool_calls if not call.provider_executed]
        outputs = [output for output in step.tool_outputs if not output.provider_executed]
        if len(calls) != len(outputs) + len(step.denied):
            self._steering_end = "waiting-for-tool-results"
            return False
        if not calls and not self._run.pending_deferred:
            steered, lost = is_steered(self._run.call.steering, step.finish_reason)
            self._steering_end = lost or self._steering_end
            if not steered:
                return False
        if len(self._run.state.steps) == step.inputs.step_number:
            raise AISDKError(_HELD_BACK)
        if await is_stop_condition_met(stop_conditions=self._run.call.stop_conditions, steps=self._run.state.steps):
            self._steering_end = "stop-condition"
            return False
        return True
