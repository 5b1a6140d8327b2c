"""The events of an interaction that runs on the server, over as many connections as it takes.

Agents are silent for long, and connections end meanwhile: the next begins after the last event that was seen.

Ports: @ai-sdk/google/src/interactions/stream-google-interactions.ts
"""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any
from urllib.parse import urlencode

from ai_sdk_generated.google.interactions import wire

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.abort import is_abort_error
from ai_sdk.provider_utils.response_handler import Event, event_source_response
from ai_sdk.providers.google.errors import GoogleError
from ai_sdk.providers.google.interactions.running import RunningInteraction

__all__ = ["InteractionEventSource"]

_MAX_ATTEMPTS = 3
_RETRY_DELAY_MS = 500
_LAST_EVENTS = frozenset({"interaction.completed", "error"})


class InteractionEventSource:
    """Reads the events once; an interaction that nobody reads to its end is stopped on the server."""

    def __init__(self, interaction: RunningInteraction) -> None:
        self._interaction = interaction
        self._last_event_id: str | None = None
        self._is_complete = False
        self._is_over = False
        """Whether the interaction has ended, failed, or been stopped: nothing is left to stop."""
        self._failures = 0

    async def read(self) -> AsyncGenerator[Event, None]:
        """Return the events.

        Raises `APICallError` or `GoogleError` when three connections in a row fail, and `AbortError` when the call is
        stopped.
        """
        try:
            while not self._is_complete:
                async with aclosing(self._read_connection()) as events:
                    async for event in events:
                        yield event
        except Exception as error:
            self._is_over = not self._was_aborted(error)
            raise
        finally:
            await self.close()

    async def close(self) -> None:
        """Stop the interaction, unless it is over."""
        if not (self._is_complete or self._is_over):
            self._is_over = True
            await self._interaction.cancel()

    async def _read_connection(self) -> AsyncGenerator[Event, None]:
        """Return the events of one connection; when it fails the next may be tried."""
        has_events = False
        try:
            async with aclosing(await self._open()) as events:
                async for event in events:
                    has_events = True
                    self._note(event[0])
                    yield event
                    if self._is_complete:
                        return
        except Exception as error:
            if self._was_aborted(error):
                raise
            await self._fail(error)
            return
        if has_events:
            self._failures = 0
        else:
            await self._fail(GoogleError("google.interactions: SSE stream closed without producing any events."))

    async def _open(self) -> AsyncGenerator[Event, None]:
        query = {"stream": "true"}
        if self._last_event_id is not None:
            query["last_event_id"] = self._last_event_id
        response = await self._interaction.get(
            event_source_response(wire.GoogleInteractionsEvent),
            query=f"?{urlencode(query, safe='*')}",
            headers={"accept": "text/event-stream"},
        )
        events: AsyncGenerator[Event, None] = response.value
        return events

    def _note(self, event: Any) -> None:
        if isinstance(event, AISDKError):
            return
        event_id = getattr(event, "event_id", None)
        if isinstance(event_id, str) and event_id:
            self._last_event_id = event_id
        self._is_complete = event.event_type in _LAST_EVENTS

    async def _fail(self, error: Exception) -> None:
        self._failures += 1
        if self._failures >= _MAX_ATTEMPTS:
            raise error
        await self._interaction.sleep(_RETRY_DELAY_MS * self._failures)

    def _was_aborted(self, error: Exception) -> bool:
        signal = self._interaction.abort_signal
        return is_abort_error(error) or (signal is not None and signal.aborted)
