"""A provider's conversation over a WebSocket: what is sent, what is read, and that everything is closed at its end."""

import asyncio
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import pytest

from ai_sdk.provider import APICallError, InvalidArgumentError
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.connect_to_websocket import WebSocketConnection, connect_to_websocket
from ai_sdk.provider_utils.websocket import WebSocketError, read_websocket_message_text, to_websocket_url
from ai_sdk.provider_utils.websockets_connector import get_websocket_connector
from ai_sdk.testing import LoopbackWebSocketServer, WebSocketSession

pytestmark = pytest.mark.anyio

BROKEN = "the connection broke"


class Source:
    """Pieces, and then silence if it `waits`; it notes that it was closed."""

    def __init__(self, *pieces: Any, waits: bool = False) -> None:
        self._pieces = iter(pieces)
        self._waits = waits
        self.is_closed = False

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        for piece in self._pieces:
            if isinstance(piece, Exception):
                raise piece
            return piece
        if self._waits:
            await asyncio.Event().wait()
        raise StopAsyncIteration

    async def aclose(self) -> None:
        self.is_closed = True


def connect(server: LoopbackWebSocketServer, **settings: Any) -> WebSocketConnection:
    return connect_to_websocket(url=to_websocket_url(server.url), error_message=BROKEN, **settings)


def sending(connection: WebSocketConnection, source: Source) -> Any:
    async def send() -> None:
        async for piece in source:
            await connection.send(piece)

    return send


async def echo(session: WebSocketSession) -> None:
    while True:
        await session.send(await session.receive())


async def silent(session: WebSocketSession) -> None:
    while True:
        await session.receive()


def tasks() -> int:
    return len([task for task in asyncio.all_tasks() if "websockets" not in str(task.get_coro())])


async def test_messages_headers_and_subprotocols_arrive_as_they_were_given() -> None:
    async with LoopbackWebSocketServer(echo) as server:
        headers = {"X-One": "1", "x-none": None}
        async with connect(server, headers=headers, protocols=["first", "second"]) as connection:
            await connection.send("text")
            await connection.send_json({"rate": 16000.0, "lone": "\ud800", "é": None})
            await connection.send(b'\xef\xbb\xbf"bytes\xff"')
            texts = [await connection.receive() for _ in range(3)]
        assert texts == ["text", '{"rate":16000,"lone":"\\ud800","é":null}', '"bytes\N{REPLACEMENT CHARACTER}"']
        (session,) = server.sessions
        assert (session.protocols, session.headers["x-one"], "x-none" in session.headers) == (
            ["first", "second"],
            "1",
            False,
        )
        assert "user-agent" not in session.headers


@pytest.mark.parametrize(("code", "reason"), [(1000, ""), (1011, "out of order"), (4000, "é")])
async def test_the_iteration_ends_with_a_close_frame_of_any_code(code: int, reason: str) -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.send("last words")
        await session.close(code, reason)

    async with LoopbackWebSocketServer(answer) as server, connect(server) as connection:
        assert [text async for text in connection] == ["last words"]
        assert (connection.close_code, connection.close_reason) == (code, reason)


async def test_what_came_before_the_close_is_read_although_sending_failed() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.receive()
        await session.send(*(str(number) for number in range(40)))
        await session.close(1000)

    source = Source(*(b"x" * 10_000 for _ in range(1000)), waits=True)
    async with LoopbackWebSocketServer(answer) as server, connect(server, source=source) as connection:
        connection.start(sending(connection, source))
        assert [text async for text in connection] == [str(number) for number in range(40)]
    assert source.is_closed


async def test_a_connection_without_close_frame_has_failed() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.send("last words")
        session.reset()

    async with LoopbackWebSocketServer(answer) as server, connect(server) as connection:
        texts = []
        with pytest.raises(WebSocketError, match=f"^{BROKEN}$") as caught:
            async for text in connection:
                texts.append(text)  # noqa: PERF401 - what came before the error counts
        assert texts == ["last words"]
        assert caught.value.cause is not None


