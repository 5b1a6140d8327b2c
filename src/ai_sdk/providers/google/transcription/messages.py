"""The messages of a connection that nobody closes: they end when nothing has come for some time."""

from collections.abc import AsyncIterator

from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.connect_to_websocket import WebSocketConnection

__all__ = ["MessagesUntilQuiet"]


class MessagesUntilQuiet:
    """The texts of a connection's messages, until it is closed, or quiet for `seconds` after `await_more` was called.

    What had arrived by then is still given.
    """

    def __init__(self, connection: WebSocketConnection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds
        self._timer: clock.Timer | None = None
        self._stop_waiting = self._do_nothing
        self._is_quiet = False

    def await_more(self) -> None:
        """Wait so long from now on, and no longer."""
        self.stop()
        self._is_quiet = False
        self._timer = clock.call_later(self._seconds, self._end)

    def stop(self) -> None:
        """Stop the timer; to be called in the end."""
        if self._timer is not None:
            self._timer.cancel()

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        import anyio

        text: str | None = None
        with anyio.CancelScope() as scope:
            self._stop_waiting = scope.cancel
            if self._is_quiet:
                scope.cancel()
            text = await self._connection.receive()
        self._stop_waiting = self._do_nothing
        if text is None:
            raise StopAsyncIteration
        return text

    def _end(self) -> None:
        self._is_quiet = True
        self._stop_waiting()

    @staticmethod
    def _do_nothing() -> None:
        """Nobody waits."""
