"""Real sockets on the loopback interface: every transport, connections kept and closed, nothing left behind."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable

import httpx
import httpx2
import pytest
from ai_sdk_generated._base import WireModel

from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.aiohttp_transport import AiohttpTransport
from ai_sdk.provider_utils.client_owner import ClientOwner, default_client
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.provider_utils.connection_pool import ConnectionPool
from ai_sdk.provider_utils.post_to_api import delete_from_api, get_from_api, post_json_to_api
from ai_sdk.provider_utils.response_handler import (
    DownloadError,
    ErrorStructure,
    binary_response,
    binary_stream_response,
    event_source_response,
    json_error_response,
    json_lines_response,
    json_response,
    status_code_error_response,
)
from ai_sdk.provider_utils.transport import HttpRequest, HttpxTransport, Transport
from ai_sdk.testing import LoopbackServer, Reply, Request
from tests.eventually import eventually

pytestmark = pytest.mark.anyio


class Word(WireModel):
    word: str


class Failure(WireModel):
    message: str


ERRORS = json_error_response(ErrorStructure(Failure, lambda failure: failure.message))
TRANSPORTS: dict[str, Callable[[], Transport]] = {
    "default": lambda: HttpxTransport(default_client()),
    "httpx": lambda: HttpxTransport(httpx.AsyncClient(trust_env=False)),
    "httpx2": lambda: HttpxTransport(httpx2.AsyncClient(trust_env=False)),
    "aiohttp": AiohttpTransport,
}


@pytest.fixture(params=TRANSPORTS)
async def transport(request: pytest.FixtureRequest) -> AsyncIterator[Transport]:
    made = TRANSPORTS[request.param]()
    yield made
    await made.aclose()


def answer(request: Request) -> Reply:
    match request.path:
        case "/json":
            return Reply(chunks=[b'{"word": "', request.method.encode(), b'"}'])
        case "/echo":
            return Reply(chunks=[b'{"word": ', request.body, b"}"])
        case "/events":
            return Reply(chunks=[b'data: {"word": "a"}\n', b'\ndata: {"word": 1}\n\n', b"data: [DONE]\n\n"])
        case "/broken":
            return Reply(chunks=[b'data: {"word": "a"}\n\n'], reset=True)
        case "/lines":
            return Reply(chunks=[b'{"word": "a"}\r\n\n{"wo', b'rd": "b"}'])
        case "/empty":
            return Reply(status=204, headers={"content-length": "0"})
        case "/moved":
            return Reply(status=307, headers={"location": "/json"})
        case "/reset":
            return Reply(status=0)
        case "/failure":
            return Reply(status=429, headers={"Retry-After": "2"}, chunks=[b'{"message": "slow down"}'])
        case "/page":
            return Reply(status=502, chunks=[b"<html>"])
    return Reply(status=503)


async def post(transport: Transport, url: str, handler=None, **more):
    handler = handler or json_response(Word)
    return await post_json_to_api(
        transport=transport, url=url, body={"a": 1}, response_handler=handler, error_handler=ERRORS, **more
    )


async def test_json_comes_back_as_its_type_with_headers(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        response = await post(transport, f"{server.url}/json", headers={"X-Key": "k", "x-none": None})
    assert (response.value, response.raw_value) == (Word(word="POST"), {"word": "POST"})
    assert response.response_headers["transfer-encoding"] == "chunked"
    sent = server.requests[0].headers
    assert (sent["x-key"], sent["content-type"], "x-none" in sent) == ("k", "application/json", False)
    assert sent["user-agent"].startswith("python/")


async def test_get_and_delete_have_their_methods(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        arguments = {"transport": transport, "url": f"{server.url}/json", "error_handler": ERRORS}
        got = await get_from_api(**arguments, response_handler=json_response(Word))
        deleted = await delete_from_api(**arguments, response_handler=json_response(Word))
    assert (got.value.word, deleted.value.word) == ("GET", "DELETE")


async def test_redirects_are_followed(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        assert (await post(transport, f"{server.url}/moved")).value == Word(word="POST")


async def test_events_come_one_by_one_and_a_wrong_one_is_an_error_value(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        events = (await post(transport, f"{server.url}/events", event_source_response(Word))).value
        values = [value async for value, _ in events]
    assert values[0] == Word(word="a")
    assert [getattr(value, "name", None) for value in values] == [None, "AI_TypeValidationError"]


async def test_a_connection_that_breaks_in_a_stream_raises_and_what_came_before_was_given(transport: Transport) -> None:
    given = []
    async with LoopbackServer(answer) as server:
        events = (await post(transport, f"{server.url}/broken", event_source_response(Word))).value
        with pytest.raises(APICallError, match="Failed to process successful response") as caught:
            async for value, _ in events:
                given.append(value)
    assert (given, caught.value.is_retryable, caught.value.status_code) == ([Word(word="a")], True, 200)


async def test_lines_are_read_as_json(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        lines = (await post(transport, f"{server.url}/lines", json_lines_response(Word))).value
        assert [line.word async for line in lines] == ["a", "b"]
        lines = (await post(transport, f"{server.url}/lines", json_lines_response(Word, max_line_bytes=5))).value
        with pytest.raises(DownloadError, match="maximum line size of 5 bytes"):
            await anext(lines)


async def test_bytes_come_whole_or_in_pieces(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        pieces = (await post(transport, f"{server.url}/json", binary_stream_response())).value
        assert b"".join([piece async for piece in pieces]) == b'{"word": "POST"}'
        assert (await post(transport, f"{server.url}/json", binary_response())).value == b'{"word": "POST"}'


async def test_an_error_body_of_the_provider_becomes_the_message(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        with pytest.raises(APICallError) as caught:
            await post(transport, f"{server.url}/failure")
    error = caught.value
    assert (error.message, error.status_code, error.is_retryable) == ("slow down", 429, True)
    assert (error.data, error.response_body) == ({"message": "slow down"}, '{"message": "slow down"}')
    assert error.response_headers is not None
    assert error.response_headers["retry-after"] == "2"


@pytest.mark.parametrize(("path", "message"), [("/page", "Bad Gateway"), ("/none", "Service Unavailable")])
async def test_an_error_body_that_cannot_be_read_leaves_the_status_text(
    transport: Transport, path: str, message: str
) -> None:
    async with LoopbackServer(answer) as server:
        with pytest.raises(APICallError) as caught:
            await post(transport, f"{server.url}{path}")
        assert (caught.value.message, caught.value.data) == (message, None)
        with pytest.raises(APICallError, match=message):
            await get_from_api(
                transport=transport,
                url=f"{server.url}{path}",
                response_handler=binary_response(),
                error_handler=status_code_error_response(),
            )


@pytest.mark.parametrize("handler", [event_source_response(Word), binary_stream_response(), json_lines_response(Word)])
async def test_a_stream_without_a_body_is_an_error(handler) -> None:
    async with LoopbackServer(answer) as server, httpx.AsyncClient() as client:
        with pytest.raises(APICallError, match="Failed to process successful response") as caught:
            await post(HttpxTransport(client), f"{server.url}/empty", handler)
        with pytest.raises(APICallError, match="Response body is empty"):
            await post(HttpxTransport(client), f"{server.url}/empty", binary_response())
    assert getattr(caught.value.cause, "name", None) == "AI_EmptyResponseBodyError"


async def test_json_of_another_shape_is_an_error_with_the_body(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        with pytest.raises(APICallError, match="Invalid JSON response") as caught:
            await post(transport, f"{server.url}/echo")
    assert (caught.value.response_body, caught.value.is_retryable) == ('{"word": {"a":1}}', False)


async def test_a_server_that_is_not_there_or_hangs_up_is_a_retryable_error(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        url = server.url
        with pytest.raises(APICallError, match="Cannot connect to API") as hung_up:
            await post(transport, f"{url}/reset")
    with pytest.raises(APICallError, match="Cannot connect to API") as gone:
        await post(transport, f"{url}/json")
    assert (hung_up.value.is_retryable, gone.value.is_retryable, gone.value.status_code) == (True, True, None)


async def endless() -> AsyncIterator[bytes]:
    while True:
        yield b'data: {"word": "a"}\n\n'
        await asyncio.sleep(0.001)


async def test_closing_a_stream_closes_its_connection(transport: Transport) -> None:
    async with LoopbackServer(lambda _: Reply(chunks=endless())) as server:
        events = (await post(transport, server.url, event_source_response(Word))).value
        assert (await anext(events))[0] == Word(word="a")
        await events.aclose()
        await eventually(lambda: server.open_connections == 0)


async def test_cancelling_a_reader_closes_its_connection(transport: Transport) -> None:
    async def read() -> None:
        events = (await post(transport, server.url, event_source_response(Word))).value
        async for _ in events:
            reading.set()

    reading = asyncio.Event()
    async with LoopbackServer(lambda _: Reply(chunks=endless())) as server:
        task = asyncio.create_task(read())
        await reading.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await eventually(lambda: server.open_connections == 0)


async def test_an_abort_signal_ends_a_stream_and_its_connection(transport: Transport) -> None:
    controller = AbortController()
    async with LoopbackServer(lambda _: Reply(chunks=endless())) as server:
        response = await post(transport, server.url, event_source_response(Word), abort_signal=controller.signal)
        with pytest.raises(AbortError):
            async for _ in response.value:
                controller.abort()
        await eventually(lambda: server.open_connections == 0)


async def test_connections_are_kept_and_used_again(transport: Transport) -> None:
    async with LoopbackServer(answer) as server:
        for _ in range(5):
            await post(transport, f"{server.url}/json")
        assert server.open_connections == 1
        await transport.aclose()
        await eventually(lambda: server.open_connections == 0)


async def test_a_hundred_calls_at_once_each_have_a_connection() -> None:
    pool = ConnectionPool()
    client = httpx.AsyncClient(transport=pool)
    everyone = asyncio.Barrier(100)

    async def hold(request: Request) -> Reply:
        await everyone.wait()
        return Reply(chunks=[b'{"word": ', request.body, b"}"])

    async with LoopbackServer(hold) as server:
        posts = [client.post(server.url, content=f'"{n}"') for n in range(100)]
        answers = await asyncio.gather(*posts)
        assert [response.json()["word"] for response in answers] == [str(n) for n in range(100)]
        assert server.open_connections == 100
        await client.aclose()
        await eventually(lambda: server.open_connections == 0)


async def test_a_connection_in_use_when_its_pool_closes_is_closed_with_its_response() -> None:
    async with LoopbackServer(lambda _: Reply(chunks=[b"x"])) as server:
        pool = ConnectionPool()
        response = await pool.handle_async_request(httpx.Request("GET", server.url))
        await pool.aclose()
        assert server.open_connections == 1
        await response.aread()
        await response.aclose()
        await eventually(lambda: server.open_connections == 0)


class SetClock:
    def __init__(self) -> None:
        self.time = 0.0

    def monotonic(self) -> float:
        return self.time


async def test_connections_that_were_idle_for_too_long_are_closed() -> None:
    clock = SetClock()
    both = asyncio.Barrier(2)

    async def hold(request: Request) -> Reply:
        if request.path == "/both":
            await both.wait()
        return Reply(chunks=[b"x"])

    async with LoopbackServer(hold) as server, default_client() as client:
        with use_clock(clock):  # type: ignore[arg-type]
            await asyncio.gather(client.get(f"{server.url}/both"), client.get(f"{server.url}/both"))
            clock.time = 60.0
            await client.get(server.url)
            await eventually(lambda: server.open_connections == 1)


async def test_an_owner_has_one_client_for_each_event_loop_and_closes_its_own_only() -> None:
    owner = ClientOwner()
    first = owner.transport()
    assert owner.transport() is first
    assert await asyncio.to_thread(asyncio.run, other_loop(owner)) is not first
    await owner.aclose()
    assert owner.transport() is not first
    await owner.aclose()
    async with httpx.AsyncClient() as client:
        given = ClientOwner(client)
        await given.aclose()
        assert (given.transport() is given.transport(), client.is_closed) == (True, False)


async def other_loop(owner: ClientOwner) -> Transport:
    transport = owner.transport()
    await owner.aclose()
    return transport


async def test_an_upload_may_be_an_iterator_of_bytes(transport: Transport) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b'"st'
        yield b'ream"'

    async with LoopbackServer(answer) as server:
        request = HttpRequest(method="POST", url=f"{server.url}/echo", headers={}, content=body())
        response = await transport.send(request)
        pieces = [piece async for piece in response.pieces]
        await response.close()
    assert b"".join(pieces) == b'{"word": "stream"}'


def test_a_missing_extra_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    with pytest.raises(ImportError, match=r"pip install 'ai-sdk-python\[aiohttp\]'"):
        AiohttpTransport()
