"""What telemetry integrations, and callbacks, are told of a speech generation.

Ports: ai/src/generate-speech/speech-events.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ai_sdk.provider import (
    JSONObject,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SpeechModelV4ResultResponse,
)
from ai_sdk.provider.spec import Spec

__all__ = ["GenerateSpeechEndEvent", "GenerateSpeechStartEvent", "SpeechAudioFacts", "StreamSpeechErrorEvent"]


@dataclass(slots=True, kw_only=True)
class GenerateSpeechStartEvent(Spec):
    """A speech generation begins."""

    call_id: str
    operation_id: Literal["ai.generateSpeech"] = "ai.generateSpeech"
    provider: str
    model_id: str
    text: str
    voice: str | None = None
    output_format: str | None = None
    instructions: str | None = None
    speed: int | float | None = None
    language: str | None = None
    max_retries: int
    headers: Mapping[str, str] | None = None
    provider_options: SharedV4ProviderOptions


@dataclass(slots=True, kw_only=True)
class SpeechAudioFacts(Spec):
    """What the audio is, in place of the audio; `byte_length` is in bytes."""

    byte_length: int
    media_type: str
    format: str


@dataclass(slots=True, kw_only=True)
class GenerateSpeechEndEvent(Spec):
    """A speech generation has ended; the audio itself is left out."""

    call_id: str
    operation_id: Literal["ai.generateSpeech"] = "ai.generateSpeech"
    provider: str
    model_id: str
    text: str
    audio: SpeechAudioFacts
    usage: JSONObject | None = None
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: SpeechModelV4ResultResponse


@dataclass(slots=True, kw_only=True)
class StreamSpeechErrorEvent(Spec):
    """An error in streaming speech that does not end it: an exception, or what the provider sent."""

    error: Any
