"""A stream of any events as a UI message stream."""

import logging
from collections.abc import AsyncGenerator, AsyncIterable, Callable
from typing import TypeVar

from ai_sdk.integrations.ui_message_emitter import UIMessageEmitter
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["emit_events"]

E = TypeVar("E")

_logger = logging.getLogger("ai_sdk")


async def emit_events(
    *,
    events: AsyncIterable[E],
    handle: Callable[[UIMessageEmitter, E], None],
    emitter: UIMessageEmitter | None = None,
) -> AsyncGenerator[UIMessageChunk]:
    """Yield UI message chunks for `events`: `handle(emitter, event)` says to the emitter what an event means.

    The next event is asked for when the chunks of the last one are taken, so a slow reader slows the source. Closing
    the stream closes `events`. What `events` or `handle` raises is logged by the logger `ai_sdk`, reported as an
    `error` chunk, masked unless the emitter has an `on_error`, and finishes the message.

    >>> import asyncio
    >>> from ai_sdk.util.simulate_readable_stream import simulate_readable_stream
    >>> async def show():
    ...     words = simulate_readable_stream(chunks=["Hel", "lo"])
    ...     chunks = emit_events(events=words, handle=lambda emitter, word: emitter.text(word))
    ...     return [chunk["delta"] async for chunk in chunks if chunk["type"] == "text-delta"]
    >>> asyncio.run(show())
    ['Hel', 'lo']
    """
    emitter = UIMessageEmitter() if emitter is None else emitter
    emitter.start()
    try:
        for chunk in emitter.take():
            yield chunk
        async for event in events:
            handle(emitter, event)
            for chunk in emitter.take():
                yield chunk
    except Exception as error:
        _logger.exception("a source of events failed")
        emitter.error(error)
        emitter.finish("error")
    finally:
        await close_stream(events)
    emitter.finish()
    for chunk in emitter.take():
        yield chunk
