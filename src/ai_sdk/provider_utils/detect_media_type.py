"""The IANA media type of a file, read from its first bytes.

Ports: @ai-sdk/provider-utils/src/detect-media-type.ts
"""

from collections.abc import Sequence

from ai_sdk.provider_utils.base64 import convert_base64_to_bytes

__all__ = ["MAX_ID3_TAG_BYTES", "detect_media_type", "get_top_level_media_type", "is_full_media_type"]

_Signature = tuple[str, tuple[int | None, ...]]
_RIFF = (*b"RIFF",)
_ANY_4 = (None, None, None, None)
_ISO_BOX = (0, 0, 0, None, *b"ftyp")  # the fourth byte is the size of the box

_IMAGE: tuple[_Signature, ...] = (
    ("image/gif", (*b"GIF87a",)),
    ("image/gif", (*b"GIF89a",)),
    ("image/png", (0x89, *b"PNG")),
    ("image/jpeg", (0xFF, 0xD8)),
    ("image/webp", (*_RIFF, *_ANY_4, *b"WEBP")),
    ("image/bmp", (*b"BM", *_ANY_4, 0, 0, 0, 0)),
    ("image/tiff", (*b"II*\0",)),
    ("image/tiff", (*b"MM\0*",)),
    ("image/avif", (*_ISO_BOX, *b"avif")),
    ("image/heic", (*_ISO_BOX, *b"heic")),
)
_APPLICATION: tuple[_Signature, ...] = (("application/pdf", (*b"%PDF",)),)
_AUDIO_WITHOUT_MP4: tuple[_Signature, ...] = (
    # ADTS: MPEG-4 and MPEG-2, each with and without a checksum
    ("audio/aac", (0xFF, 0xF0)),
    ("audio/aac", (0xFF, 0xF1)),
    ("audio/aac", (0xFF, 0xF8)),
    ("audio/aac", (0xFF, 0xF9)),
    ("audio/mpeg", (0xFF, 0xFB)),
    ("audio/mpeg", (0xFF, 0xFA)),
    ("audio/mpeg", (0xFF, 0xF3)),
    ("audio/mpeg", (0xFF, 0xF2)),
    ("audio/mpeg", (0xFF, 0xE3)),
    ("audio/mpeg", (0xFF, 0xE2)),
    ("audio/wav", (*_RIFF, *_ANY_4, *b"WAVE")),
    ("audio/ogg", (*b"OggS",)),
    ("audio/flac", (*b"fLaC",)),
    ("audio/aac", (0x40, 0x15, 0, 0)),
    ("audio/webm", (0x1A, 0x45, 0xDF, 0xA3)),
)
_AUDIO: tuple[_Signature, ...] = (*_AUDIO_WITHOUT_MP4, ("audio/mp4", _ISO_BOX))
_VIDEO: tuple[_Signature, ...] = (
    ("video/mp4", _ISO_BOX),
    ("video/webm", (0x1A, 0x45, 0xDF, 0xA3)),
    ("video/quicktime", (0, 0, 0, 0x14, *b"ftypqt")),
    ("video/x-msvideo", _RIFF),
)
_BY_TOP_LEVEL = {"image": _IMAGE, "audio": _AUDIO, "video": _VIDEO, "application": _APPLICATION}
# An MP4 box says neither audio nor video; without a hint it counts as video.
_EVERY = (*_IMAGE, *_APPLICATION, *_AUDIO_WITHOUT_MP4, *_VIDEO)

_SNIFFED_BYTES = 18
_LONGEST_SIGNATURE = max(len(prefix) for _, prefix in _EVERY)
MAX_ID3_TAG_BYTES = 128 * 1024
"""The largest ID3v2 tag, in bytes, that is skipped to reach the audio behind it; bounds the work on large files."""
_ID3_HEADER_BYTES = 10


def detect_media_type(data: bytes | str, top_level_type: str | None = None) -> str | None:
    """Return the media type that the first bytes of `data` (bytes or base64 text) say, or `None`.

    `top_level_type`, such as `image`, limits the search. Raises `InvalidArgumentError` when text is not base64.

    >>> detect_media_type(b"%PDF-1.7")
    'application/pdf'
    """
    signatures = _EVERY if top_level_type is None else _BY_TOP_LEVEL.get(top_level_type)
    return None if signatures is None else _find(data, signatures)


def _find(data: bytes | str, signatures: Sequence[_Signature]) -> str | None:
    head = _first_bytes(data, _SNIFFED_BYTES)
    if len(head) > _ID3_HEADER_BYTES and head.startswith(b"ID3"):
        head = _skip_id3(_first_bytes(data, MAX_ID3_TAG_BYTES + _LONGEST_SIGNATURE))
    return next((media_type for media_type, prefix in signatures if _fits(head, prefix)), None)


def _first_bytes(data: bytes | str, count: int) -> bytes:
    if isinstance(data, str):
        data = convert_base64_to_bytes(data[: -(-count // 3) * 4])
    return data[:count]


def _skip_id3(head: bytes) -> bytes:
    size = 0
    for byte in head[6:_ID3_HEADER_BYTES]:  # the size has seven bits a byte
        size = size << 7 | byte & 0x7F
    return head[size + _ID3_HEADER_BYTES :]


def _fits(head: bytes, prefix: tuple[int | None, ...]) -> bool:
    return len(head) >= len(prefix) and all(wanted in {None, byte} for wanted, byte in zip(prefix, head, strict=False))


def get_top_level_media_type(media_type: str) -> str:
    """Return what stands before the slash.

    >>> get_top_level_media_type("image/*"), get_top_level_media_type("image")
    ('image', 'image')
    """
    return media_type.partition("/")[0]


def is_full_media_type(media_type: str) -> bool:
    """Say whether the media type names a subtype that is no wildcard.

    >>> is_full_media_type("image/png"), is_full_media_type("image/*"), is_full_media_type("image")
    (True, False, False)
    """
    return media_type.partition("/")[2] not in {"", "*"}
