"""Plain text as UI message chunks.

Ports: ai/src/ui/transform-text-to-ui-message-stream.ts, ai/src/ui/process-text-stream.ts
"""

import codecs
from collections.abc import AsyncGenerator, AsyncIterable

from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["decode_text_stream", "transform_text_to_ui_message_stream"]

_TEXT_ID = "text-1"


async def decode_text_stream(stream: AsyncIterable[bytes]) -> AsyncGenerator[str]:
    """Yield the text of UTF-8 bytes; a character may be split between two pieces. Closes `stream`."""
    decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
    try:
        async for piece in stream:
            if text := decode(piece):
                yield text
        if text := decode(b"", final=True):
            yield text
    finally:
        await close_stream(stream)


async def transform_text_to_ui_message_stream(*, stream: AsyncIterable[str]) -> AsyncGenerator[UIMessageChunk]:
    """Yield the chunks of a message that has the text as its one part. Closes `stream`.

    >>> import asyncio
    >>> from ai_sdk.util.simulate_readable_stream import simulate_readable_stream
    >>> async def show():
    ...     texts = simulate_readable_stream(chunks=["Hi"])
    ...     return [chunk["type"] async for chunk in transform_text_to_ui_message_stream(stream=texts)]
    >>> asyncio.run(show())
    ['start', 'start-step', 'text-start', 'text-delta', 'text-end', 'finish-step', 'finish']
    """
    try:
        yield {"type": "start"}
        yield {"type": "start-step"}
        yield {"type": "text-start", "id": _TEXT_ID}
        async for text in stream:
            yield {"type": "text-delta", "id": _TEXT_ID, "delta": text}
        yield {"type": "text-end", "id": _TEXT_ID}
        yield {"type": "finish-step"}
        yield {"type": "finish"}
    finally:
        await close_stream(stream)
