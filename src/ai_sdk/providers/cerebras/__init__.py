"""Cerebras: chat models.

Ports: @ai-sdk/cerebras/src/index.ts, @ai-sdk/cerebras/src/version.ts, @ai-sdk/cerebras/src/cerebras-chat-options.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.cerebras.provider import CerebrasProvider, cerebras, create_cerebras
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.cerebras.chat.model_ids import CerebrasChatModelId
    from ai_sdk_generated.cerebras.chat.options import CerebrasLanguageModelChatOptions
    from ai_sdk_generated.cerebras.shared.wire import CerebrasError as CerebrasErrorData

    from ai_sdk.providers.cerebras.chat.model import CerebrasChatLanguageModel

__all__ = [
    "VERSION",
    "CerebrasChatLanguageModel",
    "CerebrasChatModelId",
    "CerebrasErrorData",
    "CerebrasLanguageModelChatOptions",
    "CerebrasProvider",
    "cerebras",
    "create_cerebras",
]

__getattr__ = lazy_names(
    __name__,
    {
        "CerebrasChatLanguageModel": f"{__name__}.chat.model",
        "CerebrasChatModelId": "ai_sdk_generated.cerebras.chat.model_ids",
        "CerebrasErrorData": ("ai_sdk_generated.cerebras.shared.wire", "CerebrasError"),
        "CerebrasLanguageModelChatOptions": "ai_sdk_generated.cerebras.chat.options",
    },
)
