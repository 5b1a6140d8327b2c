"""The elements of an array that arrives piece by piece: each is published once, when nothing can be added to it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.provider_utils.schema import Schema, as_schema
from ai_sdk.util.array_output_stream import ArrayOutputStreamParser, ArrayProgress

ANYTHING: Schema[Any] = Schema({})
ELEMENTS = st.lists(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text('ab[]{}",\\: é\n', max_size=5),
        lambda items: st.lists(items, max_size=3) | st.dictionaries(st.text("ab,]", max_size=2), items, max_size=3),
        max_leaves=6,
    ),
    max_size=6,
)
INDENT = st.sampled_from([None, 2])
SIZES = st.lists(st.integers(1, 9), min_size=1, max_size=8)


def pieces_of(text: str, sizes: list[int]) -> list[str]:
    pieces: list[str] = []
    position = 0
    while position < len(text):
        size = sizes[len(pieces) % len(sizes)]
        pieces.append(text[position : position + size])
        position += size
    return pieces


def fed(parser: ArrayOutputStreamParser[Any], *pieces: str) -> list[ArrayProgress]:
    return [parser.feed(piece) for piece in pieces]


@settings(deadline=None)
@given(ELEMENTS, INDENT, SIZES)
def test_any_split_of_an_array_ends_in_its_elements(elements: list[Any], indent: int | None, sizes: list[int]) -> None:
    parser = ArrayOutputStreamParser(ANYTHING, skip_invalid_elements=False)
    progress = fed(parser, *pieces_of(json.dumps({"elements": elements}, indent=indent), sizes))
    assert (parser.elements, parser.is_complete, "fallback" in progress) == (elements, True, False)


@settings(deadline=None)
@given(ELEMENTS, SIZES)
def test_elements_are_whole_when_they_are_published(elements: list[Any], sizes: list[int]) -> None:
    parser = ArrayOutputStreamParser(ANYTHING, skip_invalid_elements=False)
    for piece in pieces_of(json.dumps({"elements": elements}), sizes):
        parser.feed(piece)
        assert parser.elements == elements[: len(parser.elements)]


def test_the_last_element_waits_for_another_or_for_the_end_of_the_object() -> None:
    parser = ArrayOutputStreamParser(ANYTHING, skip_invalid_elements=False)
    assert fed(parser, '{"elements": [', "1", ", ", "2", "]", "}") == [
        "changed",
        "unchanged",
        "unchanged",
        "changed",
        "unchanged",
        "changed",
    ]
    assert parser.elements == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        '{"result": [',
        "[1, 2]",
        '{"elements": [,',
        '{"elements": [1,]',
        '{"elements": [1 2,',
        '{"elements": [1], "more": 2}',
        '{"elements": []} and more',
        "Here are the elements that you have asked me for: " * 6,
    ],
)
def test_what_is_no_plain_array_in_its_envelope_is_left_to_others(text: str) -> None:
    assert ArrayOutputStreamParser(ANYTHING, skip_invalid_elements=False).feed(text) == "fallback"


def test_an_element_that_does_not_fit_is_skipped_or_left_to_others() -> None:
    lenient = ArrayOutputStreamParser(as_schema(int), skip_invalid_elements=True)
    assert (fed(lenient, '{"elements": [1, "x", 2]}'), lenient.elements) == (["changed"], [1, 2])
    strict = ArrayOutputStreamParser(as_schema(int), skip_invalid_elements=False)
    assert (fed(strict, '{"elements": [1, "x", 2]}'), strict.elements) == (["fallback"], [1])


def test_each_element_is_validated_once() -> None:
    seen: list[Any] = []

    def validate(value: Any) -> Any:
        seen.append(value)
        return value

    parser = ArrayOutputStreamParser(Schema({}, validate=validate), skip_invalid_elements=False)
    fed(parser, *json.dumps({"elements": list(range(50))}))
    assert seen == list(range(50))
