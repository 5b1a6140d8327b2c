"""A generated audio file knows its format from its media type."""

import pytest

from ai_sdk.generate_speech.generated_audio_file import GeneratedAudioFile
from ai_sdk.provider import InvalidResponseDataError
from ai_sdk.provider.codec import dump


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [("audio/mpeg", "mp3"), ("audio/wav", "wav"), ("audio", "mp3"), ("", "mp3"), ("a/b/c", "mp3")],
)
def test_the_format_is_the_subtype_and_mp3_for_mpeg_or_without_one(media_type: str, expected: str) -> None:
    assert GeneratedAudioFile(data=b"", media_type=media_type).format == expected


def test_an_empty_subtype_is_refused() -> None:
    with pytest.raises(InvalidResponseDataError, match="Could not determine audio format from media type: audio/"):
        GeneratedAudioFile(data=b"", media_type="audio/")


def test_the_json_has_the_format() -> None:
    file = GeneratedAudioFile(data=b"Hi", media_type="audio/wav")
    assert dump(file) == {"mediaType": "audio/wav", "base64": "SGk=", "format": "wav"}
