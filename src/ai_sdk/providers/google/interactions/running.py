"""Requests about an interaction that runs on the server: its state, and its end.

Ports: @ai-sdk/google/src/interactions/poll-google-interactions.ts
Ports: @ai-sdk/google/src/interactions/cancel-google-interaction.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import anyio
from ai_sdk_generated.google.interactions import wire

from ai_sdk.provider import AbortSignal
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.abort import AbortError, abortable
from ai_sdk.provider_utils.headers import Headers, combine_headers, runtime_user_agent, with_user_agent_suffix
from ai_sdk.provider_utils.post_to_api import get_from_api
from ai_sdk.provider_utils.response_handler import (
    ApiResponse,
    ResponseHandler,
    json_error_response,
    json_response,
    read_body,
)
from ai_sdk.provider_utils.transport import HttpRequest
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.errors import GoogleError, google_error_structure
from ai_sdk.providers.google.interactions.finish_reason import is_terminal_status

__all__ = ["RunningInteraction"]

_INITIAL_DELAY_MS = 1000
_MAX_DELAY_MS = 10_000
_TIMEOUT_MS = 30 * 60 * 1000
"""Deep research takes tens of minutes."""

_UNRESERVED = "!'()*"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningInteraction:
    """An interaction on the server, and the call that waits for it."""

    config: GoogleConfig
    interaction_id: str
    headers: Callable[[], Awaitable[Headers]]
    """Asked at each request, because keys expire while an agent works."""
    abort_signal: AbortSignal | None = None

    @property
    def path(self) -> str:
        """The path of the interaction."""
        return f"/interactions/{quote(self.interaction_id, safe=_UNRESERVED)}"

    async def get(
        self, handler: ResponseHandler[Any], *, query: str = "", headers: Headers | None = None
    ) -> ApiResponse[Any]:
        """Get the interaction, or its events; raises `APICallError` when the request fails."""
        return await get_from_api(
            transport=self.config.transport(),
            url=self.config.url(self.path + query, ""),
            headers=combine_headers(await self.headers(), headers),
            response_handler=handler,
            error_handler=json_error_response(google_error_structure),
            abort_signal=self.abort_signal,
        )

    async def sleep(self, milliseconds: float) -> None:
        """Wait, unless the call is stopped."""
        await abortable(self.abort_signal, lambda: clock.sleep(milliseconds / 1000))

    async def poll_until_terminal(self, timeout_ms: int | None = None) -> ApiResponse[Any]:
        """Ask until the interaction is over, at growing intervals; stopping the call stops the interaction.

        Raises `GoogleError` when that takes longer than `timeout_ms` (half an hour by default), `APICallError` when a
        request fails, and `AbortError` when the call is stopped.
        """
        try:
            return await self._poll(_TIMEOUT_MS if timeout_ms is None else timeout_ms)
        except (anyio.get_cancelled_exc_class(), AbortError):
            await self.cancel()
            raise

    async def _poll(self, timeout_ms: int) -> ApiResponse[Any]:
        started, delay_ms = clock.monotonic(), _INITIAL_DELAY_MS
        while True:
            if (clock.monotonic() - started) * 1000 > timeout_ms:
                raise GoogleError(
                    f"google.interactions: timed out polling interaction {self.interaction_id} after {timeout_ms}ms."
                )
            await self.sleep(delay_ms)
            response = await self.get(json_response(wire.GoogleInteractionsResponse))
            if is_terminal_status(response.value.status):
                return response
            delay_ms = min(delay_ms * 2, _MAX_DELAY_MS)

    async def cancel(self) -> None:
        """Stop the interaction, so that it costs no more; that this fails must not hide why it was stopped."""
        with anyio.CancelScope(shield=True):
            try:
                await self._post_cancel()
            except Exception:  # noqa: BLE001 - the caller is already told why it ends
                return

    async def _post_cancel(self) -> None:
        headers = combine_headers({"Content-Type": "application/json"}, await self.headers())
        url = self.config.url(f"{self.path}/cancel", "")
        sent = with_user_agent_suffix(headers, runtime_user_agent())
        request = HttpRequest(method="POST", url=url, headers=sent, content=b"{}")
        await read_body(await self.config.transport().send(request), url)
