"""Together AI: chat, completion, embedding, image and reranking models.

Ports: @ai-sdk/togetherai/src/index.ts, @ai-sdk/togetherai/src/version.ts
Ports: @ai-sdk/togetherai/src/togetherai-chat-options.ts, @ai-sdk/togetherai/src/togetherai-completion-options.ts
Ports: @ai-sdk/togetherai/src/togetherai-embedding-options.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.togetherai.provider import TogetherAIProvider, create_togetherai, togetherai
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.openai_compatible.shared.wire import OpenaiCompatibleErrorData as TogetherAIErrorData
    from ai_sdk_generated.togetherai.chat.model_ids import TogetherAIChatModelId
    from ai_sdk_generated.togetherai.completion.model_ids import TogetherAICompletionModelId
    from ai_sdk_generated.togetherai.embedding.model_ids import TogetherAIEmbeddingModelId
    from ai_sdk_generated.togetherai.image.options import (
        TogetheraiImageModelOptions as TogetherAIImageModelOptions,
        TogetheraiImageModelOptions as TogetherAIImageProviderOptions,
    )
    from ai_sdk_generated.togetherai.reranking.options import (
        TogetheraiRerankingModelOptions as TogetherAIRerankingModelOptions,
        TogetheraiRerankingModelOptions as TogetherAIRerankingOptions,
    )

    from ai_sdk.providers.togetherai.image import TogetherAIImageModel, TogetherAIMaskError
    from ai_sdk.providers.togetherai.reranking import TogetherAIRerankingModel

__all__ = [
    "VERSION",
    "TogetherAIChatModelId",
    "TogetherAICompletionModelId",
    "TogetherAIEmbeddingModelId",
    "TogetherAIErrorData",
    "TogetherAIImageModel",
    "TogetherAIImageModelOptions",
    "TogetherAIImageProviderOptions",
    "TogetherAIMaskError",
    "TogetherAIProvider",
    "TogetherAIRerankingModel",
    "TogetherAIRerankingModelOptions",
    "TogetherAIRerankingOptions",
    "create_togetherai",
    "togetherai",
]

_GENERATED = "ai_sdk_generated.togetherai"
_IMAGE_OPTIONS = (f"{_GENERATED}.image.options", "TogetheraiImageModelOptions")
_RERANKING_OPTIONS = (f"{_GENERATED}.reranking.options", "TogetheraiRerankingModelOptions")

__getattr__ = lazy_names(
    __name__,
    {
        "TogetherAIChatModelId": f"{_GENERATED}.chat.model_ids",
        "TogetherAICompletionModelId": f"{_GENERATED}.completion.model_ids",
        "TogetherAIEmbeddingModelId": f"{_GENERATED}.embedding.model_ids",
        "TogetherAIErrorData": ("ai_sdk_generated.openai_compatible.shared.wire", "OpenaiCompatibleErrorData"),
        "TogetherAIImageModel": f"{__name__}.image",
        "TogetherAIImageModelOptions": _IMAGE_OPTIONS,
        "TogetherAIImageProviderOptions": _IMAGE_OPTIONS,
        "TogetherAIMaskError": f"{__name__}.image",
        "TogetherAIRerankingModel": f"{__name__}.reranking",
        "TogetherAIRerankingModelOptions": _RERANKING_OPTIONS,
        "TogetherAIRerankingOptions": _RERANKING_OPTIONS,
    },
)
