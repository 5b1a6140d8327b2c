"""One HTTP/1.1 connection on asyncio, as an httpx transport: h11 speaks the protocol, asyncio carries the bytes.

httpcore does the same through a pool, locks, traces and anyio streams, which costs a call several times as much as h11.
"""

import asyncio
import select
import ssl
import sys
from collections.abc import AsyncIterator
from ipaddress import ip_address
from typing import Any, cast

import h11
import httpx

__all__ = ["AsyncioConnection"]

_LARGEST_HEAD = 100 * 1024
_UNREAD_LIMIT = 256 * 1024
_HAPPY_EYEBALLS_SECONDS = 0.25

_ENDED = (h11.DONE, h11.MUST_CLOSE, h11.CLOSED)
_Event = h11.Event | type[h11.NEED_DATA | h11.PAUSED]


class AsyncioConnection(httpx.AsyncBaseTransport):
    """Sends one request at a time over a connection that it opens when there is none, or none that is still open.

    Raises what httpx's own transport raises, such as `httpx.ConnectError` and `httpx.ReadTimeout`.
    """

    def __init__(self, ssl_context: ssl.SSLContext) -> None:
        self._ssl_context = ssl_context
        self._protocol: _Protocol | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request; the response has its headers, and its body has yet to be read."""
        timeouts = request.extensions.get("timeout", {})
        protocol = self._protocol
        if protocol is None or not protocol.is_reusable():
            protocol = self._protocol = await self._connect(request.url, timeouts.get("connect"))
        try:
            protocol.begin(timeouts.get("read"))
            await protocol.send(request, timeouts.get("write"))
            head = await protocol.receive_head()
        except BaseException as error:
            protocol.abort()
            if isinstance(error, h11.LocalProtocolError):
                raise httpx.LocalProtocolError(str(error)) from error
            raise
        return httpx.Response(
            head.status_code,
            headers=head.headers.raw_items(),
            stream=_Body(protocol),
            extensions={"http_version": b"HTTP/" + head.http_version, "reason_phrase": head.reason},
        )

    async def aclose(self) -> None:
        """Close the connection."""
        protocol, self._protocol = self._protocol, None
        if protocol is not None:
            protocol.abort()
            await protocol.is_lost.wait()

    async def _connect(self, url: httpx.URL, seconds: float | None) -> "_Protocol":
        await self.aclose()
        loop = asyncio.get_running_loop()
        is_secure, host = url.scheme == "https", url.raw_host.decode("ascii").strip("[]")
        options: Any = {}
        # uvloop has no such argument; and asyncio may leave a socket to the garbage collector when it is cancelled.
        if isinstance(loop, asyncio.BaseEventLoop) and not _is_address(host):
            options["happy_eyeballs_delay"] = _HAPPY_EYEBALLS_SECONDS
        try:
            async with asyncio.timeout(seconds):
                _, protocol = await loop.create_connection(
                    _Protocol,
                    host,
                    url.port or (443 if is_secure else 80),
                    ssl=self._ssl_context if is_secure else None,
                    **options,
                )
        except TimeoutError as error:
            raise httpx.ConnectTimeout(str(error) or f"no connection within {seconds} seconds") from error
        except OSError as error:
            raise httpx.ConnectError(str(error)) from error
        return protocol


class _Protocol(asyncio.Protocol):
    """A connection as the event loop sees it: what arrives is h11's to keep until somebody reads it."""

    _transport: asyncio.Transport

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._h11 = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LARGEST_HEAD)
        self.is_lost = asyncio.Event()
        self._loss: httpx.TransportError | None = None
        self._breach: httpx.RemoteProtocolError | None = None
        self._arrival: asyncio.Future[None] | None = None
        self._room: asyncio.Future[None] | None = None
        self._unread = 0
        self._is_paused = False
        self._is_in_use = False
        self._read_seconds = 0.0
        self._waiting_since = 0.0
        self._timer: asyncio.TimerHandle | None = None

    # What the event loop calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        if not self._is_in_use:
            self.abort()  # nobody asked for anything
            return
        self._h11.receive_data(data)
        self._unread += len(data)
        if self._unread > _UNREAD_LIMIT and not self._is_paused:
            self._is_paused = True
            self._transport.pause_reading()
        _wake(self._arrival)

    def eof_received(self) -> None:
        self._h11.receive_data(b"")
        _wake(self._arrival)

    def connection_lost(self, exc: Exception | None) -> None:
        self._loss = httpx.ReadError(str(exc or "the connection is closed"))
        _wake(self._arrival)
        _wake(self._room)
        self.is_lost.set()

    def pause_writing(self) -> None:
        self._room = self._loop.create_future()

    def resume_writing(self) -> None:
        _wake(self._room)
        self._room = None

    # What a request does, from `begin` to `end`.

    def is_reusable(self) -> bool:
        """Say whether another request may be sent; that a server hung up is seen even before the event loop sees it."""
        return not (self.is_lost.is_set() or self._transport.is_closing() or _is_readable(self._transport))

    def begin(self, read_seconds: float | None) -> None:
        """Take the connection; `read_seconds` is how long it may be silent while somebody reads."""
        self._is_in_use = True
        if read_seconds is not None:
            self._read_seconds = read_seconds
            self._timer = self._loop.call_later(read_seconds, self._check_silence)

    async def send(self, request: httpx.Request, write_seconds: float | None) -> None:
        """Send the request; a body that is at hand goes out together with the head."""
        head = h11.Request(method=request.method, target=request.url.raw_path, headers=request.headers.raw)
        unsent = self._encode(head)
        if isinstance(request.stream, httpx.ByteStream):
            for piece in request.stream:
                unsent += self._encode(h11.Data(data=piece))
        elif isinstance(request.stream, httpx.AsyncByteStream):
            await self._write(unsent, write_seconds)
            async for piece in request.stream:
                await self._write(self._encode(h11.Data(data=piece)), write_seconds)
            unsent = b""
        await self._write(unsent + self._encode(h11.EndOfMessage()), write_seconds)

    async def receive_head(self) -> h11.Response:
        """Return the status and headers of the answer."""
        while not isinstance(event := await self._next_event(), h11.Response):
            if not isinstance(event, h11.InformationalResponse):
                raise httpx.RemoteProtocolError("the server went on with another protocol than HTTP/1.1")
        return event

    async def receive(self) -> bytes:
        """Return what there is of the body, and nothing when it has ended; waits when nothing has arrived yet."""
        if self._h11.their_state in _ENDED:
            return b""
        event = await self._next_event()
        pieces = []
        while isinstance(event, h11.Data):
            pieces.append(event.data)
            try:
                event = self._poll()
            except httpx.RemoteProtocolError:
                break  # it is raised again when what came before it was read
        return b"".join(pieces)

    def end(self) -> None:
        """Give the connection up: it stays open when request and answer are complete, and nothing came after it."""
        connection = self._h11
        is_complete = connection.our_state is h11.DONE and connection.their_state is h11.DONE
        if is_complete and connection.trailing_data == (b"", False):
            self._release()
            self._resume_reading()
            connection.start_next_cycle()
        else:
            self.abort()

    def abort(self) -> None:
        """Close the connection, whatever it is doing."""
        self._release()
        self._transport.abort()

    def _release(self) -> None:
        self._is_in_use = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _encode(self, event: h11.Event) -> bytes:
        return self._h11.send(event) or b""

    async def _write(self, data: bytes, seconds: float | None) -> None:
        if self.is_lost.is_set():
            return  # a server may answer before it has read everything, and hang up
        self._transport.write(data)
        if self._room is not None:
            try:
                async with asyncio.timeout(seconds):
                    await self._room
            except TimeoutError as error:
                raise httpx.WriteTimeout(f"the server took nothing for {seconds} seconds") from error

    def _poll(self) -> _Event:
        """Return h11's next event; a breach of the protocol is raised again for whoever asks again."""
        is_before_answer = self._h11.their_state is h11.SEND_RESPONSE
        if self._breach is None:
            try:
                return self._h11.next_event()
            except h11.RemoteProtocolError as error:
                hung_up = is_before_answer and self._h11.trailing_data == (b"", True)
                text = "the server hung up without an answer" if hung_up else str(error)
                self._breach = httpx.RemoteProtocolError(text)
        raise self._breach

    async def _next_event(self) -> _Event:
        while (event := self._poll()) is h11.NEED_DATA:
            if self._loss is not None:
                raise self._loss
            await self._wait_for_arrival()
        return event

    async def _wait_for_arrival(self) -> None:
        self._resume_reading()
        self._arrival = self._loop.create_future()
        self._waiting_since = self._loop.time()
        try:
            await self._arrival
        finally:
            self._arrival = None

    def _resume_reading(self) -> None:
        """Let more arrive, now that everything has been read."""
        self._unread = 0
        if self._is_paused:
            self._is_paused = False
            self._transport.resume_reading()

    def _check_silence(self) -> None:
        """Fail a read that has waited for too long; one timer serves all reads of an answer."""
        is_waiting = self._arrival is not None and not self._arrival.done()
        left = self._read_seconds - (self._loop.time() - self._waiting_since if is_waiting else 0)
        if left > 0:
            self._timer = self._loop.call_later(left, self._check_silence)
        elif self._arrival is not None:
            self._arrival.set_exception(httpx.ReadTimeout(f"no data for {self._read_seconds:g} seconds"))


class _Body(httpx.AsyncByteStream):
    """The body of an answer; closing it gives the connection up."""

    def __init__(self, protocol: _Protocol) -> None:
        self._protocol = protocol
        self._is_closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while not self._is_closed and (piece := await self._protocol.receive()):
            yield piece

    async def aclose(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self._protocol.end()


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _wake(future: "asyncio.Future[None] | None") -> None:
    if future is not None and not future.done():
        future.set_result(None)


def _is_readable(transport: asyncio.Transport) -> bool:
    """Say whether something waits to be read: on an idle connection, that is its end."""
    socket = transport.get_extra_info("socket")
    if sys.platform == "win32":
        return bool(select.select([socket], [], [], 0)[0])
    poll = select.poll()
    poll.register(socket, select.POLLIN)
    return bool(poll.poll(0))
