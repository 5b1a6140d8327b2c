"""Errors that DeepSeek sends inside a chat stream.

Ports: @ai-sdk/deepseek/src/chat/deepseek-chat-language-model.ts
"""

import re

from ai_sdk_generated.deepseek.chat import wire

from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.provider_utils.stream_error_status import STREAM_ERROR_STATUS_CODES, is_retryable_status_code

__all__ = ["create_deepseek_stream_error"]

_HTTP_STATUS = re.compile(r"\d{3}", re.ASCII)
_HTTP_ERRORS = range(400, 600)
_QUOTA = "insufficient_quota"
_TOO_MANY_REQUESTS = 429
_STATUS_CODES = {**STREAM_ERROR_STATUS_CODES, "rate_limit_exceeded": _TOO_MANY_REQUESTS}


def create_deepseek_stream_error(event: wire.DeepSeekError) -> ProviderStreamError:
    """Return what the error part of a stream carries for an error event."""
    error = event.error
    status_code = _status_code(error)
    is_retryable = None if status_code is None else is_retryable_status_code(status_code)
    return ProviderStreamError(
        message=error.message,
        type=error.type,
        code=error.code,
        status_code=status_code,
        # An empty quota does not fill up by waiting, although it has the status of a rate limit.
        is_retryable=False if _QUOTA in {error.code, error.type} else is_retryable,
        data=dump_wire(event),
    )


def _status_code(error: wire.DeepSeekErrorError) -> int | None:
    if _QUOTA in {error.code, error.type}:
        return _TOO_MANY_REQUESTS
    is_status = isinstance(error.code, str) and _HTTP_STATUS.fullmatch(error.code)
    explicit = int(error.code) if is_status and error.code is not None else error.code
    if isinstance(explicit, int | float) and explicit in _HTTP_ERRORS:
        return int(explicit)
    return _STATUS_CODES.get(error.code) or _STATUS_CODES.get(error.type)
