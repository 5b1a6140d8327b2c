"""UI message chunks from the bytes of a response.

Ports: @ai-sdk/provider-utils/src/parse-json-event-stream.ts
"""

from collections.abc import AsyncGenerator

from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.event_stream import EventStreamDecoder
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.schema import validate_value
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk, ui_message_chunk_schema

__all__ = ["parse_ui_message_stream"]


def parse_ui_message_stream(stream: AsyncGenerator[bytes]) -> AsyncGenerator[UIMessageChunk]:
    """Return the chunks of server-sent events, each checked; closing the result closes `stream`.

    Reading raises `JSONParseError` or `TypeValidationError` when an event is no chunk.
    """
    return BodyStream(_parse(stream), stream.aclose)


async def _parse(stream: AsyncGenerator[bytes]) -> AsyncGenerator[UIMessageChunk]:
    feed, schema = EventStreamDecoder().feed, ui_message_chunk_schema()
    try:
        async for piece in stream:
            for data in feed(piece):
                yield validate_value(parse_json(data), schema)
    finally:
        await stream.aclose()
