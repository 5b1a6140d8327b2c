"""One step of a streamed generation: a call of the model and the tools that it leads to.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from ai_sdk.generate_text.execute_tools_from_stream import execute_tools_from_stream
from ai_sdk.generate_text.invoke_tool_callbacks_from_stream import invoke_tool_callbacks_from_stream
from ai_sdk.generate_text.language_model_events import LanguageModelCallPerformance
from ai_sdk.generate_text.language_model_stream_part import ExecuteToolsStreamPart
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata
from ai_sdk.generate_text.performance import StepResultPerformance
from ai_sdk.generate_text.step_inputs import StepInputs, clone_model_messages
from ai_sdk.generate_text.stream_text.attempts import ModelAttempts
from ai_sdk.generate_text.stream_text.part_ids import PartIds
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.text_stream_part import (
    FinishReason,
    TextStreamFinishStepPart,
    TextStreamFinishStepResponse,
    TextStreamPart,
    TextStreamStartStepPart,
)
from ai_sdk.generate_text.tool_call import ToolApprovalResponseOutput, ToolOutput, TypedToolCall
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider_utils import clock

__all__ = ["StreamRetryBoundary", "StreamStep", "StreamStepPart"]


@dataclass(slots=True)
class StreamRetryBoundary:
    """The step is tried again: what was recorded of it does not count. Readers never see this part."""

    request: LanguageModelRequestMetadata
    warnings: list[SharedV4Warning]
    type: str = "stream-retry-boundary"


StreamStepPart = TextStreamPart | StreamRetryBoundary

_Made = Sequence[StreamStepPart]
_BEFORE_START = frozenset({"model-call-start", "stream-retry-attempt-boundary"})


class _Answer:
    """What is known of the model's answer; each attempt begins with nothing."""

    __slots__ = ("finish_reason", "has_ended", "metadata", "performance", "raw_finish_reason", "response", "usage")

    def __init__(self, run: StreamTextRun, model_id: str) -> None:
        self.finish_reason: FinishReason = "other"
        self.raw_finish_reason: str | None = None
        self.has_ended = False
        self.usage = LanguageModelUsage()
        self.metadata: SharedV4ProviderMetadata | None = None
        self.performance = LanguageModelCallPerformance(
            response_time_ms=0, effective_output_tokens_per_second=0, effective_total_tokens_per_second=0
        )
        self.response = TextStreamFinishStepResponse(
            id=run.call.generate_id(), timestamp=clock.now(), model_id=model_id
        )


