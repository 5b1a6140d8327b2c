"""An HTTP client that answers as it is told, without a network: a double for the `http_client` of any provider."""

import inspect
from collections.abc import AsyncGenerator, AsyncIterator, Sequence

from ai_sdk.provider_utils.transport import HttpRequest, HttpResponse
from ai_sdk.testing.reply import Answer, Reply, Request

__all__ = ["MockTransport", "read_content"]


class MockTransport:
    """Answers each request with a fixed reply, with the next of a list, or with what a function makes of the request.

    Pass it as a provider's `http_client`. Raises `AssertionError`, which names the request, when a list has no more
    replies; a reply with status 0 or `reset` is a `ConnectionError`, which a provider reports as an `APICallError`.

    >>> import asyncio
    >>> from ai_sdk.provider_utils.transport import HttpRequest
    >>> transport = MockTransport(Reply.json({"ok": True}))
    >>> response = asyncio.run(transport.send(HttpRequest(method="GET", url="https://a.example/b?c", headers={})))
    >>> response.status_code, transport.requests[0].path
    (200, '/b?c')
    """

    errors: tuple[type[Exception], ...] = (ConnectionError,)

    def __init__(self, answer: Answer | Reply | Sequence[Reply]) -> None:
        self._answer = answer
        self.requests: list[Request] = []
        """Every request, in the order they were sent."""
        self.open_responses = 0
        """How many responses were not closed."""

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        """Answer a request; a redirect is answered as any other reply, never followed."""
        del follow_redirects
        body = await read_content(request)
        arrived = Request(method=request.method, url=request.url, headers=request.headers, body=body)
        self.requests.append(arrived)
        reply = await self._reply(arrived)
        if reply.status == 0:
            raise ConnectionResetError("the connection was reset")
        return self._respond(reply)

    async def aclose(self) -> None:
        """Do nothing: nothing is held open."""

    async def _reply(self, request: Request) -> Reply:
        answer = self._answer
        if isinstance(answer, Reply):
            return answer
        if callable(answer):
            answered = answer(request)
            return await answered if inspect.isawaitable(answered) else answered
        if len(self.requests) > len(answer):
            raise AssertionError(f"no reply is left for request {len(self.requests)}: {request.method} {request.url}")
        return answer[len(self.requests) - 1]

    def _respond(self, reply: Reply) -> HttpResponse:
        pieces = _pieces(reply)
        is_open = [True]
        self.open_responses += 1

        async def close() -> None:
            self.open_responses -= len(is_open)
            is_open.clear()
            await pieces.aclose()

        return HttpResponse(
            status_code=reply.status,
            reason=reply.reason,
            headers={name.lower(): value for name, value in reply.headers.items()},
            pieces=pieces,
            errors=self.errors,
            close=close,
        )


async def _pieces(reply: Reply) -> AsyncGenerator[bytes, None]:
    async for piece in reply.pieces():
        yield piece
    if reply.reset:
        raise ConnectionResetError("the connection was reset")


async def read_content(request: HttpRequest) -> bytes:
    """Return the whole body of a request, which may come piece by piece."""
    if isinstance(request.content, AsyncIterator):
        return b"".join([piece async for piece in request.content])
    return request.content or b""
