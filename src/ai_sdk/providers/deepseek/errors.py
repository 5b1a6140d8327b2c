"""How DeepSeek writes errors.

Ports: @ai-sdk/deepseek/src/chat/deepseek-chat-api-types.ts
"""

from ai_sdk_generated.deepseek.chat import wire

from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["DEEPSEEK_ERROR_STRUCTURE"]

DEEPSEEK_ERROR_STRUCTURE = ErrorStructure(wire.DeepSeekError, lambda data: data.error.message)
