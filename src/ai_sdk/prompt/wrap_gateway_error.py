"""What to say when the AI Gateway was asked without a key.

Ports: ai/src/prompt/wrap-gateway-error.ts
"""

from typing import Any

from ai_sdk.provider.errors import AISDKError

__all__ = ["wrap_gateway_error"]


class UnauthenticatedGatewayError(AISDKError):
    """The AI Gateway, where model ids are looked up by default, was asked without a key."""

    name = "GatewayAuthenticationError"


def wrap_gateway_error(error: Any) -> Any:
    """Return an error that says how to authenticate, when that is what is wrong; any other error stays as it is."""
    if getattr(error, "name", None) != "GatewayAuthenticationError":
        return error
    return UnauthenticatedGatewayError(
        "Unauthenticated request to AI Gateway.\n\n"
        "To authenticate, set the AI_GATEWAY_API_KEY environment variable with your API key.\n\n"
        "Alternatively, you can use a provider module instead of the AI Gateway.\n\n"
        "Learn more: https://ai-sdk.dev/unauthenticated-ai-gateway\n\n"
    )
