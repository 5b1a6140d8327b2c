"""Cohere: chat with documents, citations, thinking and tools; embeddings; reranking.

>>> from ai_sdk.providers.cohere import cohere
>>> cohere("command-a-03-2025").provider
'cohere.chat'

Ports: @ai-sdk/cohere/src/index.ts, @ai-sdk/cohere/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.cohere.provider import CohereProvider, cohere, create_cohere
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.cohere.chat.options import (
        CohereImagePartProviderOptions,
        CohereLanguageModelChatOptions,
        CohereLanguageModelChatOptions as CohereChatModelOptions,
        CohereLanguageModelChatOptions as CohereLanguageModelOptions,
    )
    from ai_sdk_generated.cohere.embedding.options import CohereEmbeddingModelOptions
    from ai_sdk_generated.cohere.reranking.options import (
        CohereRerankingModelOptions,
        CohereRerankingModelOptions as CohereRerankingOptions,
    )

    from ai_sdk.providers.cohere.chat.model import CohereChatLanguageModel
    from ai_sdk.providers.cohere.embedding import CohereEmbeddingModel
    from ai_sdk.providers.cohere.reranking import CohereRerankingModel

__all__ = [
    "VERSION",
    "CohereChatLanguageModel",
    "CohereChatModelOptions",
    "CohereEmbeddingModel",
    "CohereEmbeddingModelOptions",
    "CohereImagePartProviderOptions",
    "CohereLanguageModelChatOptions",
    "CohereLanguageModelOptions",
    "CohereProvider",
    "CohereRerankingModel",
    "CohereRerankingModelOptions",
    "CohereRerankingOptions",
    "cohere",
    "create_cohere",
]

# Names whose modules are loaded when they are first used: module, and the name in it.
_CHAT_OPTIONS = ("ai_sdk_generated.cohere.chat.options", "CohereLanguageModelChatOptions")
_RERANKING_OPTIONS = ("ai_sdk_generated.cohere.reranking.options", "CohereRerankingModelOptions")
_LAZY = {
    "CohereChatLanguageModel": ("ai_sdk.providers.cohere.chat.model", "CohereChatLanguageModel"),
    "CohereChatModelOptions": _CHAT_OPTIONS,
    "CohereEmbeddingModel": ("ai_sdk.providers.cohere.embedding", "CohereEmbeddingModel"),
    "CohereEmbeddingModelOptions": ("ai_sdk_generated.cohere.embedding.options", "CohereEmbeddingModelOptions"),
    "CohereImagePartProviderOptions": ("ai_sdk_generated.cohere.chat.options", "CohereImagePartProviderOptions"),
    "CohereLanguageModelChatOptions": _CHAT_OPTIONS,
    "CohereLanguageModelOptions": _CHAT_OPTIONS,
    "CohereRerankingModel": ("ai_sdk.providers.cohere.reranking", "CohereRerankingModel"),
    "CohereRerankingModelOptions": _RERANKING_OPTIONS,
    "CohereRerankingOptions": _RERANKING_OPTIONS,
}

__getattr__ = lazy_names(__name__, _LAZY)
