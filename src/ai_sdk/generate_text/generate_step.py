"""One step of `generate_text`: the model is called, and its tools run.

Ports: ai/src/generate-text/generate-text.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

from ai_sdk.error.tool_errors import ToolChoiceViolationError
from ai_sdk.generate_text.approve_tool_calls import ToolApprovals, approve_tool_calls
from ai_sdk.generate_text.content_part import ContentPart
from ai_sdk.generate_text.convert_language_model_content import (
    add_tool_outputs,
    convert_language_model_content,
)
from ai_sdk.generate_text.generate_text_events import GenerateTextStepErrorEvent
from ai_sdk.generate_text.is_tool_execution_allowed_finish_reason import is_tool_execution_allowed_finish_reason
from ai_sdk.generate_text.language_model_events import LanguageModelCallEndEvent, LanguageModelCallPerformance
from ai_sdk.generate_text.loop_decisions import track_deferred_calls
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata
from ai_sdk.generate_text.parse_tool_call import parse_tool_call
from ai_sdk.generate_text.performance import StepResultPerformance, calculate_tokens_per_second
from ai_sdk.generate_text.run_tools import run_tools
from ai_sdk.generate_text.step_inputs import LoopState, StepInputs, clone_model_messages, prepare_step_inputs
from ai_sdk.generate_text.step_result import ModelInfo, StepResult
from ai_sdk.generate_text.text_call import TextCall
from ai_sdk.generate_text.to_response_messages import to_response_messages
from ai_sdk.generate_text.tool_call import ToolOutput, TypedToolCall, TypedToolError
from ai_sdk.generate_text.usage import LanguageModelUsage, as_language_model_usage, sum_token_counts
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.provider import (
    LanguageModelV4GenerateResult,
    LanguageModelV4GenerateResultResponse,
    LanguageModelV4RequestMetadata,
    LanguageModelV4ToolCall,
    get_error_message,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.concurrently import concurrently
from ai_sdk.telemetry.get_request_origin import sanitize_request_metadata

__all__ = ["GenerateStep"]


class GenerateStep:
    """One call of the model and the tools that it calls. `pending_deferred` outlives the step."""

    inputs: StepInputs
    response: LanguageModelV4GenerateResult
    request: LanguageModelV4RequestMetadata | None
    answer: LanguageModelResponseMetadata
    usage: LanguageModelUsage

    def __init__(self, call: TextCall, state: LoopState, pending_deferred: set[str]) -> None:
        self.call = call
        self.state = state
        self.pending_deferred = pending_deferred
        self.is_open = False
        self.tool_calls: list[TypedToolCall[Any]] = []
        self.client_tool_calls: list[TypedToolCall[Any]] = []
        self.tool_outputs: list[ToolOutput] = []
        self.tool_execution_ms: dict[str, float] = {}
        self.approvals = ToolApprovals()
        self.model_content: list[ContentPart] = []
        self.response_time_ms = 0.0
        self._started_ms = 0.0

    @property
    def structured_output_text(self) -> str | None:
        """The text that holds the structured output, where the provider says which one it is."""
        return self.response.structured_output_text

    async def run(self) -> StepResult:
        """Return the step once it is complete; it is then among the steps of the loop."""
        call = self.call
        self.inputs = await prepare_step_inputs(call, self.state)
        if call.listens("on_step_start"):
            await call.tell("on_step_start", self.inputs.start_event(call, self.state.steps))
        self.is_open = True
        await self._call_model()
        self.usage = as_language_model_usage(self.response.usage)
        self.tool_calls = await self._parse_tool_calls()
        self.model_content = await self._convert_content()
        await self._tell_model_call_end()
        self._enforce_tool_choice()
        if self.tool_calls:
            self.approvals = await approve_tool_calls(call, self.inputs, self.tool_calls)
            await self._run_tools()
        self._track_deferred_calls()
        return await self._complete()

    def error_event(self, error: Any) -> GenerateTextStepErrorEvent | None:
        """Return what `on_step_error` is told; `None` when the step had not begun, or was complete."""
        if not self.is_open:
            return None
        started = self.inputs.start_event(self.call, self.state.steps)
        return GenerateTextStepErrorEvent(
            **{name: getattr(started, name) for name in started.__dataclass_fields__}, error=error
        )

    async def _call_model(self) -> None:
        call, inputs = self.call, self.inputs
        self._started_ms = call.now()
        if call.listens("on_language_model_call_start"):
            await call.tell("on_language_model_call_start", inputs.model_call_start_event(call))
        generate = partial(inputs.model.do_generate, inputs.call_options(call))
        execute = call.telemetry.execute_language_model_call
        if execute is None:
            self.response = await call.retries.retry(generate)
        else:
            event = inputs.model_call_start_event(call)
            self.response = await call.retries.retry(
                lambda: execute(call_id=call.call_id, event=event, execute=partial(_sanitized, generate))
            )
        self.request = sanitize_request_metadata(self.response.request)
        self.answer = self._read_answer(self.response.response)
        self.response_time_ms = call.now() - self._started_ms

    def _read_answer(self, given: LanguageModelV4GenerateResultResponse | None) -> LanguageModelResponseMetadata:
        given = given or LanguageModelV4GenerateResultResponse()
        return LanguageModelResponseMetadata(
            id=self.call.generate_id() if given.id is None else given.id,
            timestamp=given.timestamp or clock.now(),
            model_id=self.inputs.model.model_id if given.model_id is None else given.model_id,
            headers=given.headers,
            body=given.body,
            messages=[],
        )

    async def _parse_tool_calls(self) -> list[TypedToolCall[Any]]:
        received = [part for part in self.response.content if isinstance(part, LanguageModelV4ToolCall)]
        if not received:
            return []
        return await concurrently([lambda part=part: self._parse(part) for part in received])  # type: ignore[misc]

    async def _parse(self, part: LanguageModelV4ToolCall) -> TypedToolCall[Any]:
        call, inputs = self.call, self.inputs
        is_rejected = inputs.tool_choice.type == "none"  # the caller's functions must not see such calls
        return await parse_tool_call(
            tool_call=part,
            tools=inputs.model_tools,
            repair_tool_call=None if is_rejected else call.options.get("repair_tool_call"),
            refine_tool_input=None if is_rejected else call.options.get("experimental_refine_tool_input"),
            instructions=inputs.instructions,
            messages=inputs.messages,
            abort_signal=call.abort_signal,
        )

    async def _convert_content(self) -> list[ContentPart]:
        return await convert_language_model_content(
            content=self.response.content,
            tool_calls=self.tool_calls,
            tools=self.call.tools,
            download=self.call.options.get("experimental_download"),
            abort_signal=self.call.abort_signal,
        )

    async def _tell_model_call_end(self) -> None:
        if not self.call.listens("on_language_model_call_end"):
            return
        response, request = self.response, self.request
        event = LanguageModelCallEndEvent(
            call_id=self.call.call_id,
            provider=self.inputs.model.provider,
            model_id=self.answer.model_id,
            finish_reason=response.finish_reason.unified,
            usage=self.usage,
            content=self.model_content,
            response_id=self.answer.id,
            provider_metadata=response.provider_metadata,
            request=None if request is None or request.url is None else {"url": request.url},
            performance=LanguageModelCallPerformance(response_time_ms=self.response_time_ms, **self._rates()),
        )
        await self.call.tell("on_language_model_call_end", event)

    def _rates(self) -> dict[str, Any]:
        made, time_ms = self.usage.output_tokens, self.response_time_ms
        total = sum_token_counts(self.usage.input_tokens, made)
        return {
            "effective_output_tokens_per_second": calculate_tokens_per_second(tokens=made, duration_ms=time_ms),
            "effective_total_tokens_per_second": calculate_tokens_per_second(tokens=total, duration_ms=time_ms),
        }

    def _enforce_tool_choice(self) -> None:
        """Raise `ToolChoiceViolationError` when the model did not do as it was told."""
        choice, reason = self.inputs.tool_choice, self.response.finish_reason.unified
        match choice.type:
            case "auto":
                return
            case "none":
                is_violated = bool(self.tool_calls)
            case "required":
                is_violated = reason != "interrupted" and not self.tool_calls
            case "tool":
                called = {tool_call.tool_name for tool_call in self.tool_calls}
                is_violated = reason != "interrupted" and choice.tool_name not in called
        if is_violated:
            raise ToolChoiceViolationError(
                tool_choice=choice,
                finish_reason=reason,
                provider=self.inputs.model.provider,
                model_id=self.inputs.model.model_id,
                content=self.response.content,
            )

    async def _run_tools(self) -> None:
        self.client_tool_calls = [each for each in self.tool_calls if not each.provider_executed]
        self.tool_outputs = [_error_of(each) for each in self.client_tool_calls if each.invalid and each.dynamic]
        tools = self.inputs.execution_tools
        if tools is None or not is_tool_execution_allowed_finish_reason(self.response.finish_reason.unified):
            return
        runnable = [
            each
            for each in self.client_tool_calls
            if not each.invalid and each.tool_call_id not in self.approvals.blocked
        ]
        inputs = self.inputs
        for result in await run_tools(
            self.call, runnable, tools=tools, messages=inputs.messages, sandbox=inputs.sandbox
        ):
            self.tool_execution_ms[result.output.tool_call_id] = result.tool_execution_ms
            self.tool_outputs.append(result.output)

    def _track_deferred_calls(self) -> None:
        arrived = {part.tool_call_id for part in self.response.content if part.type == "tool-result"}
        track_deferred_calls(self.pending_deferred, self.tool_calls, self.inputs.execution_tools, arrived)

    async def _complete(self) -> StepResult:
        call, inputs, response, state = self.call, self.inputs, self.response, self.state
        performance = StepResultPerformance(
            step_time_ms=call.now() - self._started_ms,
            response_time_ms=self.response_time_ms,
            tool_execution_ms=self.tool_execution_ms,
            **self._rates(),
        )
        content = add_tool_outputs(
            self.model_content,
            tool_outputs=self.tool_outputs,
            tool_approval_requests=list(self.approvals.requests.values()),
            tool_approval_responses=list(self.approvals.responses.values()),
        )
        messages = await to_response_messages(content=content, tools=call.tools)
        self.answer.messages = clone_model_messages(messages)
        if not call.include.get("response_body"):
            self.answer.body = None
        result = StepResult(
            call_id=call.call_id,
            step_number=inputs.step_number,
            model=ModelInfo(provider=inputs.model.provider, model_id=inputs.model.model_id),
            runtime_context=call.runtime_context,
            tools_context=call.tools_context,
            content=content,
            finish_reason=response.finish_reason.unified,
            raw_finish_reason=response.finish_reason.raw,
            usage=self.usage,
            performance=performance,
            warnings=response.warnings,
            provider_metadata=response.provider_metadata,
            request=self._request(),
            response=self.answer,
            experimental_steering_messages=[each.message for each in inputs.steering_messages] or None,
        )
        log_warnings(warnings=response.warnings or [], provider=inputs.model.provider, model=inputs.model.model_id)
        state.steps.append(result)
        state.instructions, state.messages = inputs.instructions, [*inputs.messages, *messages]
        self.is_open = False
        return result

    def _request(self) -> LanguageModelRequestMetadata:
        sent, include = self.request, self.call.include
        return LanguageModelRequestMetadata(
            url=sent.url if sent else None,
            body=sent.body if sent and include.get("request_body") else None,
            messages=clone_model_messages(self.inputs.messages) if include.get("request_messages") else None,
        )


async def _sanitized(generate: Callable[[], Awaitable[LanguageModelV4GenerateResult]]) -> LanguageModelV4GenerateResult:
    """Return the model's answer as telemetry may see it."""
    result = await generate()
    return result if result.request is None else replace(result, request=sanitize_request_metadata(result.request))


def _error_of(tool_call: TypedToolCall[Any]) -> TypedToolError[Any]:
    """Return what the model is told of a call that is not valid."""
    return TypedToolError(
        tool_call_id=tool_call.tool_call_id,
        tool_name=tool_call.tool_name,
        input=tool_call.input,
        error=get_error_message(tool_call.error),
        dynamic=True,
    )
