"""Texts are cut into chunks that keep both limits, and nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from ai_sdk.embed.split_by_embedding_limits import EmbeddingLimitError, split_by_embedding_limits

texts = st.lists(st.text(max_size=8))
limits = st.none() | st.integers(min_value=1, max_value=12)


def size(chunk: list[str]) -> int:
    return sum(len(value.encode()) for value in chunk)


@given(texts, limits, limits)
def test_chunks_are_the_texts_in_order_within_the_limits(
    values: list[str], max_count: int | None, max_bytes: int | None
) -> None:
    chunks = split_by_embedding_limits(values, max_count=max_count, max_bytes=max_bytes)
    assert [value for chunk in chunks for value in chunk] == values
    assert all(chunks)
    assert max_count is None or all(len(chunk) <= max_count for chunk in chunks)
    assert max_bytes is None or all(size(chunk) <= max_bytes or len(chunk) == 1 for chunk in chunks)


@given(texts, limits, limits)
def test_no_chunk_could_take_the_next_text(values: list[str], max_count: int | None, max_bytes: int | None) -> None:
    chunks = split_by_embedding_limits(values, max_count=max_count, max_bytes=max_bytes)
    for chunk, following in pairwise(chunks):
        is_full = max_count is not None and len(chunk) >= max_count
        assert is_full or (max_bytes is not None and size([*chunk, following[0]]) > max_bytes)


def test_bytes_are_those_of_utf_8() -> None:
    assert split_by_embedding_limits(["é", "a", "b"], max_count=None, max_bytes=3) == [["é", "a"], ["b"]]


def test_half_of_a_surrogate_pair_counts_as_its_replacement() -> None:
    assert split_by_embedding_limits(["\ud800", "a"], max_count=None, max_bytes=3) == [["\ud800"], ["a"]]


@pytest.mark.parametrize(
    ("limits_below_one", "message"),
    [
        ({"max_count": 0, "max_bytes": None}, "maxEmbeddingsPerCall must be greater than 0"),
        ({"max_count": None, "max_bytes": -1}, "maxInputBytesPerCall must be greater than 0"),
    ],
)
def test_a_limit_below_one_is_refused(limits_below_one: dict[str, int | None], message: str) -> None:
    with pytest.raises(EmbeddingLimitError, match=f"^{message}$"):
        split_by_embedding_limits([], **limits_below_one)
