"""The transcription model part of the specification.

Ports: @ai-sdk/provider/src/transcription-model/v4/transcription-model-v4.ts
Ports: @ai-sdk/provider/src/transcription-model/v4/transcription-model-v4-call-options.ts
Ports: @ai-sdk/provider/src/transcription-model/v4/transcription-model-v4-result.ts
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol, runtime_checkable

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.shared import (
    RequestMetadata,
    SharedV4Headers,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
)
from ai_sdk.provider.spec import Spec

__all__ = [
    "TranscriptionModelV4",
    "TranscriptionModelV4CallOptions",
    "TranscriptionModelV4Result",
    "TranscriptionModelV4ResultResponse",
    "TranscriptionModelV4Segment",
    "TranscriptionModelV4TimestampGranularity",
    "TranscriptionModelV4UrlCallOptions",
]

TranscriptionModelV4TimestampGranularity = Literal["word", "segment"]


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4CallOptions(Spec):
    """The audio, as bytes or base64 text, and its IANA media type."""

    audio: bytes | str
    media_type: str
    timestamp_granularities: list[TranscriptionModelV4TimestampGranularity] | None = None
    provider_options: SharedV4ProviderOptions | None = None
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4UrlCallOptions(Spec):
    """The URL of audio that the provider fetches itself, for models that have `do_generate_from_url`."""

    audio: str
    timestamp_granularities: list[TranscriptionModelV4TimestampGranularity] | None = None
    provider_options: SharedV4ProviderOptions | None = None
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4Segment(Spec):
    """A stretch of the transcript, or one word, and when it was said, in seconds."""

    text: str
    start_second: int | float
    end_second: int | float


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4ResultResponse(Spec):
    """When and by which model the transcript was made, the HTTP response's headers and body."""

    timestamp: datetime
    model_id: str
    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4Result(Spec):
    """The transcript; `language` is an ISO 639-1 code."""

    text: str
    segments: list[TranscriptionModelV4Segment]
    words: list[TranscriptionModelV4Segment] | None = None
    language: str | None = None
    duration_in_seconds: int | float | None = None
    warnings: list[SharedV4Warning]
    usage: JSONObject | None = None
    request: RequestMetadata | None = None
    response: TranscriptionModelV4ResultResponse
    provider_metadata: SharedV4ProviderMetadata | None = None


@runtime_checkable
class TranscriptionModelV4(Protocol):
    """A model that turns speech into text."""

    @property
    def specification_version(self) -> Literal["v4"]:
        """The version of this protocol."""

    @property
    def provider(self) -> str:
        """Which provider and surface this is."""

    @property
    def model_id(self) -> str:
        """The provider's name of the model."""

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe the audio in one call."""
