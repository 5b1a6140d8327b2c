"""JSON in and out."""

import json as standard_json
import math
from typing import Any

import pytest
from ai_sdk_generated._base import WireModel
from hypothesis import given, strategies as st

from ai_sdk.provider.errors import JSONParseError, TypeValidationError
from ai_sdk.provider_utils.json import (
    NULL,
    dump_wire,
    encode_json,
    is_parsable_json,
    json_parser,
    omit_none,
    parse_json,
    stringify,
    validate_types,
)


class Point(WireModel):
    x: int | float
    label: str | None = None


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda children: st.lists(children) | st.dictionaries(st.text(), children),
)


@given(JSON)
def test_stringified_json_parses_to_the_same_value(value: object) -> None:
    assert standard_json.loads(stringify(value), parse_int=float) == value  # JavaScript has no other numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1.0, "a": [True, None, "é\n"]}, '{"b":1,"a":[true,null,"é\\n"]}'),
        (1e21, "1e+21"),
        (123456789012345680000.0, "123456789012345680000"),
        (1e-7, "1e-7"),
        (1.5e-7, "1.5e-7"),
        (1.5e-5, "0.000015"),
        (0.1, "0.1"),
        (-0.0, "0"),
        (math.nan, "null"),
        (math.inf, "null"),
        ((1, 2), "[1,2]"),
    ],
)
def test_stringify_writes_what_javascript_writes(value: object, text: str) -> None:
    assert stringify(value) == text


def test_stringify_refuses_what_is_not_json() -> None:
    with pytest.raises(TypeError, match="bytes is not a JSON value"):
        stringify({"data": b"x"})


def test_omit_none_drops_absent_values_and_writes_null_ones() -> None:
    assert omit_none({"a": None, "b": NULL, "c": 0, "d": {"e": None}}) == {"b": None, "c": 0, "d": {"e": None}}


def test_a_request_body_writes_nan_as_null() -> None:
    assert encode_json({"a": math.nan, "b": 1.0, "c": "ü"}) == '{"a":null,"b":1.0,"c":"ü"}'.encode()


def test_a_request_body_writes_lone_surrogates_as_escapes() -> None:
    assert encode_json({"a": "x\ud83d"}) == b'{"a":"x\\ud83d"}'


@pytest.mark.parametrize("text", ["", "{", "NaN", "[1,]", '{"__proto__": 1}', '{"constructor": {"prototype": 1}}'])
def test_what_is_not_json_is_an_error_with_its_text(text: str) -> None:
    with pytest.raises(JSONParseError) as caught:
        parse_json(text)
    assert caught.value.text == text
    assert not is_parsable_json(text)


@pytest.mark.parametrize("filler", [[0.5] * 30_000, ["a quote"] * 30_000], ids=["few quotes", "many quotes"])
@pytest.mark.parametrize("bad", [{"__proto__": 1}, {"constructor": {"prototype": 1}}], ids=["proto", "constructor"])
def test_a_forbidden_key_is_found_wherever_it_is_in_a_long_text(filler: list[Any], bad: dict[str, Any]) -> None:
    for content in ([bad, *filler], [*filler, bad], [*filler, {"text": '__proto__ constructor"'}, bad, *filler]):
        assert is_parsable_json(standard_json.dumps([item for item in content if item is not bad]))
        assert not is_parsable_json(standard_json.dumps(content))


def test_a_key_that_only_looks_forbidden_is_kept() -> None:
    assert parse_json('{"constructor": "Bob", "text": "\\u005f__proto__"}') == {
        "constructor": "Bob",
        "text": "___proto__",
    }


def test_lone_surrogates_become_the_replacement_character() -> None:
    assert parse_json('{"a": "x\\ud83d"}') == {"a": "x\N{REPLACEMENT CHARACTER}"}
    assert json_parser(Point)(b'{"x": 1, "label": "\\ud83d"}').label == "\N{REPLACEMENT CHARACTER}"


def test_a_parser_returns_the_model_or_the_error() -> None:
    parse = json_parser(Point)
    assert parse(b'{"x": 1, "more": 2}') == Point(x=1)
    wrong, broken = parse(b'{"x": "1"}'), parse(b'{"x": ')
    assert (type(wrong), wrong.value) == (TypeValidationError, {"x": "1"})
    assert (type(broken), broken.text) == (JSONParseError, '{"x": ')


def test_invalid_utf8_is_read_with_replacement_characters() -> None:
    assert json_parser(Point)(b'{"x": 1, "label": "\xff"}').label == "\N{REPLACEMENT CHARACTER}"


@given(st.binary())
def test_a_parser_never_raises(data: bytes) -> None:
    assert isinstance(json_parser(Point)(data), Point | JSONParseError | TypeValidationError)


def test_dumped_wire_models_keep_null_and_drop_what_was_not_sent() -> None:
    assert dump_wire(Point(x=1, label=None)) == {"x": 1, "label": None}
    assert dump_wire(Point(x=1.5)) == {"x": 1.5}
    assert dump_wire({"x": None}) == {"x": None}


def test_validate_types_names_the_value_that_does_not_fit() -> None:
    with pytest.raises(TypeValidationError) as caught:
        validate_types(Point, {"x": None})
    assert caught.value.value == {"x": None}


@pytest.mark.parametrize("text", ["[" * 100_000 + "]" * 100_000, '{"constructor":' * 100_000 + "1" + "}" * 100_000])
def test_text_that_is_nested_too_deeply_is_no_json(text: str) -> None:
    with pytest.raises(JSONParseError, match="JSON is nested too deeply"):
        parse_json(text)
    assert isinstance(json_parser(dict)(text.encode()), JSONParseError)
    assert not is_parsable_json(text)
