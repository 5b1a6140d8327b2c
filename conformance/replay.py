"""The server of a case, inside of the process: an httpx transport that answers with the canned exchanges."""

from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

import httpx

from conformance.body import ReadFile, is_streamed, response_pieces
from conformance.case import Case, Exchange
from conformance.clock import VirtualLoop
from conformance.javascript_json import stringify
from conformance.request import normalize_request

NO_EXCHANGE = 599

# Where Node's server and httpx word a status differently.
_NODE_PHRASES = {
    413: "Payload Too Large",
    414: "URI Too Long",
    416: "Range Not Satisfiable",
    418: "I'm a Teapot",
    509: "Bandwidth Limit Exceeded",
}


class ReplayTransport(httpx.AsyncBaseTransport):
    """Answers each request with the first unused exchange that accepts it, and remembers every request.

    Every body is built at the start: a case whose fixture is missing must not look like a failing server.
    """

    def __init__(self, case: Case, loop: VirtualLoop, read_file: ReadFile) -> None:
        self._exchanges = list(case.exchanges)
        self._unused = list(case.exchanges)
        self._pieces = {id(exchange): response_pieces(exchange.response, read_file) for exchange in case.exchanges}
        self._loop = loop
        self.requests: list[dict[str, Any]] = []
        self.unexpected_requests = 0
        self.streams: list[ReplayStream] = []

    @property
    def unused_exchanges(self) -> int:
        """How many exchanges were never asked for, those that repeat not counted."""
        return sum(not exchange.repeat for exchange in self._unused)

    @property
    def open_streams(self) -> int:
        """How many response bodies were not closed: each holds a connection, even when it was read to its end."""
        return sum(not stream.closed for stream in self.streams)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request as the case says; a URL without a host leads nowhere, as on a network."""
        if not request.url.is_absolute_url:
            raise httpx.UnsupportedProtocol("the request URL has no scheme and host", request=request)
        content = await request.aread()
        seen = normalize_request(request.method, str(request.url), dict(request.headers.items()), content)
        self.requests.append(seen)
        exchange = self._take(seen)
        if exchange is None:
            self.unexpected_requests += 1
            return httpx.Response(NO_EXCHANGE, request=request)
        return await self._respond(exchange, request)

    def _take(self, request: dict[str, Any]) -> Exchange | None:
        available = (exchange for exchange in self._exchanges if exchange.repeat or exchange in self._unused)
        found = next((exchange for exchange in available if accepts(exchange.match, request)), None)
        if found in self._unused:
            self._unused.remove(found)
        return found

    async def _respond(self, exchange: Exchange, request: httpx.Request) -> httpx.Response:
        response = exchange.response
        if response.get("hang"):
            await self._loop.wait_forever()
        if response.get("delayMs"):
            await self._loop.wait(response["delayMs"] / 1000)
        if response.get("reset") == "before-headers":
            raise httpx.ReadError("connection reset by the server", request=request)
        stream = ReplayStream(response, self._pieces[id(exchange)], self._loop)
        self.streams.append(stream)
        return httpx.Response(
            response["status"],
            headers=_headers(response, stream),
            stream=stream,
            request=request,
            extensions={"reason_phrase": _reason_phrase(response).encode()},
        )


def _reason_phrase(response: dict[str, Any]) -> str:
    """Return the status text of the case, or else the one that Node's server sends."""
    if "statusText" in response:
        return str(response["statusText"])
    status = response["status"]
    return _NODE_PHRASES.get(status) or httpx.codes.get_reason_phrase(status) or "unknown"


class ReplayStream(httpx.AsyncByteStream):
    """A response body that arrives piece by piece and may break off."""

    def __init__(self, response: dict[str, Any], pieces: list[bytes], loop: VirtualLoop) -> None:
        self._response = response
        self._loop = loop
        self.pieces = pieces
        self.closed = False
        self._reading: AsyncGenerator[bytes, None] | None = None

    def __aiter__(self) -> AsyncIterator[bytes]:
        self._reading = self._read()
        return self._reading

    async def _read(self) -> AsyncGenerator[bytes, None]:
        """Yield the pieces, waiting between them where the case says so."""
        delay = self._response.get("chunkDelayMs", 0) / 1000
        for index, piece in enumerate(self.pieces):
            if delay and index:
                await self._loop.wait(delay)
            yield piece
        if self._response.get("reset") == "after-body":
            raise httpx.ReadError("connection reset by the server")

    async def aclose(self) -> None:
        """Note that the client let go of the connection."""
        self.closed = True
        if self._reading is not None:  # httpx forgets it, and its collection would look like a task left behind
            await self._reading.aclose()


def _headers(response: dict[str, Any], stream: ReplayStream) -> dict[str, str]:
    if is_streamed(response["body"]):
        return dict(response["headers"])
    return dict(response["headers"]) | {"content-length": str(sum(map(len, stream.pieces)))}


def accepts(match: dict[str, str], request: dict[str, Any]) -> bool:
    """Say whether an exchange is meant for a normalised request."""
    return (
        match.get("method", request["method"]) == request["method"]
        and match.get("url", request["url"]) == request["url"]
        and request["url"].endswith(match.get("urlSuffix", ""))
        and match.get("bodyContains", "") in stringify(request.get("body"))
    )
