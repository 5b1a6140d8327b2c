"""Errors that the gateway reports inside a stream over a WebSocket, where there is no HTTP status.

Ports: @ai-sdk/gateway/src/gateway-stream-errors.ts
"""

from typing import Any

from ai_sdk.provider.errors import get_error_message
from ai_sdk.provider_utils.websocket import WebSocketError
from ai_sdk.providers.gateway.error_mapping import AuthMethod, create_gateway_error_from_response

__all__ = ["create_error_from_server_error_part"]

_STATUS_CODES = {
    "authentication_error": 401,
    "failed_dependency": 424,
    "forbidden": 403,
    "internal_server_error": 500,
    "invalid_request_error": 400,
    "model_not_found": 404,
    "rate_limit_exceeded": 429,
}
"""The status that stands for each type of error."""


def create_error_from_server_error_part(
    error: Any, auth_method: AuthMethod | None, stream_label: str = "transcription"
) -> Exception:
    """Return the gateway's error for what an `error` part holds, a `WebSocketError` when its kind is not known."""
    match error:
        case {"message": str() as message, "type": str() as kind} if kind in _STATUS_CODES:
            return create_gateway_error_from_response(
                response={"error": {"message": message, "type": kind}},
                status_code=_STATUS_CODES[kind],
                auth_method=auth_method,
            )
        case {"message": str() as message}:
            pass
        case _:
            message = get_error_message(error)
    return WebSocketError(f"AI Gateway {stream_label} stream failed: {message}")
