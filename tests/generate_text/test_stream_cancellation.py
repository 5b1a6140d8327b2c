"""Ending a streamed generation before its end: nothing is left running or open."""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk import AbortController, is_step_count, stream_text, tool
from ai_sdk.provider_utils.abort import AbortTimeoutError
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing.loopback import LoopbackServer
from ai_sdk.testing.reply import Reply, Request
from tests.generate_text.stream_models import ScriptedModel, finish, text_parts, tool_call

pytestmark = pytest.mark.anyio


class Probe:
    """A tool that notes how many of its runs are going on."""

    def __init__(self) -> None:
        self.running = 0

    async def run(self, turns: int) -> AsyncIterator[int]:
        self.running += 1
        try:
            for turn in range(turns):
                await asyncio.sleep(0)
                yield turn
        finally:
            self.running -= 1

    def tools(self) -> list[Any]:
        @tool
        async def count(turns: int) -> AsyncIterator[int]:
            """Count."""
            async for turn in self.run(turns):
                yield turn

        return [count]


def two_steps() -> ScriptedModel:
    calls = [tool_call("count", '{"turns":3}', "1"), tool_call("count", '{"turns":2}', "2"), finish("tool-calls")]
    return ScriptedModel([*text_parts("a", "b"), *calls], [*text_parts("c", "d", part_id="2"), finish()])


async def settle() -> None:
    gc.collect()
    for _ in range(10):
        await asyncio.sleep(0)


def other_tasks() -> set[Any]:
    return asyncio.all_tasks() - {asyncio.current_task()}


@given(
    turns=st.integers(0, 60),
    how=st.sampled_from(["stream", "text", "value", "both", "transform", "abort signal"]),
)
@settings(max_examples=50, deadline=None)
def test_cancelling_at_any_moment_leaves_nothing(turns: int, how: str) -> None:
    async def main() -> None:
        model, probe = two_steps(), Probe()
        signal = AbortController().signal if how == "abort signal" else None
        result = stream_text(
            model=model,
            prompt="?",
            tools=probe.tools(),
            stop_when=is_step_count(2),
            abort_signal=signal,
            experimental_transform=_through if how == "transform" else None,
        )
        tasks = [asyncio.ensure_future(work) for work in _readers(result, how)]
        for _ in range(turns):
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(outcome is None or isinstance(outcome, asyncio.CancelledError) for outcome in outcomes)
        del result, tasks, task, outcomes  # a stream that no reader was waiting for goes with its result
        await settle()
        assert (model.open_streams, probe.running, other_tasks()) == (0, 0, set())

    asyncio.run(main())


def _through(**_: Any) -> Any:
    async def run(stream: AsyncIterator[Any]) -> AsyncIterator[Any]:
        async for part in stream:
            yield part

    return run


def _readers(result: Any, how: str) -> list[Any]:
    async def read(stream: Any) -> None:
        async for _ in stream:
            pass

    async def value() -> None:
        await result.text

    match how:
        case "value":
            return [value()]
        case "both":
            return [read(result.stream), value()]
        case "text":
            return [read(result.text_stream)]
    return [read(result.stream)]


@given(count=st.integers(0, 14), closes=st.booleans())
@settings(max_examples=25, deadline=None)
def test_leaving_at_any_part_leaves_nothing(count: int, closes: bool) -> None:  # noqa: FBT001 - hypothesis passes it
    async def main() -> None:
        model, probe = two_steps(), Probe()
        result = stream_text(model=model, prompt="?", tools=probe.tools(), stop_when=is_step_count(2))
        stream = result.stream
        for _ in range(count):
            await anext(stream)
        if closes:
            await result.aclose()
            assert (model.open_streams, probe.running, other_tasks()) == (0, 0, set())
        del stream, result
        await settle()
        assert (model.open_streams, probe.running, other_tasks()) == (0, 0, set())

    asyncio.run(main())


async def test_a_reader_that_is_cancelled_does_not_end_the_stream_of_another() -> None:
    model = two_steps()
    result = stream_text(model=model, prompt="?", tools=Probe().tools(), stop_when=is_step_count(2))
    kept = asyncio.ensure_future(result.consume_stream())
    stream = result.text_stream

    async def read() -> None:
        async for _ in stream:
            pass

    reader = asyncio.create_task(read())
    for _ in range(6):
        await asyncio.sleep(0)
    reader.cancel()
    with suppress(asyncio.CancelledError):
        await reader
    await kept
    assert await result.text == "cd"


