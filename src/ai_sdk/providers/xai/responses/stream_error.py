"""Errors inside a stream of xAI: which HTTP status they would have had, and whether trying again may help.

Ports: @ai-sdk/xai/src/responses/xai-responses-language-model.ts
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from ai_sdk_generated.xai.responses import wire

from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_error import ProviderStreamError

__all__ = ["create_xai_responses_stream_error"]

_HTTP_STATUS = re.compile(r"[45]\d\d", re.ASCII)
_RETRYABLE_CLIENT_ERRORS = frozenset({408, 409, 429})
_FIRST_SERVER_ERROR = 500
_STATUS_CODES: Mapping[str, int] = MappingProxyType(
    {
        "rate_limit_exceeded": 429,
        "rate_limit_error": 429,
        "insufficient_quota": 429,
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


def create_xai_responses_stream_error(
    event: wire.XaiResponsesChunkError | wire.XaiResponsesChunkResponseFailed, message: str, code: str | None
) -> ProviderStreamError:
    """Return what an error part carries for an `error` or `response.failed` event."""
    status_code = _status_code(code)
    return ProviderStreamError(
        message=message,
        type=event.type,
        code=code,
        status_code=status_code,
        # An empty quota does not fill up by waiting, although it has the status of a rate limit.
        is_retryable=None if status_code is None else code != "insufficient_quota" and _is_retryable(status_code),
        data=dump_wire(event),
    )


def _status_code(code: str | None) -> int | None:
    if code is None:
        return None
    return int(code) if _HTTP_STATUS.fullmatch(code) else _STATUS_CODES.get(code)


def _is_retryable(status_code: int) -> bool:
    return status_code in _RETRYABLE_CLIENT_ERRORS or status_code >= _FIRST_SERVER_ERROR
