"""A list in chunks.

Ports: ai/src/util/split-array.ts
"""

from collections.abc import Sequence
from typing import TypeVar

from ai_sdk.error.invalid_argument_error import InvalidArgumentError

__all__ = ["split_array"]

ItemT = TypeVar("ItemT")


def split_array(array: Sequence[ItemT], chunk_size: int) -> list[list[ItemT]]:
    """Return the items in lists of `chunk_size`, of which the last may be shorter.

    Raises `InvalidArgumentError` when the size is not greater than 0.

    >>> split_array([1, 2, 3], 2)
    [[1, 2], [3]]
    """
    if chunk_size <= 0:
        raise InvalidArgumentError(parameter="chunkSize", value=chunk_size, message="chunkSize must be greater than 0")
    return [list(array[start : start + chunk_size]) for start in range(0, len(array), chunk_size)]
