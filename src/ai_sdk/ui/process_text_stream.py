"""Reading a stream of plain text.

Ports: ai/src/ui/process-text-stream.ts
"""

import inspect
from codecs import getincrementaldecoder
from collections.abc import AsyncIterable

from ai_sdk.util.callback import Callback
from ai_sdk.util.close_stream import close_stream

__all__ = ["process_text_stream"]


async def process_text_stream(*, stream: AsyncIterable[bytes], on_text_part: Callback[str]) -> None:
    r"""Call `on_text_part` with each piece of text; characters that were cut in two arrive whole.

    >>> import asyncio
    >>> from ai_sdk.util.simulate_readable_stream import simulate_readable_stream
    >>> pieces = simulate_readable_stream(chunks=[b"Gr\xc3", b"\xbc"])
    >>> asyncio.run(process_text_stream(stream=pieces, on_text_part=print))
    Gr
    ü
    """
    decoder = getincrementaldecoder("utf-8-sig")("replace")

    async def give(text: str) -> None:
        pending = on_text_part(text) if text else None
        if inspect.isawaitable(pending):
            await pending

    try:
        async for piece in stream:
            await give(decoder.decode(piece))
        await give(decoder.decode(b"", final=True))
    finally:
        await close_stream(stream)
