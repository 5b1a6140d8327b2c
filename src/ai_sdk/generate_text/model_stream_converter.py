"""From the parts of a model's specification to those of the core: text, parsed tool calls, downloaded files, the end.

Ports: ai/src/generate-text/stream-language-model-call.ts
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ai_sdk.error.approval_errors import ToolCallNotFoundForApprovalError
from ai_sdk.error.tool_errors import EnforcedToolChoice, ToolChoiceViolationError
from ai_sdk.generate_text.content_part import FileOutput, ReasoningFileOutput
from ai_sdk.generate_text.generate_text_events import Instructions
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.language_model_events import LanguageModelCallEndEvent
from ai_sdk.generate_text.language_model_stream_part import (
    LanguageModelStreamPart,
    ModelCallEndPart,
    ModelCallResponseMetadataPart,
    ModelCallStartPart,
)
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata
from ai_sdk.generate_text.model_call_content import ModelCallContent
from ai_sdk.generate_text.output_chunk_timing import OutputChunkTiming
from ai_sdk.generate_text.parse_tool_call import parse_tool_call
from ai_sdk.generate_text.resolve_generated_file_data import resolve_generated_file_data
from ai_sdk.generate_text.text_stream_part import (
    TextStreamErrorPart,
    TextStreamPingPart,
    TextStreamRawPart,
    TextStreamReasoningDeltaPart,
    TextStreamReasoningEndPart,
    TextStreamReasoningStartPart,
    TextStreamTextDeltaPart,
    TextStreamTextEndPart,
    TextStreamTextStartPart,
    TextStreamToolInputDeltaPart,
    TextStreamToolInputEndPart,
    TextStreamToolInputStartPart,
)
from ai_sdk.generate_text.tool_call import (
    ToolApprovalRequestOutput,
    TypedToolCall,
    TypedToolError,
    TypedToolResult,
)
from ai_sdk.generate_text.usage import LanguageModelUsage, as_language_model_usage
from ai_sdk.prompt.normalize_stream_provider_error import normalize_stream_provider_error
from ai_sdk.provider import (
    AbortSignal,
    LanguageModelV4Finish,
    LanguageModelV4StreamPart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolChoice,
    get_error_message,
)
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.tool import ToolSet
from ai_sdk.telemetry.get_request_origin import get_request_origin
from ai_sdk.util.callback import Callbacks
from ai_sdk.util.download.download_function import DownloadFunction
from ai_sdk.util.notify import notify

__all__ = ["ModelCallContext", "ModelStreamConverter"]

Parts = Sequence[LanguageModelStreamPart]

_TOOL_INPUT = frozenset({"tool-input-start", "tool-input-delta", "tool-input-end"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCallContext:
    """What is known of a model call when its stream begins; `now` is in milliseconds."""

    call_id: str
    provider: str
    model_id: str
    tools: ToolSet | None
    tool_choice: LanguageModelV4ToolChoice
    instructions: Instructions | None
    messages: list[ModelMessage]
    repair_tool_call: Callable[..., Any] | None
    refine_tool_input: Mapping[str, Callable[..., Any]] | None
    download: DownloadFunction | None
    abort_signal: AbortSignal | None
    generate_id: Callable[[], str]
    now: Callable[[], float]
    start_ms: float
    request_url: str | None
    on_language_model_call_end: Callbacks[LanguageModelCallEndEvent]


class ModelStreamConverter:
    """Converts the stream of one model call.

    Most parts are converted by a plain function, found in a table by the part's type; for the others something must be
    awaited.
    """

    def __init__(self, context: ModelCallContext) -> None:
        self._context = context
        self._timing = OutputChunkTiming(context.now, context.start_ms)
        self._content = ModelCallContent() if _is_content_used(context) else None
        self._calls: dict[str, TypedToolCall[Any]] = {}
        self._response_id = context.generate_id()
        self._response_model_id = context.model_id
        # Tool choice none rejects tool calls when the model call finishes: nobody may act on them before.
        self._withholds_tools = context.tool_choice.type == "none"
        self._handlers: dict[str, Callable[[Any], Parts]] = {
            "text-start": self._text_start,
            "text-delta": self._text_delta,
            "text-end": self._text_end,
            "reasoning-start": self._reasoning_start,
            "reasoning-delta": self._reasoning_delta,
            "reasoning-end": self._reasoning_end,
            "tool-input-start": self._tool_input_start,
            "tool-input-delta": self._tool_input_delta,
            "tool-input-end": self._tool_input_end,
            "tool-approval-request": self._tool_approval_request,
            "tool-result": self._tool_result,
            "custom": self._kept,
            "source": self._kept,
            "stream-start": lambda part: (ModelCallStartPart(warnings=part.warnings),),
            "response-metadata": self._response_metadata,
            "error": lambda part: (TextStreamErrorPart(error=normalize_stream_provider_error(part.error)),),
            "raw": lambda part: (TextStreamRawPart(raw_value=part.raw_value),),
            "ping": lambda _: (TextStreamPingPart(),),
        }
        if self._withholds_tools:
            self._handlers |= dict.fromkeys(_TOOL_INPUT, self._withheld_input)

    async def parts(
        self, stream: AsyncIterator[LanguageModelV4StreamPart]
    ) -> AsyncGenerator[LanguageModelStreamPart, None]:
        """Convert each part of `stream`, and close it in the end."""
        handlers = self._handlers
        try:
            async for chunk in stream:
                handler = handlers.get(chunk.type)
                for part in handler(chunk) if handler is not None else await self._convert(chunk):
                    yield part
        finally:
            await close_stream(stream)

    async def _convert(self, part: Any) -> Parts:
        match part.type:
            case "tool-call":
                self._timing.mark()
                return await self._tool_call(part)
            case "file" | "reasoning-file":
                self._timing.mark()
                return await self._file(part)
            case "finish":
                return await self._finish(part)
        return (part,)

    def _text_start(self, part: Any) -> Parts:
        if self._content is not None:
            self._content.text("text", part.id, None, part.provider_metadata)
        return (TextStreamTextStartPart(id=part.id, provider_metadata=part.provider_metadata),)

    def _text_delta(self, part: Any) -> Parts:
        if part.delta:
            self._timing.mark()
        if self._content is not None:
            self._content.text("text", part.id, part.delta, part.provider_metadata)
        return (TextStreamTextDeltaPart(id=part.id, text=part.delta, provider_metadata=part.provider_metadata),)

    def _text_end(self, part: Any) -> Parts:
        if self._content is not None:
            self._content.end("text", part.id, part.provider_metadata)
        metadata, citations = part.provider_metadata, part.citations
        return (TextStreamTextEndPart(id=part.id, citations=citations, provider_metadata=metadata),)

    def _reasoning_start(self, part: Any) -> Parts:
        if self._content is not None:
            self._content.text("reasoning", part.id, None, part.provider_metadata)
        return (TextStreamReasoningStartPart(id=part.id, provider_metadata=part.provider_metadata),)

    def _reasoning_delta(self, part: Any) -> Parts:
        if part.delta:
            self._timing.mark()
        if self._content is not None:
            self._content.text("reasoning", part.id, part.delta, part.provider_metadata)
        return (TextStreamReasoningDeltaPart(id=part.id, text=part.delta, provider_metadata=part.provider_metadata),)

    def _reasoning_end(self, part: Any) -> Parts:
        if self._content is not None:
            self._content.end("reasoning", part.id, part.provider_metadata)
        return (TextStreamReasoningEndPart(id=part.id, provider_metadata=part.provider_metadata),)

    def _tool_input_start(self, part: Any) -> Parts:
        tool = (self._context.tools or {}).get(part.tool_name)
        is_dynamic = tool is not None and tool.type == "dynamic"
        return (
            TextStreamToolInputStartPart(
                id=part.id,
                tool_name=part.tool_name,
                input_encoding=part.input_encoding,
                provider_metadata=part.provider_metadata,
                provider_executed=part.provider_executed,
                dynamic=is_dynamic if part.dynamic is None else part.dynamic,
                title=None if tool is None else tool.title,
                tool_metadata=None if tool is None else tool.metadata,
            ),
        )

    def _tool_input_delta(self, part: Any) -> Parts:
        if part.delta:
            self._timing.mark()
        return (TextStreamToolInputDeltaPart(id=part.id, delta=part.delta, provider_metadata=part.provider_metadata),)

    def _tool_input_end(self, part: Any) -> Parts:
        return (TextStreamToolInputEndPart(id=part.id, provider_metadata=part.provider_metadata),)

    def _withheld_input(self, part: Any) -> Parts:
        if part.type == "tool-input-delta" and part.delta:
            self._timing.mark()
        return ()

    def _kept(self, part: Any) -> Parts:
        if self._content is not None:
            self._content.add(part, part)
        return (part,)

    def _response_metadata(self, part: Any) -> Parts:
        if part.id is not None:
            self._response_id = part.id
        if part.model_id is not None:
            self._response_model_id = part.model_id
        return (ModelCallResponseMetadataPart(id=part.id, timestamp=part.timestamp, model_id=part.model_id),)

    def _tool_approval_request(self, part: Any) -> Parts:
        if self._content is not None:
            self._content.add(None, part)
        if self._withholds_tools:
            return ()
        call = self._calls.get(part.tool_call_id)
        if call is None:
            error = ToolCallNotFoundForApprovalError(tool_call_id=part.tool_call_id, approval_id=part.approval_id)
            return (TextStreamErrorPart(error=error),)
        request = ToolApprovalRequestOutput(approval_id=part.approval_id, tool_call=call)
        if self._content is not None:
            self._content.add(request)
        return (request,)

    def _tool_result(self, part: Any) -> Parts:
        call = self._calls.get(part.tool_call_id)
        known: dict[str, Any] = {
            "tool_call_id": part.tool_call_id,
            "tool_name": part.tool_name,
            "input": None if call is None else call.input,
            "provider_executed": True,
            "dynamic": part.dynamic,
            "provider_metadata": part.provider_metadata,
            "tool_metadata": None if call is None else call.tool_metadata,
        }
        output: TypedToolError[Any] | TypedToolResult[Any, Any] = (
            TypedToolError(error=part.result, **known)
            if part.is_error
            else TypedToolResult(output=part.result, **known)
        )
        if self._content is not None:
            self._content.add(output, part)
        return () if self._withholds_tools else (output,)

    async def _tool_call(self, part: LanguageModelV4ToolCall) -> Parts:
        context, withhold = self._context, self._withholds_tools
        if self._content is not None:
            self._content.add(None, part)
        try:
            call = await parse_tool_call(
                tool_call=part,
                tools=context.tools,
                repair_tool_call=None if withhold else context.repair_tool_call,
                refine_tool_input=None if withhold else context.refine_tool_input,
                instructions=context.instructions,
                messages=context.messages,
                abort_signal=context.abort_signal,
            )
        except Exception as error:  # noqa: BLE001 - it becomes a part of the stream
            return (TextStreamErrorPart(error=error),)
        self._calls[call.tool_call_id] = call
        if self._content is not None:
            self._content.add(call)
        if withhold:
            return ()
        return (call, _error_of(call)) if call.invalid and not call.provider_executed else (call,)

    async def _file(self, part: Any) -> Parts:
        context = self._context
        data = await resolve_generated_file_data(
            part.data, download=context.download, abort_signal=context.abort_signal
        )
        output = FileOutput if part.type == "file" else ReasoningFileOutput
        file = GeneratedFile(data=data, media_type=part.media_type)
        made = output(file=file, provider_metadata=part.provider_metadata)
        if self._content is not None:
            self._content.add(made, part)
        return (made,)

    async def _finish(self, part: LanguageModelV4Finish) -> Parts:
        usage = as_language_model_usage(part.usage)
        performance = self._timing.performance(usage)
        if self._context.on_language_model_call_end is not None:
            await notify(self._end_event(part, usage, performance), self._context.on_language_model_call_end)
        violation = self._violation(part)
        end = ModelCallEndPart(
            finish_reason=part.finish_reason.unified if violation is None else "error",
            raw_finish_reason=part.finish_reason.raw,
            usage=usage,
            provider_metadata=part.provider_metadata,
            performance=performance,
        )
        return (end,) if violation is None else (end, TextStreamErrorPart(error=violation))

    def _end_event(
        self, part: LanguageModelV4Finish, usage: LanguageModelUsage, performance: Any
    ) -> LanguageModelCallEndEvent:
        context = self._context
        url = context.request_url
        return LanguageModelCallEndEvent(
            call_id=context.call_id,
            provider=context.provider,
            model_id=self._response_model_id,
            finish_reason=part.finish_reason.unified,
            usage=usage,
            content=[] if self._content is None else self._content.content(),
            response_id=self._response_id,
            request=None if url is None else LanguageModelRequestMetadata(url=get_request_origin(url)),
            provider_metadata=part.provider_metadata,
            performance=performance,
        )

    def _violation(self, part: LanguageModelV4Finish) -> ToolChoiceViolationError | None:
        choice, reason = self._context.tool_choice, part.finish_reason.unified
        if choice.type == "auto" or _is_respected(choice, reason, self._calls.values()):
            return None
        return ToolChoiceViolationError(
            tool_choice=choice,
            finish_reason=reason,
            provider=self._context.provider,
            model_id=self._context.model_id,
            content=[] if self._content is None else self._content.raw_content(),
        )


def _is_content_used(context: ModelCallContext) -> bool:
    """Whether somebody may see the content of the call; otherwise it is not collected."""
    return context.on_language_model_call_end is not None or context.tool_choice.type != "auto"


def _is_respected(choice: EnforcedToolChoice, reason: str, calls: Any) -> bool:
    if choice.type == "none":
        return not calls
    if reason == "interrupted":
        return True
    return any(choice.type == "required" or call.tool_name == choice.tool_name for call in calls)


def _error_of(call: TypedToolCall[Any]) -> TypedToolError[Any]:
    return TypedToolError(
        tool_call_id=call.tool_call_id,
        tool_name=call.tool_name,
        input=call.input,
        error=get_error_message(call.error),
        dynamic=True,
        title=call.title,
        tool_metadata=call.tool_metadata,
    )
