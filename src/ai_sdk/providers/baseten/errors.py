"""The error that only Baseten's provider raises.

Ports: @ai-sdk/baseten/src/baseten-provider.ts
"""

from ai_sdk.provider import AISDKError

__all__ = ["BasetenModelURLError"]


class BasetenModelURLError(AISDKError):
    """The provider's `model_url` is missing, or leads to an endpoint that a kind of model does not speak with."""

    name = "Error"
