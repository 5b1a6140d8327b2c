"""What `transcribe` returns.

Ports: ai/src/transcribe/transcribe-result.ts
"""

from dataclasses import dataclass

from ai_sdk.provider import (
    SharedV4ProviderMetadata,
    SharedV4Warning,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
)
from ai_sdk.provider.spec import Spec

__all__ = ["TranscriptionResult"]


@dataclass(slots=True, kw_only=True)
class TranscriptionResult(Spec):
    """The transcript; `segments` are stretches of it, or words, with their times, and `words` single words.

    `words` is absent when the provider returns none, `language` is an ISO 639-1 code.
    """

    text: str
    segments: list[TranscriptionModelV4Segment]
    words: list[TranscriptionModelV4Segment] | None = None
    language: str | None = None
    duration_in_seconds: int | float | None = None
    warnings: list[SharedV4Warning]
    responses: list[TranscriptionModelV4ResultResponse]
    provider_metadata: SharedV4ProviderMetadata
