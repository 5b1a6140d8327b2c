"""Alibaba Cloud: chat with the Qwen models, text embeddings, and videos of the Wan models.

>>> from ai_sdk.providers.alibaba import alibaba
>>> alibaba("qwen-plus").model_id
'qwen-plus'

Ports: @ai-sdk/alibaba/src/index.ts, @ai-sdk/alibaba/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.alibaba.provider import AlibabaProvider, alibaba, create_alibaba
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.alibaba.chat.model_ids import AlibabaChatModelId
    from ai_sdk_generated.alibaba.chat.options import (
        AlibabaLanguageModelChatOptions,
        AlibabaLanguageModelChatOptions as AlibabaLanguageModelOptions,
        AlibabaLanguageModelChatOptions as AlibabaProviderOptions,
    )
    from ai_sdk_generated.alibaba.chat.request import AlibabaCacheControl
    from ai_sdk_generated.alibaba.chat.wire import AlibabaUsage
    from ai_sdk_generated.alibaba.embedding.model_ids import AlibabaEmbeddingModelId
    from ai_sdk_generated.alibaba.embedding.options import AlibabaEmbeddingModelOptions
    from ai_sdk_generated.alibaba.video.model_ids import AlibabaVideoModelId
    from ai_sdk_generated.alibaba.video.options import (
        AlibabaVideoModelOptions,
        AlibabaVideoModelOptions as AlibabaVideoProviderOptions,
    )

    from ai_sdk.providers.alibaba.chat.model import AlibabaChatLanguageModel
    from ai_sdk.providers.alibaba.embedding import AlibabaEmbeddingModel
    from ai_sdk.providers.alibaba.errors import AlibabaVideoGenerationError
    from ai_sdk.providers.alibaba.video.model import AlibabaVideoModel

__all__ = [
    "VERSION",
    "AlibabaCacheControl",
    "AlibabaChatLanguageModel",
    "AlibabaChatModelId",
    "AlibabaEmbeddingModel",
    "AlibabaEmbeddingModelId",
    "AlibabaEmbeddingModelOptions",
    "AlibabaLanguageModelChatOptions",
    "AlibabaLanguageModelOptions",
    "AlibabaProvider",
    "AlibabaProviderOptions",
    "AlibabaUsage",
    "AlibabaVideoGenerationError",
    "AlibabaVideoModel",
    "AlibabaVideoModelId",
    "AlibabaVideoModelOptions",
    "AlibabaVideoProviderOptions",
    "alibaba",
    "create_alibaba",
]

_GENERATED = "ai_sdk_generated.alibaba"
_CHAT_OPTIONS = f"{_GENERATED}.chat.options"
_VIDEO_OPTIONS = f"{_GENERATED}.video.options"

__getattr__ = lazy_names(
    __name__,
    {
        "AlibabaCacheControl": f"{_GENERATED}.chat.request",
        "AlibabaChatLanguageModel": "ai_sdk.providers.alibaba.chat.model",
        "AlibabaChatModelId": f"{_GENERATED}.chat.model_ids",
        "AlibabaEmbeddingModel": "ai_sdk.providers.alibaba.embedding",
        "AlibabaEmbeddingModelId": f"{_GENERATED}.embedding.model_ids",
        "AlibabaEmbeddingModelOptions": f"{_GENERATED}.embedding.options",
        "AlibabaLanguageModelChatOptions": _CHAT_OPTIONS,
        "AlibabaLanguageModelOptions": (_CHAT_OPTIONS, "AlibabaLanguageModelChatOptions"),
        "AlibabaProviderOptions": (_CHAT_OPTIONS, "AlibabaLanguageModelChatOptions"),
        "AlibabaUsage": f"{_GENERATED}.chat.wire",
        "AlibabaVideoGenerationError": "ai_sdk.providers.alibaba.errors",
        "AlibabaVideoModel": "ai_sdk.providers.alibaba.video.model",
        "AlibabaVideoModelId": f"{_GENERATED}.video.model_ids",
        "AlibabaVideoModelOptions": _VIDEO_OPTIONS,
        "AlibabaVideoProviderOptions": (_VIDEO_OPTIONS, "AlibabaVideoModelOptions"),
    },
)
