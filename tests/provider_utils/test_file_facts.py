import pytest

from ai_sdk.provider import (
    ImageModelV4FileData,
    ImageModelV4FileUrl,
    LanguageModelV4FilePart,
    NoSuchProviderReferenceError,
    SharedV4FileDataData,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider_utils.convert_image_model_file_to_data_uri import convert_image_model_file_to_data_uri
from ai_sdk.provider_utils.media_type_to_extension import media_type_to_extension
from ai_sdk.provider_utils.resolve_full_media_type import resolve_full_media_type
from ai_sdk.provider_utils.resolve_provider_reference import resolve_provider_reference
from ai_sdk.provider_utils.strip_file_extension import strip_file_extension


@pytest.mark.parametrize(
    ("media_type", "extension"),
    [
        ("audio/mpeg", "mp3"),
        ("AUDIO/X-WAV", "wav"),
        ("audio/opus", "ogg"),
        ("audio/mp4", "m4a"),
        ("audio/x-m4a", "m4a"),
        ("audio/flac", "flac"),
        ("audio", ""),
        ("", ""),
    ],
)
def test_a_media_type_has_one_usual_extension(media_type: str, extension: str) -> None:
    assert media_type_to_extension(media_type) == extension


@pytest.mark.parametrize(
    ("filename", "stem"), [("report.pdf", "report"), ("archive.tar.gz", "archive"), ("plain", "plain"), (".env", "")]
)
def test_the_stem_of_a_file_name_ends_at_the_first_dot(filename: str, stem: str) -> None:
    assert strip_file_extension(filename) == stem


def test_an_image_at_a_url_stays_a_url() -> None:
    assert convert_image_model_file_to_data_uri(ImageModelV4FileUrl(url="https://a.example/x")) == "https://a.example/x"


@pytest.mark.parametrize("data", [b"Hi", "SGk="])
def test_an_image_in_memory_becomes_a_data_url(data: bytes | str) -> None:
    file = ImageModelV4FileData(media_type="image/png", data=data)
    assert convert_image_model_file_to_data_uri(file) == "data:image/png;base64,SGk="


def test_a_reference_resolves_to_the_id_of_the_provider() -> None:
    assert resolve_provider_reference({"openai": "file-1", "google": "x"}, "openai") == "file-1"


def test_a_missing_reference_names_the_providers_that_have_the_file() -> None:
    with pytest.raises(NoSuchProviderReferenceError, match=r"provider 'openai'\. Available providers: google, xai"):
        resolve_provider_reference({"google": "x", "xai": "y"}, "openai")


def test_a_full_media_type_is_taken_as_it_is() -> None:
    part = LanguageModelV4FilePart(media_type="image/x-own", data=SharedV4FileDataUrl(url="https://a.example/x"))
    assert resolve_full_media_type(part) == "image/x-own"


@pytest.mark.parametrize("media_type", ["image", "image/*"])
def test_a_missing_subtype_is_read_from_the_bytes(media_type: str) -> None:
    part = LanguageModelV4FilePart(media_type=media_type, data=SharedV4FileDataData(data=b"\x89PNG\r\n"))
    assert resolve_full_media_type(part) == "image/png"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (SharedV4FileDataData(data=b"unknown"), "it could not be auto-detected"),
        (SharedV4FileDataUrl(url="https://a.example/x"), "it is not passed as inline bytes"),
    ],
)
def test_a_subtype_that_cannot_be_read_is_an_error(
    data: SharedV4FileDataData | SharedV4FileDataUrl, reason: str
) -> None:
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        resolve_full_media_type(LanguageModelV4FilePart(media_type="image/*", data=data))
    assert caught.value.functionality == f'file of media type "image/*" must specify subtype since {reason}'
