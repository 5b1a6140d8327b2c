"""A server in the process: answers an OpenAI provider's requests from a list, and remembers them."""

from collections.abc import AsyncIterator, Iterable
from typing import Any

import httpx

from ai_sdk.provider import stringify
from ai_sdk.providers.openai import OpenAIProvider, create_openai


class Pieces(httpx.AsyncByteStream):
    """A body that arrives in pieces and notes that it was closed."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces = list(pieces)
        self.is_closed = False
        self.read = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            self.read += 1
            yield piece

    async def aclose(self) -> None:
        self.is_closed = True


class Server:
    """Answers each request with the next response."""

    def __init__(self, *responses: httpx.Response) -> None:
        self.responses = list(responses)
        self.requests: list[httpx.Request] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.responses.pop(0)

    def provider(self, **settings: Any) -> OpenAIProvider:
        client = httpx.AsyncClient(transport=httpx.MockTransport(self.answer))
        return create_openai(**{"api_key": "key", **settings}, http_client=client)

    @property
    def body(self) -> Any:
        """The JSON of the only request."""
        (request,) = self.requests
        return httpx.Response(200, content=request.content).json()

    @property
    def form(self) -> list[tuple[str, str]]:
        """Header lines and content of each part of the only request's form."""
        (request,) = self.requests
        boundary = request.headers["content-type"].partition("boundary=")[2].encode()
        parts = request.content.split(b"--" + boundary)[1:-1]
        return [
            (head.decode(), body.decode()) for head, _, body in (part[2:-2].partition(b"\r\n\r\n") for part in parts)
        ]


def reply(value: Any, status: int = 200) -> httpx.Response:
    """Answer with JSON."""
    return httpx.Response(status, headers={"content-type": "application/json"}, content=stringify(value))


def events(*values: Any, done: bool = True) -> bytes:
    """Write server-sent events; a text is sent as it is."""
    lines = [value if isinstance(value, str) else stringify(value) for value in values]
    return "".join(f"data: {line}\n\n" for line in [*lines, *(["[DONE]"] if done else [])]).encode()


def stream(body: bytes | Iterable[bytes] | Pieces) -> httpx.Response:
    """Answer with an event stream, in one piece or in several."""
    pieces = body if isinstance(body, Pieces) else Pieces([body] if isinstance(body, bytes) else body)
    return httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=pieces)
