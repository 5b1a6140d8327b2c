"""What `generate_speech` returns.

Ports: ai/src/generate-speech/generate-speech-result.ts
"""

from dataclasses import dataclass

from ai_sdk.generate_speech.generated_audio_file import GeneratedAudioFile
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning, SpeechModelV4ResultResponse
from ai_sdk.provider.spec import Spec

__all__ = ["SpeechResult"]


@dataclass(slots=True, kw_only=True)
class SpeechResult(Spec):
    """The audio, and the metadata of the responses it came in."""

    audio: GeneratedAudioFile
    warnings: list[SharedV4Warning]
    responses: list[SpeechModelV4ResultResponse]
    provider_metadata: SharedV4ProviderMetadata
