"""One call of a model that streams while something is streamed in: from its start to the end of both streams.

Ports: ai/src/transcribe/stream-transcribe.ts, ai/src/generate-speech/stream-speech.ts
"""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Any

from ai_sdk.generate_text.stream_text.outcome import Delayed
from ai_sdk.generate_text.stream_text.shared_parts import SKIPPED
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.provider import SharedV4Warning
from ai_sdk.provider_utils.abort import AbortError, abortable
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.clock import now
from ai_sdk.util.as_async_iterator import AsyncItems

__all__ = ["LiveCall"]


class LiveCall:
    """What live transcription and live speech share; the subclasses say what the parts of the stream mean."""

    cancelled: str
    """What values say that never came because the reader has left."""

    def __init__(
        self, *, model: Any, options: Any, source: AsyncItems[Any], values: Sequence[Delayed[Any]], response: Any
    ) -> None:
        self.model = model
        self.options = options
        self.response = response(timestamp=now(), model_id=model.model_id)
        self.warnings: list[SharedV4Warning] = []
        self._source = source
        self._values = values

    def stream(self) -> BodyStream[Any]:
        """Return the parts that a user sees; closing it closes what is streamed in, also when nothing was read."""
        return BodyStream(self._parts(), self._source.aclose)

    async def begin(self) -> None:
        """Tell that the call begins."""

    async def take(self, part: Any) -> Any:
        """Return what a user sees of a part, `SKIPPED` when that is nothing."""
        raise NotImplementedError

    def check_end(self) -> None:
        """Raise an error when the stream has ended and something is missing."""

    async def fail(self, error: Exception) -> None:
        """Tell that the call has failed."""

    def abandon(self) -> None:
        """Take note that the reader has left."""
        for value in self._values:
            value.reject(AbortError(self.cancelled))

    def take_warnings(self, warnings: list[SharedV4Warning]) -> None:
        """Keep the warnings and log them."""
        self.warnings = warnings
        log_warnings(warnings=warnings, provider=self.model.provider, model=self.model.model_id)

    def update_response(self, known: Any) -> None:
        """Take what a part, or the result, knows of the response."""
        for name in ("timestamp", "model_id", "headers"):
            value = getattr(known, name)
            if value is not None:
                setattr(self.response, name, value)

    async def _parts(self) -> AsyncGenerator[Any, None]:
        from ai_sdk.util.abortable_stream import abortable_stream  # not at import: it brings asyncio

        try:
            await self.begin()
            async with aclosing(abortable_stream(await self._open(), self.options.abort_signal)) as stream:
                async for part in stream:
                    shown = await self.take(part)
                    if shown is not SKIPPED:
                        yield shown
            self.check_end()
        except Exception as error:
            await self.fail(error)
            raise
        except BaseException:
            self.abandon()
            raise
        finally:
            await self._source.aclose()

    async def _open(self) -> Any:
        result = await abortable(self.options.abort_signal, lambda: self.model.do_stream(self.options))
        if result.response is not None:
            self.update_response(result.response)
        return result.stream
