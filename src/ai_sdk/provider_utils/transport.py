"""The seam between this library and HTTP clients: one request in, one response out, errors named.

Anything with the interface of `httpx.AsyncClient` is accepted (httpx2's too), and any `Transport`.

Ports: @ai-sdk/provider-utils/src/fetch-function.ts, @ai-sdk/provider-utils/src/extract-response-headers.ts
"""

import sys
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, runtime_checkable

__all__ = [
    "CONNECT_SECONDS",
    "READ_SECONDS",
    "HttpClient",
    "HttpRequest",
    "HttpResponse",
    "HttpxTransport",
    "Transport",
    "as_transport",
]

READ_SECONDS = 300.0
"""How long a request waits for the next byte: as long as Node's fetch."""

CONNECT_SECONDS = 60.0
"""How long a request waits for a connection."""


@dataclass(slots=True, kw_only=True)
class HttpRequest:
    """A request as a provider wants it sent; header names are in lower case."""

    method: str
    url: str
    headers: dict[str, str]
    content: bytes | AsyncIterator[bytes] | None = None


@dataclass(slots=True, kw_only=True)
class HttpResponse:
    """A response whose body has not been read; header names are in lower case.

    `pieces` gives the decoded body as it arrives and raises one of `errors` when the connection breaks; `close`
    returns the connection, and may be called more than once.
    """

    status_code: int
    reason: str
    headers: dict[str, str]
    pieces: AsyncIterator[bytes]
    errors: tuple[type[Exception], ...]
    close: Callable[[], Awaitable[None]]


@runtime_checkable
class Transport(Protocol):
    """Sends requests; redirects are followed unless told otherwise."""

    errors: tuple[type[Exception], ...]
    """What `send` and reading a body raise when the network fails."""

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        """Send a request and return as soon as the response's headers are there."""

    async def aclose(self) -> None:
        """Close what the transport holds open."""


HttpClient = Any
"""An `httpx.AsyncClient`, an object with its interface (`httpx2.AsyncClient`), or a `Transport`."""


class HttpxTransport:
    """Sends requests with an `httpx.AsyncClient`, or another client of the same interface."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.errors = _error_types(client)

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        """Send a request and return as soon as the response's headers are there."""
        client = self._client
        built = client.build_request(request.method, request.url, headers=request.headers, content=request.content)
        response = await client.send(built, stream=True, follow_redirects=follow_redirects)
        headers = {name.lower(): value for name, value in response.headers.items()}
        pieces = _pieces(response, headers)

        async def close() -> None:
            await response.aclose()
            if isinstance(pieces, AsyncGenerator):  # else the event loop would close it, some time later
                await pieces.aclose()

        return HttpResponse(
            status_code=response.status_code,
            reason=response.reason_phrase,
            headers=headers,
            pieces=pieces,
            errors=self.errors,
            close=close,
        )

    async def aclose(self) -> None:
        """Close the client."""
        await self._client.aclose()


def _pieces(response: Any, headers: dict[str, str]) -> AsyncIterator[bytes]:
    """Read the body without httpx's two layers for decoding and accounting when nothing needs decoding."""
    source = response.aiter_bytes() if "content-encoding" in headers or response.is_stream_consumed else response.stream
    pieces: AsyncIterator[bytes] = source.__aiter__()
    return pieces


def _error_types(client: Any) -> tuple[type[Exception], ...]:
    """Return the network errors of the library that the client's class comes from."""
    roots = [kind.__module__.partition(".")[0] for kind in type(client).__mro__]
    modules = (sys.modules.get(root) for root in roots)
    library: Any = next((module for module in modules if hasattr(module, "RequestError")), None)
    library = library or import_module("httpx")
    return (library.RequestError, library.InvalidURL, library.StreamError)


def as_transport(client: HttpClient) -> Transport:
    """Return `client` itself when it is a transport, and a transport over it otherwise."""
    return client if isinstance(client, Transport) else HttpxTransport(client)
