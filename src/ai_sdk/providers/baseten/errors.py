"""How Baseten writes errors: its model APIs a text, a dedicated deployment what its own server writes.

Ports: @ai-sdk/baseten/src/baseten-provider.ts
"""

from ai_sdk_generated.baseten.shared.wire import BasetenError

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = ["BASETEN_ERROR_STRUCTURE", "BasetenModelURLError"]

BASETEN_ERROR_STRUCTURE = ErrorStructure(
    BasetenError, lambda data: data.error if isinstance(data.error, str) else data.error.message
)


class BasetenModelURLError(AISDKError):
    """The provider's `model_url` is missing, or leads to an endpoint that a kind of model does not speak with."""

    name = "Error"
