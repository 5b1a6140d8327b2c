"""Google Vertex AI: Gemini language models on two APIs, embedding, image, video, speech and transcription.

Models of others are in `ai_sdk.providers.google_vertex.anthropic`, `.maas` and `.xai`. Importing this package reads no
environment and builds no models.

>>> from ai_sdk.providers.google_vertex import create_google_vertex
>>> create_google_vertex(api_key="key")("gemini-2.5-flash").provider
'google.vertex.chat'

Ports: @ai-sdk/google-vertex/src/index.ts, @ai-sdk/google-vertex/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.google_vertex.cloud_provider import GoogleCloudSettings
from ai_sdk.providers.google_vertex.provider import GoogleVertexProvider, create_google_vertex, google_vertex
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.google.generate_content.options import (
        GoogleLanguageModelOptions as GoogleVertexImageModelOptions,
    )
    from ai_sdk_generated.google.speech.options import GoogleSpeechProviderOptions as GoogleVertexSpeechModelOptions
    from ai_sdk_generated.google_vertex.embedding.options import GoogleVertexEmbeddingModelOptions
    from ai_sdk_generated.google_vertex.gemini_transcription.model_ids import GoogleVertexGeminiTranscriptionModelId
    from ai_sdk_generated.google_vertex.gemini_transcription.options import (
        GoogleVertexGeminiTranscriptionModelOptions as GoogleVertexTranscriptionModelGeminiOptions,
    )
    from ai_sdk_generated.google_vertex.speech.model_ids import GoogleVertexSpeechModelId
    from ai_sdk_generated.google_vertex.transcription.model_ids import GoogleVertexTranscriptionModelId
    from ai_sdk_generated.google_vertex.transcription.options import (
        GoogleVertexTranscriptionProviderOptions as GoogleVertexTranscriptionModelOptions,
    )
    from ai_sdk_generated.google_vertex.video.model_ids import GoogleVertexVideoModelId
    from ai_sdk_generated.google_vertex.video.options import GoogleVertexVideoModelOptions

    from ai_sdk.providers.google_vertex.auth import GoogleAuthOptions
    from ai_sdk.providers.google_vertex.embedding import GoogleVertexEmbeddingModel
    from ai_sdk.providers.google_vertex.image import GoogleVertexImageModel
    from ai_sdk.providers.google_vertex.speech import GoogleVertexCloudTTSSpeechModel
    from ai_sdk.providers.google_vertex.transcription.cloud_speech import GoogleVertexTranscriptionModel
    from ai_sdk.providers.google_vertex.transcription.gemini import GoogleVertexGeminiTranscriptionModel
    from ai_sdk.providers.google_vertex.video import GoogleVertexVideoModel

__all__ = [
    "VERSION",
    "GoogleAuthOptions",
    "GoogleCloudSettings",
    "GoogleVertexCloudTTSSpeechModel",
    "GoogleVertexEmbeddingModel",
    "GoogleVertexEmbeddingModelOptions",
    "GoogleVertexGeminiTranscriptionModel",
    "GoogleVertexGeminiTranscriptionModelId",
    "GoogleVertexImageModel",
    "GoogleVertexImageModelOptions",
    "GoogleVertexProvider",
    "GoogleVertexSpeechModelId",
    "GoogleVertexSpeechModelOptions",
    "GoogleVertexTranscriptionModel",
    "GoogleVertexTranscriptionModelGeminiOptions",
    "GoogleVertexTranscriptionModelId",
    "GoogleVertexTranscriptionModelOptions",
    "GoogleVertexVideoModel",
    "GoogleVertexVideoModelId",
    "GoogleVertexVideoModelOptions",
    "create_google_vertex",
    "create_vertex",
    "google_vertex",
    "vertex",
]

# The older names
create_vertex = create_google_vertex
vertex = google_vertex

_SURFACES = "ai_sdk.providers.google_vertex"
_GENERATED = "ai_sdk_generated.google_vertex"
# Where a name comes from, and what it is called there when that differs: generated classes are named after the schemas.
_LATE: dict[str, str | tuple[str, str]] = {
    "GoogleAuthOptions": f"{_SURFACES}.auth",
    "GoogleVertexCloudTTSSpeechModel": f"{_SURFACES}.speech",
    "GoogleVertexEmbeddingModel": f"{_SURFACES}.embedding",
    "GoogleVertexGeminiTranscriptionModel": f"{_SURFACES}.transcription.gemini",
    "GoogleVertexImageModel": f"{_SURFACES}.image",
    "GoogleVertexTranscriptionModel": f"{_SURFACES}.transcription.cloud_speech",
    "GoogleVertexVideoModel": f"{_SURFACES}.video",
    "GoogleVertexEmbeddingModelOptions": f"{_GENERATED}.embedding.options",
    "GoogleVertexImageModelOptions": ("ai_sdk_generated.google.generate_content.options", "GoogleLanguageModelOptions"),
    "GoogleVertexSpeechModelOptions": ("ai_sdk_generated.google.speech.options", "GoogleSpeechProviderOptions"),
    "GoogleVertexTranscriptionModelGeminiOptions": (
        f"{_GENERATED}.gemini_transcription.options",
        "GoogleVertexGeminiTranscriptionModelOptions",
    ),
    "GoogleVertexTranscriptionModelOptions": (
        f"{_GENERATED}.transcription.options",
        "GoogleVertexTranscriptionProviderOptions",
    ),
    "GoogleVertexVideoModelOptions": f"{_GENERATED}.video.options",
    "GoogleVertexGeminiTranscriptionModelId": f"{_GENERATED}.gemini_transcription.model_ids",
    "GoogleVertexSpeechModelId": f"{_GENERATED}.speech.model_ids",
    "GoogleVertexTranscriptionModelId": f"{_GENERATED}.transcription.model_ids",
    "GoogleVertexVideoModelId": f"{_GENERATED}.video.model_ids",
}

__getattr__ = lazy_names(__name__, _LATE)


def __dir__() -> list[str]:
    return sorted(__all__)