async def test_a_refused_handshake_is_an_api_call_error_with_the_status() -> None:
    source = Source()
    async with LoopbackWebSocketServer(silent, refuse=401) as server:
        with pytest.raises(APICallError) as caught:
            async with connect(server, source=source):
                pytest.fail("the connection must not open")
    error = caught.value
    assert (error.status_code, error.response_body, error.is_retryable) == (401, "refused", False)
    assert source.is_closed


async def test_a_connection_that_cannot_be_made_is_a_websocket_error() -> None:
    async with LoopbackWebSocketServer(silent) as server:
        url = to_websocket_url(server.url)
    with pytest.raises(WebSocketError, match=BROKEN) as caught:
        async with connect_to_websocket(url=url, error_message=BROKEN):
            pytest.fail("the connection must not open")
    assert isinstance(caught.value.cause, OSError)


async def test_an_error_of_the_source_ends_the_connection_and_is_raised_by_the_reader() -> None:
    source = Source("one", ValueError("no microphone"))
    async with LoopbackWebSocketServer(silent) as server:
        with pytest.raises(ValueError, match="no microphone"):
            async with connect(server, source=source) as connection:
                connection.start(sending(connection, source))
                await connection.receive()
        assert server.sessions[0].messages == ["one"]
        assert source.is_closed


async def test_an_abort_wakes_the_reader_and_closes_everything() -> None:
    controller, source = AbortController(), Source("one", waits=True)
    async with LoopbackWebSocketServer(silent) as server:
        before = tasks()
        with pytest.raises(AbortError):
            async with connect(server, source=source, abort_signal=controller.signal) as connection:
                connection.start(sending(connection, source))
                asyncio.get_running_loop().call_later(0.01, controller.abort)
                await connection.receive()
        assert (source.is_closed, tasks()) == (True, before)


async def test_a_signal_that_was_aborted_before_lets_nothing_connect() -> None:
    controller, source = AbortController(), Source()
    controller.abort(RuntimeError("too late"))
    async with LoopbackWebSocketServer(silent) as server:
        with pytest.raises(RuntimeError, match="too late"):
            async with connect(server, source=source, abort_signal=controller.signal):
                pytest.fail("the connection must not open")
        assert (server.sessions, source.is_closed) == ([], True)


async def test_cancelling_the_reader_closes_the_connection_and_the_source() -> None:
    source = Source("one", waits=True)
    async with LoopbackWebSocketServer(silent) as server:
        before = tasks()

        async def read() -> None:
            async with connect(server, source=source) as connection:
                connection.start(sending(connection, source))
                await connection.receive()

        reading = asyncio.create_task(read())
        while not (server.sessions and server.sessions[0].messages):
            await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert (source.is_closed, server.sessions[0].close_code, tasks()) == (True, 1005, before)


async def test_cancelling_while_it_connects_closes_the_source() -> None:
    source = Source()

    async def never(*_: Any, **__: Any) -> StubbornSocket:
        await asyncio.Event().wait()
        return StubbornSocket()

    async def read() -> None:
        async with connect_to_websocket(url="ws://host/", websocket=never, error_message=BROKEN, source=source):
            pytest.fail("the connection must not open")

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(read(), 0.01)
    assert source.is_closed


async def test_cancelling_a_wait_for_a_message_loses_none() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.receive()
        await session.send("late")

    async with LoopbackWebSocketServer(answer) as server, connect(server) as connection:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(connection.receive(), 0.01)
        await connection.send("now")
        assert await connection.receive() == "late"


async def test_a_close_that_is_asked_for_says_that_all_went_well() -> None:
    async with LoopbackWebSocketServer(echo) as server:
        async with connect(server) as connection:
            await connection.close()
        assert server.sessions[0].close_code == 1000


async def test_leaving_early_takes_no_time_although_the_server_goes_on() -> None:
    async def answer(session: WebSocketSession) -> None:
        for _ in range(100_000):
            await session.send("x" * 1000)

    async with LoopbackWebSocketServer(answer) as server:
        async with connect(server) as connection:
            await connection.receive()
            left = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - left < 0.5
        assert server.sessions[0].close_code == 1005


