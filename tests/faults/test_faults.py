"""What goes wrong on a wire gives the right typed error, keeps what had arrived, and leaves no socket and no task."""

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest

from ai_sdk.provider import AISDKError, APICallError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.testing import LoopbackServer, Reply, Request
from tests.faults.families import FAMILIES, JOB, Outcome, stream
from tests.provider_utils import aws_frames

pytestmark = pytest.mark.anyio

EVERY_FAMILY = pytest.mark.parametrize("family", FAMILIES)
ANSWERED_WITH_JSON = pytest.mark.parametrize("family", ["json", "multipart", "polling"])


async def outcome_of(family: str, answer: Callable[[Request], Reply]) -> Outcome:
    """Make the family's call, and check that it leaves nothing behind."""
    before = asyncio.all_tasks()
    async with LoopbackServer(answer) as server:
        outcome = await FAMILIES[family](server.url)
        async with asyncio.timeout(5):
            while server.open_connections:
                await asyncio.sleep(0.001)
    assert {task for task in asyncio.all_tasks() - before if not task.done()} == set()
    return outcome


def api_error(outcome: Outcome) -> APICallError:
    assert isinstance(outcome.error, APICallError), outcome
    return outcome.error


def event(text: str) -> bytes:
    return f'data: {{"id":"1","choices":[{{"index":0,"delta":{{"content":"{text}"}}}}]}}\n\n'.encode()


def texts(outcome: Outcome) -> list[str]:
    return [part.delta for part in outcome.arrived if part.type == "text-delta"]


@EVERY_FAMILY
async def test_a_connection_reset_before_the_headers_is_retryable(family: str) -> None:
    error = api_error(await outcome_of(family, lambda _: Reply(status=0)))
    assert (error.is_retryable, error.status_code) == (True, None)
    assert error.message.startswith("Cannot connect to API: ")


@ANSWERED_WITH_JSON
async def test_a_reset_in_a_json_body_is_retryable(family: str) -> None:
    error = api_error(await outcome_of(family, lambda _: Reply(chunks=[b'{"id": "1", '], reset=True)))
    assert (error.message, error.is_retryable) == ("Failed to process successful response", True)


async def test_a_reset_in_the_middle_of_an_event_keeps_what_had_arrived() -> None:
    answer = Reply(chunks=[event("The "), event("sea")[:20]], reset=True)
    outcome = await outcome_of("sse", lambda _: answer)
    error = api_error(outcome)
    assert texts(outcome) == ["The "]
    assert (error.message, error.is_retryable) == ("Failed to process successful response", True)


def aws_event(text: str) -> bytes:
    return aws_frames.event("contentBlockDelta", {"contentBlockIndex": 0, "delta": {"text": text}})


async def test_a_reset_in_the_middle_of_a_frame_keeps_what_had_arrived() -> None:
    answer = Reply(chunks=[aws_event("The "), aws_event("sea")[:40]], reset=True)
    outcome = await outcome_of("aws", lambda _: answer)
    assert texts(outcome) == ["The "]
    assert api_error(outcome).is_retryable


async def test_a_frame_that_is_cut_by_a_clean_end_keeps_what_had_arrived() -> None:
    answer = Reply(chunks=[aws_event("The "), aws_event("sea")[:40]])
    outcome = await outcome_of("aws", lambda _: answer)
    assert texts(outcome) == ["The "]
    assert isinstance(outcome.error, AISDKError)


@pytest.mark.parametrize("position", [9, -1])
async def test_a_wrong_checksum_is_an_error_and_keeps_what_had_arrived(position: int) -> None:
    broken = bytearray(aws_event("sea"))
    broken[position] ^= 0xFF
    outcome = await outcome_of("aws", lambda _: Reply(chunks=[aws_event("The "), bytes(broken)]))
    assert texts(outcome) == ["The "]
    assert isinstance(outcome.error, AISDKError)
    assert "checksum" in str(outcome.error) + str(outcome.error.cause)


async def test_frames_that_drip_arrive_as_they_were_sent() -> None:
    body = aws_event("The ") + aws_event("süß")
    outcome = await outcome_of("aws", lambda _: Reply(chunks=[body[i : i + 1] for i in range(len(body))]))
    assert (texts(outcome), outcome.error) == (["The ", "süß"], None)


