"""The default connection does what httpx's own does, whatever the server sends; only its errors' texts differ."""

import asyncio
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Self

import httpx
import pytest
import trustme
from hypothesis import HealthCheck, given, settings, strategies as st

from ai_sdk.provider_utils.asyncio_connection import AsyncioConnection
from tests.eventually import eventually

pytestmark = pytest.mark.anyio

OK = b"HTTP/1.1 200 OK\r\n"
SIZED = OK + b"content-length: 5\r\n\r\nhello"
CHUNKED = OK + b"transfer-encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\ntrailer: 1\r\n\r\n"

PROMISED = OK + b"content-length: 9\r\n\r\nhello"

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


class RawServer:
    """A server that is given the bytes it answers with, and counts its connections."""

    def __init__(self, serve: Serve, context: ssl.SSLContext | None = None) -> None:
        self._serve, self._context = serve, context
        self.accepted = self.ended = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0, ssl=self._context)
        scheme = "http" if self._context is None else "https"
        host = "127.0.0.1" if self._context is None else "localhost"
        self.url = f"{scheme}://{host}:{self._server.sockets[0].getsockname()[1]}/path?x=1"
        return self

    async def __aexit__(self, *error: object) -> None:
        self._server.close()
        await eventually(lambda: self.ended == self.accepted)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.accepted += 1
        try:
            await self._serve(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.ended += 1
            writer.close()


def answering(*answers: bytes, hangs_up: bool = True, resets: bool = False) -> Serve:
    """Answer the requests of a connection one after the other; then hang up, reset, or wait for the client to leave."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for answer in answers:
            await read_request(reader)
            writer.write(answer)
            await writer.drain()
        if resets:
            await asyncio.sleep(0.02)
            linger = struct.pack("ii", 1, 0)
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        elif not hangs_up:
            await reader.read()

    return serve


async def read_request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return head + await reader.readexactly(int(line.partition(b":")[2]))
    return head


def lean() -> AsyncioConnection:
    return AsyncioConnection(ssl.create_default_context())


def own_of_httpx() -> httpx.AsyncHTTPTransport:
    return httpx.AsyncHTTPTransport(limits=httpx.Limits(max_connections=1), trust_env=False)


Outcome = tuple[Any, ...]


async def ask(transport: httpx.AsyncBaseTransport, url: str, **more: Any) -> Outcome:
    """Return all that a caller sees of an answer, and of an error its type and the bytes that came before."""
    read = b""
    async with httpx.AsyncClient(transport=transport, timeout=more.pop("timeout", 5), trust_env=False) as client:
        try:
            request = client.build_request(more.pop("method", "POST"), url, **{"content": b"{}", **more})
            response = await client.send(request, stream=True)
            async for piece in response.aiter_raw():
                read += piece
            await response.aclose()
        except httpx.HTTPError as error:
            return (type(error), read)
        headers = [(name, value) for name, value in response.headers.raw if name.lower() != b"date"]
        return (response.status_code, response.reason_phrase, response.http_version, headers, read)


ANSWERS = {
    "a sized body": SIZED,
    "a chunked body with an extension and a trailer": CHUNKED,
    "a body that ends with the connection": OK + b"\r\nhello",
    "no body": b"HTTP/1.1 204 No Content\r\n\r\n",
    "HTTP/1.0": b"HTTP/1.0 200 OK\r\n\r\nold",
    "an error status": b"HTTP/1.1 500 Oh No\r\ncontent-length: 2\r\n\r\nno",
    "a reason of words and headers twice": b"HTTP/1.1 207 A B C\r\nX-A: 1\r\nx-a: 2\r\ncontent-length: 0\r\n\r\n",
    "hints before the answer": b"HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n" + SIZED,
    "go on before the answer": b"HTTP/1.1 100 Continue\r\n\r\n" + SIZED,
    "nothing": b"",
    "half a head": b"HTTP/1.1 200 O",
    "no HTTP": b"SSH-2.0-OpenSSH_9.9\r\n\r\n",
    "a header without a colon": OK + b"broken\r\n\r\n",
    "a head without end": OK + b"x: " + b"y" * 200_000,
    "less than it promised": PROMISED,
    "more than it promised": OK + b"content-length: 2\r\n\r\nhello",
    "a chunk cut short": OK + b"transfer-encoding: chunked\r\n\r\n5\r\nhel",
    "a chunk of no size": OK + b"transfer-encoding: chunked\r\n\r\n3\r\nhel\r\nzz\r\nlo",
    "no last chunk": OK + b"transfer-encoding: chunked\r\n\r\n3\r\nhel\r\n",
    "a size that is none": OK + b"content-length: -1\r\n\r\n",
    "two sizes": OK + b"content-length: 1\r\ncontent-length: 2\r\n\r\nab",
    "an unknown encoding": OK + b"transfer-encoding: gzip\r\n\r\nab",
    "another protocol": b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n",
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize("method", ["POST", "HEAD"])
async def test_an_answer_is_what_httpx_makes_of_it(answer: bytes, method: str) -> None:
    outcomes = []
    for transport in (lean(), own_of_httpx()):
        async with RawServer(answering(answer)) as server:
            outcomes.append(await ask(transport, server.url, method=method))
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize("sent", [b"", OK, PROMISED], ids=["at once", "in its head", "in its body"])
async def test_a_connection_that_is_reset_is_a_read_error_and_what_came_before_is_read(sent: bytes) -> None:
    outcomes = []
    for transport in (lean(), own_of_httpx()):
        async with RawServer(answering(sent, resets=True)) as server:
            outcomes.append(await ask(transport, server.url))
    assert outcomes[0] == outcomes[1]
    assert outcomes[0][0] is httpx.ReadError


@pytest.mark.parametrize("answer", [SIZED, CHUNKED, OK + b"\r\nhello"], ids=["sized", "chunked", "until the end"])
@given(places=st.sets(st.floats(0, 1), max_size=6))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_how_the_network_cuts_an_answer_makes_no_difference(answer: bytes, places: set[float]) -> None:
    cuts = sorted(int(place * len(answer)) for place in places)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        for start, end in zip([0, *cuts], [*cuts, len(answer)], strict=True):
            writer.write(answer[start:end])
            await writer.drain()
            await asyncio.sleep(0)

    async with RawServer(serve) as server:
        assert (await ask(lean(), server.url))[-1] == b"hello"


async def request_again(url: str, *, reads: bool = True) -> None:
    async with httpx.AsyncClient(transport=lean()) as client:
        for _ in range(2):
            async with client.stream("POST", url, content=b"{}") as response:
                if reads:
                    assert await response.aread() == b"hello"


@pytest.mark.parametrize("answer", [SIZED, CHUNKED], ids=["sized", "chunked"])
async def test_a_connection_serves_the_next_request(answer: bytes) -> None:
    async with RawServer(answering(answer, answer, hangs_up=False)) as server:
        await request_again(server.url)
        assert server.accepted == 1


@pytest.mark.parametrize(
    "answer",
    [SIZED.replace(b"content", b"connection: close\r\ncontent"), SIZED + b"more", OK + b"\r\nhello"],
    ids=["the server says so", "more came than was promised", "the body ended with it"],
)
async def test_a_connection_is_not_used_again_when_it_cannot_be(answer: bytes) -> None:
    async with RawServer(answering(answer)) as server:
        await request_again(server.url)
        assert server.accepted == 2


async def test_more_than_was_promised_is_not_taken_for_the_next_answer() -> None:
    async with RawServer(answering(SIZED + SIZED.replace(b"hello", b"wrong"), SIZED, hangs_up=False)) as server:
        await request_again(server.url)
        assert server.accepted == 2


async def test_a_long_answer_that_waited_for_its_reader_does_not_hold_up_the_next_one() -> None:
    long = OK + b"content-length: 400000\r\n\r\n" + b"x" * 400_000
    server = RawServer(answering(long, SIZED, hangs_up=False))
    async with server, httpx.AsyncClient(transport=lean(), timeout=2) as client:
        async with client.stream("POST", server.url) as response:
            await asyncio.sleep(0.1)
            assert len(await response.aread()) == 400_000
        assert (await client.post(server.url)).content == b"hello"
        assert server.accepted == 1


async def test_a_connection_whose_answer_was_not_read_is_closed() -> None:
    async with RawServer(answering(CHUNKED, hangs_up=False)) as server:
        await request_again(server.url, reads=False)
        assert server.accepted == 2


async def test_a_server_that_hung_up_meanwhile_is_noticed_before_the_next_request() -> None:
    async with RawServer(answering(SIZED)) as server, httpx.AsyncClient(transport=lean()) as client:
        await client.post(server.url)
        await eventually(lambda: server.ended == 1)
        assert (await client.post(server.url)).content == b"hello"
        assert server.accepted == 2


async def test_what_comes_unasked_on_an_idle_connection_closes_it() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(SIZED)
        await asyncio.sleep(0.02)
        writer.write(SIZED)
        await reader.read()

    async with RawServer(serve) as server, httpx.AsyncClient(transport=lean()) as client:
        await client.post(server.url)
        await eventually(lambda: server.ended == 1)
        assert (await client.post(server.url)).content == b"hello"


async def test_a_head_and_its_body_leave_together() -> None:
    received = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received.append(await reader.read(100_000))
        writer.write(SIZED)

    async with RawServer(serve) as server:
        await ask(lean(), server.url, headers={"x-y": "z"}, content=b'{"a": 1}')
    head, body = received[0].split(b"\r\n\r\n")
    assert head.startswith(b"POST /path?x=1 HTTP/1.1\r\n")
    assert {b"content-length: 8", b"x-y: z"} <= {line.lower() for line in head.split(b"\r\n")}
    assert body == b'{"a": 1}'


async def test_an_upload_goes_out_piece_by_piece_as_the_server_takes_it() -> None:
    pieces = [b"x" * 300_000] * 30

    async def body() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        size = 0
        while length := int(await reader.readline(), 16):
            size += len(await reader.readexactly(length))
            await reader.readline()
        answer = b"%d" % size
        writer.write(OK + b"content-length: %d\r\n\r\n%b" % (len(answer), answer))

    async with RawServer(serve) as server:
        assert (await ask(lean(), server.url, content=body()))[-1] == b"9000000"


async def test_a_server_may_answer_before_it_has_read_everything_and_hang_up() -> None:
    async def body() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b"x" * 100_000
            await asyncio.sleep(0)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\ncontent-length: 3\r\n\r\nbig")
        await writer.drain()
        await asyncio.sleep(0.02)

    async with RawServer(serve) as server:
        outcome = await ask(lean(), server.url, content=body())
    assert outcome[0] in {413, httpx.ReadError}  # a reset may take the answer with it


async def test_a_body_that_is_not_as_long_as_promised_is_an_error_of_the_caller() -> None:
    async with RawServer(answering(SIZED)) as server:
        outcome = await ask(lean(), server.url, content=b"abc", headers={"content-length": "2"})
    assert outcome == (httpx.LocalProtocolError, b"")


@asynccontextmanager
async def streaming(url: str, **more: Any) -> AsyncIterator[httpx.Response]:
    async with httpx.AsyncClient(transport=lean()) as client, client.stream("POST", url, **more) as response:
        yield response


async def test_a_server_is_not_read_faster_than_the_caller_reads() -> None:
    size, sent = 30_000_000, 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await read_request(reader)
        writer.write(OK + b"content-length: %d\r\n\r\n" % size)
        while sent < size:
            writer.write(b"x" * 100_000)
            await writer.drain()
            sent += 100_000

    async with RawServer(serve) as server, streaming(server.url) as response:
        before = -1
        while before != sent:
            before = sent
            await asyncio.sleep(0.05)
        assert sent < size
        assert sum([len(piece) async for piece in response.aiter_raw()]) == size


@asynccontextmanager
async def silent_server() -> AsyncIterator[RawServer]:
    async with RawServer(answering(PROMISED, hangs_up=False)) as server:
        yield server


async def test_a_silence_that_is_too_long_is_a_timeout_and_closes_the_connection() -> None:
    async with silent_server() as server:
        assert await ask(lean(), server.url, timeout=httpx.Timeout(5, read=0.05)) == (httpx.ReadTimeout, b"hello")
        await eventually(lambda: server.ended == 1)


async def test_time_that_the_caller_takes_is_no_silence_of_the_server() -> None:
    server = RawServer(answering(CHUNKED, hangs_up=False))
    async with server, streaming(server.url, timeout=httpx.Timeout(5, read=0.05)) as response:
        await asyncio.sleep(0.2)
        assert await response.aread() == b"hello"


async def test_a_caller_who_is_cancelled_closes_the_connection() -> None:
    async with silent_server() as server:
        task = asyncio.create_task(ask(lean(), server.url))
        await eventually(lambda: server.accepted == 1)
        task.cancel()
        await eventually(lambda: server.ended == 1)
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_a_body_that_was_closed_reads_nothing_of_the_next_answer() -> None:
    async with (
        RawServer(answering(SIZED, SIZED, hangs_up=False)) as server,
        httpx.AsyncClient(transport=lean()) as client,
    ):
        response = await client.send(client.build_request("POST", server.url), stream=True)
        pieces = response.stream.__aiter__()  # type: ignore[union-attr]
        assert await anext(pieces) == b"hello"
        assert await anext(pieces, None) is None
        await response.aclose()
        again = await client.send(client.build_request("POST", server.url), stream=True)
        assert await anext(pieces, None) is None
        assert (server.accepted, await again.aread()) == (1, b"hello")


async def test_nobody_listening_is_a_connect_error_that_names_the_address() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with httpx.AsyncClient(transport=lean()) as client:
        with pytest.raises(httpx.ConnectError, match=f"127.0.0.1.*{port}"):
            await client.get(f"http://127.0.0.1:{port}")


async def test_a_connection_that_takes_too_long_is_a_connect_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(*_: Any, **__: Any) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(asyncio.get_running_loop(), "create_connection", never)
    async with httpx.AsyncClient(transport=lean(), timeout=0.01) as client:
        with pytest.raises(httpx.ConnectTimeout, match=r"no connection within 0\.01 seconds"):
            await client.get("http://127.0.0.1:9")


async def test_an_upload_that_nobody_takes_is_a_write_timeout() -> None:
    has_given_up = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await has_given_up.wait()

    async with RawServer(serve) as server:
        outcome = await ask(lean(), server.url, content=b"x" * 50_000_000, timeout=httpx.Timeout(5, write=0.05))
        has_given_up.set()
    assert outcome == (httpx.WriteTimeout, b"")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


async def test_tls_is_verified_with_the_context_that_is_given(authority: trustme.CA) -> None:
    served = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(served)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    async with RawServer(answering(SIZED, SIZED, hangs_up=False), served) as server:
        async with httpx.AsyncClient(transport=AsyncioConnection(trusting)) as client:
            for _ in range(2):
                assert (await client.post(server.url)).content == b"hello"
        assert server.accepted == 1
        assert (await ask(lean(), server.url))[0] is httpx.ConnectError
