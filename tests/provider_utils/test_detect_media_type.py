from base64 import b64encode

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider_utils.detect_media_type import (
    MAX_ID3_TAG_BYTES,
    detect_media_type,
    get_top_level_media_type,
    is_full_media_type,
)

MP3_FRAME = b"\xff\xfb\x90\x64"


def id3(size: int) -> bytes:
    length = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\x00\x00" + length + bytes(size)


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"\x89PNG\r\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
        (b"BM\x10\x20\x30\x40\0\0\0\0", "image/bmp"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
        (b"\0\0\0\x20ftypavif", "image/avif"),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"%PDF-1.7", "application/pdf"),
        (b"\xff\xf1\x50", "audio/aac"),
        (MP3_FRAME, "audio/mpeg"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
        (b"OggS", "audio/ogg"),
        (b"fLaC", "audio/flac"),
        (b"\x40\x15\0\0", "audio/aac"),
        (b"\x1a\x45\xdf\xa3", "audio/webm"),
        (b"\0\0\0\x1cftypisom", "video/mp4"),
        (b"RIFF\x24\0\0\0AVI LIST", "video/x-msvideo"),
        (b"plain text", None),
        (b"", None),
    ],
)
def test_the_first_bytes_name_the_type(head: bytes, media_type: str | None) -> None:
    assert detect_media_type(head) == media_type
    assert detect_media_type(b64encode(head + bytes(30)).decode()) == detect_media_type(head + bytes(30))


@pytest.mark.parametrize(
    ("top_level_type", "media_type"),
    [("audio", "audio/mp4"), ("video", "video/mp4"), ("image", None), ("text", None), ("__class__", None)],
)
def test_a_top_level_type_limits_the_search(top_level_type: str, media_type: str | None) -> None:
    assert detect_media_type(b"\0\0\0\x1cftypisom", top_level_type) == media_type


@pytest.mark.parametrize(
    ("size", "media_type"),
    [(0, None), (300, "audio/mpeg"), (MAX_ID3_TAG_BYTES - 10, "audio/mpeg"), (MAX_ID3_TAG_BYTES + 12, None)],
)
def test_audio_behind_an_id3_tag_of_bounded_size_is_found(size: int, media_type: str | None) -> None:
    data = id3(size) + (MP3_FRAME if size else b"")
    assert detect_media_type(data, "audio") == media_type
    assert detect_media_type(b64encode(data).decode(), "audio") == media_type


@given(st.binary(max_size=64))
def test_bytes_and_their_base64_text_give_the_same_type(data: bytes) -> None:
    assert detect_media_type(data) == detect_media_type(b64encode(data).decode())


@pytest.mark.parametrize(
    ("media_type", "top_level", "full"),
    [
        ("image/png", "image", True),
        ("image/*", "image", False),
        ("image", "image", False),
        ("image/", "image", False),
        ("", "", False),
        ("/", "", False),
    ],
)
def test_a_media_type_is_full_when_it_names_a_subtype(media_type: str, top_level: str, full: bool) -> None:  # noqa: FBT001
    assert (get_top_level_media_type(media_type), is_full_media_type(media_type)) == (top_level, full)
