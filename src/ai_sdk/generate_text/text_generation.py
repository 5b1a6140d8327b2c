"""The loop of a text generation: model, tools, model, until there is nothing more to do.

Ports: ai/src/generate-text/generate-text.ts
"""

from typing import Any

from ai_sdk.generate_text.generate_step import GenerateStep
from ai_sdk.generate_text.generate_text_result import GenerateTextResult, sum_usage
from ai_sdk.generate_text.loop_decisions import is_steered
from ai_sdk.generate_text.resume_tool_approvals import resume_tool_approvals, tool_approval_results
from ai_sdk.generate_text.run_tools import run_tools
from ai_sdk.generate_text.steering import SteeringNotDeliveredReason, SteeringRun, start_steering_run
from ai_sdk.generate_text.step_inputs import LoopState
from ai_sdk.generate_text.step_result import StepResult
from ai_sdk.generate_text.stop_condition import is_step_count, is_stop_condition_met
from ai_sdk.generate_text.text_call import TextCall, check_options, prepare_text_call
from ai_sdk.generate_text.text_end_event import create_end_event
from ai_sdk.generate_text.text_options import TextOptions
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.prompt.request_options import TimeoutConfiguration, prepare_timeout
from ai_sdk.prompt.wrap_gateway_error import wrap_gateway_error
from ai_sdk.provider import AbortSignal, LanguageModelV4, SharedV4WarningUnsupported
from ai_sdk.provider_utils.abort import AbortController, throw_if_aborted
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.telemetry.telemetry import TelemetryErrorEvent
from ai_sdk.util.merge_abort_signals import merge_abort_signals
from ai_sdk.util.notify import notify
from ai_sdk.util.set_abort_timeout import set_abort_timeout
from ai_sdk.version import AI_VERSION

__all__ = ["run_text_generation"]

_OPTIONS = frozenset({*TextOptions.__annotations__, "output"})


async def run_text_generation(options: TextOptions, output: Any) -> GenerateTextResult[Any]:
    """Check the options of a call of `generate_text`, and do what they say; raises what that function does."""
    check_options("generate_text", options, _OPTIONS)
    given: Any = options if output is None else {**options, "output": output}
    steering = start_steering_run(options.get("experimental_steering"))
    try:
        return await _generate(given, steering)
    except BaseException as error:
        # The call can fail before its loop starts, when the prompt is not valid.
        _end_steering(steering, error, options.get("abort_signal"))
        raise


async def _generate(options: Any, steering: SteeringRun | None) -> GenerateTextResult[Any]:
    timeout = prepare_timeout(options.get("timeout"))
    step_controller = None if timeout.step_ms is None else AbortController()
    step_signal = step_controller.signal if step_controller else None
    with merge_abort_signals(options.get("abort_signal"), timeout.total_ms, step_signal) as merged:
        call = _prepare(options, timeout, merged.signal, steering)
        if call.listens("on_start"):
            await call.tell("on_start", call.start_event())
        return await _Loop(call, step_controller).run()


def _end_steering(steering: SteeringRun | None, error: BaseException, signal: AbortSignal | None) -> None:
    if steering is not None:
        is_aborted = not isinstance(error, Exception) or (signal is not None and signal.aborted)
        steering.end("aborted" if is_aborted else "error")


def _prepare(
    options: Any, timeout: TimeoutConfiguration, signal: AbortSignal | None, steering: SteeringRun | None
) -> TextCall:
    call = prepare_text_call(
        options,
        operation_id="ai.generateText",
        headers={**with_user_agent_suffix(options.get("headers"), f"ai/{AI_VERSION}")},
        timeout=timeout,
        abort_signal=signal,
        steering=steering,
        default_stop_conditions=[is_step_count(1)],
    )
    _warn_of_timeouts(timeout, call.model)
    return call


def _warn_of_timeouts(timeout: TimeoutConfiguration, model: LanguageModelV4) -> None:
    given = {"firstChunkMs": timeout.first_chunk_ms, "chunkMs": timeout.chunk_ms}
    warnings = [
        SharedV4WarningUnsupported(
            feature=f"timeout.{name}", details=f"The {name} timeout is only supported by streaming functions."
        )
        for name, value in given.items()
        if value is not None
    ]
    if warnings:
        log_warnings(warnings=warnings, provider=model.provider, model=model.model_id)


