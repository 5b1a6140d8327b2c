"""Sends requests to a local server, and says what to start when nothing listens there."""

import socket
from collections.abc import Iterator

from ai_sdk.provider import AISDKError
from ai_sdk.provider_utils.transport import HttpRequest, HttpResponse, Transport
from ai_sdk.providers.local.server import LocalServer

__all__ = ["LocalTransport", "ServerNotRunningError"]

_NOTHING_THERE = (ConnectionRefusedError, socket.gaierror)


class ServerNotRunningError(AISDKError):
    """Nothing listens where the server should be; the `cause` of the `APICallError` that a caller gets."""

    name = "AI_ServerNotRunningError"


class LocalTransport:
    """A transport whose refused connections say which server is missing."""

    def __init__(self, transport: Transport, server: LocalServer) -> None:
        self._transport = transport
        self._server = server
        self.errors: tuple[type[Exception], ...] = (*transport.errors, ServerNotRunningError)

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        """Send a request; raises `ServerNotRunningError` when nothing listens at its address."""
        try:
            return await self._transport.send(request, follow_redirects=follow_redirects)
        except self._transport.errors as error:
            if any(isinstance(cause, _NOTHING_THERE) for cause in _causes(error)):
                raise ServerNotRunningError(self._explain(request.url), cause=error) from error
            raise

    def _explain(self, url: str) -> str:
        server = self._server
        return (
            f"nothing listens at {'/'.join(url.split('/', 3)[:3])}: is {server.title} running? "
            f"Start it with `{server.start}`, or set {server.address_variable} or `base_url` to where it is."
        )

    async def aclose(self) -> None:
        """Close the transport beneath."""
        await self._transport.aclose()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the error and all that led to it; trying several addresses leaves a group."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for each in error.exceptions:
                yield from _causes(each)
        error = error.__cause__ or error.__context__
