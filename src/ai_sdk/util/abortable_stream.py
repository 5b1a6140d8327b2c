"""A stream that ends when a signal is aborted, even when whoever makes it does not look at the signal."""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any, TypeVar, cast

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.util.abortable_reader import AbortableReader

__all__ = ["abortable_stream"]

T = TypeVar("T")


async def abortable_stream(stream: AsyncIterator[T], signal: AbortSignal | None) -> AsyncGenerator[T, None]:
    """Give the items of `stream`, which is closed at the end; raises the abort's reason as soon as there is one."""
    reader = None if signal is None else AbortableReader(cast("AsyncGenerator[Any, None]", stream), signal)
    try:
        if reader is None:
            async for item in stream:
                yield item
        else:
            while (read := await reader.next()) is not None:
                yield read
    finally:
        if reader is not None:
            reader.close()
        await close_stream(stream)
