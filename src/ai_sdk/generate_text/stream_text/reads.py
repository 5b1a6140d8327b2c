"""What both results of a streamed generation have: views of the stream, and what is known when it has ended.

Ports: ai/src/generate-text/stream-text-result.ts, ai/src/generate-text/stream-text-single-consumer-result.ts
"""

import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable
from types import TracebackType
from typing import Any, Generic, Self

from typing_extensions import TypeVar

from ai_sdk.generate_text.stream_text.later_value import LaterValue
from ai_sdk.generate_text.stream_text.outcome import Delayed
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.stream_text.shared_parts import SharedParts
from ai_sdk.generate_text.stream_text.single_parts import SingleParts
from ai_sdk.generate_text.stream_text.start import parts_of
from ai_sdk.generate_text.stream_text.views import elements, public_parts, texts
from ai_sdk.generate_text.text_stream_part import FinishReason, TextStreamPart
from ai_sdk.generate_text.usage import LanguageModelUsage

__all__ = ["StreamTextReads"]

T = TypeVar("T")
ElementT = TypeVar("ElementT", default=Any)


class StreamTextReads(Generic[ElementT]):
    """A generation that runs while somebody reads from its parts."""

    def __init__(self, run: StreamTextRun, parts: type[SharedParts] | type[SingleParts]) -> None:
        outcome = run.outcome
        self._run = run
        self._parts = parts(parts_of(run), lambda error: None if error is None else outcome.reject(error))

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
    def stream(self) -> AsyncGenerator[TextStreamPart, None]:
        """Every part of the stream. An error of the generation is a part; a broken stream raises."""
        return self._parts.read(public_parts)

    @property
    def text_stream(self) -> AsyncGenerator[str, None]:
        """The text, piece by piece; errors that are parts of the stream are not seen here."""
        return self._parts.read(texts)

    @property
    def element_stream(self) -> AsyncGenerator[ElementT, None]:
        """The elements of an array output, validated, each as soon as it is complete.

        Raises `UnsupportedFunctionalityError` for other outputs.
        """
        return elements(self._run.output, self._parts.read)

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

    async def _settled(self, value: Delayed[T]) -> T:
        value.request()
        if not value.is_settled:
            await self._parts.wait()
        return value.get()
