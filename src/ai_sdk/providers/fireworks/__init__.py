"""Fireworks: chat, completion, embedding and image models.

Ports: @ai-sdk/fireworks/src/index.ts, @ai-sdk/fireworks/src/version.ts
Ports: @ai-sdk/fireworks/src/fireworks-completion-options.ts, @ai-sdk/fireworks/src/fireworks-embedding-options.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.fireworks.provider import FireworksProvider, create_fireworks, fireworks
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.fireworks.chat.model_ids import FireworksChatModelId
    from ai_sdk_generated.fireworks.chat.options import (
        FireworksLanguageModelOptions,
        FireworksLanguageModelOptions as FireworksProviderOptions,
    )
    from ai_sdk_generated.fireworks.completion.model_ids import FireworksCompletionModelId
    from ai_sdk_generated.fireworks.embedding.model_ids import FireworksEmbeddingModelId
    from ai_sdk_generated.fireworks.embedding.options import (
        FireworksEmbeddingModelOptions,
        FireworksEmbeddingModelOptions as FireworksEmbeddingProviderOptions,
    )
    from ai_sdk_generated.fireworks.image.model_ids import FireworksImageModelId
    from ai_sdk_generated.fireworks.image.options import FireworksImageModelOptions
    from ai_sdk_generated.fireworks.shared.wire import FireworksError as FireworksErrorData

    from ai_sdk.providers.fireworks.errors import FireworksImageGenerationError
    from ai_sdk.providers.fireworks.image.model import FireworksImageModel

__all__ = [
    "VERSION",
    "FireworksChatModelId",
    "FireworksCompletionModelId",
    "FireworksEmbeddingModelId",
    "FireworksEmbeddingModelOptions",
    "FireworksEmbeddingProviderOptions",
    "FireworksErrorData",
    "FireworksImageGenerationError",
    "FireworksImageModel",
    "FireworksImageModelId",
    "FireworksImageModelOptions",
    "FireworksLanguageModelOptions",
    "FireworksProvider",
    "FireworksProviderOptions",
    "create_fireworks",
    "fireworks",
]

_GENERATED = "ai_sdk_generated.fireworks"

__getattr__ = lazy_names(
    __name__,
    {
        "FireworksChatModelId": f"{_GENERATED}.chat.model_ids",
        "FireworksCompletionModelId": f"{_GENERATED}.completion.model_ids",
        "FireworksEmbeddingModelId": f"{_GENERATED}.embedding.model_ids",
        "FireworksEmbeddingModelOptions": f"{_GENERATED}.embedding.options",
        "FireworksEmbeddingProviderOptions": (f"{_GENERATED}.embedding.options", "FireworksEmbeddingModelOptions"),
        "FireworksErrorData": (f"{_GENERATED}.shared.wire", "FireworksError"),
        "FireworksImageGenerationError": f"{__name__}.errors",
        "FireworksImageModel": f"{__name__}.image.model",
        "FireworksImageModelId": f"{_GENERATED}.image.model_ids",
        "FireworksImageModelOptions": f"{_GENERATED}.image.options",
        "FireworksLanguageModelOptions": f"{_GENERATED}.chat.options",
        "FireworksProviderOptions": (f"{_GENERATED}.chat.options", "FireworksLanguageModelOptions"),
    },
)
