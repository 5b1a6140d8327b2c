"""Perplexity: answers with sources from the web, and text embeddings.

>>> from ai_sdk.providers.perplexity import perplexity
>>> perplexity("sonar-pro").model_id
'sonar-pro'

Ports: @ai-sdk/perplexity/src/index.ts, @ai-sdk/perplexity/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.perplexity.provider import PerplexityProvider, create_perplexity, perplexity
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.perplexity.chat.options import PerplexityLanguageModelOptions
    from ai_sdk_generated.perplexity.embedding.model_ids import PerplexityEmbeddingModelId
    from ai_sdk_generated.perplexity.embedding.options import PerplexityEmbeddingModelOptions

    from ai_sdk.providers.perplexity.chat.model import PerplexityLanguageModel
    from ai_sdk.providers.perplexity.embedding import PerplexityEmbeddingModel

__all__ = [
    "VERSION",
    "PerplexityEmbeddingModel",
    "PerplexityEmbeddingModelId",
    "PerplexityEmbeddingModelOptions",
    "PerplexityLanguageModel",
    "PerplexityLanguageModelOptions",
    "PerplexityProvider",
    "create_perplexity",
    "perplexity",
]

__getattr__ = lazy_names(
    __name__,
    {
        "PerplexityEmbeddingModel": "ai_sdk.providers.perplexity.embedding",
        "PerplexityEmbeddingModelId": "ai_sdk_generated.perplexity.embedding.model_ids",
        "PerplexityEmbeddingModelOptions": "ai_sdk_generated.perplexity.embedding.options",
        "PerplexityLanguageModel": "ai_sdk.providers.perplexity.chat.model",
        "PerplexityLanguageModelOptions": "ai_sdk_generated.perplexity.chat.options",
    },
)