class StreamStep:
    """Turns what the model and the tools stream into the parts of the step."""

    tool_calls: list[TypedToolCall[Any]]
    tool_outputs: list[ToolOutput]
    denied: list[ToolApprovalResponseOutput]

    def __init__(self, run: StreamTextRun, inputs: StepInputs, ids: PartIds, start_ms: float) -> None:
        self.inputs = inputs
        self.tool_calls = []
        self.tool_outputs = []
        self.denied = []
        self.has_output = False
        self.attempts = ModelAttempts(run, inputs)
        self._run = run
        self._ids = ids
        ids.forget_open()
        self._start_ms = start_ms
        self._has_started = False
        self._source: AsyncGenerator[ExecuteToolsStreamPart, None] | None = None
        self._warnings: list[SharedV4Warning] = []
        self._tool_execution_ms: dict[str, float] = {}
        self._answer = _Answer(run, inputs.model.model_id)
        self._handlers: dict[str, Callable[[Any], _Made]] = {
            "text-start": self._block_start,
            "text-delta": self._text_delta,
            "text-end": self._block_end,
            "reasoning-start": self._block_start,
            "reasoning-delta": self._reasoning_delta,
            "reasoning-end": self._block_end,
            "tool-input-delta": self._tool_input_delta,
            "file": self._output,
            "reasoning-file": self._output,
            "tool-call": self._tool_call,
            "tool-result": self._tool_result,
            "tool-error": self._tool_error,
            "tool-approval-response": self._tool_approval_response,
            "tool-execution-end": self._tool_execution_end,
            "model-call-start": self._model_call_start,
            "model-call-response-metadata": self._response_metadata,
            "model-call-end": self._model_call_end,
            "error": self._error,
            "raw": lambda part: (part,) if run.call.include.get("raw_chunks") else (),
            "stream-retry-attempt-boundary": self._retry_boundary,
        }

    @property
    def finish_reason(self) -> FinishReason:
        """Why the model stopped; `error` when its stream had an error."""
        return self._answer.finish_reason

    @property
    def raw_finish_reason(self) -> str | None:
        """Why the model stopped, in the provider's words."""
        return self._answer.raw_finish_reason

    @property
    def usage(self) -> LanguageModelUsage:
        """The tokens of this step."""
        return self._answer.usage

    @property
    def is_empty(self) -> bool:
        """Whether the model's stream broke off before there was any output."""
        return not self._answer.has_ended and not self.has_output

    def source(self) -> AsyncGenerator[ExecuteToolsStreamPart, None]:
        """Return what the model and the tools stream."""
        source: Any = self.attempts.parts()
        tools = self.inputs.execution_tools
        if tools:
            call = self._run.call
            told = invoke_tool_callbacks_from_stream(
                stream=source,
                tools=tools,
                step_input_messages=self.inputs.messages,
                abort_signal=call.abort_signal,
                tools_context=call.tools_context,
            )
            source = execute_tools_from_stream(told, call=call, step=self.inputs)
        self._source = source
        return self._source

    async def close(self) -> None:
        """Stop the tools and close the model's answer."""
        if self._source is not None:
            await self._source.aclose()
        await self.attempts.close()

    def feed(self, part: ExecuteToolsStreamPart) -> _Made:
        """Return the parts of the step that a part of the source makes."""
        handler = self._handlers.get(part.type)
        made: Any = (part,) if handler is None else handler(part)
        if self._has_started or part.type in _BEFORE_START:
            return made  # type: ignore[no-any-return]
        self._has_started = True
        return (TextStreamStartStepPart(request=self.request(), warnings=self._warnings), *made)

    def finish(self) -> TextStreamFinishStepPart:
        """Return the last part of the step."""
        answer, response = self._answer, self.attempts.current.response
        known = {each.name: getattr(answer.performance, each.name) for each in fields(answer.performance)}
        answer.response.headers = None if response is None else response.headers
        return TextStreamFinishStepPart(
            finish_reason=answer.finish_reason,
            raw_finish_reason=answer.raw_finish_reason,
            usage=answer.usage,
            performance=StepResultPerformance(
                step_time_ms=self._run.now() - self._start_ms, tool_execution_ms=self._tool_execution_ms, **known
            ),
            provider_metadata=answer.metadata,
            response=answer.response,
        )

    def request(self) -> LanguageModelRequestMetadata:
        """Return what `include` wants of the request."""
        sent, include = self.attempts.current.request, self._run.call.include
        return LanguageModelRequestMetadata(
            url=None if sent is None else sent.url,
            body=sent.body if sent is not None and include.get("request_body") else None,
            messages=clone_model_messages(self.inputs.messages) if include.get("request_messages") else None,
        )

    def _block_start(self, part: Any) -> _Made:
        self._ids.open(part)
        return (part,)

    def _text_delta(self, part: Any) -> _Made:
        if part.text:
            self.has_output = True
        elif part.provider_metadata is None:
            return ()
        part.id = self._ids.texts.get(part.id, part.id)
        return (part,)

    def _reasoning_delta(self, part: Any) -> _Made:
        if part.text:
            self.has_output = True
        part.id = self._ids.reasonings.get(part.id, part.id)
        return (part,)

    def _block_end(self, part: Any) -> _Made:
        self._ids.close(part)
        return (part,)

    def _tool_input_delta(self, part: Any) -> _Made:
        if part.delta:
            self.has_output = True
        return (part,)

    def _output(self, part: Any) -> _Made:
        self.has_output = True
        return (part,)

    def _tool_call(self, part: Any) -> _Made:
        self.has_output = True
        self.tool_calls.append(part)
        return (part,)

    def _tool_result(self, part: Any) -> _Made:
        if not part.preliminary:
            self.tool_outputs.append(part)
        return (part,)

    def _tool_error(self, part: Any) -> _Made:
        self.tool_outputs.append(part)
        return (part,)

    def _tool_approval_response(self, part: Any) -> _Made:
        if not part.approved:
            self.denied.append(part)
        return (part,)

    def _tool_execution_end(self, part: Any) -> _Made:
        self._tool_execution_ms[part.tool_call_id] = part.tool_execution_ms
        return ()

    def _model_call_start(self, part: Any) -> _Made:
        self._warnings = part.warnings
        return ()

    def _response_metadata(self, part: Any) -> _Made:
        response = self._answer.response
        self._answer.response = TextStreamFinishStepResponse(
            id=response.id if part.id is None else part.id,
            timestamp=response.timestamp if part.timestamp is None else part.timestamp,
            model_id=response.model_id if part.model_id is None else part.model_id,
        )
        return ()

    def _model_call_end(self, part: Any) -> _Made:
        answer = self._answer
        answer.has_ended = True
        answer.usage, answer.metadata, answer.performance = part.usage, part.provider_metadata, part.performance
        answer.finish_reason, answer.raw_finish_reason = part.finish_reason, part.raw_finish_reason
        return ()

    def _error(self, part: Any) -> _Made:
        self._answer.has_ended = True
        self._answer.finish_reason = "error"
        return (part,)

    def _retry_boundary(self, part: Any) -> _Made:
        self._warnings = part.warnings
        self._answer = _Answer(self._run, self.inputs.model.model_id)
        self.has_output = False
        self._ids.forget_open()
        return (StreamRetryBoundary(request=self.request(), warnings=part.warnings),)
