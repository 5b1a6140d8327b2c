"""The HTTP client of a provider: the one it was given, or one of its own for each event loop, made when needed."""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.transport import (
    CONNECT_SECONDS,
    READ_SECONDS,
    HttpClient,
    HttpxTransport,
    Transport,
    as_transport,
)

if TYPE_CHECKING:
    import httpx
    from anyio.lowlevel import RunVar

__all__ = ["ClientOwner", "default_client"]


def default_client() -> "httpx.AsyncClient":
    """Return a new client over the pool of this library; environment proxies are honoured."""
    import httpx

    from ai_sdk.provider_utils.connection_pool import ConnectionPool

    timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    return httpx.AsyncClient(transport=ConnectionPool(), timeout=timeout, trust_env=False)


class ClientOwner:
    """Holds the client of a provider; nothing is made, and httpx is not imported, before the first request."""

    def __init__(self, client: HttpClient | None = None) -> None:
        self._given = None if client is None else as_transport(client)
        self._own: RunVar[Transport | None] | None = None

    def transport(self) -> Transport:
        """Return the transport for the running event loop."""
        if self._given is not None:
            return self._given
        own = self._own_by_loop()
        transport = own.get()
        if transport is None:
            transport = HttpxTransport(default_client())
            own.set(transport)
        return transport

    async def aclose(self) -> None:
        """Close the client of the running event loop, unless it was given: then it is the giver's to close."""
        own = self._own_by_loop()
        transport = None if self._given is not None else own.get()
        if transport is not None:
            own.set(None)
            await transport.aclose()

    def _own_by_loop(self) -> "RunVar[Transport | None]":
        if self._own is None:
            from anyio.lowlevel import RunVar

            self._own = RunVar("ai_sdk_transport", None)
        return self._own
