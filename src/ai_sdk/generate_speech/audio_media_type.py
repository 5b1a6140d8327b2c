"""The media type of generated audio: what its bytes say, then the response's header, then what was asked for.

Ports: ai/src/generate-speech/generate-speech.ts
"""

from collections.abc import Mapping

from ai_sdk.provider_utils.detect_media_type import detect_media_type

__all__ = ["find_audio_media_type", "measure_audio"]

# Raw formats, which have no signature and are not always named by a header.
_RAW_FORMATS = {
    "pcm": "audio/pcm",
    "audio/pcm": "audio/pcm",
    "audio/l16": "audio/l16",
    "mulaw": "audio/mulaw",
    "audio/mulaw": "audio/mulaw",
    "alaw": "audio/alaw",
    "audio/alaw": "audio/alaw",
}
_FALLBACK = "audio/mp3"


def find_audio_media_type(audio: bytes | str, headers: Mapping[str, str] | None, output_format: str | None) -> str:
    """Return the media type of audio given as bytes or base64 text.

    >>> find_audio_media_type(b"...", {"content-type": "audio/aac; rate=1"}, None)
    'audio/aac'
    """
    asked_for = _RAW_FORMATS.get((output_format or "").strip().lower())
    return detect_media_type(audio, "audio") or _from_headers(headers or {}) or asked_for or _FALLBACK


def _from_headers(headers: Mapping[str, str]) -> str | None:
    value = next((value for name, value in headers.items() if name.lower() == "content-type"), "")
    media_type = value.partition(";")[0].strip().lower()
    return media_type if media_type.startswith("audio/") else None


def measure_audio(audio: bytes | str) -> int:
    """Return the length in bytes of audio given as bytes or base64 text.

    >>> measure_audio("SGk=")
    2
    """
    if isinstance(audio, bytes):
        return len(audio)
    digits = "".join(audio.split())
    padding = len(digits[-2:]) - len(digits[-2:].rstrip("="))
    return len(digits) * 3 // 4 - padding