async def test_a_slow_drip_arrives_as_it_was_sent() -> None:
    body = event("The ") + event("süß \N{WATER WAVE}") + b"data: [DONE]\n\n"

    async def drip() -> AsyncIterator[bytes]:
        for offset in range(len(body)):
            await asyncio.sleep(0)
            yield body[offset : offset + 1]

    outcome = await outcome_of("sse", lambda _: Reply(chunks=drip()))
    assert (texts(outcome), outcome.error) == (["The ", "süß \N{WATER WAVE}"], None)


async def test_a_drip_that_is_too_slow_for_its_reader_is_left_with_everything_closed() -> None:
    async def drip() -> AsyncIterator[bytes]:
        yield event("The ")
        await asyncio.sleep(3600)

    async with LoopbackServer(lambda _: Reply(chunks=drip())) as server:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await stream(server.url)
        async with asyncio.timeout(5):
            while server.open_connections:
                await asyncio.sleep(0.001)


async def test_invalid_utf8_becomes_replacement_characters() -> None:
    answer = Reply(chunks=[event("sea").replace(b"sea", b"s\xff\xfea")])
    outcome = await outcome_of("sse", lambda _: answer)
    assert (texts(outcome), outcome.error) == (["s\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}a"], None)


@ANSWERED_WITH_JSON
async def test_json_in_no_encoding_is_an_error_that_shows_the_body(family: str) -> None:
    error = api_error(await outcome_of(family, lambda _: Reply(chunks=[b"\xff\xfe{"])))
    assert error.message == "Invalid JSON response"
    assert error.response_body == "\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}{"


async def test_an_event_of_a_million_characters_is_one_part() -> None:
    text = "x" * 1_000_000
    outcome = await outcome_of("sse", lambda _: Reply(chunks=[event(text)]))
    assert texts(outcome) == [text]


@ANSWERED_WITH_JSON
async def test_a_page_instead_of_json_is_an_error_that_shows_it(family: str) -> None:
    page = b"<html>hello</html>"
    error = api_error(await outcome_of(family, lambda _: Reply(headers={"content-type": "text/html"}, chunks=[page])))
    assert (error.message, error.response_body) == ("Invalid JSON response", page.decode())
    assert (error.status_code, error.is_retryable) == (200, False)


async def test_a_page_instead_of_events_ends_as_an_interrupted_stream() -> None:
    outcome = await outcome_of("sse", lambda _: Reply(headers={"content-type": "text/html"}, chunks=[b"<html>"]))
    assert [part.type for part in outcome.arrived] == ["stream-start", "finish"]
    assert outcome.arrived[-1].finish_reason.unified == "interrupted"


@EVERY_FAMILY
async def test_a_compressed_error_body_is_read(family: str) -> None:
    body = gzip.compress(b'{"error": {"message": "no such model", "type": "not_found"}}')
    answer = Reply(status=404, headers={"content-encoding": "gzip"}, chunks=[body[:10], body[10:]])
    error = api_error(await outcome_of(family, lambda _: answer))
    assert error.response_body == '{"error": {"message": "no such model", "type": "not_found"}}'
    assert (error.status_code, error.is_retryable) == (404, False)


@EVERY_FAMILY
async def test_too_many_requests_keep_what_the_server_says_of_waiting(family: str) -> None:
    answer = Reply(status=429, headers={"Retry-After": "7"}, chunks=[b"{}"])
    error = api_error(await outcome_of(family, lambda _: answer))
    assert (error.status_code, error.is_retryable) == (429, True)
    assert (error.response_headers or {})["retry-after"] == "7"


@ANSWERED_WITH_JSON
async def test_an_empty_body_is_an_error(family: str) -> None:
    error = api_error(await outcome_of(family, lambda _: Reply()))
    assert (error.message, error.response_body) == ("Invalid JSON response", "")


async def test_an_empty_stream_ends_as_an_interrupted_stream() -> None:
    outcome = await outcome_of("sse", lambda _: Reply())
    assert (outcome.error, outcome.arrived[-1].finish_reason.unified) == (None, "interrupted")


class RacingClock:
    """A clock on which every sleep is over at once, and an hour has gone by."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.time, UTC)

    def monotonic(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.time += seconds
        await asyncio.sleep(0.01 * min(seconds, 3))


async def test_a_job_that_never_ends_is_given_up() -> None:
    pending = b'{"id": "job-1", "status": "Pending", "result": null}'

    def answer(request: Request) -> Reply:
        return Reply(chunks=[pending if b"job-1" in request.body else JOB])

    with use_clock(RacingClock()):
        outcome = await outcome_of("polling", answer)
    assert isinstance(outcome.error, AISDKError)
    assert outcome.error.message == "Fireworks image generation timed out after 120000ms"
