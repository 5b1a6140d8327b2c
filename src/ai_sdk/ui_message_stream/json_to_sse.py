"""UI message chunks as server-sent events.

Ports: ai/src/ui-message-stream/json-to-sse-transform-stream.ts
"""

import json
import logging
from collections.abc import AsyncIterable, AsyncIterator, Callable
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.json_data import to_json_data

__all__ = ["MASKED_ERROR_TEXT", "encode_sse", "json_to_sse"]

MASKED_ERROR_TEXT = "An error occurred."
"""What clients are told of an error by default, so that no detail of the server leaks."""

_DONE = b"data: [DONE]\n\n"

_logger = logging.getLogger("ai_sdk")


def encode_sse(value: Any) -> bytes:
    r"""Return a value as one server-sent event, in the JSON that JavaScript writes.

    >>> encode_sse({"type": "text-delta", "id": "1", "delta": "Grüße"}).decode()
    'data: {"type":"text-delta","id":"1","delta":"Grüße"}\n\n'
    """
    try:
        return b"data: " + to_json(value, inf_nan_mode="null", bytes_mode="base64", fallback=str) + b"\n\n"
    except PydanticSerializationError:
        # Half of a character, cut in two by a model's tokens: JavaScript escapes it, and the reader joins the halves.
        return b"data: " + json.dumps(to_json_data(value), separators=(",", ":")).encode() + b"\n\n"


async def json_to_sse(
    *, stream: AsyncIterable[Any], on_error: Callable[[Exception], str] | None = None
) -> AsyncIterator[bytes]:
    r"""Yield each value as a server-sent event, and `[DONE]` at the end.

    What `stream` raises is logged by the logger `ai_sdk` and becomes an `error` chunk with the text that `on_error`
    returns, "An error occurred." by default; the events end properly in any case.

    >>> import asyncio
    >>> from ai_sdk.util.simulate_readable_stream import simulate_readable_stream
    >>> async def show():
    ...     return [event async for event in json_to_sse(stream=simulate_readable_stream(chunks=[{"type": "start"}]))]
    >>> asyncio.run(show())
    [b'data: {"type":"start"}\n\n', b'data: [DONE]\n\n']
    """
    try:
        async for value in stream:
            yield encode_sse(value)
    except Exception as error:
        _logger.exception("a UI message stream failed")
        yield encode_sse({"type": "error", "errorText": _error_text(error, on_error)})
    finally:
        await close_stream(stream)
    yield _DONE


def _error_text(error: Exception, on_error: Callable[[Exception], str] | None) -> str:
    try:
        return MASKED_ERROR_TEXT if on_error is None else on_error(error)
    except Exception:
        _logger.exception("the text of an error could not be made")
        return MASKED_ERROR_TEXT
