"""`generate_object`, waiting, and `stream_object`, as iterators."""

from collections.abc import Iterator, Sequence
from typing import Any, Generic, Literal, Never, TypeVar, Unpack, overload

from ai_sdk.generate_object import generate_object as module, stream_object as stream_module
from ai_sdk.generate_object.generate_object_result import GenerateObjectResult
from ai_sdk.generate_object.object_options import ObjectOptions, StreamObjectOptions
from ai_sdk.generate_object.object_stream_part import ObjectStreamPart
from ai_sdk.generate_object.stream_object_result import StreamObjectResult as AsyncStreamObjectResult
from ai_sdk.generate_object.structured_output_events import ObjectResponseMetadata
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import JSONObject, SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider_utils.schema import FlexibleSchema, Schema
from ai_sdk.sync.blocking import BlockingIterator, StreamedResult, Waited
from ai_sdk.sync.portal import run

__all__ = ["StreamObjectResult", "generate_object", "stream_object"]

T = TypeVar("T")
EnumT = TypeVar("EnumT", bound=str)
PartialT = TypeVar("PartialT")
ObjectT = TypeVar("ObjectT")
ElementT = TypeVar("ElementT")


@overload
def generate_object(
    *, schema: type[T] | Schema[T], output: Literal["object"] = "object", **options: Unpack[ObjectOptions]
) -> GenerateObjectResult[T]: ...
@overload
def generate_object(
    *, schema: type[T] | Schema[T], output: Literal["array"], **options: Unpack[ObjectOptions]
) -> GenerateObjectResult[list[T]]: ...
@overload
def generate_object(
    *, enum: Sequence[EnumT], output: Literal["enum"], **options: Unpack[ObjectOptions]
) -> GenerateObjectResult[EnumT]: ...
@overload
def generate_object(
    *,
    schema: FlexibleSchema | None = None,
    output: Literal["object", "array", "no-schema"] = "object",
    **options: Unpack[ObjectOptions],
) -> GenerateObjectResult[Any]: ...
def generate_object(**options: Any) -> GenerateObjectResult[Any]:
    """Do what `ai_sdk.generate_object` does, and wait for it.

    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> model = MockLanguageModelV4(do_generate='{"eggs": 2}')
    >>> generate_object(model=model, schema=dict[str, int], prompt="What do I need?").object
    {'eggs': 2}
    """
    return run(module.generate_object(**options))


class StreamObjectResult(StreamedResult, Generic[PartialT, ObjectT, ElementT]):
    """An object that is still arriving: read one of the streams, or a property, which reads what is left.

    `with stream_object(...) as result:` closes the connection on leaving.
    """

    _result: AsyncStreamObjectResult[PartialT, ObjectT, ElementT]

    object: Waited[ObjectT] = Waited()
    usage: Waited[LanguageModelUsage] = Waited()
    provider_metadata: Waited[SharedV4ProviderMetadata | None] = Waited()
    warnings: Waited[list[SharedV4Warning] | None] = Waited()
    request: Waited[LanguageModelRequestMetadata] = Waited()
    response: Waited[ObjectResponseMetadata] = Waited()
    finish_reason: Waited[FinishReason] = Waited()

    @property
    def full_stream(self) -> Iterator[ObjectStreamPart]:
        """Every part: objects, text, errors and the end."""
        return BlockingIterator(self._result.full_stream)

    @property
    def partial_object_stream(self) -> Iterator[PartialT]:
        """The object each time that it has changed."""
        return BlockingIterator(self._result.partial_object_stream)

    @property
    def text_stream(self) -> Iterator[str]:
        """The pieces of the object's JSON text."""
        return BlockingIterator(self._result.text_stream)

    @property
    def element_stream(self) -> Iterator[ElementT]:
        """The elements of a list as they become complete. Raises `UnsupportedFunctionalityError` without a list."""
        return BlockingIterator(self._result.element_stream)


@overload
def stream_object(
    *, schema: type[T] | Schema[T], output: Literal["object"] = "object", **options: Unpack[StreamObjectOptions]
) -> StreamObjectResult[JSONObject, T, Never]: ...
@overload
def stream_object(
    *, schema: type[T] | Schema[T], output: Literal["array"], **options: Unpack[StreamObjectOptions]
) -> StreamObjectResult[list[T], list[T], T]: ...
@overload
def stream_object(
    *, enum: Sequence[EnumT], output: Literal["enum"], **options: Unpack[StreamObjectOptions]
) -> StreamObjectResult[str, EnumT, Never]: ...
@overload
def stream_object(
    *,
    schema: FlexibleSchema | None = None,
    output: Literal["object", "array", "no-schema"] = "object",
    **options: Unpack[StreamObjectOptions],
) -> StreamObjectResult[Any, Any, Any]: ...
def stream_object(**options: Any) -> StreamObjectResult[Any, Any, Any]:
    """Do what `ai_sdk.stream_object` does; the streams of the result are iterators.

    >>> from ai_sdk.testing import MockLanguageModelV4
    >>> model = MockLanguageModelV4(do_stream='{"eggs": 2, "milk": 1}')
    >>> with stream_object(model=model, schema=dict[str, int], prompt="What do I need?") as result:
    ...     print(list(result.partial_object_stream), result.object)
    [{}, {'eggs': 2}, {'eggs': 2, 'milk': 1}] {'eggs': 2, 'milk': 1}
    """

    async def start() -> Any:
        return stream_module.stream_object(**options)

    return StreamObjectResult(run(start()))
