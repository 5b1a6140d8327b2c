"""Arguments of function calls that arrive in pieces."""

import json
from typing import Any

import pytest
from ai_sdk_generated.google.generate_content import wire
from hypothesis import given, strategies as st

from ai_sdk.provider import InvalidResponseDataError, stringify
from ai_sdk.provider.codec import load
from ai_sdk.providers.google.generate_content.stream.json_accumulator import GoogleJSONAccumulator
from ai_sdk.providers.google.generate_content.stream.json_path import parse_path
from tests.providers.google.calls import odd_json


def accumulate(*pieces: dict[str, Any]) -> tuple[list[str], str, str]:
    """Return the text of each piece, the whole text, and what closes it."""
    accumulator = GoogleJSONAccumulator()
    deltas = [accumulator.process_partial_args([load(wire.PartialArg, piece)]) for piece in pieces]
    return deltas, *accumulator.finalize()


def piece(path: str, **value: Any) -> dict[str, Any]:
    return {"jsonPath": path, **value}


@pytest.mark.parametrize(
    ("pieces", "deltas", "final"),
    [
        ([], [], "{}"),
        ([piece("$.a", numberValue=1.0)], ['{"a":1'], '{"a":1}'),
        ([piece("$.a", boolValue=False), piece("$.b", nullValue=None)], ['{"a":false', ',"b":null'], None),
        (
            [
                piece("$.a", stringValue='x"', willContinue=True),
                piece("$.a", stringValue="y"),
                piece("$.b", numberValue=2),
            ],
            ['{"a":"x\\"', 'y"', ',"b":2'],
            '{"a":"x\\"y","b":2}',
        ),
        (
            [piece("$.a", stringValue="x", willContinue=True), piece("$.a", willContinue=True), piece("$.a")],
            ['{"a":"x', "", '"'],
            '{"a":"x"}',
        ),
        (
            [
                piece("$.r.list[0].n", stringValue="a"),
                piece("$.r.list[1].n", stringValue="b"),
                piece("$.z", numberValue=1),
            ],
            ['{"r":{"list":[{"n":"a"', '},{"n":"b"', '}]},"z":1'],
            '{"r":{"list":[{"n":"a"},{"n":"b"}]},"z":1}',
        ),
        (
            [piece("$.none[]"), piece("$.o"), piece("$.o.x[]")],
            ['{"none":[', '],"o":{', '"x":['],
            '{"none":[],"o":{"x":[]}}',
        ),
        (
            [piece("$.a[1]", numberValue=1), piece("$.a[0]", numberValue=1), piece("$.a[]")],
            ["", '{"a":[1', ""],
            '{"a":[1]}',
        ),
        (
            [piece("$.a[0]", numberValue=1), piece("$.a.1", numberValue=2), piece("$.a.01", willContinue=True)],
            None,
            '{"a":[1,2]}',
        ),
        ([piece("$.m.7", numberValue=1), piece("$.m[9]", numberValue=2)], None, '{"m":{"7":1,"9":2}}'),
        (
            [piece("$"), piece(""), piece("$[]"), piece("[x]", numberValue=1), piece("$.a", willContinue=True)],
            [""] * 5,
            "{}",
        ),
        ([piece("$.n", numberValue=5), piece("$.n", stringValue="x")], ['{"n":5', "x"], '{"n":"5x"}'),
        ([piece("$.n", nullValue=1), piece("$.n.x", numberValue=1)], None, '{"n":{"x":1}}'),
        ([piece("$.__proto__.x", numberValue=1)], ['{"__proto__":{"x":1'], '{"__proto__":{"x":1}}'),
    ],
)
def test_pieces_become_json_text(pieces: list[Any], deltas: list[str] | None, final: str | None) -> None:
    texts, whole, _ = accumulate(*pieces)
    assert deltas is None or texts == deltas
    assert final is None or whole == final


def test_a_path_is_keys_and_indexes() -> None:
    assert parse_path("a.b[0][12].c..d[x]") == ["a", "b", 0, 12, "c", "", "d"]


@pytest.mark.parametrize("path", ["$.a.b", "$.a[0]", "$.a.b.c"])
def test_a_piece_inside_of_a_text_is_an_error(path: str) -> None:
    with pytest.raises(InvalidResponseDataError, match="no place for"):
        accumulate(piece("$.a", stringValue="t"), piece(path, numberValue=1))


KEYS = st.text("abcxyz_", min_size=1, max_size=4)
VALUES = st.recursive(
    st.text(max_size=6) | st.integers(-9, 9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


def pieces_of(value: Any, path: str) -> list[dict[str, Any]]:
    """Return how the API would send a value, texts in two pieces."""
    match value:
        case dict():
            inner = [p for key, item in value.items() for p in pieces_of(item, f"{path}.{key}")]
            return inner or [piece(path)]
        case list():
            inner = [p for index, item in enumerate(value) for p in pieces_of(item, f"{path}[{index}]")]
            return [*inner, piece(f"{path}[]")]
        case str():
            half = len(value) // 2
            return [piece(path, stringValue=value[:half], willContinue=True), piece(path, stringValue=value[half:])]
        case None:
            return [piece(path, nullValue="NULL_VALUE")]
        case bool():
            return [piece(path, boolValue=value)]
    return [piece(path, numberValue=value)]


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_the_texts_together_are_the_value(value: dict[str, Any]) -> None:
    deltas, whole, closing = accumulate(*pieces_of(value, "$"))
    assert "".join(deltas) + closing == whole == stringify(value)
    assert json.loads(whole) == value


@given(st.lists(st.tuples(st.text("$.[]a01", max_size=8), odd_json("a")), max_size=6))
def test_odd_paths_raise_nothing_but_an_error_of_this_library(given_pieces: list[tuple[str, Any]]) -> None:
    accumulator = GoogleJSONAccumulator()
    try:
        for path, value in given_pieces:
            kind = "stringValue" if isinstance(value, str) else "nullValue"
            accumulator.process_partial_args([load(wire.PartialArg, piece(path, **{kind: value}))])
    except InvalidResponseDataError:
        return
    assert isinstance(json.loads(accumulator.finalize()[0]), dict)
