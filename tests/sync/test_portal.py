"""Where the synchronous functions run: one loop for the process, whatever thread, fork or notebook calls."""

import asyncio
import contextvars
import gc
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from ai_sdk import is_step_count, sync, tool
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.sync import portal
from ai_sdk.sync.blocking import BlockingIterator, wait
from ai_sdk.testing import LoopbackServer, MockLanguageModelV4, Reply
from tests.generate_text.answers import answer, call, mock

WHERE = contextvars.ContextVar("WHERE", default="nowhere")


def test_all_threads_share_one_loop() -> None:
    loops: set[int] = set()

    async def respond(_: Any) -> str:
        loops.add(id(asyncio.get_running_loop()))
        return "Hello"

    def ask(_: int) -> str:
        return sync.generate_text(model=MockLanguageModelV4(do_generate=respond), prompt="Hi").text

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask, range(12))) == ["Hello"] * 12
    assert len(loops) == 1


def test_calls_from_several_threads_run_side_by_side() -> None:
    arrived: list[str] = []

    async def respond(_: Any) -> str:
        arrived.append("one")
        while len(arrived) < 2:
            await asyncio.sleep(0.001)
        return "Hello"

    def ask(_: int) -> str:
        return sync.generate_text(model=MockLanguageModelV4(do_generate=respond), prompt="Hi").text

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(ask, range(2), timeout=10)) == ["Hello", "Hello"]


def test_a_running_loop_as_in_a_notebook_is_left_alone() -> None:
    async def cell() -> tuple[str, bool]:
        own = asyncio.get_running_loop()
        text = sync.generate_text(model=mock("Hello"), prompt="Hi").text
        return text, asyncio.get_running_loop() is own

    assert asyncio.run(cell()) == ("Hello", True)


def test_context_variables_of_the_caller_reach_tools() -> None:
    @tool
    def where() -> str:
        """Say where."""
        return WHERE.get()

    token = WHERE.set("here")
    try:
        result = sync.generate_text(model=mock(answer(call("where"))), prompt="Hi", tools=[where])
    finally:
        WHERE.reset(token)
    assert [each.output for each in result.tool_results] == ["here"]


def test_a_call_on_the_thread_of_the_loop_itself_is_refused() -> None:
    @tool
    async def ask() -> str:
        """Ask another model, the wrong way."""
        return sync.generate_text(model=mock("Hello"), prompt="Hi").text

    model = mock(answer(call("ask")), "Done.")
    sync.generate_text(model=model, prompt="Hi", tools=[ask], stop_when=is_step_count(2))
    told: Any = model.do_generate_calls[1].prompt[-1].content[0]
    assert told.output.value == (
        "RuntimeError: a function of ai_sdk.sync was called on the event loop that runs them, where it would wait for "
        "itself; use the function of the same name from ai_sdk with await"
    )


def test_a_tool_that_is_no_coroutine_may_call_them() -> None:
    @tool
    def ask() -> str:
        """Ask another model."""
        return sync.generate_text(model=mock("Hello"), prompt="Hi").text

    result = sync.generate_text(model=mock(answer(call("ask"))), prompt="Hi", tools=[ask])
    assert [each.output for each in result.tool_results] == ["Hello"]


class OutOfTimeError(Exception):
    """What a worker's time limit raises in the main thread."""


@pytest.mark.parametrize("error", [KeyboardInterrupt, OutOfTimeError])
def test_what_interrupts_the_wait_cancels_the_work(error: type[BaseException]) -> None:
    started, cancelled = threading.Event(), threading.Event()

    async def respond(_: Any) -> str:
        started.set()
        try:
            await asyncio.sleep(30)
        finally:
            cancelled.set()
        return "too late"

    def interrupt(*_: Any) -> None:
        raise error

    def send() -> None:
        started.wait(10)
        os.kill(os.getpid(), signal.SIGUSR1)

    before = signal.signal(signal.SIGUSR1, interrupt)
    sender = threading.Thread(target=send)
    sender.start()
    try:
        with pytest.raises(error):
            sync.generate_text(model=MockLanguageModelV4(do_generate=respond), prompt="Hi")
    finally:
        sender.join()
        signal.signal(signal.SIGUSR1, before)
    assert cancelled.wait(10)


async def never() -> None:
    """Do nothing, and be warned of when nobody awaits it."""


