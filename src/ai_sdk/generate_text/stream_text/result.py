"""What a streamed generation returns: views of the stream, and values that are there when it has ended.

Ports: ai/src/generate-text/stream-text-result.ts, ai/src/generate-text/stream-text.ts
"""

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from types import TracebackType
from typing import Any, Generic, Self

from typing_extensions import TypeVar

from ai_sdk.generate_text.content_part import ContentPart, ReasoningFileOutput, ReasoningOutput, Source
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata, ResponseMessage
from ai_sdk.generate_text.step_result import StepResult
from ai_sdk.generate_text.stream_text.later_value import LaterValue
from ai_sdk.generate_text.stream_text.outcome import Delayed
from ai_sdk.generate_text.stream_text.output_text import parse_output
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.stream_text.shared_parts import SharedParts
from ai_sdk.generate_text.stream_text.start import parts_of
from ai_sdk.generate_text.stream_text.views import elements, partial_outputs, public_parts, texts
from ai_sdk.generate_text.text_stream_part import FinishReason, TextStreamPart
from ai_sdk.generate_text.tool_call import TypedToolCall, TypedToolResult
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning

__all__ = ["StreamTextResult"]

T = TypeVar("T")
OutputT = TypeVar("OutputT", default=Any)
PartialT = TypeVar("PartialT", default=Any)
ElementT = TypeVar("ElementT", default=Any)


