"""A JSON text that arrives piece by piece has, after each piece, the value that parsing all of it anew has."""

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings, strategies as st

from ai_sdk.util.incremental_json import IncrementalJsonParser
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data
from ai_sdk.util.parse_partial_json import PartialJson, parse_partial_json

KEYS = st.text('abé \\"{}[],:', max_size=3) | st.sampled_from(["__proto__", "constructor", "prototype"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
    | st.sampled_from(["😀", "a\\b", 'say "hi"', "\n\t"])
)
JSON = st.recursive(
    SCALARS,
    lambda items: st.lists(items, max_size=4) | st.dictionaries(KEYS, items, max_size=4),
    max_leaves=12,
)
TEXTS = st.builds(
    lambda value, indent, is_ascii: json.dumps(value, indent=indent, ensure_ascii=is_ascii),
    JSON,
    st.sampled_from([None, 1]),
    st.booleans(),
)
BROKEN = st.builds(
    lambda text, at, junk: text[: at % (len(text) + 1)] + junk + text[at % (len(text) + 1) :],
    TEXTS,
    st.integers(0, 1000),
    st.text('",]}[{:\\u01dD8tfnrualse -.xe+\n\ud83d', max_size=3),
)
HALF_JSON = st.text('",]}[{:\\u01dD8tfnrualse -.xe+\n', max_size=30)
CUTS = st.lists(st.integers(0, 60), max_size=12)


def pieces_of(text: str, cuts: list[int]) -> list[str]:
    ends = sorted({0, len(text), *(min(cut, len(text)) for cut in cuts)})
    return [text[start:end] for start, end in pairwise(ends)]


def expected(pieces: list[str]) -> list[Any]:
    """Return the values that are there after the pieces, each if it is new."""
    values: list[Any] = []
    last: PartialJson | None = None
    for end in range(1, len(pieces) + 1):
        result = parse_partial_json("".join(pieces[:end]))
        if result.state != "failed-parse" and (last is None or not is_deep_equal_data(last.value, result.value)):
            last = result
            values.append(result.value)
    return values


def published(pieces: list[str]) -> list[Any]:
    parser = IncrementalJsonParser()
    return [parser.value for piece in pieces if parser.feed(piece)]


@settings(deadline=None, max_examples=400)
@given(TEXTS | BROKEN | HALF_JSON, CUTS)
@example('{"a": 1, "a": true}', list(range(20)))
@example('["\\ud83d\\ude00", "\\ud83d", "\\ude00\\ud83d"]', list(range(50)))
@example("[-0, 1e5, 1.5e-3, 1e+5, -", list(range(30)))
@example('{"constructor": {"prototype": 1}}', list(range(40)))
@example("[1]] and more", list(range(20)))
@example("[" * 80 + "1", list(range(90)))
def test_the_values_are_those_of_parsing_everything_anew(text: str, cuts: list[int]) -> None:
    pieces = pieces_of(text, cuts)
    assert list(map(json.dumps, published(pieces))) == list(map(json.dumps, expected(pieces)))


@settings(deadline=None)
@given(TEXTS, CUTS)
def test_what_was_handed_out_does_not_change(text: str, cuts: list[int]) -> None:
    parser = IncrementalJsonParser()
    seen = [(parser.value, json.dumps(parser.value)) for piece in pieces_of(text, cuts) if parser.feed(piece)]
    assert [json.dumps(value) for value, _ in seen] == [written for _, written in seen]


@pytest.mark.parametrize(
    ("pieces", "values"),
    [
        (['{"a', '": "b', "c", '"', "}"], [{}, {"a": "b"}, {"a": "bc"}]),
        (["[1", "2", ".", "5", ",", "]"], [[1], [12], [12.5]]),
        (["tr", "ue"], [True]),
        (["nul", "l", " "], [None]),
        (['"\\', "u00", 'e9"'], ["", "é"]),
        (["Sure! ", "{}"], []),
        (["[1]", "]", "```"], [[1]]),
    ],
)
def test_a_value_is_told_when_it_changes(pieces: list[str], values: list[Any]) -> None:
    assert published(pieces) == values
