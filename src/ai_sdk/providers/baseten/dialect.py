"""How Baseten differs from OpenAI: in its errors.

Ports: @ai-sdk/baseten/src/baseten-provider.ts
"""

from ai_sdk_generated.baseten.shared.wire import BasetenError

from ai_sdk.provider_utils.response_handler import ErrorStructure
from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

__all__ = ["BASETEN_ERROR_STRUCTURE", "CHAT"]

BASETEN_ERROR_STRUCTURE = ErrorStructure(
    BasetenError, lambda data: data.error if isinstance(data.error, str) else data.error.message
)
"""The model APIs write a text; a dedicated deployment passes on what its own server writes."""

CHAT = ChatDialect(
    include_usage=True,
    supports_structured_outputs=True,
    text_before_reasoning=True,
    error_structure=BASETEN_ERROR_STRUCTURE,
)