@pytest.mark.parametrize("place", ["concurrent.futures.Future.result", "asyncio.BaseEventLoop.call_soon_threadsafe"])
def test_work_that_is_interrupted_before_it_begins_is_closed(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    work = never()
    wait(asyncio.sleep(0))

    def interrupted(*_: Any) -> None:
        monkeypatch.undo()
        raise KeyboardInterrupt

    monkeypatch.setattr(place, interrupted)
    with pytest.raises(KeyboardInterrupt):
        portal.run(work)
    wait(asyncio.sleep(0))
    assert work.cr_frame is None


FORK = """
import gc, os, sys
from ai_sdk.sync import generate_text
from ai_sdk.testing import MockLanguageModelV4

def ask(answer):
    return generate_text(model=MockLanguageModelV4(do_generate=answer), prompt="Hi").text

print(ask("parent"), flush=True)
child = os.fork()
if child == 0:
    print(ask("child"), flush=True)
    gc.collect()
    sys.exit(0)
_, status = os.waitpid(child, 0)
print(ask("parent again"), status, flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_worker_has_a_loop_of_its_own() -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", FORK], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.stdout, ran.stderr) == ("parent\nchild\nparent again 0\n", "")


SCRIPT = """
from ai_sdk.sync import stream_text
from ai_sdk.testing import MockLanguageModelV4
result = stream_text(model=MockLanguageModelV4(do_stream="Hello there"), prompt="Hi")
print(next(result.text_stream))
"""


def test_a_script_may_end_in_the_middle_of_a_stream() -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT], capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == ("Hello \n", "", 0)


def test_an_iterator_ends_where_its_stream_does_and_raises_what_it_raises() -> None:
    async def count() -> AsyncIterator[int]:
        yield 1
        raise ValueError("broken")

    iterator = BlockingIterator(count())
    assert (iter(iterator), next(iterator)) == (iterator, 1)
    with pytest.raises(ValueError, match="broken"):
        next(iterator)
    with pytest.raises(StopIteration):
        next(iterator)


def test_closing_an_iterator_closes_its_stream() -> None:
    ended: list[str] = []

    async def count() -> AsyncIterator[int]:
        try:
            yield 1
        finally:
            ended.append("closed")

    iterator = BlockingIterator(count())
    next(iterator)
    iterator.close()
    assert (ended, list(iterator)) == (["closed"], [])


class Plain:
    """An asynchronous iterator that has nothing to close."""

    def __aiter__(self) -> "Plain":
        return self

    async def __anext__(self) -> int:
        raise StopAsyncIteration


def test_an_iterator_without_anything_to_close_is_closed() -> None:
    iterator: BlockingIterator[int] = BlockingIterator(Plain())
    iterator.close()
    assert list(iterator) == []


@pytest.fixture
def endless() -> Iterator[LoopbackServer]:
    """Run a server that streams words without an end, on the loop of the synchronous functions."""

    async def words() -> AsyncIterator[bytes]:
        while True:
            yield b'data: {"choices": [{"index": 0, "delta": {"content": "word "}}]}\n\n'
            await asyncio.sleep(0.001)

    server = LoopbackServer(lambda _: Reply(headers={"content-type": "text/event-stream"}, chunks=words()))
    wait(server.__aenter__())
    yield server
    wait(server.__aexit__(None, None, None))


def stream(server: LoopbackServer) -> sync.StreamTextResult[str, str, Any]:
    model = create_openai_compatible(name="loopback", base_url=server.url + "/v1")("toy")
    return sync.stream_text(model=model, prompt="Hi")


def no_connection(server: LoopbackServer) -> bool:
    deadline = time.monotonic() + 5
    while server.open_connections and time.monotonic() < deadline:
        gc.collect()
        time.sleep(0.005)
    return not server.open_connections


def tasks() -> set[asyncio.Task[Any]]:
    async def running() -> set[asyncio.Task[Any]]:
        return asyncio.all_tasks() - {asyncio.current_task()}  # type: ignore[arg-type]

    return wait(running())


def test_leaving_the_block_closes_the_connection(endless: LoopbackServer) -> None:
    with stream(endless) as result:
        assert next(iter(result.text_stream)) == "word "
        assert endless.open_connections == 1
    assert no_connection(endless)


def test_an_abandoned_iterator_leaks_nothing(endless: LoopbackServer) -> None:
    before = len(tasks())
    for word in stream(endless).text_stream:
        assert word == "word "
        break
    del word
    assert no_connection(endless)
    deadline = time.monotonic() + 5
    while len(tasks()) > before and time.monotonic() < deadline:  # the server needs a moment to see it
        time.sleep(0.005)
    assert len(tasks()) <= before


def test_leaving_the_block_by_an_error_closes_the_connection(endless: LoopbackServer) -> None:
    with pytest.raises(LookupError), stream(endless) as result:
        next(iter(result.stream))
        raise LookupError
    assert no_connection(endless)
