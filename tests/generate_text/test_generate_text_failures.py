"""Retries over a real connection, time limits, aborts, and cancellation at every point where a call waits."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from ai_sdk import is_loop_finished, tool
from ai_sdk.error.retry_error import RetryError
from ai_sdk.prompt.wrap_gateway_error import UnauthenticatedGatewayError
from ai_sdk.provider import AISDKError, APICallError
from ai_sdk.provider_utils.abort import AbortController, AbortError, AbortTimeoutError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, MockLanguageModelV4, Reply, answer_openai_chat
from tests.generate_text.answers import answer, call, generate, mock
from tests.instant_clock import InstantClock

pytestmark = pytest.mark.anyio

SLOW = 30  # seconds that nothing in a test waits for


@tool
def clock() -> int:
    """Look at the clock."""
    return 12


def chat(server: LoopbackServer) -> Any:
    return create_openai_compatible(name="loopback", base_url=server.url + "/v1", api_key="k")("toy")


def failing(*replies: Reply) -> Callable[[Any], Reply]:
    """Answer with these first, and then as a model does."""
    given = iter(replies)
    return lambda request: next(given, None) or answer_openai_chat(request)


@pytest.mark.parametrize(
    ("reply", "slept"),
    [
        (Reply.json({"error": {"message": "slow down"}}, status=429, headers={"retry-after": "7"}), [7]),
        (Reply.json({"error": {"message": "slow down"}}, status=429, headers={"retry-after-ms": "150"}), [0.15]),
        (Reply.json({"error": {"message": "broken"}}, status=500), [2]),
        (Reply(status=0), [2]),
    ],
)
async def test_a_failed_request_is_tried_again_when_the_provider_says(reply: Reply, slept: list[float]) -> None:
    clock = InstantClock()
    async with LoopbackServer(failing(reply)) as server:
        with use_clock(clock):
            result = await generate(chat(server))
        assert (result.text, len(server.requests), clock.slept) == ("You said: Hi", 2, slept)


async def test_the_last_error_says_how_often_was_tried() -> None:
    broken = Reply.json({"error": {"message": "broken"}}, status=500)
    async with LoopbackServer(failing(broken, broken, broken)) as server:
        with use_clock(InstantClock()), pytest.raises(RetryError, match="Failed after 3 attempts"):
            await generate(chat(server))
        assert len(server.requests) == 3


async def test_nothing_is_tried_again_that_cannot_succeed() -> None:
    wrong = Reply.json({"error": {"message": "no such model"}}, status=404)
    async with LoopbackServer(failing(wrong)) as server:
        with pytest.raises(APICallError, match="no such model"):
            await generate(chat(server))
        assert len(server.requests) == 1


async def test_a_gateway_without_a_key_says_how_to_get_on() -> None:
    class RefusedError(AISDKError):
        name = "GatewayAuthenticationError"

    refused = RefusedError("no key")
    with pytest.raises(UnauthenticatedGatewayError, match="set the AI_GATEWAY_API_KEY environment") as raised:
        await generate(mock(refused))
    assert raised.value.__cause__ is refused


async def wait_for_ever(*_: Any) -> Any:
    await asyncio.sleep(SLOW)


@pytest.mark.parametrize("limit", [0.01, {"total_ms": 10}, {"step_ms": 10}])
async def test_a_call_that_takes_too_long_ends_promptly(limit: Any) -> None:
    async with LoopbackServer(wait_for_ever) as server:
        started = time.monotonic()
        with pytest.raises(AbortTimeoutError if limit != {"step_ms": 10} else AbortError):
            await generate(chat(server), timeout=limit)
        assert time.monotonic() - started < 5
        await no_connection(server)


async def test_a_tool_that_takes_too_long_is_told_to_the_model() -> None:
    @tool
    async def sleep() -> None:
        """Sleep."""
        await wait_for_ever()

    result = await generate(
        mock(answer(call("sleep")), "Too slow."), tools=[sleep], timeout={"tool_ms": 5}, stop_when=is_loop_finished()
    )
    assert (result.text, [part.type for part in result.steps[0].content]) == ("Too slow.", ["tool-call", "tool-error"])


async def test_an_abort_before_the_call_sends_nothing() -> None:
    controller = AbortController()
    controller.abort()
    async with LoopbackServer(answer_openai_chat) as server:
        with pytest.raises(AbortError):
            await generate(chat(server), abort_signal=controller.signal)
        assert server.requests == []


async def test_an_abort_between_two_steps_ends_the_loop() -> None:
    controller = AbortController()
    model = MockLanguageModelV4(do_generate=answer(call("clock")))
    with pytest.raises(AbortError):
        await generate(
            model,
            tools=[clock],
            stop_when=is_loop_finished(),
            abort_signal=controller.signal,
            on_step_end=lambda _: controller.abort(),
        )
    assert len(model.do_generate_calls) == 1


async def test_an_abort_closes_the_response() -> None:
    controller = AbortController()

    async def hang(_: Any) -> Reply:
        controller.abort()
        return await wait_for_ever()  # type: ignore[no-any-return]

    async with LoopbackServer(hang) as server:
        with pytest.raises(AbortError):
            await generate(chat(server), abort_signal=controller.signal)
        await no_connection(server)


async def no_connection(server: LoopbackServer) -> None:
    for _ in range(500):
        if not server.open_connections:
            return
        await asyncio.sleep(0.001)
    raise AssertionError("a connection is still open")


async def test_a_cancelled_run_of_a_model_that_always_calls_a_tool_ends_promptly() -> None:
    model = MockLanguageModelV4(do_generate=answer(call("clock")))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(generate(model, tools=[clock], stop_when=is_loop_finished()), 0.05)
    count = len(model.do_generate_calls)
    for _ in range(100):
        await asyncio.sleep(0)
    assert len(model.do_generate_calls) == count


class Pauses:
    """Lets a call go on from await to await, so that a test can cancel it at each of them."""

    def __init__(self) -> None:
        self.running: set[str] = set()
        self.ended: list[str] = []

    @contextmanager
    def within(self, name: str) -> Iterator[None]:
        self.running.add(name)
        try:
            yield
        finally:
            self.running.remove(name)
            self.ended.append(name)

    async def model(self, _: Any) -> Any:
        with self.within("model"):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        return answer(call("slow"), call("counting", call_id="c2")) if self.ended.count("model") == 1 else "Done."

    def tools(self) -> list[Any]:
        @tool
        async def slow() -> int:
            """Take a while."""
            with self.within("slow"):
                await asyncio.sleep(0)
                await asyncio.sleep(0)
            return 1

        @tool
        async def counting() -> AsyncIterator[int]:
            """Count slowly."""
            with self.within("counting"):
                for number in range(3):
                    await asyncio.sleep(0)
                    yield number

        return [slow, counting]

    async def callback(self, _: Any) -> None:
        with self.within("callback"):
            await asyncio.sleep(0)

    def call(self) -> Awaitable[Any]:
        callbacks: dict[str, Any] = dict.fromkeys(("on_start", "on_step_start", "on_step_end", "on_end"), self.callback)
        return generate(
            MockLanguageModelV4(do_generate=self.model),
            tools=self.tools(),
            stop_when=is_loop_finished(),
            timeout=SLOW,
            **callbacks,
        )


async def cancel_after(turns: int) -> tuple[bool, Pauses]:
    """Cancel a call after so many turns of the loop; say whether it was still running."""
    pauses, before = Pauses(), asyncio.all_tasks()
    task = asyncio.ensure_future(pauses.call())
    for _ in range(turns):
        await asyncio.sleep(0)
    was_running = task.cancel()
    results = await asyncio.gather(task, return_exceptions=True)
    assert isinstance(results[0], asyncio.CancelledError) or not was_running
    assert (pauses.running, asyncio.all_tasks() - before) == (set(), set())
    return was_running, pauses


async def test_cancelling_at_any_await_leaves_no_task_and_no_running_tool() -> None:
    turns, was_running = 0, True
    interrupted: set[str] = set()
    while was_running:
        was_running, pauses = await cancel_after(turns)
        interrupted |= set(pauses.ended)
        turns += 1
    assert interrupted == {"callback", "model", "slow", "counting"}
    assert turns > 20


async def test_cancelling_at_any_await_leaves_no_open_response() -> None:
    async def trickle(request: Any) -> Reply:
        whole = answer_openai_chat(request)
        body = b"".join(whole.chunks)  # type: ignore[arg-type]

        async def pieces() -> AsyncIterator[bytes]:
            for start in range(0, len(body), 60):
                await asyncio.sleep(0)
                yield body[start : start + 60]

        return Reply(headers=whole.headers, chunks=pieces())

    async with LoopbackServer(trickle) as server:
        model, turns, was_running = chat(server), 0, True
        await generate(model)
        await idle(server)
        kept = server.open_connections
        while was_running:
            task = asyncio.ensure_future(generate(model))
            for _ in range(turns):
                await asyncio.sleep(0)
            was_running = task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await idle(server)
            assert server.open_connections <= kept
            turns += 2
        assert turns > 10
        gc.collect()


async def idle(server: LoopbackServer) -> None:
    """Wait until the server has nothing left to write."""
    for _ in range(200):
        await asyncio.sleep(0)
        if server.open_connections <= 1:
            return
