"""The events that Bedrock's streams are made of.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-event-stream-response-handler.ts
"""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.aws_event_stream import AwsEventStreamDecoder, AwsEventStreamMessage
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.json import encode_json, parse_json, validate_types
from ai_sdk.provider_utils.response_handler import (
    ApiResponse,
    Event,
    Exchange,
    ResponseHandler,
    binary_stream_response,
)

__all__ = ["ConverseEvent", "aws_event_stream_response", "read_messages"]


@dataclass(frozen=True, slots=True)
class ConverseEvent:
    """An event as its wire model, and the JSON that it was read from."""

    chunk: Any
    value: Any


async def read_messages(pieces: AsyncIterator[bytes]) -> AsyncGenerator[AwsEventStreamMessage, None]:
    """Decode a body; raises `AwsEventStreamError` for what is no event stream, or only a part of one."""
    decoder = AwsEventStreamDecoder()
    async for piece in pieces:
        for message in decoder.feed(piece):
            yield message
    decoder.finish()


def aws_event_stream_response(kind: Any) -> ResponseHandler[AsyncGenerator[Event, None]]:
    """Read the body as an event stream: events are `ConverseEvent`s that hold the type and payload as `kind`."""

    async def handle(exchange: Exchange) -> ApiResponse[AsyncGenerator[Event, None]]:
        body = await binary_stream_response()(exchange)
        events = BodyStream(_read_events(body.value, kind), body.value.aclose)
        return ApiResponse(value=events, response_headers=body.response_headers)

    return handle


async def _read_events(pieces: AsyncGenerator[bytes, None], kind: Any) -> AsyncGenerator[Event, None]:
    async with aclosing(pieces), aclosing(read_messages(pieces)) as messages:
        async for message in messages:
            payload_type = _payload_type(message)
            if payload_type is not None:
                yield _read_event(payload_type, message.payload, kind)


def _payload_type(message: AwsEventStreamMessage) -> str | None:
    match message.text(":message-type"):
        case "event":
            return message.text(":event-type")
        case "exception":
            return message.text(":exception-type")
    return None


def _read_event(payload_type: str, payload: bytes, kind: Any) -> Event:
    """Read the payload under its type's name; errors go with the event."""
    try:
        content = parse_json(payload)
    except AISDKError as error:
        return error, payload
    if isinstance(content, dict):
        content.pop("p", None)  # padding, so that lengths say nothing of the content
    value = {payload_type: content}
    data = encode_json(value)
    try:
        return ConverseEvent(validate_types(kind, value), value), data
    except AISDKError as error:
        return error, data
