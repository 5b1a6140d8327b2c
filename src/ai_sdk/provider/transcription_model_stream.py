"""The streaming half of the transcription model specification: live audio in, transcripts out.

Ports: @ai-sdk/provider/src/transcription-model/v4/transcription-model-v4-stream-options.ts
Ports: @ai-sdk/provider/src/transcription-model/v4/transcription-model-v4-stream-part.ts
Ports: @ai-sdk/provider/src/transcription-model/v4/transcription-model-v4-stream-result.ts
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, Protocol, runtime_checkable

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.shared import (
    RequestMetadata,
    SharedV4AudioFormat,
    SharedV4Headers,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
)
from ai_sdk.provider.spec import Discriminator, Spec
from ai_sdk.provider.transcription_model import TranscriptionModelV4, TranscriptionModelV4Segment

__all__ = [
    "StreamingTranscriptionModelV4",
    "TranscriptionModelV4Error",
    "TranscriptionModelV4Finish",
    "TranscriptionModelV4Raw",
    "TranscriptionModelV4ResponseMetadataPart",
    "TranscriptionModelV4StreamOptions",
    "TranscriptionModelV4StreamPart",
    "TranscriptionModelV4StreamResult",
    "TranscriptionModelV4StreamResultResponse",
    "TranscriptionModelV4StreamStart",
    "TranscriptionModelV4TranscriptDelta",
    "TranscriptionModelV4TranscriptFinal",
    "TranscriptionModelV4TranscriptPartial",
]


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4StreamOptions(Spec):
    """Pieces of raw audio, as bytes or base64 text, and their format.

    The model owns `audio`: it closes it (`aclose`) however the stream ends, also when nobody reads the stream.
    """

    audio: AsyncIterator[bytes | str]
    input_audio_format: SharedV4AudioFormat
    provider_options: SharedV4ProviderOptions | None = None
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None
    include_raw_chunks: bool | None = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4StreamStart(Spec):
    """The stream begins; `warnings` tell what was left out of the request."""

    type: Literal["stream-start"] = "stream-start"
    warnings: list[SharedV4Warning]


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4TranscriptDelta(Spec):
    """More of the transcript, to be appended."""

    type: Literal["transcript-delta"] = "transcript-delta"
    id: str | None = None
    delta: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4TranscriptPartial(Spec):
    """Text that later parts may revise; times are in seconds."""

    type: Literal["transcript-partial"] = "transcript-partial"
    id: str | None = None
    text: str
    start_second: int | float | None = None
    duration_in_seconds: int | float | None = None
    channel_index: int | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4TranscriptFinal(Spec):
    """The final text of a segment or utterance, as the provider cuts them; times are in seconds."""

    type: Literal["transcript-final"] = "transcript-final"
    id: str | None = None
    text: str
    start_second: int | float | None = None
    end_second: int | float | None = None
    channel_index: int | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4ResponseMetadataPart(Spec):
    """Response metadata, sent as soon as it is known."""

    type: Literal["response-metadata"] = "response-metadata"
    timestamp: datetime | None = None
    model_id: str | None = None
    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4Finish(Spec):
    """The last part: the whole transcript; `language` is an ISO 639-1 code."""

    type: Literal["finish"] = "finish"
    text: str
    segments: list[TranscriptionModelV4Segment]
    language: str | None = None
    duration_in_seconds: int | float | None = None
    usage: JSONObject | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4Raw(Spec):
    """A message as the provider sent it, parsed as JSON; only with `include_raw_chunks`."""

    type: Literal["raw"] = "raw"
    raw_value: Any


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4Error(Spec):
    """Something failed; the stream may go on. `error` is an exception or what the provider sent."""

    type: Literal["error"] = "error"
    error: Any


TranscriptionModelV4StreamPart = Annotated[
    TranscriptionModelV4StreamStart
    | TranscriptionModelV4TranscriptDelta
    | TranscriptionModelV4TranscriptPartial
    | TranscriptionModelV4TranscriptFinal
    | TranscriptionModelV4ResponseMetadataPart
    | TranscriptionModelV4Finish
    | TranscriptionModelV4Raw
    | TranscriptionModelV4Error,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4StreamResultResponse(Spec):
    """When the stream was asked for, the model, and the response's headers and body where there are any."""

    timestamp: datetime | None = None
    model_id: str | None = None
    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class TranscriptionModelV4StreamResult(Spec):
    """The result of `do_stream`; closing `stream` (`aclose`) closes the connection and the audio."""

    stream: AsyncIterator[TranscriptionModelV4StreamPart]
    request: RequestMetadata | None = None
    response: TranscriptionModelV4StreamResultResponse | None = None


@runtime_checkable
class StreamingTranscriptionModelV4(TranscriptionModelV4, Protocol):
    """A transcription model that can also transcribe live audio; in TypeScript the method is an optional one."""

    async def do_stream(self, options: TranscriptionModelV4StreamOptions) -> TranscriptionModelV4StreamResult:
        """Return a stream of the transcript of audio that is still being spoken."""