class StreamTextResult(Generic[OutputT, PartialT, ElementT]):
    """A generation that runs while somebody reads from it.

    Each access of `stream`, `text_stream`, `partial_output_stream` and `element_stream` is a reader of its own, which
    sees everything from the first part on. What is awaited (`await result.text`) reads what is left of the stream. When
    the call failed before there was a step, awaiting raises why; what a broken stream had already given can still be
    read from a view.

    As an `async with` block it closes the connection when the block is left. Without one, the connection is closed at
    the end of the stream, or when the result is no longer used.

    >>> import asyncio
    >>> from ai_sdk import stream_text
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> async def main():
    ...     async with stream_text(model=MockLanguageModelV4(do_stream="Hello there!"), prompt="Hi") as result:
    ...         async for text in result.text_stream:
    ...             print(text.upper(), end="")
    ...         return await result.finish_reason
    >>> asyncio.run(main())
    HELLO THERE!'stop'
    """

    def __init__(self, run: StreamTextRun) -> None:
        self._run = run
        outcome = run.outcome
        self._parts = SharedParts(parts_of(run), lambda error: None if error is None else outcome.reject(error))
        self._output: list[OutputT] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Stop the generation where it is, and close the connection."""
        await self._parts.aclose()

    @property
    def stream(self) -> AsyncIterator[TextStreamPart]:
        """Every part of the stream. An error of the generation is a part; a broken stream raises."""
        return self._parts.read(public_parts)

    @property
    def text_stream(self) -> AsyncIterator[str]:
        """The text, piece by piece; errors that are parts of the stream are not seen here."""
        return self._parts.read(texts)

    @property
    def partial_output_stream(self) -> AsyncIterator[PartialT]:
        """The output so far, each time that it changes; nobody has validated it. Without an output, the text so far."""
        return self._parts.read(partial_outputs(self._run.output))

    @property
    def element_stream(self) -> AsyncIterator[ElementT]:
        """The elements of an array output, validated, each as soon as it is complete.

        Raises `UnsupportedFunctionalityError` for other outputs.
        """
        return elements(self._run.output, self._parts.read)

    @property
    def output(self) -> Awaitable[OutputT]:
        """The output, validated; without an output, the text. Raises `NoObjectGeneratedError` when it does not fit."""
        return LaterValue(self._read_output)

    @property
    def steps(self) -> Awaitable[list[StepResult]]:
        """Every step. Raises `NoOutputGeneratedError` when the generation failed before there was one."""
        return LaterValue(self._read_steps)

    @property
    def final_step(self) -> Awaitable[StepResult]:
        """The last step."""
        return self._final(lambda step: step)

    @property
    def content(self) -> Awaitable[list[ContentPart]]:
        """Everything that was generated, of all steps."""
        return self._all("content")

    @property
    def text(self) -> Awaitable[str]:
        """The text of the last step."""
        return self._final(lambda step: step.text)

    @property
    def reasoning(self) -> Awaitable[list[ReasoningOutput | ReasoningFileOutput]]:
        """What the model thought in the last step."""
        kinds = (ReasoningOutput, ReasoningFileOutput)
        return self._final(lambda step: [part for part in step.content if isinstance(part, kinds)])

    @property
    def reasoning_text(self) -> Awaitable[str | None]:
        """The text of what the model thought in the last step."""
        return self._final(lambda step: step.reasoning_text)

    @property
    def files(self) -> Awaitable[list[GeneratedFile]]:
        """The files that the model made, in all steps."""
        return self._all("files")

    @property
    def sources(self) -> Awaitable[list[Source]]:
        """What the answer rests on, in all steps."""
        return self._all("sources")

    @property
    def tool_calls(self) -> Awaitable[list[TypedToolCall[Any]]]:
        """The tool calls that the model made, in all steps."""
        return self._all("tool_calls")

    @property
    def static_tool_calls(self) -> Awaitable[list[TypedToolCall[Any]]]:
        """The calls of tools whose types are known, in all steps."""
        return self._all("static_tool_calls")

    @property
    def dynamic_tool_calls(self) -> Awaitable[list[TypedToolCall[Any]]]:
        """The calls of tools whose types are known only at run time, in all steps."""
        return self._all("dynamic_tool_calls")

    @property
    def tool_results(self) -> Awaitable[list[TypedToolResult[Any, Any]]]:
        """What the tools answered, in all steps."""
        return self._all("tool_results")

    @property
    def static_tool_results(self) -> Awaitable[list[TypedToolResult[Any, Any]]]:
        """The results of tools whose types are known, in all steps."""
        return self._all("static_tool_results")

    @property
    def dynamic_tool_results(self) -> Awaitable[list[TypedToolResult[Any, Any]]]:
        """The results of tools whose types are known only at run time, in all steps."""
        return self._all("dynamic_tool_results")

    @property
    def finish_reason(self) -> Awaitable[FinishReason]:
        """Why the last step ended."""
        return self._later(self._run.outcome.finish_reason)

    @property
    def raw_finish_reason(self) -> Awaitable[str | None]:
        """Why the last step ended, in the provider's words."""
        return self._later(self._run.outcome.raw_finish_reason)

    @property
    def usage(self) -> Awaitable[LanguageModelUsage]:
        """The tokens of all steps."""
        return self._later(self._run.outcome.total_usage)

    @property
    def total_usage(self) -> Awaitable[LanguageModelUsage]:
        """The tokens of all steps, as `usage`."""
        return self.usage

    @property
    def warnings(self) -> Awaitable[list[SharedV4Warning]]:
        """What the model warned of, in all steps."""
        return self._all("warnings")

    @property
    def provider_metadata(self) -> Awaitable[SharedV4ProviderMetadata | None]:
        """What the provider returned beyond the specification, in the last step."""
        return self._final(lambda step: step.provider_metadata)

    @property
    def request(self) -> Awaitable[LanguageModelRequestMetadata]:
        """The request of the last step."""
        return self._final(lambda step: step.request)

    @property
    def response(self) -> Awaitable[LanguageModelResponseMetadata]:
        """The answer of the last step."""
        return self._final(lambda step: step.response)

    @property
    def response_messages(self) -> Awaitable[list[ResponseMessage]]:
        """The messages to add to the conversation."""
        return LaterValue(self._read_response_messages)

    def consume_stream(self, *, on_error: Callable[[Exception], Any] | None = None) -> Awaitable[None]:
        """Read the stream to its end, for its effects; an error of the stream goes to `on_error` and is not raised.

        From the call on, the generation goes on when other readers leave: run it beside them, in a task of its own.
        """
        self._parts.join()
        return self._consume(on_error)

    async def _consume(self, on_error: Callable[[Exception], Any] | None) -> None:
        await self._parts.drain()
        if self._parts.error is not None and on_error is not None:
            pending = on_error(self._parts.error)
            if inspect.isawaitable(pending):
                await pending

    def _later(self, value: Delayed[T]) -> LaterValue[T]:
        return LaterValue(lambda: self._settled(value))

    def _final(self, read: Callable[[StepResult], T]) -> LaterValue[T]:
        async def read_step() -> T:
            return read((await self._read_steps())[-1])

        return LaterValue(read_step)

    def _all(self, name: str) -> LaterValue[list[Any]]:
        async def read_steps() -> list[Any]:
            return [item for step in await self._read_steps() for item in getattr(step, name) or ()]

        return LaterValue(read_steps)

    async def _read_steps(self) -> list[StepResult]:
        return await self._settled(self._run.outcome.steps)

    async def _read_response_messages(self) -> list[ResponseMessage]:
        initial = await self._settled(self._run.outcome.initial_response_messages)
        steps = await self._read_steps()
        return [*initial, *(message for step in steps for message in step.response.messages)]

    async def _read_output(self) -> OutputT:
        step = (await self._read_steps())[-1]
        if not self._output:
            self._output.append(await parse_output(self._run.output, step))
        return self._output[0]

    async def _settled(self, value: Delayed[T]) -> T:
        value.request()
        if not value.is_settled:
            self._parts.join()
            await self._parts.drain()
        return value.get()
