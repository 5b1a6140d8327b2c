"""Reading a stream for its effects.

Ports: ai/src/util/consume-stream.ts
"""

from collections.abc import AsyncIterable, Callable
from typing import Any

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import abortable

__all__ = ["consume_stream"]


async def consume_stream(
    stream: AsyncIterable[Any],
    *,
    on_error: Callable[[Exception], Any] | None = None,
    abort_signal: AbortSignal | None = None,
) -> None:
    """Read `stream` to its end and drop what it gives; an abort ends the reading and closes the stream.

    An error of the stream goes to `on_error` and is not raised.
    """

    async def read() -> None:
        async for _ in stream:
            pass

    try:
        await abortable(abort_signal, read)
    except Exception as error:  # noqa: BLE001 - whoever reads for the effects gets errors by the callback
        if abort_signal is not None and abort_signal.aborted:
            await _close(stream)
        elif on_error is not None:
            on_error(error)


async def _close(stream: AsyncIterable[Any]) -> None:
    close = getattr(stream, "aclose", None)
    if close is not None:
        await close()
