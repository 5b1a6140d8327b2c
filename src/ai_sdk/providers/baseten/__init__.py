"""Baseten: chat and embedding models.

Ports: @ai-sdk/baseten/src/index.ts, @ai-sdk/baseten/src/version.ts, @ai-sdk/baseten/src/baseten-chat-options.ts
Ports: @ai-sdk/baseten/src/baseten-embedding-options.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.baseten.errors import BasetenModelURLError
from ai_sdk.providers.baseten.provider import BasetenProvider, baseten, create_baseten
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.baseten.chat.model_ids import BasetenChatModelId
    from ai_sdk_generated.baseten.embedding.options import BasetenEmbeddingModelOptions
    from ai_sdk_generated.baseten.shared.wire import BasetenError as BasetenErrorData

    from ai_sdk.providers.baseten.embedding import BasetenPerformanceClient, BasetenPerformanceClientConstructor

__all__ = [
    "VERSION",
    "BasetenChatModelId",
    "BasetenEmbeddingModelOptions",
    "BasetenErrorData",
    "BasetenModelURLError",
    "BasetenPerformanceClient",
    "BasetenPerformanceClientConstructor",
    "BasetenProvider",
    "baseten",
    "create_baseten",
]

_GENERATED = "ai_sdk_generated.baseten"

__getattr__ = lazy_names(
    __name__,
    {
        "BasetenChatModelId": f"{_GENERATED}.chat.model_ids",
        "BasetenEmbeddingModelOptions": f"{_GENERATED}.embedding.options",
        "BasetenErrorData": (f"{_GENERATED}.shared.wire", "BasetenError"),
        "BasetenPerformanceClient": f"{__name__}.embedding",
        "BasetenPerformanceClientConstructor": f"{__name__}.embedding",
    },
)
