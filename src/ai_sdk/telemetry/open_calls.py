"""Calls that were dropped before they ended, such as a stream that nobody consumes any more."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

__all__ = ["OpenCalls"]

_STARTS = frozenset({"on_start", "experimental_on_stream_transcription_start"})
_ENDS = frozenset({"on_end", "on_abort", "on_error", "experimental_on_stream_transcription_end"})


class OpenCalls:
    """Knows which calls of one dispatcher have started and not ended, and tells integrations of them when it is gone.

    The dispatcher's callbacks hold it, so it lives as long as anything that could still end the call.
    """

    def __init__(self, handlers: Sequence[Callable[[str], None]]) -> None:
        self._handlers = handlers
        self._call_ids: set[str] = set()

    def track(self, name: str, event: Any) -> None:
        """Take note of the event that the callback `name` is about to get."""
        if name in _STARTS:
            self._call_ids.add(event.call_id)
        elif name in _ENDS:
            self._call_ids.discard(event.call_id)

    def abandon(self) -> None:
        """Tell integrations of the calls that are open, once."""
        while self._call_ids:
            call_id = self._call_ids.pop()
            for handler in self._handlers:
                with suppress(Exception):
                    handler(call_id)

    def __del__(self) -> None:
        self.abandon()
