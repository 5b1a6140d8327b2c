"""Bedrock's answers in the form that Anthropic's have: events as server-sent events, errors with Anthropic's body.

Ports: @ai-sdk/amazon-bedrock/src/anthropic/amazon-bedrock-anthropic-fetch.ts
"""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from ai_sdk.provider import AISDKError, APICallError
from ai_sdk.provider_utils.aws_event_stream import AwsEventStreamError, AwsEventStreamMessage
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.json import omit_none, parse_json, stringify
from ai_sdk.provider_utils.response_handler import read_body
from ai_sdk.provider_utils.transport import HttpRequest, HttpResponse, Transport
from ai_sdk.providers.amazon_bedrock.errors import get_amazon_bedrock_stream_error_metadata
from ai_sdk.providers.amazon_bedrock.event_stream import read_messages

__all__ = ["AnthropicTransport"]

_MULTIPLE_CHOICES = 300
_EVENT_STREAM = "application/vnd.amazon.eventstream"


class AnthropicTransport:
    """A transport that lets Bedrock answer as Anthropic would."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.errors = transport.errors

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        """Send a request and return as soon as the response's headers are there, or all of an error."""
        response = await self._transport.send(request, follow_redirects=follow_redirects)
        if response.status_code >= _MULTIPLE_CHOICES:
            return await _as_anthropic_error(response, request.url)
        if _EVENT_STREAM in response.headers.get("content-type", ""):
            return _as_server_sent_events(request, response)
        return response

    async def aclose(self) -> None:
        """Close the transport below."""
        await self._transport.aclose()


async def _as_anthropic_error(response: HttpResponse, url: str) -> HttpResponse:
    text = (await read_body(response, url)).removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    error = {"type": "error", "error": {"type": "error", "message": _error_message(text)}}
    headers = {"content-type": "text/plain;charset=UTF-8", **response.headers}  # what a text has by default
    return replace(response, headers=headers, pieces=_once(stringify(error).encode("utf-8", "replace")))


def _error_message(text: str) -> str:
    try:
        body = parse_json(text)
    except AISDKError:
        return text
    message = body.get("message") if isinstance(body, dict) else None
    return message if isinstance(message, str) and message else text


async def _once(piece: bytes) -> AsyncIterator[bytes]:
    yield piece


def _as_server_sent_events(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    headers = response.headers | {"content-type": "text/event-stream"}
    pieces = _events(request, replace(response, headers=headers))

    async def close() -> None:
        await pieces.aclose()
        await response.close()

    return replace(response, headers=headers, pieces=pieces, close=close)


async def _events(request: HttpRequest, response: HttpResponse) -> AsyncGenerator[bytes, None]:
    try:
        async with aclosing(read_messages(response.pieces)) as messages:
            async for message in messages:
                data = _event_data(message)
                if data is not None:
                    yield b"data: " + data + b"\n\n"
    except AwsEventStreamError as error:
        raise APICallError(
            "Failed to process successful response",
            url=request.url,
            request_body_values=parse_json(request.content) if isinstance(request.content, bytes) else None,
            status_code=response.status_code,
            response_headers=response.headers,
            cause=error,
        ) from error


def _event_data(message: AwsEventStreamMessage) -> bytes | None:
    match message.text(":message-type"), message.text(":event-type"):
        case "event", "chunk":
            return _chunk_data(message.payload)
        case "event", "messageStop":
            return b"[DONE]"
        case "exception", _:
            return _exception_data(message)
    return None


def _chunk_data(payload: bytes) -> bytes:
    """Unwrap Anthropic's event from its base64 text."""
    try:
        chunk = parse_json(payload)
    except AISDKError:
        return payload
    content = chunk.get("bytes") if isinstance(chunk, dict) else None
    return convert_base64_to_bytes(content) if isinstance(content, str) and content else payload


def _exception_data(message: AwsEventStreamMessage) -> bytes:
    text = message.payload.decode("utf-8", "replace")
    data: Any = text
    try:
        data = parse_json(message.payload)
    except AISDKError:
        data = text
    given = data.get("message") if isinstance(data, dict) else None
    kind = message.text(":event-type") or message.text(":exception-type") or "error"
    status_code, is_retryable = get_amazon_bedrock_stream_error_metadata(kind)
    error = omit_none({"statusCode": status_code, "isRetryable": is_retryable}) | {
        "type": kind,
        "message": given if isinstance(given, str) else text,
        "data": data,
    }
    return stringify({"type": "error", "error": error}).encode("utf-8", "replace")
