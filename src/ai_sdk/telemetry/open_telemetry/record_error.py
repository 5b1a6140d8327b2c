"""Errors on spans and metrics.

Ports: @ai-sdk/otel/src/record-span.ts
"""

from typing import Any

from opentelemetry.trace import Span, Status, StatusCode

from ai_sdk.error.retry_error import RetryError
from ai_sdk.provider.errors import AISDKError, APICallError

__all__ = ["get_error_type", "record_error_on_span"]

_OTHER = "_OTHER"


def get_error_type(error: Any) -> str:
    """Return the name of an exception: errors of this library share theirs with TypeScript, others are qualified."""
    if isinstance(error, AISDKError):
        return error.name
    if not isinstance(error, BaseException):
        return _OTHER
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def record_error_on_span(span: Span, error: Any) -> None:
    """Mark `span` as failed; an exception is recorded as an event, and the status code of a provider's answer too."""
    api_call_error = error.last_error if isinstance(error, RetryError) else error
    if isinstance(api_call_error, APICallError) and api_call_error.status_code is not None:
        span.set_attribute("http.response.status_code", api_call_error.status_code)
    if isinstance(error, BaseException):
        span.record_exception(error, {"exception.type": get_error_type(error)})
        span.set_status(Status(StatusCode.ERROR, str(error)))
    else:
        span.set_status(Status(StatusCode.ERROR))
