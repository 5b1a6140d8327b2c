"""The caller's transforms, between the steps and whoever records and reads them.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator
from typing import Any

from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.stream_text.step import StreamRetryBoundary, StreamStepPart
from ai_sdk.generate_text.text_stream_part import TextStreamPart
from ai_sdk.provider_utils.close_stream import close_stream

__all__ = ["transformed"]


async def transformed(
    source: AsyncGenerator[StreamStepPart, None], run: StreamTextRun
) -> AsyncGenerator[StreamStepPart, None]:
    """Send the parts through every transform in order; each new attempt at a step gets transforms of its own."""
    segments = _Segments(source)
    try:
        while True:
            stream: Any = segments.parts()
            for transform in run.transforms:
                stream = transform(tools=run.call.tools or {}, stop_stream=segments.stop)(stream)
            try:
                async for part in stream:
                    yield part
            finally:
                await close_stream(stream)
            boundary, segments.boundary = segments.boundary, None
            if boundary is None:
                return  # the source has ended, or the transform wants no more of it
            yield boundary
    finally:
        await source.aclose()


class _Segments:
    """A source that is cut where a step is tried again."""

    def __init__(self, source: AsyncGenerator[StreamStepPart, None]) -> None:
        self.boundary: StreamRetryBoundary | None = None
        self._source = source
        self._is_stopped = False

    def stop(self) -> None:
        """Let the transforms end with what they have."""
        self._is_stopped = True

    async def parts(self) -> AsyncGenerator[TextStreamPart, None]:
        """Give the parts up to the next cut; closing this generator leaves the source open."""
        while not self._is_stopped:
            part = await anext(self._source, None)
            if part is None:
                return
            if isinstance(part, StreamRetryBoundary):
                self.boundary = part
                return
            yield part
        await self._source.aclose()
