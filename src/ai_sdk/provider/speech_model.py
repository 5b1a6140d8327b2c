"""The speech model part of the specification.

Ports: @ai-sdk/provider/src/speech-model/v4/speech-model-v4.ts
Ports: @ai-sdk/provider/src/speech-model/v4/speech-model-v4-call-options.ts
Ports: @ai-sdk/provider/src/speech-model/v4/speech-model-v4-result.ts
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

__all__ = ["SpeechModelV4", "SpeechModelV4CallOptions", "SpeechModelV4Result", "SpeechModelV4ResultResponse"]


@dataclass(slots=True, kw_only=True)
class SpeechModelV4CallOptions(Spec):
    """What to say and how; `speed` is a factor, `language` an ISO 639-1 code or `auto`."""

    text: str
    voice: str | None = None
    output_format: str | None = None
    instructions: str | None = None
    speed: int | float | None = None
    language: str | None = None
    provider_options: SharedV4ProviderOptions | None = None
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None


@dataclass(slots=True, kw_only=True)
class SpeechModelV4ResultResponse(Spec):
    """When and by which model the audio was made, the HTTP response's headers and body."""

    timestamp: datetime
    model_id: str
    headers: SharedV4Headers | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class SpeechModelV4Result(Spec):
    """The audio, as bytes or base64 text."""

    audio: bytes | str
    warnings: list[SharedV4Warning]
    usage: JSONObject | None = None
    request: RequestMetadata | None = None
    response: SpeechModelV4ResultResponse
    provider_metadata: SharedV4ProviderMetadata | None = None


@runtime_checkable
class SpeechModelV4(Protocol):
    """A model that turns text into speech."""

    @property
    def specification_version(self) -> Literal["v4"]:
        """The version of this protocol."""

    @property
    def provider(self) -> str:
        """Which provider and surface this is."""

    @property
    def model_id(self) -> str:
        """The provider's name of the model."""

    async def do_generate(self, options: SpeechModelV4CallOptions) -> SpeechModelV4Result:
        """Make the audio in one call."""
