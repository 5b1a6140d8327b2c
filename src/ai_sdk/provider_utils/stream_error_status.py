"""The HTTP status that an error inside a stream would have had: such an event has none of its own.

Ports: @ai-sdk/groq/src/groq-chat-language-model.ts, @ai-sdk/deepseek/src/chat/deepseek-chat-language-model.ts
Ports: @ai-sdk/moonshotai/src/moonshotai-chat-language-model.ts
"""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["STREAM_ERROR_STATUS_CODES", "is_retryable_status_code"]

STREAM_ERROR_STATUS_CODES: Mapping[str | float | None, int] = MappingProxyType(
    {
        "rate_limit_error": 429,
        "api_error": 500,
        "internal_server_error": 500,
        "server_error": 500,
        "overloaded_error": 503,
        "service_unavailable": 503,
        "timeout": 504,
        "timeout_error": 504,
        "authentication_error": 401,
        "invalid_api_key": 401,
        "permission_error": 403,
        "not_found_error": 404,
        "model_not_found": 404,
        "bad_request": 400,
        "context_length_exceeded": 400,
        "invalid_request_error": 400,
    }
)
"""By the error's type (or code), as chat-completions APIs name them."""

_RETRYABLE_CLIENT_ERRORS = frozenset({408, 409, 429})
_FIRST_SERVER_ERROR = 500


def is_retryable_status_code(status_code: int) -> bool:
    """Say whether trying again may help.

    >>> is_retryable_status_code(429), is_retryable_status_code(400)
    (True, False)
    """
    return status_code in _RETRYABLE_CLIENT_ERRORS or status_code >= _FIRST_SERVER_ERROR
