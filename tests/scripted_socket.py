"""A WebSocket without a network: it gives messages from a list, then ends as it was told, and keeps what was sent."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from ai_sdk.provider import stringify


class ScriptedSocket:
    """Gives `messages` when everything was sent that holds one of `after`, then ends with `code` and `reason`."""

    def __init__(self, *messages: Any, after: str | None = None, code: int | None = 1000, reason: str = "") -> None:
        self._messages = [each if isinstance(each, str | bytes) else stringify(each) for each in messages]
        self._after = after
        self._code = code
        self._ready = asyncio.Event()
        self.close_reason: str | None = reason
        self.close_code: int | None = None
        self.sent: list[str | bytes] = []
        self.url = ""
        self.headers: dict[str, str] = {}
        self.protocols: list[str] = []
        self.closed_with: int | None = None

    async def __call__(self, url: str, *, headers: Mapping[str, str], protocols: Sequence[str]) -> "ScriptedSocket":
        """Connect: it is its own connector."""
        self.url, self.headers, self.protocols = url, dict(headers), list(protocols)
        return self

    async def send(self, message: str | bytes, /) -> None:
        self.sent.append(message)
        if self._after is not None and self._after in str(message):
            self._ready.set()

    async def recv(self) -> str | bytes:
        if self._after is not None:
            await self._ready.wait()
        if self._messages:
            return self._messages.pop(0)
        self.close_code = self._code
        raise EOFError

    async def close(self, code: int = 1000, reason: str = "") -> None:
        del reason
        if self.closed_with is None and self.close_code is None:
            self.closed_with = code
        self._ready.set()
        self._messages.clear()
