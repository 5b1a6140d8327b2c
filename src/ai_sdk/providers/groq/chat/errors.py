"""Errors that Groq sends inside a chat stream.

Ports: @ai-sdk/groq/src/groq-chat-language-model.ts
"""

from ai_sdk_generated.groq.chat import wire

from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.provider_utils.stream_error_status import STREAM_ERROR_STATUS_CODES, is_retryable_status_code

__all__ = ["create_groq_stream_error"]


def create_groq_stream_error(event: wire.GroqErrorData) -> ProviderStreamError:
    """Return what the error part of a stream carries for an error event."""
    status_code = STREAM_ERROR_STATUS_CODES.get(event.error.type)
    return ProviderStreamError(
        message=event.error.message,
        type=event.error.type,
        status_code=status_code,
        is_retryable=None if status_code is None else is_retryable_status_code(status_code),
        data=dump_wire(event),
    )
