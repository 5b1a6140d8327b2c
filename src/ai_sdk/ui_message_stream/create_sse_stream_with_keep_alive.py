"""Comments that keep a connection alive while a stream has nothing to say.

Ports: ai/src/ui-message-stream/create-sse-stream-with-keep-alive.ts
"""

import math
from collections.abc import AsyncGenerator, AsyncIterable

from ai_sdk.provider_utils.background_task import BackgroundTask
from ai_sdk.ui_message_stream.stream_queue import StreamQueue, fill_queue

__all__ = ["create_sse_stream_with_keep_alive"]

_STREAM_OPEN = b": stream-open\n\n"
_KEEP_ALIVE = b": keep-alive\n\n"
_LONGEST_MS = 2_147_483_647


def create_sse_stream_with_keep_alive(
    *, stream: AsyncIterable[bytes], keep_alive_ms: float | None
) -> AsyncIterable[bytes]:
    """Return the events of a stream, a comment before them, and one whenever nothing came for so many milliseconds.

    A comment may come a tenth of that time early. Raises `ValueError` when the interval is no positive time; without
    one, the events are returned as they are.
    """
    if keep_alive_ms is None:
        return stream
    if not (math.isfinite(keep_alive_ms) and 0 < keep_alive_ms <= _LONGEST_MS):
        raise ValueError("keepAliveMs must be a positive finite timer duration no greater than 2147483647")
    return _keep_alive(stream, keep_alive_ms / 1000)


async def _keep_alive(stream: AsyncIterable[bytes], seconds: float) -> AsyncGenerator[bytes]:
    queue: StreamQueue[bytes] = StreamQueue()
    task = BackgroundTask(lambda: _read(stream, queue))
    try:
        yield _STREAM_OPEN
        while True:
            if not await queue.wait(seconds):
                yield _KEEP_ALIVE
                continue
            items = queue.take_all()
            if not items:
                return
            for item in items:
                yield item
    finally:
        queue.close()
        await task.close()


async def _read(stream: AsyncIterable[bytes], queue: StreamQueue[bytes]) -> None:
    try:
        await fill_queue(stream, queue)
    except Exception as error:  # noqa: BLE001 - raised to the reader
        queue.close(error)
    finally:
        queue.close()
