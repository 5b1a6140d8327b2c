"""What a live transcription returns.

Ports: ai/src/transcribe/stream-transcribe-result.ts
"""

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable
from dataclasses import dataclass, field
from typing import Annotated, Any

from ai_sdk.generate_text.stream_text.live_result import LiveResult
from ai_sdk.generate_text.stream_text.outcome import Delayed
from ai_sdk.provider import (
    SharedV4ProviderMetadata,
    SharedV4Warning,
    TranscriptionModelV4Error,
    TranscriptionModelV4Raw,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
    TranscriptionModelV4TranscriptDelta,
    TranscriptionModelV4TranscriptFinal,
    TranscriptionModelV4TranscriptPartial,
)
from ai_sdk.provider.spec import Discriminator

__all__ = ["StreamTranscriptionResult", "TranscriptionOutcome", "TranscriptionStreamPart"]

TranscriptionStreamPart = Annotated[
    TranscriptionModelV4TranscriptDelta
    | TranscriptionModelV4TranscriptPartial
    | TranscriptionModelV4TranscriptFinal
    | TranscriptionModelV4Raw
    | TranscriptionModelV4Error,
    Discriminator("type"),
]
"""A part of a live transcript: text to append, text that may change, final text, a raw message, or an error."""


@dataclass(slots=True)
class TranscriptionOutcome:
    """The values of one live transcription."""

    text: Delayed[str] = field(default_factory=Delayed)
    segments: Delayed[list[TranscriptionModelV4Segment]] = field(default_factory=Delayed)
    language: Delayed[str | None] = field(default_factory=Delayed)
    duration_in_seconds: Delayed[int | float | None] = field(default_factory=Delayed)
    warnings: Delayed[list[SharedV4Warning]] = field(default_factory=Delayed)
    responses: Delayed[list[TranscriptionModelV4ResultResponse]] = field(default_factory=Delayed)
    provider_metadata: Delayed[SharedV4ProviderMetadata] = field(default_factory=Delayed)

    def all(self) -> list[Delayed[Any]]:
        """Return every value."""
        return [getattr(self, name) for name in self.__slots__]


class StreamTranscriptionResult(LiveResult):
    """A transcript of audio that is still being spoken; nothing is connected before it is read.

    `full_stream` can be taken once, and is not kept. What can be awaited is there at its end; without a reader,
    awaiting reads it. As an `async with` block it closes the connection and the audio when the block is left.
    """

    _already_read = "fullStream can only be accessed once."

    def __init__(self, parts: AsyncGenerator[TranscriptionStreamPart, None], outcome: TranscriptionOutcome) -> None:
        super().__init__(parts, outcome.all())
        self._outcome = outcome

    @property
    def full_stream(self) -> AsyncIterator[TranscriptionStreamPart]:
        """Every part; raises `StreamAlreadyConsumedError` the second time, and after an awaited value."""
        return self._view("fullStream", lambda part: part)

    @property
    def text(self) -> Awaitable[str]:
        """The whole transcript."""
        return self._later(self._outcome.text)

    @property
    def segments(self) -> Awaitable[list[TranscriptionModelV4Segment]]:
        """Stretches of the transcript with their times in seconds, when the provider has them."""
        return self._later(self._outcome.segments)

    @property
    def language(self) -> Awaitable[str | None]:
        """The language, as an ISO 639-1 code."""
        return self._later(self._outcome.language)

    @property
    def duration_in_seconds(self) -> Awaitable[int | float | None]:
        """The length of the audio."""
        return self._later(self._outcome.duration_in_seconds)

    @property
    def warnings(self) -> Awaitable[list[SharedV4Warning]]:
        """What was left out of the request."""
        return self._later(self._outcome.warnings)

    @property
    def responses(self) -> Awaitable[list[TranscriptionModelV4ResultResponse]]:
        """Time, model and headers of the response."""
        return self._later(self._outcome.responses)

    @property
    def provider_metadata(self) -> Awaitable[SharedV4ProviderMetadata]:
        """What the provider returned beyond the specification."""
        return self._later(self._outcome.provider_metadata)
