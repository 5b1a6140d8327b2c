"""Cuts texts into chunks that one call of an embedding model takes.

Ports: ai/src/embed/embed-many.ts
"""

import math

from ai_sdk.provider import AISDKError

__all__ = ["EmbeddingLimitError", "split_by_embedding_limits"]


class EmbeddingLimitError(AISDKError):
    """A model says that one call takes nothing at all."""

    name = "Error"


def split_by_embedding_limits(
    values: list[str], *, max_count: float | None, max_bytes: float | None
) -> list[list[str]]:
    """Cut `values` into chunks of at most so many texts and so many bytes of UTF-8; `None` is no limit.

    A text that is larger than a call takes is a chunk by itself. Raises `EmbeddingLimitError` for a limit below 1.

    >>> split_by_embedding_limits(["a", "b", "cc"], max_count=2, max_bytes=3)
    [['a', 'b'], ['cc']]
    """
    max_count, max_bytes = _positive(max_count, "maxEmbeddingsPerCall"), _positive(max_bytes, "maxInputBytesPerCall")
    chunks: list[list[str]] = []
    filled = 0
    for value in values:
        size = 0 if max_bytes == math.inf else _utf8_length(value)
        if not chunks or len(chunks[-1]) >= max_count or filled + size > max_bytes:
            chunks.append([])
            filled = 0
        chunks[-1].append(value)
        filled += size
    return chunks


def _positive(limit: float | None, name: str) -> float:
    if limit is None:
        return math.inf
    if limit <= 0:
        raise EmbeddingLimitError(f"{name} must be greater than 0")
    return limit


def _utf8_length(value: str) -> int:
    return len(value) if value.isascii() else len(value.encode("utf-8", "surrogatepass"))
