"""JSON that has not fully arrived."""

import json
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.util.fix_json import JsonRepair, fix_json
from ai_sdk.util.parse_partial_json import PartialJson, PartialJsonParser, parse_partial_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
KEYS = TEXT.filter(lambda key: key != "__proto__")
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
JSON = st.recursive(
    SCALARS | st.sampled_from(['say "hi"', "\\", "\n\t", "😀", "ü"]),
    lambda items: st.lists(items, max_size=4) | st.dictionaries(KEYS, items, max_size=4),
    max_leaves=12,
)
SIMPLE_KEYS = st.text("abc :,[]{}0", max_size=4)
SIMPLE_JSON = st.recursive(
    SCALARS,
    lambda items: st.lists(items, max_size=4) | st.dictionaries(SIMPLE_KEYS, items, max_size=4),
    max_leaves=12,
)
INDENT = st.sampled_from([None, 2])
HALF_JSON = st.text('",]}[{:\\u01tfnrualse -.x\n', max_size=30)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("", ""),
        ("nu", "null"),
        ("t", "true"),
        ("-", ""),
        ("12.", "12"),
        ("12e-", "12"),
        ('"ab\\', '"ab"'),
        ('"ab\\u12', '"ab"'),
        ('"ab\\u00fc', '"ab\\u00fc"'),
        ('{"a', "{}"),
        ('{"a":', "{}"),
        ('{"a": 1, "b', '{"a": 1}'),
        ('{"a": [1, {"b": "c', '{"a": [1, {"b": "c"}]}'),
        ("[1, 2", "[1, 2]"),
        ("[1, ", "[1]"),
        ("[[], fal", "[[], false]"),
        ("[true, 1.5]  ", "[true, 1.5]"),
        ('{"a": null}', '{"a": null}'),
    ],
)
def test_what_is_open_is_closed_and_what_is_not_whole_is_dropped(text: str, fixed: str) -> None:
    assert fix_json(text) == fixed


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (None, PartialJson(state="undefined-input")),
        ("", PartialJson(state="failed-parse")),
        ("null", PartialJson(value=None, state="successful-parse")),
        ('{"a": 1}', PartialJson(value={"a": 1}, state="successful-parse")),
        ('{"a": "x', PartialJson(value={"a": "x"}, state="repaired-parse")),
        ('{"a\\"b": 1}', PartialJson(value={'a"b': 1}, state="successful-parse")),
        ("[1]]", PartialJson(value=[1], state="repaired-parse")),
        ("Sure! ", PartialJson(state="failed-parse")),
        ('{"__proto__": {"a": 1', PartialJson(state="failed-parse")),
    ],
)
def test_a_text_has_a_value_and_a_state(text: str | None, result: PartialJson) -> None:
    assert parse_partial_json(text) == result


@settings(deadline=None)
@given(JSON, INDENT, st.booleans())
def test_a_whole_text_has_the_value_that_json_says(value: Any, indent: int | None, ascii_only: Any) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    assert parse_partial_json(text) == PartialJson(value=json.loads(text), state="successful-parse")


@settings(deadline=None)
@given(JSON | HALF_JSON, INDENT)
def test_no_beginning_of_a_text_raises(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    states = {parse_partial_json(text[:end]).state for end in range(len(text) + 1)}
    assert states <= {"successful-parse", "repaired-parse", "failed-parse"}


@settings(deadline=None)
@given(SIMPLE_JSON, INDENT)
def test_a_beginning_has_a_value_that_what_follows_only_adds_to(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    for end in range(1, len(text)):
        partial = parse_partial_json(text[:end])
        if partial.state != "failed-parse":
            assert continues(partial.value, value), (text[:end], partial)


def continues(partial: Any, whole: Any) -> bool:
    """Whether `partial` may become `whole` when more arrives."""
    match partial, whole:
        case dict(), dict():
            return all(key in whole and continues(item, whole[key]) for key, item in partial.items())
        case list(), list():
            return len(partial) <= len(whole) and all(map(continues, partial, whole))
        case str(), str():
            return whole.startswith(partial.removesuffix("\N{REPLACEMENT CHARACTER}"))
        case ((int() | float()), (int() | float())):
            # The beginning of a number has other digits after it, or an exponent.
            return isinstance(partial, bool) == isinstance(whole, bool) and (whole < 0 or partial >= 0)
    return partial is whole


@settings(deadline=None)
@given(HALF_JSON | JSON.map(json.dumps), st.lists(st.integers(0, 40), max_size=8))
def test_a_parser_that_follows_a_stream_says_what_a_fresh_one_says(text: str, sizes: list[int]) -> None:
    parser, end = PartialJsonParser(), 0
    for size in (*sizes, len(text)):
        end = min(end + size, len(text))
        assert parser.parse(text[:end]) == parse_partial_json(text[:end])


def test_a_parser_begins_anew_with_another_text() -> None:
    parser = PartialJsonParser()
    assert [parser.parse(text).value for text in ('{"a": 1', "[2", "[2, 3")] == [{"a": 1}, [2], [2, 3]]


@settings(deadline=None)
@given(JSON, INDENT)
def test_json_is_never_taken_for_incomplete(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    repair = JsonRepair()
    repair.scan(text)
    assert repair.may_be_complete
