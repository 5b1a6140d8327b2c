"""DeepSeek: chat with thinking, tools and images, and a store for the images.

>>> from ai_sdk.providers.deepseek import deepseek
>>> deepseek("deepseek-v4-pro").model_id
'deepseek-v4-pro'

Ports: @ai-sdk/deepseek/src/index.ts, @ai-sdk/deepseek/src/internal/index.ts, @ai-sdk/deepseek/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.deepseek.provider import DeepSeekProvider, create_deepseek, deepseek
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.deepseek.chat.model_ids import DeepSeekChatModelId
    from ai_sdk_generated.deepseek.chat.options import (
        DeepseekAssistantMessageProviderOptions as DeepSeekAssistantMessageProviderOptions,
        DeepseekFilePartProviderOptions as DeepSeekFilePartProviderOptions,
        DeepseekLanguageModelChatOptions as DeepSeekChatOptions,
        DeepseekLanguageModelChatOptions as DeepSeekLanguageModelChatOptions,
        DeepseekLanguageModelChatOptions as DeepSeekLanguageModelOptions,
        DeepseekMessageProviderOptions as DeepSeekMessageProviderOptions,
    )
    from ai_sdk_generated.deepseek.chat.wire import DeepSeekError as DeepSeekErrorData
    from ai_sdk_generated.deepseek.files.options import DeepSeekFilesOptions

    from ai_sdk.providers.deepseek.chat.config import DeepSeekChatConfig
    from ai_sdk.providers.deepseek.chat.model import DeepSeekChatLanguageModel
    from ai_sdk.providers.deepseek.files import DeepSeekFiles

__all__ = [
    "VERSION",
    "DeepSeekAssistantMessageProviderOptions",
    "DeepSeekChatConfig",
    "DeepSeekChatLanguageModel",
    "DeepSeekChatModelId",
    "DeepSeekChatOptions",
    "DeepSeekErrorData",
    "DeepSeekFilePartProviderOptions",
    "DeepSeekFiles",
    "DeepSeekFilesOptions",
    "DeepSeekLanguageModelChatOptions",
    "DeepSeekLanguageModelOptions",
    "DeepSeekMessageProviderOptions",
    "DeepSeekProvider",
    "create_deepseek",
    "deepseek",
]

_OPTIONS = "ai_sdk_generated.deepseek.chat.options"
_CHAT_OPTIONS = (_OPTIONS, "DeepseekLanguageModelChatOptions")

__getattr__ = lazy_names(
    __name__,
    {
        "DeepSeekAssistantMessageProviderOptions": (_OPTIONS, "DeepseekAssistantMessageProviderOptions"),
        "DeepSeekChatConfig": "ai_sdk.providers.deepseek.chat.config",
        "DeepSeekChatLanguageModel": "ai_sdk.providers.deepseek.chat.model",
        "DeepSeekChatModelId": "ai_sdk_generated.deepseek.chat.model_ids",
        "DeepSeekChatOptions": _CHAT_OPTIONS,
        "DeepSeekErrorData": ("ai_sdk_generated.deepseek.chat.wire", "DeepSeekError"),
        "DeepSeekFilePartProviderOptions": (_OPTIONS, "DeepseekFilePartProviderOptions"),
        "DeepSeekFiles": "ai_sdk.providers.deepseek.files",
        "DeepSeekFilesOptions": "ai_sdk_generated.deepseek.files.options",
        "DeepSeekLanguageModelChatOptions": _CHAT_OPTIONS,
        "DeepSeekLanguageModelOptions": _CHAT_OPTIONS,
        "DeepSeekMessageProviderOptions": (_OPTIONS, "DeepseekMessageProviderOptions"),
    },
)
