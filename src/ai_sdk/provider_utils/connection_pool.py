"""A connection pool whose cost per call does not grow with the number of calls in flight.

httpx's own pool looks through all its connections at each request and response. This one keeps a stack of idle slots
for each origin, each slot an httpx transport for a single connection, so that taking and giving back is one operation.
"""

import ssl
from collections.abc import AsyncIterator
from functools import lru_cache
from urllib.request import getproxies, proxy_bypass

import httpx
from sniffio import current_async_library

from ai_sdk.provider_utils.asyncio_connection import AsyncioConnection
from ai_sdk.provider_utils.clock import monotonic

__all__ = ["ConnectionPool", "default_ssl_context"]

_KEEPALIVE_SECONDS = 30.0
_ONE_CONNECTION = httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=_KEEPALIVE_SECONDS)

_Origin = tuple[str, str, int | None]


@lru_cache(maxsize=1)
def default_ssl_context() -> ssl.SSLContext:
    """Return what every connection is verified with; the certificates are read once."""
    context = httpx.create_ssl_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


class _Slot:
    """A transport for one connection and when it was last used."""

    __slots__ = ("idle_since", "transport")

    def __init__(self, origin: _Origin) -> None:
        self.transport = _one_connection(origin)
        self.idle_since = 0.0


def _one_connection(origin: _Origin) -> httpx.AsyncBaseTransport:
    """Return the lean transport where it serves: on asyncio, without a proxy."""
    proxy = _proxy(origin)
    if proxy is None and current_async_library() == "asyncio":
        return AsyncioConnection(default_ssl_context())
    return httpx.AsyncHTTPTransport(verify=default_ssl_context(), limits=_ONE_CONNECTION, proxy=proxy, trust_env=False)


def _proxy(origin: _Origin) -> str | None:
    scheme, host, _ = origin
    proxies = getproxies()
    return None if not proxies or proxy_bypass(host) else proxies.get(scheme) or proxies.get("all")


class ConnectionPool(httpx.AsyncBaseTransport):
    """An httpx transport with as many connections as there are calls in flight, kept for 30 seconds afterwards."""

    def __init__(self) -> None:
        self._idle: dict[_Origin, list[_Slot]] = {}
        self._is_closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request over an idle connection, or a new one."""
        origin = (request.url.scheme, request.url.host, request.url.port)
        idle = self._idle.setdefault(origin, [])
        slot = idle.pop() if idle else _Slot(origin)
        try:
            response = await slot.transport.handle_async_request(request)
        except BaseException:
            await slot.transport.aclose()
            raise
        response.stream = _SlotStream(response.stream, self, slot, idle)
        return response

    async def release(self, slot: _Slot, idle: list[_Slot]) -> None:
        """Put a slot back on its stack and close those that were idle for too long."""
        if self._is_closed:
            await slot.transport.aclose()
            return
        slot.idle_since = monotonic()
        idle.append(slot)
        while idle[0].idle_since + _KEEPALIVE_SECONDS < slot.idle_since:
            await idle.pop(0).transport.aclose()

    async def aclose(self) -> None:
        """Close the idle connections; one that is in use closes with its response."""
        self._is_closed = True
        for slots in self._idle.values():
            while slots:
                await slots.pop().transport.aclose()


class _SlotStream(httpx.AsyncByteStream):
    """A response body that gives its slot back when it is closed."""

    def __init__(
        self, stream: httpx.SyncByteStream | httpx.AsyncByteStream, pool: ConnectionPool, slot: _Slot, idle: list[_Slot]
    ) -> None:
        if not isinstance(stream, httpx.AsyncByteStream):
            raise TypeError("the connection answered with a synchronous body")
        self._stream, self._pool, self._idle = stream, pool, idle
        self._slot: _Slot | None = slot

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._stream.__aiter__()

    async def aclose(self) -> None:
        slot, self._slot = self._slot, None
        if slot is not None:
            await self._stream.aclose()
            await self._pool.release(slot, self._idle)
