"""DeepInfra: chat, completion, embedding and image models.

Ports: @ai-sdk/deepinfra/src/index.ts, @ai-sdk/deepinfra/src/version.ts
Ports: @ai-sdk/deepinfra/src/deepinfra-chat-options.ts, @ai-sdk/deepinfra/src/deepinfra-completion-options.ts
Ports: @ai-sdk/deepinfra/src/deepinfra-embedding-options.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.deepinfra.provider import DeepInfraProvider, create_deepinfra, deepinfra
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.deepinfra.chat.model_ids import DeepInfraChatModelId
    from ai_sdk_generated.deepinfra.embedding.model_ids import DeepInfraEmbeddingModelId
    from ai_sdk_generated.deepinfra.image.model_ids import DeepInfraImageModelId
    from ai_sdk_generated.deepinfra.image.options import DeepInfraImageModelOptions
    from ai_sdk_generated.openai_compatible.shared.wire import OpenaiCompatibleErrorData as DeepInfraErrorData

    from ai_sdk.providers.deepinfra.image import DeepInfraImageModel

__all__ = [
    "VERSION",
    "DeepInfraChatModelId",
    "DeepInfraEmbeddingModelId",
    "DeepInfraErrorData",
    "DeepInfraImageModel",
    "DeepInfraImageModelId",
    "DeepInfraImageModelOptions",
    "DeepInfraProvider",
    "create_deepinfra",
    "deepinfra",
]

_GENERATED = "ai_sdk_generated.deepinfra"

__getattr__ = lazy_names(
    __name__,
    {
        "DeepInfraChatModelId": f"{_GENERATED}.chat.model_ids",
        "DeepInfraEmbeddingModelId": f"{_GENERATED}.embedding.model_ids",
        "DeepInfraErrorData": ("ai_sdk_generated.openai_compatible.shared.wire", "OpenaiCompatibleErrorData"),
        "DeepInfraImageModel": f"{__name__}.image",
        "DeepInfraImageModelId": f"{_GENERATED}.image.model_ids",
        "DeepInfraImageModelOptions": f"{_GENERATED}.image.options",
    },
)
