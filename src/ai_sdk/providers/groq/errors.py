"""How Groq writes errors.

Ports: @ai-sdk/groq/src/groq-error.ts
"""

from ai_sdk_generated.groq.shared import wire

from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["GROQ_ERROR_STRUCTURE"]

GROQ_ERROR_STRUCTURE = ErrorStructure(wire.GroqErrorData, lambda data: data.error.message)
