"""`stream_text`, as iterators."""

from collections.abc import Callable, Iterator
from typing import Any, Generic, Unpack, overload

from typing_extensions import TypeVar

from ai_sdk.generate_text.content_part import ContentPart, ReasoningFileOutput, ReasoningOutput, Source
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata, ResponseMessage
from ai_sdk.generate_text.output import ElementT, Output, OutputT, PartialT
from ai_sdk.generate_text.step_result import StepResult
from ai_sdk.generate_text.stream_text import result as async_result, stream_text as module
from ai_sdk.generate_text.stream_text.stream_text_options import StreamTextOptions
from ai_sdk.generate_text.text_stream_part import FinishReason, TextStreamPart
from ai_sdk.generate_text.tool_call import TypedToolCall, TypedToolResult
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.sync.blocking import BlockingIterator, StreamedResult, Waited, wait
from ai_sdk.sync.portal import run

__all__ = ["StreamTextResult", "stream_text"]

ResultOutputT = TypeVar("ResultOutputT", default=Any)
ResultPartialT = TypeVar("ResultPartialT", default=Any)
ResultElementT = TypeVar("ResultElementT", default=Any)


class StreamTextResult(StreamedResult, Generic[ResultOutputT, ResultPartialT, ResultElementT]):
    """A stream of text, read by iterating; its other properties read what is left of it and return a value.

    `with stream_text(...) as result:` closes the connection on leaving.
    """

    output: Waited[ResultOutputT] = Waited()
    steps: Waited[list[StepResult]] = Waited()
    final_step: Waited[StepResult] = Waited()
    content: Waited[list[ContentPart]] = Waited()
    text: Waited[str] = Waited()
    reasoning: Waited[list[ReasoningOutput | ReasoningFileOutput]] = Waited()
    reasoning_text: Waited[str | None] = Waited()
    files: Waited[list[GeneratedFile]] = Waited()
    sources: Waited[list[Source]] = Waited()
    tool_calls: Waited[list[TypedToolCall[Any]]] = Waited()
    static_tool_calls: Waited[list[TypedToolCall[Any]]] = Waited()
    dynamic_tool_calls: Waited[list[TypedToolCall[Any]]] = Waited()
    tool_results: Waited[list[TypedToolResult[Any, Any]]] = Waited()
    static_tool_results: Waited[list[TypedToolResult[Any, Any]]] = Waited()
    dynamic_tool_results: Waited[list[TypedToolResult[Any, Any]]] = Waited()
    finish_reason: Waited[FinishReason] = Waited()
    raw_finish_reason: Waited[str | None] = Waited()
    usage: Waited[LanguageModelUsage] = Waited()
    total_usage: Waited[LanguageModelUsage] = Waited()
    warnings: Waited[list[SharedV4Warning]] = Waited()
    provider_metadata: Waited[SharedV4ProviderMetadata | None] = Waited()
    request: Waited[LanguageModelRequestMetadata] = Waited()
    response: Waited[LanguageModelResponseMetadata] = Waited()
    response_messages: Waited[list[ResponseMessage]] = Waited()

    _result: async_result.StreamTextResult[ResultOutputT, ResultPartialT, ResultElementT]

    @property
    def stream(self) -> Iterator[TextStreamPart]:
        """Every part of the stream."""
        return BlockingIterator(self._result.stream)

    @property
    def text_stream(self) -> Iterator[str]:
        """The text, piece by piece."""
        return BlockingIterator(self._result.text_stream)

    @property
    def partial_output_stream(self) -> Iterator[ResultPartialT]:
        """The output so far, each time that it changes."""
        return BlockingIterator(self._result.partial_output_stream)

    @property
    def element_stream(self) -> Iterator[ResultElementT]:
        """The elements of an array output, each as soon as it is complete."""
        return BlockingIterator(self._result.element_stream)

    def consume_stream(self, *, on_error: Callable[[Exception], Any] | None = None) -> None:
        """Read what is left of the stream."""
        wait(self._result.consume_stream(on_error=on_error))


@overload
def stream_text(
    *, output: Output[OutputT, PartialT, ElementT], **options: Unpack[StreamTextOptions]
) -> StreamTextResult[OutputT, PartialT, ElementT]: ...
@overload
def stream_text(*, output: None = None, **options: Unpack[StreamTextOptions]) -> StreamTextResult[str, str, Any]: ...
def stream_text(*, output: Any = None, **options: Unpack[StreamTextOptions]) -> StreamTextResult[Any, Any, Any]:
    """Do what `ai_sdk.stream_text` does; the streams of the result are iterators.

    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> with stream_text(model=MockLanguageModelV4(do_stream="Hello!"), prompt="Say hello") as result:
    ...     print("".join(result.text_stream))
    Hello!
    """

    async def start() -> Any:
        return module.stream_text(output=output, **options)

    return StreamTextResult(run(start()))
