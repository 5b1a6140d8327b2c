"""The transport that answers from a recording, without a network."""

import difflib
import json
from collections.abc import AsyncGenerator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ai_sdk.provider_utils.transport import HttpRequest, HttpResponse
from ai_sdk.testing.mock_transport import read_content
from ai_sdk.testing.recording.body import canonical_body, decode_body
from ai_sdk.testing.recording.errors import RecordedConnectionError, RecordingMismatchError, UnusedExchangesError
from ai_sdk.testing.recording.exchange import Editor
from ai_sdk.testing.recording.file import read_recording

__all__ = ["Player"]


class Player:
    """Answers each request with the first unused exchange of the same method, URL and body, in any order.

    Raises `RecordingMismatchError` for any other request, at once and again when it is closed; raises
    `UnusedExchangesError` when it is closed and not every exchange was used.
    """

    errors: tuple[type[Exception], ...] = (RecordedConnectionError,)

    def __init__(self, path: Path, editor: Editor) -> None:
        self._path = path
        self._editor = editor
        self._exchanges = read_recording(path)
        self._unused = [(_key(exchange["request"]), exchange) for exchange in self._exchanges]
        self._mismatch: RecordingMismatchError | None = None

    async def send(self, request: HttpRequest, *, follow_redirects: bool = True) -> HttpResponse:
        """Answer a request; redirects were followed when it was recorded."""
        del follow_redirects
        self._editor.redactor.learn(request.url, request.headers)
        sent = self._editor.request(request, [await read_content(request)])
        response = self._take(sent)["response"]
        pieces = _pieces(response)
        return HttpResponse(
            status_code=response["status"],
            reason=response["reason"],
            headers=dict(response["headers"]),
            pieces=pieces,
            errors=self.errors,
            close=pieces.aclose,
        )

    def _take(self, sent: dict[str, Any]) -> dict[str, Any]:
        key = _key(sent)
        for index, (recorded_key, exchange) in enumerate(self._unused):
            if recorded_key == key:
                del self._unused[index]
                return exchange
        mismatch = RecordingMismatchError(self._explain(sent, key))
        self._mismatch = self._mismatch or mismatch
        raise mismatch

    def _explain(self, sent: dict[str, Any], key: str) -> str:
        head = f"{sent['method']} {sent['url']}: no exchange is left for this request in {self._path}"
        tail = "If the change is meant, record anew: AI_SDK_RECORD=record"
        times = sum(_key(exchange["request"]) == key for exchange in self._exchanges)
        if times:
            return f"{head}; it was recorded {times} times and is sent once more. {tail}"
        candidates = [exchange for _, exchange in self._unused] or self._exchanges
        texts = [_lines(exchange["request"]) for exchange in candidates]
        lines = _lines(sent)
        nearest = max(texts, key=lambda text: difflib.SequenceMatcher(None, text, lines).ratio(), default=[])
        difference = "\n".join(difflib.unified_diff(nearest, lines, "recorded", "sent", lineterm="", n=2))
        return f"{head}. The nearest one differs:\n{difference}\n{tail}"

    async def aclose(self) -> None:
        """Raise if a request did not match, or an exchange was not used."""
        mismatch, self._mismatch = self._mismatch, None
        unused, self._unused = self._unused, []
        if mismatch is not None:
            raise mismatch
        if unused:
            requests = [exchange["request"] for _, exchange in unused]
            names = "\n".join(f"  {request['method']} {request['url']}" for request in requests)
            raise UnusedExchangesError(f"{len(unused)} exchanges of {self._path} were not used:\n{names}")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:  # else that is what the test is about to report
            await self.aclose()


def _key(request: dict[str, Any]) -> str:
    """Return what two requests that are the same have in common."""
    facts = [request["method"], request["url"], canonical_body(request["body"])]
    return json.dumps(facts, sort_keys=True)


def _lines(request: dict[str, Any]) -> list[str]:
    body = canonical_body(request["body"])
    shown = {"method": request["method"], "url": request["url"], "body": body.get("json", request["body"])}
    return json.dumps(shown, indent=2, sort_keys=True, ensure_ascii=False).splitlines()


async def _pieces(response: dict[str, Any]) -> AsyncGenerator[bytes, None]:
    for piece in decode_body(response["body"]):
        yield piece
    if "cut" in response:
        raise RecordedConnectionError(response["cut"])