async def test_after_the_block_the_generation_is_over() -> None:
    model = ScriptedModel([*text_parts("a", "b"), finish()])
    async with stream_text(model=model, prompt="?") as result:
        async for text in result.text_stream:
            assert text == "a"
            break
    assert model.open_streams == 0
    with pytest.raises(Exception, match=r"The stream was cancelled\."):
        await result.text


async def test_an_abort_ends_a_wait_that_would_never_end() -> None:
    controller, told = AbortController(), []
    model = ScriptedModel([*text_parts("a")[:-1], None])
    result = stream_text(
        model=model,
        prompt="?",
        abort_signal=controller.signal,
        on_abort=lambda event: told.append((event.reason, len(event.steps))),
        on_end=lambda _: told.append("end"),
    )
    seen = []
    async for part in result.stream:
        seen.append(part)
        if part.type == "text-delta":
            asyncio.get_running_loop().call_soon(controller.abort, ValueError("enough"))
    assert [part.type for part in seen] == ["start", "start-step", "text-start", "text-delta", "abort"]
    assert seen[-1].reason == "ValueError: enough"
    assert [str(reason) for reason, _ in told] == ["enough"]
    assert model.open_streams == 0
    with pytest.raises(ValueError, match="enough"):
        await result.text


async def test_an_abort_stops_the_tools_and_keeps_the_steps() -> None:
    controller, tasks = AbortController(), asyncio.all_tasks()

    @tool
    async def wait() -> None:
        """Wait for ever."""
        asyncio.get_running_loop().call_soon(controller.abort)
        await asyncio.Event().wait()

    model = ScriptedModel([tool_call("wait", "{}"), finish("tool-calls")])
    result = stream_text(model=model, prompt="?", tools=[wait], abort_signal=controller.signal)
    assert [part.type async for part in result.stream] == ["start", "start-step", "tool-call", "abort"]
    assert asyncio.all_tasks() == tasks


async def test_a_signal_that_is_aborted_already_ends_the_stream_at_once() -> None:
    controller = AbortController()
    controller.abort()
    model = ScriptedModel([*text_parts("a"), finish()])
    result = stream_text(model=model, prompt="?", abort_signal=controller.signal)
    assert [part.type async for part in result.stream] == ["start", "abort"]
    assert model.calls == []


@pytest.mark.parametrize(
    ("limit", "answer", "reason"),
    [
        ({"first_chunk_ms": 1}, [None], "First chunk timeout of 1ms exceeded"),
        ({"chunk_ms": 1}, [*text_parts("a")[:-1], None], "Chunk timeout of 1ms exceeded"),
        ({"step_ms": 1}, [None], "Step timeout of 1ms exceeded"),
        (0.001, [None], "The operation was aborted due to timeout"),
    ],
)
async def test_each_timeout_aborts(limit: Any, answer: list[Any], reason: str) -> None:
    model = ScriptedModel(answer)
    result = stream_text(model=model, prompt="?", timeout=limit)
    parts = [part async for part in result.stream]
    assert parts[-1].type == "abort"
    assert parts[-1].reason == f"TimeoutError: {reason}"
    assert model.open_streams == 0
    with pytest.raises(AbortTimeoutError, match=reason):
        await result.text


async def test_without_timeouts_the_model_gets_the_signal_of_the_caller() -> None:
    controller = AbortController()
    model = ScriptedModel([*text_parts("a"), finish()])
    await stream_text(model=model, prompt="?", abort_signal=controller.signal).consume_stream()
    assert model.calls[0].abort_signal is controller.signal


def endless(_: Request) -> Reply:
    async def chunks() -> AsyncIterator[bytes]:
        while True:
            yield b'data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n'
            await asyncio.sleep(0)

    return Reply(status=200, headers={"content-type": "text/event-stream"}, chunks=chunks())


@pytest.mark.parametrize("how", ["block", "cancel", "abort", "forget"])
async def test_the_connection_is_closed(how: str) -> None:
    async with LoopbackServer(endless) as server:
        provider = create_openai_compatible(name="loopback", base_url=server.url)
        async with provider:
            controller = AbortController()
            result: Any = stream_text(model=provider("m"), prompt="?", abort_signal=controller.signal)
            stream = result.text_stream
            for _ in range(3):
                await anext(stream)
            assert server.open_connections == 1
            if how == "block":
                await result.aclose()
            elif how == "abort":
                controller.abort()
                assert [text async for text in stream] == []
            elif how == "cancel":
                reader = asyncio.ensure_future(result.text)
                await asyncio.sleep(0)
                reader.cancel()
                await asyncio.wait([reader])
                del reader  # which remembers where it was cancelled
            del stream, result
            gc.collect()
            async with asyncio.timeout(5):
                while server.open_connections:
                    await asyncio.sleep(0)
