"""A value that is there when a stream has ended, and that can be awaited any number of times."""

from collections.abc import Callable, Coroutine, Generator
from typing import Any, Generic, TypeVar

__all__ = ["LaterValue"]

T_co = TypeVar("T_co", covariant=True)


class LaterValue(Generic[T_co]):
    """Awaiting it reads the stream to its end and returns the value; nothing happens before."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[], Coroutine[Any, Any, T_co]]) -> None:
        self._read = read

    def __await__(self) -> Generator[Any, Any, T_co]:
        return self._read().__await__()

    def __repr__(self) -> str:
        return "<a value that is there when the stream has ended: await it>"
