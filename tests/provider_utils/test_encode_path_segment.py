from urllib.parse import unquote

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider_utils.encode_path_segment import encode_path_segment


@pytest.mark.parametrize(
    ("value", "segment"),
    [("file-1", "file-1"), ("a/b?c#d", "a%2Fb%3Fc%23d"), ("ä b", "%C3%A4%20b"), (".", "%252E"), ("..", "%252E%252E")],
)
def test_an_identifier_stays_one_segment(value: str, segment: str) -> None:
    assert encode_path_segment(value) == segment


@given(st.text().filter(lambda value: value not in {".", ".."}))
def test_a_segment_can_be_decoded(value: str) -> None:
    assert unquote(encode_path_segment(value)) == value
