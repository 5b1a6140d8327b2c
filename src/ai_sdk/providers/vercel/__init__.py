"""Vercel: the v0 models for building web applications.

Ports: @ai-sdk/vercel/src/index.ts, @ai-sdk/vercel/src/version.ts, @ai-sdk/vercel/src/vercel-chat-options.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names
from ai_sdk.providers.vercel.provider import VercelProvider, create_vercel, vercel
from ai_sdk.version import VERSION

if TYPE_CHECKING:
    from ai_sdk_generated.openai_compatible.shared.wire import OpenaiCompatibleErrorData as VercelErrorData
    from ai_sdk_generated.vercel.chat.model_ids import VercelChatModelId

__all__ = ["VERSION", "VercelChatModelId", "VercelErrorData", "VercelProvider", "create_vercel", "vercel"]

__getattr__ = lazy_names(
    __name__,
    {
        "VercelChatModelId": "ai_sdk_generated.vercel.chat.model_ids",
        "VercelErrorData": ("ai_sdk_generated.openai_compatible.shared.wire", "OpenaiCompatibleErrorData"),
    },
)
