"""A generated file gives bytes and base64 text, whichever of them it was made from."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.generate_text.generated_file import DefaultGeneratedFile, GeneratedFile
from ai_sdk.provider import InvalidArgumentError
from ai_sdk.provider.codec import dump


@given(st.binary())
def test_bytes_survive_the_way_through_base64(data: bytes) -> None:
    text = GeneratedFile(data=data, media_type="image/png").base64
    assert GeneratedFile(data=text, media_type="image/png").data == data


def test_a_conversion_is_done_once() -> None:
    file = GeneratedFile(data="SGk=", media_type="text/plain")
    assert file.data is file.data
    other = GeneratedFile(data=b"Hi", media_type="text/plain")
    assert other.base64 is other.base64


def test_what_was_given_is_not_converted() -> None:
    data, text = b"Hi", "not base64"
    assert GeneratedFile(data=data, media_type="text/plain").data is data
    assert GeneratedFile(data=text, media_type="text/plain").base64 is text


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_other_buffers_become_bytes(kind: type[bytearray] | type[memoryview]) -> None:
    assert GeneratedFile(data=kind(b"Hi"), media_type="text/plain").data == b"Hi"


def test_text_that_is_no_base64_has_no_bytes() -> None:
    file = GeneratedFile(data="!", media_type="text/plain")
    with pytest.raises(InvalidArgumentError):
        _ = file.data


def test_the_json_is_media_type_base64_and_metadata_when_there_is_some() -> None:
    assert dump(GeneratedFile(data=b"Hi", media_type="text/plain")) == {"mediaType": "text/plain", "base64": "SGk="}
    file = GeneratedFile(data="SGk=", media_type="text/plain", provider_metadata={"openai": {"seed": 1}})
    assert dump(file) == {
        "mediaType": "text/plain",
        "base64": "SGk=",
        "providerMetadata": {"openai": {"seed": 1}},
    }


def test_files_are_equal_when_their_content_is() -> None:
    assert GeneratedFile(data=b"Hi", media_type="text/plain") == GeneratedFile(data="SGk=", media_type="text/plain")
    assert GeneratedFile(data=b"Hi", media_type="text/plain") != GeneratedFile(data=b"Hi", media_type="text/html")
    assert GeneratedFile(data=b"Hi", media_type="text/plain") != "SGk="


def test_the_repr_leaves_the_content_out() -> None:
    assert repr(DefaultGeneratedFile(data=b"Hi", media_type="text/plain")) == "GeneratedFile(media_type='text/plain')"
