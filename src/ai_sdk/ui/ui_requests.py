"""Requests of a chat's user side, whose errors say nothing of the conversation.

Ports: ai/src/ui/http-chat-transport.ts, ai/src/ui/create-ui-api-call-error.ts
"""

from collections.abc import AsyncGenerator
from typing import Any

from ai_sdk.provider import AbortSignal
from ai_sdk.provider.errors import APICallError, EmptyResponseBodyError
from ai_sdk.provider_utils.headers import Headers, normalize_headers
from ai_sdk.provider_utils.json import encode_json
from ai_sdk.provider_utils.post_to_api import get_from_api, post_to_api
from ai_sdk.provider_utils.response_handler import ApiResponse, Exchange, binary_stream_response, read_body
from ai_sdk.provider_utils.transport import Transport

__all__ = ["get_ui_stream", "post_ui_request"]

_NO_CONTENT = 204


async def post_ui_request(
    transport: Transport, url: str, *, headers: Headers, body: Any, abort_signal: AbortSignal | None
) -> AsyncGenerator[bytes]:
    """Post JSON and return the bytes of the answer.

    Raises `APICallError` when the backend cannot be reached or refuses, `EmptyResponseBodyError` for a 204.
    """
    response = await post_to_api(
        transport=transport,
        url=url,
        headers={"content-type": "application/json", **normalize_headers(headers)},
        content=encode_json(body),
        values=None,
        response_handler=_stream_or_none,
        error_handler=_error,
        abort_signal=abort_signal,
    )
    if response.value is None:
        raise EmptyResponseBodyError("The response body is empty.")
    return response.value


async def get_ui_stream(
    transport: Transport, url: str, *, headers: Headers, abort_signal: AbortSignal | None
) -> AsyncGenerator[bytes] | None:
    """Return the bytes of an answer that is still being written, `None` for a 204. Raises `APICallError`."""
    response = await get_from_api(
        transport=transport,
        url=url,
        headers=normalize_headers(headers),
        response_handler=_stream_or_none,
        error_handler=_error,
        abort_signal=abort_signal,
    )
    return response.value


async def _stream_or_none(exchange: Exchange) -> ApiResponse[AsyncGenerator[bytes] | None]:
    if exchange.response.status_code == _NO_CONTENT:
        await exchange.response.close()
        return ApiResponse(value=None, response_headers=exchange.response.headers)
    stream = await binary_stream_response()(exchange)
    return ApiResponse(value=stream.value, response_headers=stream.response_headers)


async def _error(exchange: Exchange) -> ApiResponse[APICallError]:
    """Make an error of the body's text, without what was sent: prompts and messages stay out of what a client shows."""
    response = exchange.response
    text = (await read_body(response, exchange.url)).decode("utf-8", "replace")
    error = APICallError(
        text or "Failed to fetch the chat response.",
        url=exchange.url,
        request_body_values=None,
        status_code=response.status_code,
        response_body=text,
    )
    return ApiResponse(value=error, response_headers=response.headers)
