"""How Anthropic writes errors.

Ports: @ai-sdk/anthropic/src/anthropic-error.ts
"""

from ai_sdk_generated.anthropic.shared import wire

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["AnthropicStreamStartError", "anthropic_error_structure"]

anthropic_error_structure = ErrorStructure(
    data_type=wire.AnthropicErrorData,
    to_message=lambda data: data.error.message,
)


class AnthropicStreamStartError(AISDKError):
    """A stream began with an event that cannot be read; the error behind it is its `__cause__`."""

    name = "Error"
