"""Waiting for what is asynchronous: functions, values and streams."""

import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from types import TracebackType
from typing import Any, Generic, ParamSpec, Self, TypeVar, overload

from ai_sdk.sync.portal import run

__all__ = ["BlockingIterator", "StreamedResult", "Waited", "blocking", "wait"]

P = ParamSpec("P")
T = TypeVar("T")


def blocking(function: Callable[P, Coroutine[Any, Any, T]]) -> Callable[P, T]:
    """Return `function` as one that waits for its result."""

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        return run(function(*args, **kwargs))

    call.__doc__ = f"Do what `ai_sdk.{function.__name__}` does, and wait for it."
    return call


def wait(value: Awaitable[T]) -> T:
    """Return what an awaitable comes to."""

    async def settle() -> T:
        return await value

    return run(settle())


class BlockingIterator(Generic[T]):
    """An asynchronous stream as an iterator; closing it, or leaving it to be collected, closes the stream."""

    def __init__(self, stream: AsyncIterator[T]) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        try:
            return wait(anext(self._stream))
        except StopAsyncIteration:
            raise StopIteration from None

    def close(self) -> None:
        """Close the stream."""
        aclose = getattr(self._stream, "aclose", None)
        if aclose is not None:
            wait(aclose())


class Waited(Generic[T]):
    """A property of a result whose namesake on the asynchronous result is awaitable."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name
        self.__doc__ = f"What `{name}` of the asynchronous result comes to; what is left of the stream is read for it."

    @overload
    def __get__(self, instance: None, owner: type) -> "Waited[T]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: Any, owner: type) -> Any:
        return self if instance is None else wait(getattr(instance._result, self._name))  # noqa: SLF001 - its owner


class StreamedResult:
    """What a streaming function returns, for a `with` block, which closes the connection on leaving."""

    def __init__(self, result: Any) -> None:
        self._result = result

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the generation where it is, and close the connection."""
        wait(self._result.aclose())
