"""MiniMax: language models on its Anthropic-compatible API, and videos.

>>> from ai_sdk.providers.minimax import minimax
>>> minimax("minimax-m3").provider
'minimax.messages'

Ports: @ai-sdk/minimax/src/index.ts, @ai-sdk/minimax/src/version.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.minimax.provider import MiniMaxProvider, create_minimax, minimax
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.minimax.chat.model_ids import MiniMaxChatModelId
    from ai_sdk_generated.minimax.chat.options import (
        MinimaxLanguageModelOptions as MiniMaxLanguageModelOptions,
        MinimaxLanguageModelOptions as MiniMaxProviderOptions,
    )
    from ai_sdk_generated.minimax.video.model_ids import MiniMaxVideoModelId
    from ai_sdk_generated.minimax.video.options import MinimaxVideoProviderOptions as MiniMaxVideoModelOptions

    from ai_sdk.providers.minimax.video.model import MiniMaxVideoModel

__all__ = [
    "VERSION",
    "MiniMaxChatModelId",
    "MiniMaxLanguageModelOptions",
    "MiniMaxProvider",
    "MiniMaxProviderOptions",
    "MiniMaxVideoModel",
    "MiniMaxVideoModelId",
    "MiniMaxVideoModelOptions",
    "create_minimax",
    "minimax",
]

_CHAT_OPTIONS = ("ai_sdk_generated.minimax.chat.options", "MinimaxLanguageModelOptions")

__getattr__ = lazy_names(
    __name__,
    {
        "MiniMaxChatModelId": "ai_sdk_generated.minimax.chat.model_ids",
        "MiniMaxVideoModelId": "ai_sdk_generated.minimax.video.model_ids",
        "MiniMaxLanguageModelOptions": _CHAT_OPTIONS,
        "MiniMaxProviderOptions": _CHAT_OPTIONS,
        "MiniMaxVideoModel": "ai_sdk.providers.minimax.video.model",
        "MiniMaxVideoModelOptions": ("ai_sdk_generated.minimax.video.options", "MinimaxVideoProviderOptions"),
    },
)
