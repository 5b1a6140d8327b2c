"""Results of a mock's `do_stream`, with the parts of the stream as a list that is streamed anew at each call."""

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Mapping
from typing import Any, TypeVar

from ai_sdk.provider.codec import load
from ai_sdk.testing.values import convert_array_to_async_iterable

__all__ = ["load_stream"]

ResultT = TypeVar("ResultT")


def load_stream(kind: type[ResultT], part_type: Any, result: Any) -> Callable[[], ResultT]:
    """Return a function that opens the stream of a result, which may be JSON data as a whole and in each part."""
    if not isinstance(result, Mapping) or "stream" not in result:
        loaded = load(kind, result)
        return lambda: loaded
    parts = _parts(part_type, result["stream"])
    return lambda: load(kind, {**result, "stream": aiter(parts)})


def _parts(part_type: Any, stream: Any) -> AsyncIterable[Any]:
    if isinstance(stream, AsyncIterable):
        return _load_each(part_type, stream)
    return convert_array_to_async_iterable(load(list[part_type], stream))


async def _load_each(part_type: Any, stream: AsyncIterable[Any]) -> AsyncIterator[Any]:
    source = aiter(stream)
    try:
        async for part in source:
            yield load(part_type, part)
    finally:
        if isinstance(source, AsyncGenerator):
            await source.aclose()