async def test_a_server_that_does_not_read_holds_the_sender_up() -> None:
    async def answer(session: WebSocketSession) -> None:
        del session
        await asyncio.Event().wait()

    sent = 0
    async with LoopbackWebSocketServer(answer) as server, connect(server) as connection:

        async def send() -> None:
            nonlocal sent
            while True:
                await connection.send(b"x" * 100_000)
                sent += 1

        connection.start(send)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(connection.receive(), 0.3)
        assert 0 < sent < 1000


async def test_sending_can_be_stopped_while_reading_goes_on() -> None:
    source = Source("one", waits=True)
    async with LoopbackWebSocketServer(echo) as server, connect(server, source=source) as connection:
        connection.start(sending(connection, source))
        assert await connection.receive() == "one"
        await connection.stop_sending()
        await connection.send("two")
        assert (source.is_closed, await connection.receive()) == (True, "two")


class StubbornSocket:
    """A connection of another library, on which nothing can be sent."""

    close_code: int | None = None
    close_reason: str | None = None

    def __init__(self) -> None:
        self.closed = asyncio.Event()

    async def send(self, message: str | bytes, /) -> None:
        raise OSError(f"cannot send {message!r}")

    async def recv(self) -> str | bytes:
        await self.closed.wait()
        raise EOFError

    async def close(self, code: int = 1000, reason: str = "") -> None:
        del code, reason
        self.closed.set()
        raise OSError("was closed before")


async def test_a_connector_of_ones_own_gets_url_headers_and_subprotocols() -> None:
    given: list[Any] = []

    async def open_socket(url: str, *, headers: Mapping[str, str], protocols: Sequence[str]) -> StubbornSocket:
        given.extend([url, headers, protocols])
        return StubbornSocket()

    connection = connect_to_websocket(
        url="ws://host/", headers={"a": "b"}, protocols=("p",), websocket=open_socket, error_message=BROKEN
    )
    async with connection:
        assert given == ["ws://host/", {"a": "b"}, ["p"]]
        with pytest.raises(WebSocketError, match=BROKEN) as caught:
            await connection.send("hello")
        assert isinstance(caught.value.cause, OSError)
        connection.start(lambda: connection.send("hello"))
        with pytest.raises(WebSocketError, match=BROKEN):
            await connection.receive()


async def test_an_error_of_this_library_in_a_connector_stays_what_it_is() -> None:
    async def refuse(url: str, **_: Any) -> StubbornSocket:
        raise InvalidArgumentError("no such host", argument=url)

    with pytest.raises(InvalidArgumentError, match="no such host"):
        async with connect_to_websocket(url="ws://host/", websocket=refuse, error_message=BROKEN):
            pytest.fail("the connection must not open")


async def test_a_connection_is_used_inside_its_block_only() -> None:
    connection = connect_to_websocket(url="ws://host/", error_message=BROKEN)
    assert (connection.close_code, connection.close_reason) == (None, None)
    with pytest.raises(RuntimeError, match="async with"):
        await connection.send("hello")


async def test_a_redirect_is_not_followed() -> None:
    async with LoopbackWebSocketServer(silent, refuse=302) as server:
        with pytest.raises(APICallError) as caught:
            async with connect(server):
                pytest.fail("the connection must not open")
    assert caught.value.status_code == 302


def test_a_missing_library_is_named_with_its_pip_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "websockets.asyncio.client", None)
    with pytest.raises(ImportError, match=r"pip install 'ai-sdk-python\[websockets\]'"):
        get_websocket_connector(None)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a/b?c=d", "ws://a/b?c=d"),
        ("HTTPS://a", "wss://a"),
        ("wss://a/", "wss://a/"),
        ("ws://a", "ws://a"),
    ],
)
def test_http_urls_become_websocket_urls(url: str, expected: str) -> None:
    assert to_websocket_url(url) == expected


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfhi", bytearray(b"hi"), memoryview(b"hi"), "hi"])
def test_a_message_is_read_as_text_whatever_it_came_as(data: Any) -> None:
    assert read_websocket_message_text(data) == "hi"
