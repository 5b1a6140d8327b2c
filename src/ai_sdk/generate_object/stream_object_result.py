"""What a streamed object generation returns.

Ports: ai/src/generate-object/stream-object-result.ts, ai/src/generate-object/stream-object.ts
"""

from collections.abc import AsyncGenerator
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from ai_sdk.generate_object.object_stream import ObjectStream
from ai_sdk.generate_object.object_stream_part import ObjectStreamPart
from ai_sdk.generate_object.structured_output_events import ObjectOutputKind, ObjectResponseMetadata
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata
from ai_sdk.generate_text.stream_text.later_value import LaterValue
from ai_sdk.generate_text.stream_text.outcome import Delayed
from ai_sdk.generate_text.stream_text.shared_parts import SKIPPED, Select
from ai_sdk.generate_text.stream_text.single_parts import SingleParts
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.errors import UnsupportedFunctionalityError

__all__ = ["StreamObjectResult"]

PartialT = TypeVar("PartialT")
ObjectT = TypeVar("ObjectT")
ElementT = TypeVar("ElementT")
T = TypeVar("T")


class StreamObjectResult(Generic[PartialT, ObjectT, ElementT]):
    """An object that is still arriving. Nothing is sent before somebody reads or awaits.

    Read one of the streams, or await a property, which reads the stream to where the value is known. A second stream
    raises `StreamAlreadyConsumedError`. Use `async with` when you may stop early: leaving it closes the response.
    """

    def __init__(self, stream: ObjectStream, output: ObjectOutputKind) -> None:
        self._output = output
        self._outcome = stream.outcome
        self._parts = SingleParts(stream.parts(), self._on_end)

    async def __aenter__(self) -> Self:
        """Return the result; leaving the block closes the stream."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the stream."""
        del kind, error, traceback
        await self.aclose()

    async def aclose(self) -> None:
        """End the stream where it is, and close the response."""
        await self._parts.aclose()

    @property
    def full_stream(self) -> AsyncGenerator[ObjectStreamPart, None]:
        """Every part: objects, text, errors and the end. Raises what breaks the stream off."""
        return self._read(lambda part: part)

    @property
    def partial_object_stream(self) -> AsyncGenerator[PartialT, None]:
        """The object each time it has changed; only lists are validated. Error parts are left to `on_error`."""
        return self._read(lambda part: part.object if part.type == "object" else SKIPPED)

    @property
    def text_stream(self) -> AsyncGenerator[str, None]:
        """The pieces of the object's JSON text. Error parts are left to `on_error`."""
        return self._read(lambda part: part.text_delta if part.type == "text-delta" else SKIPPED)

    @property
    def element_stream(self) -> AsyncGenerator[ElementT, None]:
        """The elements of a list as they become complete. Raises `UnsupportedFunctionalityError` without a list."""
        if self._output != "array":
            raise UnsupportedFunctionalityError(functionality=f"element streams in {self._output} mode")
        return self._elements()

    @property
    def object(self) -> LaterValue[ObjectT]:
        """The complete object. Raises `NoObjectGeneratedError` when the text is not what was asked for."""
        return self._later(self._outcome.object)

    @property
    def usage(self) -> LaterValue[LanguageModelUsage]:
        """The tokens."""
        return self._later(self._outcome.usage)

    @property
    def provider_metadata(self) -> LaterValue[SharedV4ProviderMetadata | None]:
        """What only this provider tells."""
        return self._later(self._outcome.provider_metadata)

    @property
    def warnings(self) -> LaterValue[list[SharedV4Warning] | None]:
        """What the provider could not do as asked."""
        return self._later(self._outcome.warnings)

    @property
    def request(self) -> LaterValue[LanguageModelRequestMetadata]:
        """What is known of the request."""
        return self._later(self._outcome.request)

    @property
    def response(self) -> LaterValue[ObjectResponseMetadata]:
        """What is known of the answer."""
        return self._later(self._outcome.response)

    @property
    def finish_reason(self) -> LaterValue[FinishReason]:
        """Why the model ended its answer."""
        return self._later(self._outcome.finish_reason)

    async def _read(self, select: Select) -> AsyncGenerator[Any, None]:
        """Become the reader when reading begins, not before: looking at a property takes nothing."""
        parts = self._parts.read(select)
        try:
            async for part in parts:
                yield part
        finally:
            await parts.aclose()

    async def _elements(self) -> AsyncGenerator[Any, None]:
        arrays: AsyncGenerator[Any, None] = self.partial_object_stream
        published = 0
        try:
            async for array in arrays:
                for element in array[published:]:
                    yield element
                published = len(array)
        finally:
            await arrays.aclose()

    def _later(self, value: Delayed[T]) -> LaterValue[T]:
        async def read() -> T:
            if not value.is_settled:
                await self._parts.wait()
            return value.get()

        return LaterValue(read)

    def _on_end(self, error: BaseException | None) -> None:
        if error is not None:
            self._outcome.reject(error)
