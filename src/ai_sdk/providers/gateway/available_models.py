"""The list of models, fetched once and kept for a while.

Upstream hands out an old list while a new one is on its way, and repeats an error until the time is over. Here the call
that finds the list too old waits for the new one, and an error is not kept.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from ai_sdk.provider_utils.clock import now
from ai_sdk.providers.gateway.metadata import GatewayFetchMetadataResponse

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["AvailableModels"]


class AvailableModels:
    """Keeps what `fetch` gave for `seconds`."""

    def __init__(self, fetch: Callable[[], Awaitable[GatewayFetchMetadataResponse]], seconds: float) -> None:
        self._fetch = fetch
        self._seconds = seconds
        self._kept: tuple[datetime, GatewayFetchMetadataResponse] | None = None

    async def get(self) -> GatewayFetchMetadataResponse:
        """Return the list, fetched anew when it is too old."""
        asked = now()
        if self._kept is None or (asked - self._kept[0]).total_seconds() > self._seconds:
            self._kept = (asked, await self._fetch())
        return self._kept[1]
