"""The audio in an answer, in a container that players know.

Ports: @ai-sdk/google/src/google-speech-model.ts, @ai-sdk/google/src/google-speech-api.ts
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from ai_sdk_generated.google.speech import wire

from ai_sdk.provider import JSONObject, SharedV4Warning, SharedV4WarningUnsupported
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.providers.google.speech.request import SpeechRequest

__all__ = ["SpeechAudio", "read_audio"]

_DEFAULT_SAMPLE_RATE = 24000
_RATE = re.compile(r"rate=(\d+)", re.ASCII)
_PCM = re.compile(r"audio/(?:l16|pcm)(?:;|\Z)", re.IGNORECASE)
_BYTES_PER_SAMPLE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechAudio:
    """The audio and what is known of it."""

    audio: bytes
    metadata: JSONObject
    warnings: list[SharedV4Warning]


def read_audio(response: wire.GoogleSpeechResponse, request: SpeechRequest) -> SpeechAudio:
    """Return the first audio of an answer, empty when it has none; raw samples become a WAV file unless asked for."""
    inline = next(_inline_data(response), None) or wire.GoogleSpeechResponseCandidateContentPartInlineData()
    content = convert_base64_to_bytes(inline.data or "")
    rate = _RATE.search(inline.mime_type or "")
    sample_rate = _DEFAULT_SAMPLE_RATE if rate is None else int(rate[1])
    # Newer models make WAV files themselves: another header would spoil them.
    is_pcm = not request.is_structured if inline.mime_type is None else _PCM.match(inline.mime_type) is not None
    needs_header = bool(content) and is_pcm and request.output_format == "AUDIO_WAV"
    is_raw = bool(content) and not request.is_structured and request.output_format == "AUDIO_L16"
    return SpeechAudio(
        audio=_wav_header(len(content), sample_rate) + content if needs_header else content,
        metadata={"sampleRate": sample_rate, "mimeType": inline.mime_type},
        warnings=[_raw_audio_warning(sample_rate)] if is_raw else [],
    )


def _inline_data(
    response: wire.GoogleSpeechResponse,
) -> Iterator[wire.GoogleSpeechResponseCandidateContentPartInlineData]:
    for candidate in response.candidates or ():
        for part in (candidate.content.parts if candidate.content else None) or ():
            if part.inline_data is not None and part.inline_data.data:
                yield part.inline_data


def _raw_audio_warning(sample_rate: int) -> SharedV4Warning:
    details = (
        f"Returning raw PCM audio (signed 16-bit little-endian, mono, {sample_rate} Hz). "
        "These bytes have no container header and are not directly playable; "
        "see providerMetadata.google for the sample rate and mime type."
    )
    return SharedV4WarningUnsupported(feature="outputFormat", details=details)


def _wav_header(size: int, sample_rate: int) -> bytes:
    """Return the header of a WAV file with 16-bit mono samples."""
    byte_rate = sample_rate * _BYTES_PER_SAMPLE
    audio_format = struct.pack("<HHIIHH", 1, 1, sample_rate & 0xFFFFFFFF, byte_rate & 0xFFFFFFFF, _BYTES_PER_SAMPLE, 16)
    return b"".join(
        (
            b"RIFF",
            struct.pack("<I", 36 + size),
            b"WAVEfmt ",
            struct.pack("<I", len(audio_format)),
            audio_format,
            b"data",
            struct.pack("<I", size),
        )
    )
