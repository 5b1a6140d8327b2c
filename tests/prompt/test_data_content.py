"""The data of files: bytes, base64 text, URLs and references, each told apart."""

import base64
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.error.prompt_errors import InvalidDataContentError
from ai_sdk.prompt.data_content import (
    convert_data_content_to_base64_string,
    convert_data_content_to_bytes,
    convert_to_language_model_v4_file_part,
    split_data_url,
)
from ai_sdk.provider import (
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
)


@settings(deadline=None)
@given(st.binary(max_size=50))
def test_bytes_survive_base64(data: bytes) -> None:
    text = convert_data_content_to_base64_string(data)
    assert convert_data_content_to_bytes(text) == convert_data_content_to_bytes(bytes(data)) == data
    assert convert_data_content_to_base64_string(text) is text
    url = f"data:image/png;base64,{text}"
    assert convert_to_language_model_v4_file_part(url) == (SharedV4FileDataData(data=text), "image/png")


def test_text_that_is_no_base64_is_an_error() -> None:
    with pytest.raises(InvalidDataContentError, match="Content string is not a base64-encoded media"):
        convert_data_content_to_bytes("no base64!")


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("data:text/plain;base64,SGk=", ("text/plain", "SGk=")),
        ("data:text/plain", ("text/plain", None)),
        ("data:,SGk=", ("", "SGk=")),
        ("nothing", (None, None)),
    ],
)
def test_a_data_url_has_a_media_type_and_content(url: str, parts: tuple[str | None, str | None]) -> None:
    assert split_data_url(url) == parts


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"Hi", SharedV4FileDataData(data=b"Hi")),
        (bytearray(b"Hi"), SharedV4FileDataData(data=b"Hi")),
        ("SGk=", SharedV4FileDataData(data="SGk=")),
        ("https://a.dev/x", SharedV4FileDataUrl(url="https://a.dev/x")),
        ("https://a.dev", SharedV4FileDataUrl(url="https://a.dev/", original_url="https://a.dev")),
        ("HTTPS://A.dev/x", SharedV4FileDataUrl(url="https://a.dev/x", original_url="HTTPS://A.dev/x")),
        ("https://[", SharedV4FileDataData(data="https://[")),
        ("data:text/plain", SharedV4FileDataData(data="data:text/plain")),
        ({"toy": "file-1"}, SharedV4FileDataReference(reference={"toy": "file-1"})),
        (SharedV4FileDataText(text="Hi"), SharedV4FileDataText(text="Hi")),
        (SharedV4FileDataData(data="SGk="), SharedV4FileDataData(data="SGk=")),
        (
            SharedV4FileDataUrl(url="https://a.dev/x", original_url="https://a.dev/y/../x"),
            SharedV4FileDataUrl(url="https://a.dev/x", original_url="https://a.dev/y/../x"),
        ),
    ],
)
def test_data_is_told_apart(content: Any, expected: Any) -> None:
    assert convert_to_language_model_v4_file_part(content) == (expected, None)


@pytest.mark.parametrize(
    "content",
    [
        "data:text/plain;base64,SGk=",
        "DATA:text/plain;base64,SGk=",
        "data:text/plain;base64,SG\r\nk=\n",
        SharedV4FileDataUrl(url="data:text/plain;base64,SGk="),
    ],
)
def test_a_data_url_is_data_with_its_media_type(content: Any) -> None:
    assert convert_to_language_model_v4_file_part(content) == (SharedV4FileDataData(data="SGk="), "text/plain")


def test_base64_that_was_wrapped_in_lines_is_one_line_in_a_url() -> None:
    data = bytes(range(256))
    url = f"data:image/png;base64,{base64.encodebytes(data).decode()}"
    assert convert_to_language_model_v4_file_part(url)[0] == SharedV4FileDataData(data=base64.b64encode(data).decode())


def test_a_data_url_does_not_stand_where_only_data_may() -> None:
    with pytest.raises(InvalidDataContentError, match="Data URLs are not valid inline data"):
        convert_to_language_model_v4_file_part(SharedV4FileDataData(data="data:text/plain,Hi"))


def test_a_tagged_data_url_needs_content() -> None:
    with pytest.raises(InvalidDataContentError, match="Invalid data URL format in content data:text/plain"):
        convert_to_language_model_v4_file_part(SharedV4FileDataUrl(url="data:text/plain"))
