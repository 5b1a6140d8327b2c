"""An HTTP response whose body is a stream, for any framework, and an ASGI application by itself."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from ai_sdk.provider_utils.close_stream import close_stream

__all__ = ["StreamResponse", "prepare_headers"]

_Message = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[_Message]]
_Send = Callable[[_Message], Awaitable[None]]


class StreamResponse:
    """Status, headers and a body that can be read once.

    A framework takes the three. The response is also an ASGI application, which endpoints of Starlette return as it is.
    A client that goes away ends the body, and with it whatever the body reads from.

    Attributes:
        status: the HTTP status.
        headers: names in lower case.
        body: pieces of the body, each to be sent at once.
        status_text: the reason phrase, for servers that can send one.
    """

    def __init__(
        self,
        *,
        status: int = 200,
        headers: Mapping[str, str],
        body: AsyncIterator[bytes],
        status_text: str | None = None,
    ) -> None:
        self.status = status
        self.headers = dict(headers)
        self.body = body
        self.status_text = status_text

    def __repr__(self) -> str:
        return f"{type(self).__name__}(status={self.status}, headers={self.headers})"

    async def __call__(self, scope: Mapping[str, Any], receive: _Receive, send: _Send) -> None:
        """Send the response as an ASGI application, and stop when the client is gone."""
        import anyio

        del scope
        failure: Exception | None = None
        try:
            async with anyio.create_task_group() as group:
                group.start_soon(_cancel_on_disconnect, receive, group.cancel_scope)
                failure = await self._send(send)
                group.cancel_scope.cancel()
        finally:
            with anyio.CancelScope(shield=True):
                await close_stream(self.body)
        if failure is not None:
            raise failure

    async def _send(self, send: _Send) -> Exception | None:
        """Send everything, and return what the body raised; that the client is gone is no failure."""
        headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in self.headers.items()]
        try:
            await _deliver(send, {"type": "http.response.start", "status": self.status, "headers": headers})
            async for piece in self.body:
                await _deliver(send, {"type": "http.response.body", "body": piece, "more_body": True})
            await _deliver(send, {"type": "http.response.body", "body": b"", "more_body": False})
        except _ClientGoneError:
            return None
        except Exception as error:  # noqa: BLE001 - raised once the listener has ended
            return error
        return None


class _ClientGoneError(Exception):
    """The server cannot send any more."""


async def _deliver(send: _Send, message: _Message) -> None:
    try:
        await send(message)
    except OSError as error:
        raise _ClientGoneError from error


async def _cancel_on_disconnect(receive: _Receive, cancel_scope: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    cancel_scope.cancel()


def prepare_headers(headers: Mapping[str, str] | None, defaults: Mapping[str, str]) -> dict[str, str]:
    """Return `headers`, names in lower case, and the defaults that they lack.

    >>> prepare_headers({"Cache-Control": "no-store"}, {"cache-control": "no-cache", "connection": "keep-alive"})
    {'connection': 'keep-alive', 'cache-control': 'no-store'}
    """
    own = {name.lower(): value for name, value in (headers or {}).items()}
    return {**{name: value for name, value in defaults.items() if name not in own}, **own}
