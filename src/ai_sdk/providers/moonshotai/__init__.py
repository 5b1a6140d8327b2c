"""Moonshot AI: chat with the Kimi models, which think, call tools, and see images and videos.

>>> from ai_sdk.providers.moonshotai import moonshotai
>>> moonshotai("kimi-k3").model_id
'kimi-k3'

Ports: @ai-sdk/moonshotai/src/index.ts, @ai-sdk/moonshotai/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.moonshotai.provider import MoonshotAIProvider, create_moonshotai, moonshotai
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.moonshotai.chat.model_ids import MoonshotAIChatModelId
    from ai_sdk_generated.moonshotai.chat.options import (
        MoonshotaiAllMessageProviderOptions as MoonshotAISystemMessageProviderOptions,
        MoonshotaiAssistantMessageProviderOptions as MoonshotAIAssistantMessageProviderOptions,
        MoonshotaiLanguageModelOptions as MoonshotAILanguageModelOptions,
        MoonshotaiLanguageModelOptions as MoonshotAIProviderOptions,
        MoonshotaiMessageProviderOptions as MoonshotAIMessageProviderOptions,
    )

    from ai_sdk.providers.moonshotai.chat.model import MoonshotAIChatLanguageModel

__all__ = [
    "VERSION",
    "MoonshotAIAssistantMessageProviderOptions",
    "MoonshotAIChatLanguageModel",
    "MoonshotAIChatModelId",
    "MoonshotAILanguageModelOptions",
    "MoonshotAIMessageProviderOptions",
    "MoonshotAIProvider",
    "MoonshotAIProviderOptions",
    "MoonshotAISystemMessageProviderOptions",
    "create_moonshotai",
    "moonshotai",
]

_OPTIONS = "ai_sdk_generated.moonshotai.chat.options"
_CHAT_OPTIONS = (_OPTIONS, "MoonshotaiLanguageModelOptions")

__getattr__ = lazy_names(
    __name__,
    {
        "MoonshotAIAssistantMessageProviderOptions": (_OPTIONS, "MoonshotaiAssistantMessageProviderOptions"),
        "MoonshotAIChatLanguageModel": "ai_sdk.providers.moonshotai.chat.model",
        "MoonshotAIChatModelId": "ai_sdk_generated.moonshotai.chat.model_ids",
        "MoonshotAILanguageModelOptions": _CHAT_OPTIONS,
        "MoonshotAIMessageProviderOptions": (_OPTIONS, "MoonshotaiMessageProviderOptions"),
        "MoonshotAIProviderOptions": _CHAT_OPTIONS,
        "MoonshotAISystemMessageProviderOptions": (_OPTIONS, "MoonshotaiAllMessageProviderOptions"),
    },
)
