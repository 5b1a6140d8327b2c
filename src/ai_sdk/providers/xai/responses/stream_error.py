"""Errors inside a stream of xAI: which HTTP status they would have had, and whether trying again may help.

Ports: @ai-sdk/xai/src/responses/xai-responses-language-model.ts
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from ai_sdk_generated.xai.responses import wire

from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.provider_utils.stream_error_status import STREAM_ERROR_STATUS_CODES, is_retryable_status_code

__all__ = ["create_xai_responses_stream_error"]

_HTTP_STATUS = re.compile(r"[45]\d\d", re.ASCII)
_STATUS_CODES: Mapping[str | float | None, int] = MappingProxyType(
    {**STREAM_ERROR_STATUS_CODES, "rate_limit_exceeded": 429, "insufficient_quota": 429}
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
        is_retryable=None
        if status_code is None
        else code != "insufficient_quota" and is_retryable_status_code(status_code),
        data=dump_wire(event),
    )


def _status_code(code: str | None) -> int | None:
    if code is None:
        return None
    return int(code) if _HTTP_STATUS.fullmatch(code) else _STATUS_CODES.get(code)
