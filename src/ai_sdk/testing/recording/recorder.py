"""The transport that sends requests and writes down what was said."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.transport import HttpRequest, HttpResponse, Transport
from ai_sdk.testing.recording.errors import RecordedConnectionError
from ai_sdk.testing.recording.exchange import Editor
from ai_sdk.testing.recording.file import write_recording

__all__ = ["Recorder"]

_READER_CLOSED = "the reader closed the response here"


@dataclass(slots=True)
class _Observed:
    """What was seen of an exchange so far."""

    request: HttpRequest
    sent: list[bytes] = field(default_factory=list)
    response: HttpResponse | None = None
    received: list[bytes] = field(default_factory=list)
    cut: str | None = _READER_CLOSED

    def content(self) -> bytes | AsyncIterator[bytes] | None:
        """Return the request's body, which is noted when it is read."""
        content = self.request.content
        if isinstance(content, AsyncIterator):
            return self._noting(content)
        self.sent.append(content or b"")
        return content

    async def _noting(self, content: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        async for piece in content:
            self.sent.append(piece)
            yield piece

    def form(self, editor: Editor) -> dict[str, Any] | None:
        """Return the exchange for the file; one without a response is none."""
        response = self.response
        if response is None:
            return None
        answer = editor.response(
            status=response.status_code,
            reason=response.reason,
            headers=response.headers,
            pieces=self.received,
            cut=self.cut,
        )
        return {"request": editor.request(self.request, self.sent), "response": answer}


class _Body:
    """A body that is noted as it is read: nothing is read ahead, and nothing is held back."""

    def __init__(self, observed: _Observed, response: HttpResponse) -> None:
        self._observed = observed
        self._pieces = response.pieces
        self._errors = response.errors

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        try:
            piece = await anext(self._pieces)
        except StopAsyncIteration:
            self._observed.cut = None
            raise
        except self._errors as error:
            self._observed.cut = str(error) or type(error).__name__
            raise RecordedConnectionError(self._observed.cut) from error
        self._observed.received.append(piece)
        return piece


class Recorder:
    """Sends requests with a client and writes them and their responses to a file when it is closed.

    The file is written even if the test fails, and left alone if nothing was answered.
    """

    errors: tuple[type[Exception], ...] = (RecordedConnectionError,)

    def __init__(self, path: Path, owner: ClientOwner, editor: Editor) -> None:
        self._path = path
        self._owner = owner
        self._editor = editor
        self._observed: list[_Observed] = []

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        """Send a request and return as soon as the response's headers are there."""
        observed = _Observed(request)
        self._observed.append(observed)  # now, so that the order of the file is the order of sending
        self._editor.redactor.learn(request.url, request.headers)
        response = await self._send(replace(request, content=observed.content()), follow_redirects=follow_redirects)
        observed.response = response
        return replace(response, pieces=_Body(observed, response), errors=self.errors)

    async def _send(self, request: HttpRequest, *, follow_redirects: bool) -> HttpResponse:
        transport: Transport = self._owner.transport()
        try:
            return await transport.send(request, follow_redirects=follow_redirects)
        except transport.errors as error:
            raise RecordedConnectionError(str(error)) from error

    async def aclose(self) -> None:
        """Write the file, and close the client unless it was given."""
        observed, self._observed = self._observed, []
        exchanges = [form for exchange in observed if (form := exchange.form(self._editor)) is not None]
        try:
            if exchanges:
                write_recording(self._path, exchanges)
        finally:
            await self._owner.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
