from base64 import b64encode, urlsafe_b64encode
from collections.abc import AsyncIterator

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    FilesV4UploadFileStreamData,
    InvalidArgumentError,
    SharedV4FileDataData,
    SharedV4FileDataText,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.base64 import (
    convert_base64_to_bytes,
    convert_inline_file_data_to_bytes,
    convert_to_base64,
)


@given(st.binary())
def test_every_spelling_of_base64_decodes_to_the_same_bytes(data: bytes) -> None:
    padded = b64encode(data).decode()
    for text in (padded, padded.rstrip("="), urlsafe_b64encode(data).decode(), f" {padded}\n"):
        assert convert_base64_to_bytes(text) == data


@given(st.binary())
def test_encoding_is_undone_by_decoding(data: bytes) -> None:
    assert convert_base64_to_bytes(convert_to_base64(data)) == data


def test_text_counts_as_base64_already() -> None:
    assert convert_to_base64("not changed") == "not changed"


@pytest.mark.parametrize("text", ["A", "AAAAA", "A===", "AB=", "=AAA", "AA=A", "a,b=", "äöü"])
def test_what_atob_rejects_is_an_invalid_argument(text: str) -> None:
    with pytest.raises(InvalidArgumentError, match="not valid base64"):
        convert_base64_to_bytes(text)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SharedV4FileDataText(text="ä"), b"\xc3\xa4"),
        (SharedV4FileDataData(data=b"raw"), b"raw"),
        (SharedV4FileDataData(data="cmF3"), b"raw"),
    ],
)
def test_inline_file_data_becomes_bytes(data: SharedV4FileDataText | SharedV4FileDataData, expected: bytes) -> None:
    assert convert_inline_file_data_to_bytes(data) == expected


def test_a_stream_is_not_inline_data() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"never read"

    with pytest.raises(UnsupportedFunctionalityError, match="streaming file upload"):
        convert_inline_file_data_to_bytes(FilesV4UploadFileStreamData(stream=pieces()))
