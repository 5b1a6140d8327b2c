"""How Cohere writes errors.

Ports: @ai-sdk/cohere/src/cohere-error.ts
"""

from ai_sdk_generated.cohere.shared import wire

from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["COHERE_ERROR_STRUCTURE"]

COHERE_ERROR_STRUCTURE = ErrorStructure(wire.CohereErrorData, lambda data: data.message)
