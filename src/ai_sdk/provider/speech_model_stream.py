"""The streaming half of the speech model specification: text in as it comes, audio out.

Ports: @ai-sdk/provider/src/speech-model/v4/speech-model-v4-stream-options.ts
Ports: @ai-sdk/provider/src/speech-model/v4/speech-model-v4-stream-part.ts
Ports: @ai-sdk/provider/src/speech-model/v4/speech-model-v4-stream-result.ts
Ports: @ai-sdk/provider/src/speech-model/v4/speech-model-v4-stream-text-part.ts
Ports: @ai-sdk/provider/src/speech-model/v4/speech-model-v4-stream-usage.ts
Ports: @ai-sdk/provider/src/speech-model/v4/speech-model-v4-streaming.ts
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
from ai_sdk.provider.speech_model import SpeechModelV4

__all__ = [
    "SpeechModelV4Audio",
    "SpeechModelV4Error",
    "SpeechModelV4Finish",
    "SpeechModelV4Raw",
    "SpeechModelV4ResponseMetadataPart",
    "SpeechModelV4StreamOptions",
    "SpeechModelV4StreamPart",
    "SpeechModelV4StreamResult",
    "SpeechModelV4StreamResultResponse",
    "SpeechModelV4StreamStart",
    "SpeechModelV4StreamTextPart",
    "SpeechModelV4StreamUsage",
    "StreamingSpeechModelV4",
]


@dataclass(slots=True, kw_only=True)
class SpeechModelV4StreamTextPart(Spec):
    """A piece of the text, which may end anywhere, and the `voice` for it when that is not the call's."""

    type: Literal["text"] = "text"
    text: str
    voice: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class SpeechModelV4StreamOptions(Spec):
    """What to say, piece by piece, and how; `speed` is a factor, `language` an ISO 639-1 code or `auto`.

    The model owns `text`: it closes it (`aclose`) however the stream ends, also when nobody reads the stream.
    """

    text: AsyncIterator[SpeechModelV4StreamTextPart]
    voice: str | None = None
    output_format: SharedV4AudioFormat | None = None
    instructions: str | None = None
    speed: int | float | None = None
    language: str | None = None
    provider_options: SharedV4ProviderOptions | None = None
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None
    include_raw_chunks: bool | None = None


@dataclass(slots=True, kw_only=True)
class SpeechModelV4StreamUsage(Spec):
    """What was used, in the units that the provider counts; `raw` is what it sent."""

    input_characters: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    raw: JSONObject | None = None


@dataclass(slots=True, kw_only=True)
class SpeechModelV4StreamStart(Spec):
    """The stream begins; `warnings` tell what was left out of the request."""

    type: Literal["stream-start"] = "stream-start"
    warnings: list[SharedV4Warning]


@dataclass(slots=True, kw_only=True)
class SpeechModelV4Audio(Spec):
    """The next piece of the audio, as bytes or base64 text; it is no file by itself.

    It may be empty when it only carries `provider_metadata` for its place in the audio.
    """

    type: Literal["audio"] = "audio"
    id: str | None = None
    audio: bytes | str
    audio_format: SharedV4AudioFormat
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class SpeechModelV4ResponseMetadataPart(Spec):
    """Response metadata, sent as soon as it is known."""

    type: Literal["response-metadata"] = "response-metadata"
    timestamp: datetime | None = None
    model_id: str | None = None
    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class SpeechModelV4Finish(Spec):
    """The last part, after all audio."""

    type: Literal["finish"] = "finish"
    usage: SpeechModelV4StreamUsage | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class SpeechModelV4Raw(Spec):
    """A message as the provider sent it, parsed as JSON; only with `include_raw_chunks`."""

    type: Literal["raw"] = "raw"
    raw_value: Any


@dataclass(slots=True, kw_only=True)
class SpeechModelV4Error(Spec):
    """Something failed, and the stream goes on; `error` is an exception or what the provider sent.

    A failure that ends the stream is raised by it, or the stream ends without a `finish` part.
    """

    type: Literal["error"] = "error"
    error: Any


SpeechModelV4StreamPart = Annotated[
    SpeechModelV4StreamStart
    | SpeechModelV4Audio
    | SpeechModelV4ResponseMetadataPart
    | SpeechModelV4Finish
    | SpeechModelV4Raw
    | SpeechModelV4Error,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class SpeechModelV4StreamResultResponse(Spec):
    """When the stream was asked for, the model, and the response's headers and body where there are any."""

    timestamp: datetime | None = None
    model_id: str | None = None
    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class SpeechModelV4StreamResult(Spec):
    """The result of `do_stream`; closing `stream` (`aclose`) closes the connection and the text."""

    stream: AsyncIterator[SpeechModelV4StreamPart]
    request: RequestMetadata | None = None
    response: SpeechModelV4StreamResultResponse | None = None


@runtime_checkable
class StreamingSpeechModelV4(SpeechModelV4, Protocol):
    """A speech model that can also turn text that is still being written into speech."""

    async def do_stream(self, options: SpeechModelV4StreamOptions) -> SpeechModelV4StreamResult:
        """Return a stream of the audio."""
