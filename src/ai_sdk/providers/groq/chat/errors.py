"""Errors that Groq sends inside a chat stream.

Ports: @ai-sdk/groq/src/groq-chat-language-model.ts
"""

from collections.abc import Mapping
from types import MappingProxyType

from ai_sdk_generated.groq.chat import wire

from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_error import ProviderStreamError

__all__ = ["create_groq_stream_error"]

_INTERNAL, _OVERLOADED, _TIMEOUT = (500, True), (503, True), (504, True)
_UNAUTHORIZED, _NOT_FOUND, _BAD_REQUEST = (401, False), (404, False), (400, False)
# An event has no status of its own: the status that its type stands for, and whether to try again.
_STATUS_BY_TYPE: Mapping[str, tuple[int, bool]] = MappingProxyType(
    {
        "rate_limit_error": (429, True),
        "api_error": _INTERNAL,
        "internal_server_error": _INTERNAL,
        "server_error": _INTERNAL,
        "overloaded_error": _OVERLOADED,
        "service_unavailable": _OVERLOADED,
        "timeout": _TIMEOUT,
        "timeout_error": _TIMEOUT,
        "authentication_error": _UNAUTHORIZED,
        "invalid_api_key": _UNAUTHORIZED,
        "permission_error": (403, False),
        "not_found_error": _NOT_FOUND,
        "model_not_found": _NOT_FOUND,
        "bad_request": _BAD_REQUEST,
        "context_length_exceeded": _BAD_REQUEST,
        "invalid_request_error": _BAD_REQUEST,
    }
)


def create_groq_stream_error(event: wire.GroqErrorData) -> ProviderStreamError:
    """Return what the error part of a stream carries for an error event."""
    status_code, is_retryable = _STATUS_BY_TYPE.get(event.error.type, (None, None))
    return ProviderStreamError(
        message=event.error.message,
        type=event.error.type,
        status_code=status_code,
        is_retryable=is_retryable,
        data=dump_wire(event),
    )
