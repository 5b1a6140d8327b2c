"""Plain text as a UI message stream.

Ports: ai/src/ui/transform-text-to-ui-message-stream.ts
"""

from collections.abc import AsyncGenerator, AsyncIterable

from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.util.close_stream import close_stream

__all__ = ["transform_text_to_ui_message_stream"]


async def transform_text_to_ui_message_stream(*, stream: AsyncIterable[str]) -> AsyncGenerator[UIMessageChunk]:
    """Yield the chunks of a message with one text, the pieces of which `stream` gives.

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
        yield {"type": "text-start", "id": "text-1"}
        async for text in stream:
            yield {"type": "text-delta", "id": "text-1", "delta": text}
        yield {"type": "text-end", "id": "text-1"}
        yield {"type": "finish-step"}
        yield {"type": "finish"}
    finally:
        await close_stream(stream)
