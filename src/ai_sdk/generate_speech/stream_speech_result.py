"""What streaming speech returns.

Ports: ai/src/generate-speech/stream-speech-result.ts
"""

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from ai_sdk.generate_text.stream_text.live_result import LiveResult
from ai_sdk.generate_text.stream_text.outcome import Delayed
from ai_sdk.generate_text.stream_text.shared_parts import SKIPPED
from ai_sdk.provider import (
    SharedV4AudioFormat,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SpeechModelV4Error,
    SpeechModelV4Raw,
    SpeechModelV4ResultResponse,
    SpeechModelV4StreamUsage,
)
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "SpeechOutcome",
    "SpeechStreamAudioPart",
    "SpeechStreamPart",
    "SpeechStreamUsage",
    "SpeechTextPart",
    "StreamSpeechResult",
]

SpeechStreamUsage = SpeechModelV4StreamUsage
"""What was used, in the units that the provider counts."""


@dataclass(slots=True, kw_only=True)
class SpeechTextPart(Spec):
    """A piece of the text with a `voice` of its own, for dialogues, or options of its own.

    A model that speaks with one voice fails when the voice is not that of the call.
    """

    type: Literal["text"] = "text"
    text: str
    voice: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class SpeechStreamAudioPart(Spec):
    """The next piece of the audio, which is no file by itself; empty only when it carries `provider_metadata`."""

    type: Literal["audio"] = "audio"
    id: str | None = None
    audio: bytes
    audio_format: SharedV4AudioFormat
    provider_metadata: SharedV4ProviderMetadata | None = None


SpeechStreamPart = Annotated[SpeechStreamAudioPart | SpeechModelV4Raw | SpeechModelV4Error, Discriminator("type")]
"""A part of streaming speech: audio, a raw message of the provider, or an error that does not end the stream."""


@dataclass(slots=True)
class SpeechOutcome:
    """The values of one speech."""

    usage: Delayed[SpeechStreamUsage] = field(default_factory=Delayed)
    warnings: Delayed[list[SharedV4Warning]] = field(default_factory=Delayed)
    responses: Delayed[list[SpeechModelV4ResultResponse]] = field(default_factory=Delayed)
    provider_metadata: Delayed[SharedV4ProviderMetadata] = field(default_factory=Delayed)

    def all(self) -> list[Delayed[Any]]:
        """Return every value."""
        return [getattr(self, name) for name in self.__slots__]


class StreamSpeechResult(LiveResult):
    """Speech of text that is still being written; nothing is connected before it is read.

    One of `audio_stream` and `full_stream` can be taken, once, and is not kept. What can be awaited is there at its
    end; without a reader, awaiting reads it. As an `async with` block it closes the connection and the text when the
    block is left.
    """

    _already_read = "Only one of audioStream or fullStream can be accessed, and only once."

    def __init__(self, parts: AsyncGenerator[SpeechStreamPart, None], outcome: SpeechOutcome) -> None:
        super().__init__(parts, outcome.all())
        self._outcome = outcome

    @property
    def audio_stream(self) -> AsyncIterator[bytes]:
        """The audio, piece by piece; raises `StreamAlreadyConsumedError` when something was taken or awaited before."""
        return self._view("audioStream", _audio)

    @property
    def full_stream(self) -> AsyncIterator[SpeechStreamPart]:
        """Every part; raises `StreamAlreadyConsumedError` when something was taken or awaited before."""
        return self._view("fullStream", lambda part: part)

    @property
    def usage(self) -> Awaitable[SpeechStreamUsage]:
        """What was used, as far as the provider tells."""
        return self._later(self._outcome.usage)

    @property
    def warnings(self) -> Awaitable[list[SharedV4Warning]]:
        """What was left out of the request."""
        return self._later(self._outcome.warnings)

    @property
    def responses(self) -> Awaitable[list[SpeechModelV4ResultResponse]]:
        """Time, model, headers and body of the response."""
        return self._later(self._outcome.responses)

    @property
    def provider_metadata(self) -> Awaitable[SharedV4ProviderMetadata]:
        """What the provider returned beyond the specification."""
        return self._later(self._outcome.provider_metadata)


def _audio(part: SpeechStreamPart) -> Any:
    return part.audio if isinstance(part, SpeechStreamAudioPart) and part.audio else SKIPPED
