"""Google: Gemini language models on two APIs, embedding, image, video, speech, transcription and files.

Importing this package reads no environment and builds no models: a surface is imported when it is first used.

>>> google("gemini-2.5-flash").model_id
'gemini-2.5-flash'
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.google.config import GoogleConfig, ToolResultDownloads
from ai_sdk.providers.google.provider import GoogleProvider, create_google, google
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.google.embedding.options import GoogleEmbeddingModelOptions
    from ai_sdk_generated.google.files.options import GoogleFilesUploadOptions
    from ai_sdk_generated.google.generate_content.options import GoogleLanguageModelOptions
    from ai_sdk_generated.google.image.options import GoogleImageModelOptions
    from ai_sdk_generated.google.interactions.model_ids import GoogleInteractionsModelId
    from ai_sdk_generated.google.interactions.options import (
        GoogleInteractionsLanguageModelOptions as GoogleLanguageModelInteractionsOptions,
    )
    from ai_sdk_generated.google.shared.wire import GoogleErrorData
    from ai_sdk_generated.google.speech.model_ids import GoogleSpeechModelId
    from ai_sdk_generated.google.speech.options import GoogleSpeechProviderOptions as GoogleSpeechModelOptions
    from ai_sdk_generated.google.transcription.model_ids import GoogleTranscriptionModelId
    from ai_sdk_generated.google.transcription.options import GoogleTranscriptionModelOptions
    from ai_sdk_generated.google.video.model_ids import GoogleVideoModelId
    from ai_sdk_generated.google.video.options import GoogleVideoModelOptions

    from ai_sdk.providers.google.embedding import GoogleEmbeddingModel
    from ai_sdk.providers.google.files import GoogleFiles
    from ai_sdk.providers.google.generate_content.model import GoogleLanguageModel
    from ai_sdk.providers.google.image import GoogleImageModel, GoogleImageSettings
    from ai_sdk.providers.google.interactions.model import GoogleInteractionsAgentName, GoogleInteractionsLanguageModel
    from ai_sdk.providers.google.provider_metadata import (
        GoogleInteractionsProviderMetadata,
        GoogleInteractionsVideoOptions,
        GoogleProviderMetadata,
        GoogleVideoMetadata,
    )
    from ai_sdk.providers.google.speech.input import get_google_speech_input
    from ai_sdk.providers.google.speech.model import GoogleSpeechModel
    from ai_sdk.providers.google.transcription.model import GoogleTranscriptionModel
    from ai_sdk.providers.google.video.model import GoogleVideoModel

__all__ = [
    "VERSION",
    "GoogleConfig",
    "GoogleEmbeddingModel",
    "GoogleEmbeddingModelOptions",
    "GoogleErrorData",
    "GoogleFiles",
    "GoogleFilesUploadOptions",
    "GoogleImageModel",
    "GoogleImageModelOptions",
    "GoogleImageSettings",
    "GoogleInteractionsAgentName",
    "GoogleInteractionsLanguageModel",
    "GoogleInteractionsModelId",
    "GoogleInteractionsProviderMetadata",
    "GoogleInteractionsVideoOptions",
    "GoogleLanguageModel",
    "GoogleLanguageModelInteractionsOptions",
    "GoogleLanguageModelOptions",
    "GoogleProvider",
    "GoogleProviderMetadata",
    "GoogleSpeechModel",
    "GoogleSpeechModelId",
    "GoogleSpeechModelOptions",
    "GoogleTranscriptionModel",
    "GoogleTranscriptionModelId",
    "GoogleTranscriptionModelOptions",
    "GoogleVideoMetadata",
    "GoogleVideoModel",
    "GoogleVideoModelId",
    "GoogleVideoModelOptions",
    "ToolResultDownloads",
    "create_google",
    "create_google_generative_ai",
    "get_google_speech_input",
    "google",
]

create_google_generative_ai = create_google
"""The older name of `create_google`."""

_SURFACES = "ai_sdk.providers.google"
_GENERATED = "ai_sdk_generated.google"
# Where a name comes from, and what it is called there: generated classes are named after the schemas.
_LATE = {
    "GoogleEmbeddingModel": (f"{_SURFACES}.embedding", "GoogleEmbeddingModel"),
    "GoogleFiles": (f"{_SURFACES}.files", "GoogleFiles"),
    "GoogleImageModel": (f"{_SURFACES}.image", "GoogleImageModel"),
    "GoogleImageSettings": (f"{_SURFACES}.image", "GoogleImageSettings"),
    "GoogleInteractionsAgentName": (f"{_SURFACES}.interactions.model", "GoogleInteractionsAgentName"),
    "GoogleInteractionsLanguageModel": (f"{_SURFACES}.interactions.model", "GoogleInteractionsLanguageModel"),
    "GoogleLanguageModel": (f"{_SURFACES}.generate_content.model", "GoogleLanguageModel"),
    "GoogleSpeechModel": (f"{_SURFACES}.speech.model", "GoogleSpeechModel"),
    "GoogleTranscriptionModel": (f"{_SURFACES}.transcription.model", "GoogleTranscriptionModel"),
    "GoogleVideoModel": (f"{_SURFACES}.video.model", "GoogleVideoModel"),
    "get_google_speech_input": (f"{_SURFACES}.speech.input", "get_google_speech_input"),
    "GoogleEmbeddingModelOptions": (f"{_GENERATED}.embedding.options", "GoogleEmbeddingModelOptions"),
    "GoogleFilesUploadOptions": (f"{_GENERATED}.files.options", "GoogleFilesUploadOptions"),
    "GoogleImageModelOptions": (f"{_GENERATED}.image.options", "GoogleImageModelOptions"),
    "GoogleLanguageModelInteractionsOptions": (
        f"{_GENERATED}.interactions.options",
        "GoogleInteractionsLanguageModelOptions",
    ),
    "GoogleLanguageModelOptions": (f"{_GENERATED}.generate_content.options", "GoogleLanguageModelOptions"),
    "GoogleSpeechModelOptions": (f"{_GENERATED}.speech.options", "GoogleSpeechProviderOptions"),
    "GoogleTranscriptionModelOptions": (f"{_GENERATED}.transcription.options", "GoogleTranscriptionModelOptions"),
    "GoogleVideoModelOptions": (f"{_GENERATED}.video.options", "GoogleVideoModelOptions"),
    "GoogleErrorData": (f"{_GENERATED}.shared.wire", "GoogleErrorData"),
    "GoogleInteractionsModelId": (f"{_GENERATED}.interactions.model_ids", "GoogleInteractionsModelId"),
    "GoogleSpeechModelId": (f"{_GENERATED}.speech.model_ids", "GoogleSpeechModelId"),
    "GoogleTranscriptionModelId": (f"{_GENERATED}.transcription.model_ids", "GoogleTranscriptionModelId"),
    "GoogleVideoModelId": (f"{_GENERATED}.video.model_ids", "GoogleVideoModelId"),
    "GoogleInteractionsProviderMetadata": (f"{_SURFACES}.provider_metadata", "GoogleInteractionsProviderMetadata"),
    "GoogleInteractionsVideoOptions": (f"{_SURFACES}.provider_metadata", "GoogleInteractionsVideoOptions"),
    "GoogleProviderMetadata": (f"{_SURFACES}.provider_metadata", "GoogleProviderMetadata"),
    "GoogleVideoMetadata": (f"{_SURFACES}.provider_metadata", "GoogleVideoMetadata"),
}

__getattr__ = lazy_names(__name__, _LATE)


def __dir__() -> list[str]:
    return sorted(__all__)
