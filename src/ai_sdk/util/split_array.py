"""Cuts a list into pieces.

Ports: ai/src/util/split-array.ts
"""

from collections.abc import Sequence
from typing import TypeVar

from ai_sdk.error.invalid_argument_error import InvalidArgumentError

__all__ = ["split_array"]

T = TypeVar("T")


def split_array(array: Sequence[T], chunk_size: int) -> list[Sequence[T]]:
    """Cut `array` into pieces of `chunk_size`, the last of which may be shorter.

    Raises `InvalidArgumentError` when the size is below 1.

    >>> split_array([1, 2, 3], 2)
    [[1, 2], [3]]
    """
    if chunk_size <= 0:
        raise InvalidArgumentError(parameter="chunkSize", value=chunk_size, message="chunkSize must be greater than 0")
    return [array[start : start + chunk_size] for start in range(0, len(array), chunk_size)]
