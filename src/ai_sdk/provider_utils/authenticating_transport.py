"""A transport that completes the headers of each request: for keys that come after everything else is known.

Ports: @ai-sdk/provider-utils/src/fetch-function.ts
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.transport import HttpRequest, HttpResponse, Transport

__all__ = ["AuthenticatingTransport", "merge_headers"]


def merge_headers(sent: Mapping[str, str], added: Headers) -> dict[str, str]:
    """Return headers as JavaScript's `fetch` reads an object of both: one that differs in case only is appended.

    >>> merge_headers({"accept": "a", "x": "old"}, {"Accept": "b", "x": "new"})
    {'accept': 'a, b', 'x': 'new'}
    """
    merged: dict[str, str] = {}
    for name, value in {**sent, **added}.items():
        if value is not None:
            before = merged.get(name.lower())
            merged[name.lower()] = value if before is None else f"{before}, {value}"
    return merged


class AuthenticatingTransport:
    """A transport that asks for the headers of each request before it is sent."""

    def __init__(self, transport: Transport, authenticate: Callable[[HttpRequest], Awaitable[dict[str, str]]]) -> None:
        self._transport = transport
        self._authenticate = authenticate
        self.errors = transport.errors

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        """Send a request and return as soon as the response's headers are there."""
        headers = await self._authenticate(request)
        return await self._transport.send(replace(request, headers=headers), follow_redirects=follow_redirects)

    async def aclose(self) -> None:
        """Close the transport below."""
        await self._transport.aclose()
