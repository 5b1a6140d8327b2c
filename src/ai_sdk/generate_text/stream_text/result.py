"""What a streamed generation returns: views of the stream, and values that are there when it has ended.

Ports: ai/src/generate-text/stream-text-result.ts, ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any, Generic

from typing_extensions import TypeVar

from ai_sdk.generate_text.content_part import ContentPart, ReasoningFileOutput, ReasoningOutput, Source
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata, ResponseMessage
from ai_sdk.generate_text.step_result import StepResult
from ai_sdk.generate_text.stream_text.later_value import LaterValue
from ai_sdk.generate_text.stream_text.output_text import parse_output
from ai_sdk.generate_text.stream_text.reads import StreamTextReads
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.stream_text.shared_parts import SharedParts
from ai_sdk.generate_text.stream_text.views import partial_outputs
from ai_sdk.generate_text.tool_call import TypedToolCall, TypedToolResult
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning

__all__ = ["StreamTextResult"]

T = TypeVar("T")
OutputT = TypeVar("OutputT", default=Any)
PartialT = TypeVar("PartialT", default=Any)
ElementT = TypeVar("ElementT", default=Any)


class StreamTextResult(StreamTextReads[ElementT], Generic[OutputT, PartialT, ElementT]):
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
        super().__init__(run, SharedParts)
        self._output: list[OutputT] = []

    @property
    def partial_output_stream(self) -> AsyncGenerator[PartialT, None]:
        """The output so far, each time that it changes; nobody has validated it. Without an output, the text so far."""
        return self._parts.read(partial_outputs(self._run.output))

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
