"""How Hugging Face writes errors.

Ports: @ai-sdk/huggingface/src/huggingface-error.ts
"""

from ai_sdk_generated.huggingface.shared import wire

from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["HUGGINGFACE_ERROR_STRUCTURE"]

HUGGINGFACE_ERROR_STRUCTURE = ErrorStructure(wire.HuggingfaceErrorData, lambda data: data.error.message)
