"""Responses: events, headers, errors after the first byte, keep-alives, copies, and clients that go away."""

import json
from typing import Any

import anyio
import pytest

from ai_sdk import UI_MESSAGE_STREAM_HEADERS, create_ui_message_stream, create_ui_message_stream_response
from ai_sdk.ui_message_stream.json_to_sse import encode_sse
from tests.instant_clock import InstantClock
from tests.ui_message_stream.streams import Endless, collect, stream_of

pytestmark = pytest.mark.anyio

DONE = b"data: [DONE]\n\n"
START = {"type": "start"}
SENT_START = b'data: {"type":"start"}\n\n'


async def body_of(*chunks: Any, **options: Any) -> list[bytes]:
    return await collect(create_ui_message_stream_response(stream=stream_of(chunks), **options).body)


async def test_each_chunk_is_an_event_of_its_own_and_done_is_the_last() -> None:
    assert await body_of(START, {"type": "data-x", "data": "ü\n<"}) == [
        SENT_START,
        'data: {"type":"data-x","data":"ü\\n<"}\n\n'.encode(),
        DONE,
    ]


def test_the_headers_are_those_of_the_protocol_unless_they_are_replaced() -> None:
    response = create_ui_message_stream_response(
        stream=stream_of([]), headers={"Cache-Control": "no-store", "X-A": "1"}
    )
    assert response.status == 200
    assert response.headers == {**UI_MESSAGE_STREAM_HEADERS, "cache-control": "no-store", "x-a": "1"}


async def test_an_error_after_the_first_byte_becomes_a_chunk_and_a_proper_end() -> None:
    masked = b'data: {"type":"error","errorText":"An error occurred."}\n\n'
    assert await body_of(START, OSError("password: 1234")) == [SENT_START, masked, DONE]
    told = await body_of(OSError("x"), on_error=lambda error: f"<{error}>")
    assert told == [b'data: {"type":"error","errorText":"<x>"}\n\n', DONE]


async def test_an_error_text_that_cannot_be_made_is_masked() -> None:
    def fail(_: Exception) -> str:
        raise LookupError

    assert await body_of(OSError("x"), on_error=fail) == [
        b'data: {"type":"error","errorText":"An error occurred."}\n\n',
        DONE,
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (float("nan"), "null"),
        (2**70, "1180591620717411303424"),
        ("half \ud83d", '"half \\ud83d"'),
        (b"Hi", '"SGk="'),
        ({"a": None}, '{"a":null}'),
    ],
)
def test_json_is_written_as_javascript_reads_it(value: Any, text: str) -> None:
    event = encode_sse({"data": value}).decode()
    assert event.replace(" ", "") == f'data: {{"data":{text}}}\n\n'.replace(" ", "")


class Impatient(InstantClock):
    """A clock whose timers fire at once."""

    def call_later(self, seconds: float, callback: Any) -> Any:
        self.slept.append(seconds)
        return super().call_later(0, callback)


async def test_silence_is_filled_with_comments() -> None:
    from ai_sdk.provider_utils.clock import use_clock

    source, clock = Endless(START), Impatient()
    with use_clock(clock):
        body = create_ui_message_stream_response(stream=source.stream(), keep_alive_ms=15_000).body
        pieces = [await anext(body) for _ in range(4)]
        await body.aclose()  # type: ignore[attr-defined]  # an async generator
    events = [piece for piece in pieces if piece.startswith(b"data")]
    assert pieces[0] == b": stream-open\n\n"
    assert events == [SENT_START]
    assert set(pieces[1:]) == {SENT_START, b": keep-alive\n\n"}
    assert set(clock.slept) == {15.0}
    assert source.closed.is_set()


async def test_a_stream_that_is_never_silent_has_no_comments_but_the_first() -> None:
    assert await body_of(START, START, keep_alive_ms=60_000) == [b": stream-open\n\n", SENT_START, SENT_START, DONE]


class Unmoved(InstantClock):
    """A clock that stands still and notes the timers that are set."""

    def __init__(self) -> None:
        super().__init__()
        self.set: list[float] = []
        self.cancelled = 0

    def call_later(self, seconds: float, callback: Any) -> Any:
        self.set.append(seconds)
        return self

    def cancel(self) -> None:
        self.cancelled += 1


async def test_chunks_in_quick_succession_share_one_timer_which_ends_with_the_stream() -> None:
    from ai_sdk.provider_utils.clock import use_clock

    async def one_by_one() -> Any:
        for _ in range(50):
            await anyio.wait_all_tasks_blocked()
            yield START

    clock = Unmoved()
    with use_clock(clock):
        body = await collect(create_ui_message_stream_response(stream=one_by_one(), keep_alive_ms=15_000).body)
    assert body == [b": stream-open\n\n", *[SENT_START] * 50, DONE]
    assert (clock.set, clock.cancelled) == ([15.0], 1)


