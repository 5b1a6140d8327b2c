"""Mistral: chat, conversations with web search, embeddings, speech and transcription.

>>> from ai_sdk.providers.mistral import mistral
>>> mistral("mistral-small-latest").provider
'mistral.chat'

Ports: @ai-sdk/mistral/src/index.ts, @ai-sdk/mistral/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.mistral.provider import MistralProvider, create_mistral, mistral
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.mistral.chat.options import (
        MistralLanguageModelChatOptions,
        MistralLanguageModelChatOptions as MistralLanguageModelConversationOptions,
        MistralLanguageModelChatOptions as MistralLanguageModelOptions,
    )
    from ai_sdk_generated.mistral.embedding.options import MistralEmbeddingModelOptions
    from ai_sdk_generated.mistral.speech.model_ids import MistralSpeechModelId
    from ai_sdk_generated.mistral.speech.options import MistralSpeechModelOptions
    from ai_sdk_generated.mistral.transcription.model_ids import MistralTranscriptionModelId
    from ai_sdk_generated.mistral.transcription.options import MistralTranscriptionModelOptions

    from ai_sdk.providers.mistral.chat.model import MistralChatLanguageModel
    from ai_sdk.providers.mistral.conversations.model import MistralConversationLanguageModel
    from ai_sdk.providers.mistral.embedding import MistralEmbeddingModel
    from ai_sdk.providers.mistral.speech import MistralSpeechModel
    from ai_sdk.providers.mistral.transcription.model import MistralTranscriptionModel

__all__ = [
    "VERSION",
    "MistralChatLanguageModel",
    "MistralConversationLanguageModel",
    "MistralEmbeddingModel",
    "MistralEmbeddingModelOptions",
    "MistralLanguageModelChatOptions",
    "MistralLanguageModelConversationOptions",
    "MistralLanguageModelOptions",
    "MistralProvider",
    "MistralSpeechModel",
    "MistralSpeechModelId",
    "MistralSpeechModelOptions",
    "MistralTranscriptionModel",
    "MistralTranscriptionModelId",
    "MistralTranscriptionModelOptions",
    "create_mistral",
    "mistral",
]

# Names whose modules are loaded when they are first used: module, and the name in it.
_PACKAGE, _GENERATED = "ai_sdk.providers.mistral", "ai_sdk_generated.mistral"
_CHAT_OPTIONS = (f"{_GENERATED}.chat.options", "MistralLanguageModelChatOptions")
_LAZY = {
    "MistralChatLanguageModel": (f"{_PACKAGE}.chat.model", "MistralChatLanguageModel"),
    "MistralConversationLanguageModel": (f"{_PACKAGE}.conversations.model", "MistralConversationLanguageModel"),
    "MistralEmbeddingModel": (f"{_PACKAGE}.embedding", "MistralEmbeddingModel"),
    "MistralEmbeddingModelOptions": (f"{_GENERATED}.embedding.options", "MistralEmbeddingModelOptions"),
    "MistralLanguageModelChatOptions": _CHAT_OPTIONS,
    "MistralLanguageModelConversationOptions": _CHAT_OPTIONS,
    "MistralLanguageModelOptions": _CHAT_OPTIONS,
    "MistralSpeechModel": (f"{_PACKAGE}.speech", "MistralSpeechModel"),
    "MistralSpeechModelId": (f"{_GENERATED}.speech.model_ids", "MistralSpeechModelId"),
    "MistralSpeechModelOptions": (f"{_GENERATED}.speech.options", "MistralSpeechModelOptions"),
    "MistralTranscriptionModel": (f"{_PACKAGE}.transcription.model", "MistralTranscriptionModel"),
    "MistralTranscriptionModelId": (f"{_GENERATED}.transcription.model_ids", "MistralTranscriptionModelId"),
    "MistralTranscriptionModelOptions": (f"{_GENERATED}.transcription.options", "MistralTranscriptionModelOptions"),
}

__getattr__ = lazy_names(__name__, _LAZY)
