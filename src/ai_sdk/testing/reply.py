"""A request as it arrived and what to answer: what the server and the transport for tests have in common."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Self
from urllib.parse import urlsplit

from ai_sdk.provider.json_value import stringify

__all__ = ["Answer", "Reply", "Request"]

_PHRASES = {status.value: status.phrase for status in HTTPStatus}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as it arrived; header names are in lower case."""

    method: str
    url: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The URL without its origin: path and query."""
        parts = urlsplit(self.url)
        return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"

    def json(self) -> Any:
        """Return the body as JSON."""
        from pydantic_core import from_json

        return from_json(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What to answer: each item of `chunks` is one write; `reset` breaks the connection instead of ending the body.

    With `status` 0 the connection breaks before any header.
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    chunks: Iterable[bytes] | AsyncIterator[bytes] = ()
    reset: bool = False

    @classmethod
    def json(cls, data: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Self:
        """Return a reply whose body is `data` as JSON.

        >>> Reply.json({"ok": True}, status=201)
        Reply(status=201, headers={'content-type': 'application/json'}, chunks=[b'{"ok":true}'], reset=False)
        """
        given = {"content-type": "application/json", **(headers or {})}
        return cls(status=status, headers=given, chunks=[stringify(data).encode()])

    @classmethod
    def events(cls, *data: Any, headers: Mapping[str, str] | None = None, reset: bool = False) -> Self:
        r"""Return a reply that streams server-sent events, one write each; text is sent as it is, all else as JSON.

        >>> Reply.events({"delta": "Hi"}, "[DONE]").chunks
        [b'data: {"delta":"Hi"}\n\n', b'data: [DONE]\n\n']
        """
        given = {"content-type": "text/event-stream", **(headers or {})}
        return cls(headers=given, chunks=[_event(item) for item in data], reset=reset)

    @property
    def reason(self) -> str:
        """The words that belong to the status."""
        return _PHRASES.get(self.status, "Unknown")

    async def pieces(self) -> AsyncIterator[bytes]:
        """Yield what there is of the body, without empty chunks."""
        if isinstance(self.chunks, AsyncIterator):
            async for chunk in self.chunks:
                if chunk:
                    yield chunk
            return
        for chunk in self.chunks:
            if chunk:
                yield chunk


Answer = Callable[[Request], Reply | Awaitable[Reply]]


def _event(data: Any) -> bytes:
    return f"data: {data if isinstance(data, str) else stringify(data)}\n\n".encode()
