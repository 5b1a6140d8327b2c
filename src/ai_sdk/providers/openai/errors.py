"""How OpenAI writes errors.

Ports: @ai-sdk/openai/src/openai-error.ts
"""

from ai_sdk_generated.openai.shared import wire

from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["openai_error_structure"]

openai_error_structure = ErrorStructure(
    data_type=wire.OpenaiErrorData,
    to_message=lambda data: data.error.message,
)
