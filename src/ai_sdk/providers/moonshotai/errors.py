"""How Moonshot AI writes errors.

Ports: @ai-sdk/moonshotai/src/moonshotai-chat-api-types.ts
"""

from ai_sdk_generated.moonshotai.chat import wire

from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["MOONSHOTAI_ERROR_STRUCTURE"]

MOONSHOTAI_ERROR_STRUCTURE = ErrorStructure(wire.MoonshotAIError, lambda data: data.error.message)
