"""Errors that Moonshot AI sends inside a chat stream.

Ports: @ai-sdk/moonshotai/src/moonshotai-chat-language-model.ts
"""

from ai_sdk_generated.moonshotai.chat import wire

from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.provider_utils.stream_error_status import STREAM_ERROR_STATUS_CODES, is_retryable_status_code

__all__ = ["create_moonshotai_stream_error"]

_STATUS_CODES = {**STREAM_ERROR_STATUS_CODES, "rate_limit_exceeded": 429}


def create_moonshotai_stream_error(event: wire.MoonshotAIError) -> ProviderStreamError:
    """Return what the error part of a stream carries for an error event; the type decides, not the code."""
    status_code = _STATUS_CODES.get(event.error.type)
    return ProviderStreamError(
        message=event.error.message,
        type=event.error.type,
        code=event.error.code,
        status_code=status_code,
        is_retryable=None if status_code is None else is_retryable_status_code(status_code),
        data=dump_wire(event),
    )
