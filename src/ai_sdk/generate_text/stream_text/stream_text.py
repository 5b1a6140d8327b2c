"""Streaming text: the model is called, its tools run, and everything is handed on while it arrives.

Ports: ai/src/generate-text/stream-text.ts
"""

from typing import TYPE_CHECKING, Any, TypeVar, Unpack, overload

from ai_sdk.generate_text.stream_text.stream_text_options import StreamTextOptions

if TYPE_CHECKING:
    from ai_sdk.generate_text.output import Output
    from ai_sdk.generate_text.stream_text.result import StreamTextResult
    from ai_sdk.generate_text.stream_text.single_consumer_result import StreamTextSingleConsumerResult

__all__ = ["experimental_stream_text_low_memory", "stream_text", "stream_text_low_memory"]

OutputT = TypeVar("OutputT")
PartialT = TypeVar("PartialT")
ElementT = TypeVar("ElementT")


@overload
def stream_text(
    *, output: "Output[OutputT, PartialT, ElementT]", **options: Unpack[StreamTextOptions]
) -> "StreamTextResult[OutputT, PartialT, ElementT]": ...
@overload
def stream_text(*, output: None = None, **options: Unpack[StreamTextOptions]) -> "StreamTextResult[str, str, Any]": ...
def stream_text(*, output: Any = None, **options: Unpack[StreamTextOptions]) -> "StreamTextResult[Any, Any, Any]":
    """Generate text, calling tools on the way, and hand everything on while it arrives.

    Give `model` and either `prompt` or `messages`; `StreamTextOptions` has the rest. The function returns at once: the
    model is called when somebody begins to read. By default there is one step: pass `stop_when=is_step_count(5)` to let
    the model see the results of its tools. `output=Output.object(Recipe)` asks for structured output, which is then
    `await result.output`, and `result.partial_output_stream` while it arrives.

    What fails comes as an `error` part of `result.stream` and goes to `on_error`, which by default logs it. Raises
    `InvalidArgumentError` for options that are not valid, `NoSuchModelError` for a model id that is unknown.

    >>> import asyncio
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> async def main():
    ...     result = stream_text(model=MockLanguageModelV4(do_stream="Hello there!"), prompt="Say hello")
    ...     return [text async for text in result.text_stream]
    >>> asyncio.run(main())
    ['Hello ', 'there!']
    """
    from ai_sdk.generate_text.stream_text.result import StreamTextResult  # loads the whole machinery
    from ai_sdk.generate_text.stream_text.start import start_run

    return StreamTextResult(start_run("stream_text", options, output, keeps_steps=True))


@overload
def stream_text_low_memory(
    *, output: "Output[Any, PartialT, ElementT]", **options: Unpack[StreamTextOptions]
) -> "StreamTextSingleConsumerResult[PartialT, ElementT]": ...
@overload
def stream_text_low_memory(
    *, output: None = None, **options: Unpack[StreamTextOptions]
) -> "StreamTextSingleConsumerResult[str, Any]": ...
def stream_text_low_memory(
    *, output: Any = None, **options: Unpack[StreamTextOptions]
) -> "StreamTextSingleConsumerResult[Any, Any]":
    """Stream text as `stream_text` does, to one reader, keeping nothing: for very long streams.

    >>> import asyncio
    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> async def main():
    ...     result = stream_text_low_memory(model=MockLanguageModelV4(do_stream="Hello there!"), prompt="Say hello")
    ...     return [text async for text in result.text_stream]
    >>> asyncio.run(main())
    ['Hello ', 'there!']
    """
    from ai_sdk.generate_text.stream_text.single_consumer_result import StreamTextSingleConsumerResult
    from ai_sdk.generate_text.stream_text.start import start_run

    return StreamTextSingleConsumerResult(
        start_run("experimental_stream_text_low_memory", options, output, keeps_steps=False)
    )


experimental_stream_text_low_memory = stream_text_low_memory
