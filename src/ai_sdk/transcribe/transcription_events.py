"""What telemetry integrations are told of a transcription.

Ports: ai/src/transcribe/transcription-events.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ai_sdk.provider import (
    JSONObject,
    SharedV4AudioFormat,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
    TranscriptionModelV4TimestampGranularity,
)
from ai_sdk.provider.spec import Spec

__all__ = [
    "StreamTranscriptionEndEvent",
    "StreamTranscriptionStartEvent",
    "TranscriptionAudioFacts",
    "TranscriptionEndEvent",
    "TranscriptionStartEvent",
]


@dataclass(slots=True, kw_only=True)
class TranscriptionAudioFacts(Spec):
    """What the audio is, in place of the audio; nothing is known of audio that the provider fetches itself."""

    byte_length: int | None = None
    media_type: str | None = None


@dataclass(slots=True, kw_only=True)
class TranscriptionStartEvent(Spec):
    """A transcription begins."""

    call_id: str
    operation_id: Literal["ai.transcribe"] = "ai.transcribe"
    provider: str
    model_id: str
    audio: TranscriptionAudioFacts
    max_retries: int
    headers: Mapping[str, str] | None = None
    provider_options: SharedV4ProviderOptions
    timestamp_granularities: list[TranscriptionModelV4TimestampGranularity] | None = None


@dataclass(slots=True, kw_only=True)
class TranscriptionEndEvent(Spec):
    """A transcription has ended; the audio itself is left out."""

    call_id: str
    operation_id: Literal["ai.transcribe"] = "ai.transcribe"
    provider: str
    model_id: str
    audio: TranscriptionAudioFacts
    text: str
    segments: list[TranscriptionModelV4Segment]
    words: list[TranscriptionModelV4Segment] | None = None
    language: str | None = None
    duration_in_seconds: int | float | None = None
    usage: JSONObject | None = None
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: TranscriptionModelV4ResultResponse


@dataclass(slots=True, kw_only=True)
class StreamTranscriptionStartEvent(Spec):
    """A live transcription begins; how long the audio is, is not known yet."""

    call_id: str
    operation_id: Literal["ai.streamTranscribe"] = "ai.streamTranscribe"
    provider: str
    model_id: str
    audio: TranscriptionAudioFacts
    input_audio_format: SharedV4AudioFormat
    headers: Mapping[str, str] | None = None
    provider_options: SharedV4ProviderOptions


@dataclass(slots=True, kw_only=True)
class StreamTranscriptionEndEvent(Spec):
    """A live transcription is complete; the audio itself is left out."""

    call_id: str
    operation_id: Literal["ai.streamTranscribe"] = "ai.streamTranscribe"
    provider: str
    model_id: str
    audio: TranscriptionAudioFacts
    text: str
    segments: list[TranscriptionModelV4Segment]
    language: str | None = None
    duration_in_seconds: int | float | None = None
    usage: JSONObject | None = None
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: TranscriptionModelV4ResultResponse
