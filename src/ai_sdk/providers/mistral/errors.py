"""How Mistral writes errors, and the error for what its interfaces do not foresee.

Ports: @ai-sdk/mistral/src/mistral-error.ts
"""

from ai_sdk_generated.mistral.shared import wire

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["MISTRAL_ERROR_STRUCTURE", "MistralError"]

MISTRAL_ERROR_STRUCTURE = ErrorStructure(wire.MistralErrorData, lambda data: data.message)


class MistralError(AISDKError):
    """A prompt or a stream holds what has no place in it; TypeScript throws a plain `Error`."""

    name = "Error"
