"""How Fireworks writes errors: a text, or an object with a message.

Ports: @ai-sdk/fireworks/src/fireworks-provider.ts
"""

from ai_sdk_generated.fireworks.shared.wire import FireworksError

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["FIREWORKS_ERROR_STRUCTURE", "FireworksImageGenerationError"]

FIREWORKS_ERROR_STRUCTURE = ErrorStructure(
    FireworksError, lambda data: data.error if isinstance(data.error, str) else data.error.message
)


class FireworksImageGenerationError(AISDKError):
    """An image that Fireworks makes in the background failed, is missing, or was not ready in time."""

    name = "Error"
