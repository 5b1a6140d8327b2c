"""Queries of URLs."""

from urllib.parse import parse_qsl

from hypothesis import given, strategies as st

from ai_sdk.provider_utils.search_params import encode_search_params, with_search_params

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)


def test_a_query_is_written_as_javascript_writes_it() -> None:
    assert encode_search_params([("a b", "~*'é&="), ("a b", "")]) == "a+b=%7E*%27%C3%A9%26%3D&a+b="


def test_parameters_take_the_place_of_others_with_their_names() -> None:
    url = with_search_params("wss://host/stt?key=old&team=a&empty=", [("key", "new"), ("term", "1"), ("term", "2")])
    assert url == "wss://host/stt?team=a&empty=&key=new&term=1&term=2"
    assert with_search_params("https://host/x#part", []) == "https://host/x#part"


@given(st.lists(st.tuples(TEXTS, TEXTS)))
def test_what_was_written_is_read_again(parameters: list[tuple[str, str]]) -> None:
    assert parse_qsl(encode_search_params(parameters), keep_blank_values=True) == parameters
