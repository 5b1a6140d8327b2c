"""The texts are those of `JSON.parse` in Node 24."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import JSONParseError
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.json_syntax_error import describe_json_error

_MESSAGES = {
    "": "Unexpected end of JSON input",
    '{"a": ': "Unexpected end of JSON input",
    "{": "Expected property name or '}' in JSON at position 1 (line 1 column 2)",
    '{"a": 1,}': "Expected double-quoted property name in JSON at position 8 (line 1 column 9)",
    '{"a" 1}': "Expected ':' after property name in JSON at position 5 (line 1 column 6)",
    '{"a": 1 "b"}': "Expected ',' or '}' after property value in JSON at position 8 (line 1 column 9)",
    "[1 2]": "Expected ',' or ']' after array element in JSON at position 3 (line 1 column 4)",
    '{"a": "fe': "Unterminated string in JSON at position 9 (line 1 column 10)",
    '["\x01"]': "Bad control character in string literal in JSON at position 2 (line 1 column 3)",
    r'["\x"]': "Bad escaped character in JSON at position 3 (line 1 column 4)",
    r'["\u12G4"]': "Bad Unicode escape in JSON at position 6 (line 1 column 7)",
    "-": "No number after minus sign in JSON at position 1 (line 1 column 2)",
    "1.": "Unterminated fractional number in JSON at position 2 (line 1 column 3)",
    "1e": "Exponent part is missing a number in JSON at position 2 (line 1 column 3)",
    "01": "Unexpected number in JSON at position 1 (line 1 column 2)",
    "{}x": "Unexpected non-whitespace character after JSON at position 2 (line 1 column 3)",
    "[\n1,\r\n x]": "Unexpected token 'x', \"[\n1,\r\n x]\" is not valid JSON",
    "undefined": '"undefined" is not valid JSON',
    "hello": "Unexpected token 'h', \"hello\" is not valid JSON",
    "[1, 2, 3, nope, 4, 5, 6, 7]": "Unexpected token 'o', ...\"1, 2, 3, nope, 4, 5,\"... is not valid JSON",
}


@pytest.mark.parametrize("text", _MESSAGES)
def test_an_error_is_described_in_the_words_of_node(text: str) -> None:
    assert describe_json_error(text) == _MESSAGES[text]


def test_parsing_tells_the_error_by_its_name_in_javascript() -> None:
    with pytest.raises(JSONParseError) as caught:
        parse_json('{"city": ')
    assert caught.value.message == (
        'JSON parsing failed: Text: {"city": .\nError message: SyntaxError: Unexpected end of JSON input'
    )


@given(st.text(alphabet='{}[]",:\\ntrufalse0123456789-+.eE \n😀', max_size=40))
def test_describing_never_fails(text: str) -> None:
    assert describe_json_error(text)


def test_depth_costs_no_stack() -> None:
    assert describe_json_error("[" * 100_000) == "Unexpected end of JSON input"