@pytest.mark.parametrize("interval", [0, -1, float("nan"), float("inf"), 2_147_483_648])
def test_an_interval_that_is_no_time_is_refused(interval: float) -> None:
    with pytest.raises(ValueError, match="keepAliveMs must be a positive finite timer duration"):
        create_ui_message_stream_response(stream=stream_of([]), keep_alive_ms=interval)


async def test_a_copy_gets_the_same_events_as_texts() -> None:
    copied: list[str] = []
    done = anyio.Event()

    async def store(stream: Any) -> None:
        copied.extend([event async for event in stream])
        done.set()

    sent = await body_of(START, START, consume_sse_stream=store)
    await done.wait()
    assert "".join(copied).encode() == b"".join(sent) == SENT_START * 2 + DONE


async def test_a_copy_is_completed_when_the_client_is_gone() -> None:
    gone, done, copied = anyio.Event(), anyio.Event(), list[str]()

    async def source() -> Any:
        yield START
        await gone.wait()
        for number in range(100):
            yield {"type": "data-x", "data": number}

    async def store(stream: Any) -> None:
        copied.extend([event async for event in stream])
        done.set()

    body = create_ui_message_stream_response(stream=source(), consume_sse_stream=store).body
    assert await anext(body) == SENT_START
    await body.aclose()  # type: ignore[attr-defined]  # an async generator
    gone.set()
    await done.wait()
    assert (len(copied), copied[-1]) == (102, DONE.decode())


@pytest.mark.parametrize("fails", [True, False])
async def test_a_reader_of_the_copy_that_leaves_or_fails_does_not_disturb_the_client(*, fails: bool) -> None:
    async def store(_: Any) -> None:
        if fails:
            raise OSError("no space")

    assert await body_of(START, consume_sse_stream=store) == [SENT_START, DONE]


async def test_the_source_is_closed_when_client_and_copy_are_gone() -> None:
    source, left = Endless(START), anyio.Event()

    async def store(stream: Any) -> None:
        async for _ in stream:
            break
        left.set()

    body = create_ui_message_stream_response(stream=source.stream(), consume_sse_stream=store).body
    assert await anext(body) == SENT_START
    await left.wait()
    await body.aclose()  # type: ignore[attr-defined]  # an async generator
    await source.closed.wait()


async def test_clients_that_vanish_leave_no_task_behind() -> None:
    import asyncio

    before = asyncio.all_tasks()
    for _ in range(100):
        source = Endless(START, START)

        def execute(writer: Any, merged: Endless = source) -> Any:
            writer.merge(merged.stream())
            return anyio.sleep_forever()

        async def store(stream: Any) -> None:
            await anext(stream)

        body = create_ui_message_stream_response(
            stream=create_ui_message_stream(execute=execute), keep_alive_ms=60_000, consume_sse_stream=store
        ).body
        await anext(body)
        await body.aclose()  # type: ignore[attr-defined]  # an async generator
        await source.closed.wait()
    await anyio.wait_all_tasks_blocked()
    assert asyncio.all_tasks() == before


class Client:
    """An ASGI server with one client, who leaves after so many body messages, noticed by `receive` or by `send`."""

    def __init__(self, *, leaves_after: int | None = None, send_fails: bool = False) -> None:
        self.sent: list[Any] = []
        self._leaves_after, self._send_fails = leaves_after, send_fails
        self._gone = anyio.Event()

    async def receive(self) -> Any:
        if not self._send_fails:
            await self._gone.wait()
            return {"type": "http.disconnect"}
        await anyio.sleep_forever()
        return {}

    async def send(self, message: Any) -> None:
        self.sent.append(message)
        if self._leaves_after is not None and len(self.sent) > self._leaves_after:
            self._gone.set()
            if self._send_fails:
                raise OSError("connection lost")


async def test_the_response_is_an_asgi_application() -> None:
    client = Client()
    response = create_ui_message_stream_response(stream=stream_of([START]), status=202, headers={"x-a": "ü"})
    await response({"type": "http"}, client.receive, client.send)
    assert client.sent[0]["status"] == 202
    assert dict(client.sent[0]["headers"])[b"x-a"] == "ü".encode("latin-1")
    bodies = [(message["body"], message["more_body"]) for message in client.sent[1:]]
    assert bodies == [(SENT_START, True), (DONE, True), (b"", False)]


@pytest.mark.parametrize("send_fails", [True, False])
async def test_a_client_that_goes_away_closes_the_source(*, send_fails: bool) -> None:
    source, client = Endless(START), Client(leaves_after=1, send_fails=send_fails)
    response = create_ui_message_stream_response(stream=source.stream())
    await response({"type": "http"}, client.receive, client.send)
    assert source.closed.is_set()
    assert [json.loads(message["body"][6:]) for message in client.sent[1:]] == [START]