class _Loop:
    """Calls the model step by step."""

    def __init__(self, call: TextCall, step_controller: AbortController | None) -> None:
        self.call = call
        self.step_controller = step_controller
        self.state = LoopState(call.prompt.instructions, list(call.prompt.messages))
        self.pending_deferred: set[str] = set()
        self.step: GenerateStep | None = None
        self.steering_end: SteeringNotDeliveredReason = "finished"

    async def run(self) -> GenerateTextResult[Any]:
        try:
            await self._resume_approvals()
            await self._run_step()
            while await self._should_continue():
                throw_if_aborted(self.call.abort_signal)
                await self._run_step()
            return await self._finish()
        except BaseException as error:
            wrapped = await self._fail(error)
            if wrapped is error:
                raise
            raise wrapped from error

    async def _resume_approvals(self) -> None:
        call, state = self.call, self.state
        resumed = await resume_tool_approvals(call)
        if not resumed.has_results:
            return

        async def execute(tool_calls: list[Any]) -> list[Any]:
            sandbox = call.options.get("experimental_sandbox")
            results = await run_tools(
                call, tool_calls, tools=call.tools, messages=call.prompt.messages, sandbox=sandbox
            )
            return [result.output for result in results]

        message = await tool_approval_results(call, resumed, execute)
        state.initial_response_messages.append(message)
        state.messages.append(message)

    async def _run_step(self) -> None:
        timer = set_abort_timeout(
            abort_controller=self.step_controller, label="Step", timeout_ms=self.call.timeout.step_ms
        )
        try:
            self.step = GenerateStep(self.call, self.state, self.pending_deferred)
            result = await self.step.run()
            if self.call.listens("on_step_end"):
                await self.call.tell("on_step_end", result)
        finally:
            if timer is not None:
                timer.cancel()

    async def _should_continue(self) -> bool:
        step, last = self.step, self.state.steps[-1]
        if step is None or last.finish_reason == "interrupted":
            return False
        if len(step.tool_outputs) + len(step.approvals.denied) != len(step.client_tool_calls):
            self.steering_end = "waiting-for-tool-results"
            return False
        if not step.client_tool_calls and not self.pending_deferred:
            steered, lost = is_steered(self.call.steering, last.finish_reason)
            self.steering_end = lost or self.steering_end
            if not steered:
                return False
        if await is_stop_condition_met(stop_conditions=self.call.stop_conditions, steps=self.state.steps):
            self.steering_end = "stop-condition"
            return False
        return True

    async def _finish(self) -> GenerateTextResult[Any]:
        call, state = self.call, self.state
        if call.steering is not None:
            call.steering.end(self.steering_end)
        usage = sum_usage(state.steps)
        if call.listens("on_end"):
            await call.tell("on_end", create_end_event(call, state, usage))
        return GenerateTextResult(
            steps=state.steps,
            initial_response_messages=state.initial_response_messages,
            total_usage=usage,
            output=await self._output(state.steps[-1]),
        )

    async def _output(self, last: StepResult) -> Any:
        if last.finish_reason != "stop" and (last.finish_reason == "tool-calls" or not last.text):
            return None
        output: Any = self.call.options.get("output")
        if output is None:
            return last.text
        structured = self.step.structured_output_text if self.step else None
        is_json = output.response_format is not None and output.response_format.type == "json"
        text = structured if is_json and structured is not None else last.text
        return await output.parse_complete_output(
            text, response=last.response, usage=last.usage, finish_reason=last.finish_reason
        )

    async def _fail(self, error: BaseException) -> BaseException:
        """End what is open and tell of the error; return the error to raise."""
        call = self.call
        wrapped: BaseException = wrap_gateway_error(error)
        _end_steering(call.steering, error, call.abort_signal)
        if not isinstance(error, Exception):
            if call.telemetry.abandon is not None:
                call.telemetry.abandon()
            return wrapped  # cancelled: nothing may be awaited any more
        if self.step is not None and call.listens("on_step_error"):
            event = self.step.error_event(wrapped)
            if event is not None:
                await call.tell("on_step_error", event)
        if call.telemetry.on_error is not None:
            await notify(TelemetryErrorEvent(call_id=call.call_id, error=error), call.telemetry.on_error)
        return wrapped
