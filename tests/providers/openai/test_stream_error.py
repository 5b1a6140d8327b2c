import asyncio
from collections.abc import AsyncGenerator, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, APICallError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.provider_utils.response_handler import Event
from ai_sdk.providers.openai.stream_error import (
    create_openai_provider_stream_error,
    throw_if_openai_stream_error_before_output,
)

pytestmark = pytest.mark.anyio

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "error", "message", "code", "param", "response"]), inner, max_size=4)
    ),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("frame", "status", "retryable"),
    [
        ({"message": "m", "code": "insufficient_quota"}, 429, False),
        ({"message": "m", "code": None, "type": "insufficient_quota"}, 429, False),
        ({"message": "m", "code": "rate_limit_exceeded"}, 429, True),
        ({"message": "m", "type": "authentication_error"}, 401, False),
        ({"message": "m", "type": "permission_error"}, 403, False),
        ({"message": "m", "code": "model_not_found"}, 404, False),
        ({"message": "m", "type": "invalid_request_error"}, 400, False),
        ({"message": "m", "code": "context_length_exceeded"}, 400, False),
        ({"message": "m", "type": "overloaded_error"}, 503, True),
        ({"message": "m", "type": "timeout"}, 504, True),
        ({"message": "m", "code": "408"}, 408, True),
        ({"message": "m", "code": 409}, 409, True),
        ({"message": "m", "code": 418.0}, 418, False),
        ({"message": "m", "code": 200}, 500, True),
        ({"message": "m", "param": None}, 500, True),
        ({"error": {"message": "m"}}, 500, True),
        ({"type": "response.failed", "response": {"error": {"message": "m", "code": "rate_limit_x"}}}, 429, True),
    ],
)
def test_an_error_event_has_the_status_that_a_failed_request_would_have(
    frame: dict[str, Any], status: int, *, retryable: bool
) -> None:
    error = create_openai_provider_stream_error(frame)
    assert error is not None
    assert (error.message, error.status_code, error.is_retryable, error.data) == ("m", status, retryable, frame)


@pytest.mark.parametrize(
    "frame",
    [None, "text", [], {}, {"message": "m"}, {"message": 1, "code": "x"}, {"error": []}, {"type": "response.failed"}],
)
def test_anything_else_is_no_error_event(frame: Any) -> None:
    assert create_openai_provider_stream_error(frame) is None


@given(JSON)
def test_any_json_is_an_error_event_or_none(frame: Any) -> None:
    error = create_openai_provider_stream_error(frame)
    assert error is None or error.status_code in range(400, 600)


class StepClock:
    """A clock whose sleeps end when the test says so."""

    def __init__(self) -> None:
        self.passed = asyncio.Event()
        self.slept: list[float] = []

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        await self.passed.wait()
        self.slept.append(seconds)


class Source:
    """Events that can be held back, and that know whether they were closed."""

    def __init__(self, *chunks: Any) -> None:
        self.chunks = chunks
        self.gate = asyncio.Event()
        self.is_held = asyncio.Event()
        self.closed = False

    async def events(self) -> AsyncGenerator[Event, None]:
        try:
            for chunk in self.chunks:
                if chunk == "wait":
                    self.is_held.set()
                    await self.gate.wait()
                elif isinstance(chunk, Exception) and not isinstance(chunk, AISDKError):
                    raise chunk
                else:
                    yield chunk, b"{}"
        finally:
            self.closed = True


async def peek(
    source: Source, accepted: Callable[[Any], bool] | None = lambda chunk: chunk == "accepted"
) -> AsyncGenerator[Event, None]:
    return await throw_if_openai_stream_error_before_output(
        source.events(),
        get_error=lambda chunk: chunk if isinstance(chunk, dict) else None,
        is_output_chunk=lambda chunk: chunk == "output",
        is_accepted_chunk=accepted,
        url="https://a.example",
        request_body_values={"model": "m"},
        response_headers={"x-id": "1"},
    )


async def read(events: AsyncGenerator[Event, None]) -> list[Any]:
    return [value async for value, _ in events]


@pytest.mark.parametrize(
    "chunks",
    [
        [],
        ["first"],
        ["first", "output", {"message": "late", "code": "x"}],
        [AISDKError("unreadable"), {"message": "late", "code": "x"}],
        ["accepted", "second", "output", "last"],
        ["accepted"],
    ],
)
async def test_a_stream_without_an_early_error_is_given_back_whole(chunks: list[Any]) -> None:
    source = Source(*chunks)
    assert await read(await peek(source)) == chunks
    assert source.closed


async def test_an_error_before_any_output_fails_the_call_and_closes_the_stream() -> None:
    source = Source("first", {"message": "slow down", "code": "rate_limit"}, "output")
    with pytest.raises(APICallError, match="slow down") as caught:
        await peek(source)
    error = caught.value
    assert source.closed
    assert (error.status_code, error.is_retryable, error.url, error.response_headers) == (
        429,
        True,
        "https://a.example",
        {"x-id": "1"},
    )
    assert (error.response_body, error.data) == (
        '{"message":"slow down","code":"rate_limit"}',
        {"message": "slow down", "code": "rate_limit"},
    )


async def test_an_early_error_in_another_shape_fails_the_call_too() -> None:
    with pytest.raises(APICallError, match="before any output") as caught:
        await peek(Source({"odd": True}))
    assert (caught.value.status_code, caught.value.is_retryable, caught.value.data) == (500, True, {"odd": True})


async def test_a_stream_that_breaks_early_fails_the_call_and_is_closed() -> None:
    source = Source("first", OSError("reset"))
    with pytest.raises(OSError, match="reset"):
        await peek(source)
    assert source.closed


async def test_an_accepted_stream_is_given_back_when_its_grace_is_over_without_losing_an_event() -> None:
    source, clock = Source("accepted", "wait", "output", "last"), StepClock()
    clock.passed.set()
    with use_clock(clock):
        events = await peek(source)
    source.gate.set()
    assert await read(events) == ["accepted", "output", "last"]
    assert clock.slept == [0.05]


async def test_an_accepted_stream_that_fails_within_its_grace_fails_the_call() -> None:
    source, clock = Source("accepted", {"message": "no", "code": "insufficient_quota"}), StepClock()
    with use_clock(clock), pytest.raises(APICallError, match="no"):
        await peek(source)
    assert (source.closed, clock.slept) == (True, [])


async def test_an_accepted_stream_may_end_after_its_grace() -> None:
    source, clock = Source("accepted", "wait"), StepClock()
    clock.passed.set()
    with use_clock(clock):
        events = await peek(source)
    source.gate.set()
    assert await read(events) == ["accepted"]


@pytest.mark.parametrize("chunks", [["output", "more"], ["accepted", "wait", "more"]])
async def test_a_stream_that_is_closed_unread_closes_its_source(chunks: list[Any]) -> None:
    source, clock = Source(*chunks), StepClock()
    clock.passed.set()
    with use_clock(clock):
        events = await peek(source)
    await events.aclose()
    assert source.closed


async def test_cancelling_the_call_while_it_looks_ahead_closes_the_source() -> None:
    source, clock = Source("accepted", "wait", "output"), StepClock()
    with use_clock(clock):
        call = asyncio.create_task(peek(source))
    await source.is_held.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert source.closed
