"""How Anthropic writes errors.

Ports: @ai-sdk/anthropic/src/anthropic-error.ts
"""

from ai_sdk_generated.anthropic.shared import wire

from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["anthropic_error_structure"]

anthropic_error_structure = ErrorStructure(
    data_type=wire.AnthropicErrorData,
    to_message=lambda data: data.error.message,
)
