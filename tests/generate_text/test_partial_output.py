"""What outputs say while their text arrives."""

import json
from itertools import pairwise
from typing import Any, Never

import pytest
from hypothesis import given, settings, strategies as st
from pydantic import BaseModel

from ai_sdk import Output
from ai_sdk.generate_text.output import create_partial_output_parser
from ai_sdk.generate_text.partial_output import PartialOutput, RepeatedPartialOutputParser
from ai_sdk.provider.errors import TypeValidationError

OUTPUTS: dict[str, Output[Any, Any, Any]] = {
    "text": Output.text(),
    "object": Output.object(dict[str, Any]),
    "json": Output.json(),
    "choice": Output.choice(options=["sun", "sunny", "rain", "a", "1"]),
    "array": Output.array(dict[str, Any]),
}
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('ab"\\é', max_size=4),
    lambda items: st.lists(items, max_size=3) | st.dictionaries(st.text("ab", max_size=2), items, max_size=3),
    max_leaves=8,
)
ANSWERS = (
    VALUES
    | st.fixed_dictionaries({"elements": st.lists(st.dictionaries(st.text("ab", max_size=2), VALUES, max_size=3))})
    | st.fixed_dictionaries({"result": st.sampled_from(["sun", "sunny", "rain", "other"])})
).map(json.dumps)
CUTS = st.lists(st.integers(0, 80), max_size=12)


class Point(BaseModel):
    x: int


def pieces_of(text: str, cuts: list[int]) -> list[str]:
    ends = sorted({0, len(text), *(min(cut, len(text)) for cut in cuts)})
    return [text[start:end] for start, end in pairwise(ends)]


def partials(output: Any, *pieces: str) -> list[Any]:
    parser = create_partial_output_parser(output)
    return [result.partial for piece in pieces if (result := parser.feed(piece)) is not None]


@settings(deadline=None)
@given(st.sampled_from(sorted(OUTPUTS)), ANSWERS, CUTS)
def test_after_any_split_the_last_partial_is_that_of_the_whole_text(name: str, text: str, cuts: list[int]) -> None:
    output = OUTPUTS[name]
    whole = output.parse_partial_output(text)
    seen = partials(output, *pieces_of(text, cuts))
    assert whole is None or seen[-1] == whole.partial


@settings(deadline=None)
@given(st.sampled_from(["text", "object", "json", "choice"]), ANSWERS, CUTS)
def test_piece_by_piece_says_what_parsing_everything_anew_says(name: str, text: str, cuts: list[int]) -> None:
    output, pieces = OUTPUTS[name], pieces_of(text, cuts)
    anew = RepeatedPartialOutputParser(output.parse_partial_output)
    expected = [result.partial for piece in pieces if (result := anew.feed(piece)) is not None]
    assert partials(output, *pieces) == expected


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.text("ab", max_size=2), VALUES, max_size=3)), CUTS)
def test_elements_never_change_once_they_are_published(elements: list[Any], cuts: list[int]) -> None:
    seen = partials(OUTPUTS["array"], *pieces_of(json.dumps({"elements": elements}), cuts))
    assert all(before == after[: len(before)] and before != after for before, after in pairwise(seen))
    assert seen[-1] == elements


@pytest.mark.parametrize(
    ("name", "pieces", "expected"),
    [
        ("text", ["Hel", "", "lo"], ["Hel", "Hello"]),
        ("object", ['{"a"', ": 1", "}"], [{}, {"a": 1}]),
        ("json", ["nul", "l"], [None]),
        ("choice", ['{"result": "su', "nn", 'y"}'], ["sunny"]),
        ("choice", ['{"result": "sun', '"}'], ["sun"]),
        ("choice", ['{"result": "snow'], []),
        ("array", ['{"elements": [{"a": 1}', ", {", '"a": 2}]', "}"], [[], [{"a": 1}], [{"a": 1}, {"a": 2}]]),
        ("array", ['{"other": 1, "elements": [{}, {"a"', ": 1}]}"], [[{}], [{}, {"a": 1}]]),
        ("array", ['{"elements": 1}'], []),
    ],
)
def test_a_partial_output_is_told_when_it_changes(name: str, pieces: list[str], expected: list[Any]) -> None:
    assert partials(OUTPUTS[name], *pieces) == expected


def test_elements_are_validated_and_those_that_do_not_fit_left_out() -> None:
    text = '{"elements": [{"x": 1}, {"x": "far"}, {"x": 2}]}'
    assert partials(Output.array(Point), text) == [[Point(x=1), Point(x=2)]]
    assert partials(Output.array(Point), text[:-20]) == [[Point(x=1)]]


def test_an_array_that_was_handed_out_does_not_grow() -> None:
    parser = create_partial_output_parser(OUTPUTS["array"])
    first = parser.feed('{"elements": [{}, {"a": 1}')
    parser.feed(", {}]}")
    assert first is not None
    assert first.partial == [{}]


def test_each_element_is_streamed_once() -> None:
    transform = Output.array(int).create_element_stream_transform()
    assert transform is not None
    assert [list(transform.feed(partial)) for partial in ([], [1], [1, 2, 3], [1, 2, 3])] == [[], [1], [2, 3], []]


def test_more_elements_than_allowed_are_an_error_after_those_that_are_allowed() -> None:
    transform = Output.array(int, max_items=2).create_element_stream_transform()
    assert transform is not None
    seen = []
    with pytest.raises(TypeValidationError) as caught:
        for element in transform.feed([1, 2, 3]):
            seen.append(element)  # noqa: PERF402 - what came before the error is kept
    assert seen == [1, 2]
    assert str(caught.value).endswith("Error message: elements array must contain at most 2 items")


def test_only_arrays_have_elements() -> None:
    with_elements = [name for name, output in OUTPUTS.items() if output.create_element_stream_transform() is not None]
    assert with_elements == ["array"]


class Shouted(Output[str, str, Never]):
    """An output of one's own."""

    name = "shouted"
    response_format = None

    async def parse_complete_output(self, text: str, **context: Any) -> str:
        del context
        return text.upper()

    def parse_partial_output(self, text: str) -> PartialOutput[str] | None:
        return PartialOutput(text.upper()) if text.strip() else None


class Duck:
    """What is an output without being derived from the class."""

    def parse_partial_output(self, text: str) -> PartialOutput[int]:
        return PartialOutput(len(text) // 2)


def test_an_output_of_ones_own_is_parsed_anew_for_every_piece() -> None:
    assert partials(Shouted(), " ", "a", "b") == [" A", " AB"]
    assert partials(Duck(), "a", "b", "c", "d") == [0, 1, 2]
