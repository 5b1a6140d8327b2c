"""Virtual time and the guards around a case."""

import asyncio
import os
import socket
import subprocess
import threading
import time
from collections.abc import Coroutine, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from types import FunctionType
from typing import Any

import anyio.to_thread
import pytest

from conformance.clock import DEFAULT_START, HangError, VirtualClock, VirtualLoop, parse_clock
from conformance.guard import EscapeError, guarded, no_network, only_environment, real_time_limit


@pytest.fixture
def loop() -> Iterator[VirtualLoop]:
    loop = VirtualLoop()
    yield loop
    loop.close()


def run(loop: VirtualLoop, work: Coroutine[Any, Any, Any]) -> Any:
    return loop.run_until_complete(work)


def test_the_earliest_timer_fires_first_whatever_the_order_of_setting(loop: VirtualLoop) -> None:
    clock, fired = VirtualClock(loop), []

    async def wait(seconds: float) -> None:
        await clock.sleep(seconds)
        fired.append((seconds, clock.monotonic()))

    async def main() -> None:
        await asyncio.gather(*map(wait, (30, 0.5, 7200)))

    started = time.monotonic()
    run(loop, main())
    assert fired == [(0.5, 0.5), (30, 30.0), (7200, 7200.0)]
    assert clock.sleeps == [500, 30000, 7200000]
    assert time.monotonic() - started < 5


def test_work_that_is_ready_goes_before_any_timer(loop: VirtualLoop) -> None:
    order: list[str] = []

    async def main() -> None:
        timer = asyncio.create_task(loop.wait(0.001))
        timer.add_done_callback(lambda _: order.append("timer"))
        for _ in range(1000):
            await asyncio.sleep(0)
        order.append("work")
        await timer

    run(loop, main())
    assert order == ["work", "timer"]


def test_a_thread_goes_before_any_timer(loop: VirtualLoop) -> None:
    async def main() -> list[str]:
        waiting = asyncio.create_task(loop.wait(5))
        thread = asyncio.create_task(asyncio.to_thread(sum, range(200_000)))
        done, _ = await asyncio.wait({waiting, thread}, return_when=asyncio.FIRST_COMPLETED)
        await waiting
        return ["thread" if task is thread else "timer" for task in done]

    assert run(loop, main()) == ["thread"]


def test_a_timer_that_was_cancelled_is_not_recorded(loop: VirtualLoop) -> None:
    clock = VirtualClock(loop)

    async def main() -> None:
        timer = asyncio.create_task(clock.sleep(10))
        await clock.sleep(1)
        timer.cancel()
        await asyncio.wait({timer})

    run(loop, main())
    assert (clock.sleeps, clock.monotonic()) == ([1000], 1.0)


def test_a_callback_is_called_in_virtual_time_and_its_timer_recorded_unless_cancelled(loop: VirtualLoop) -> None:
    clock = VirtualClock(loop)
    called: list[float | str] = []

    async def main() -> None:
        clock.call_later(3600, lambda: called.append(clock.monotonic()))
        clock.call_later(1, lambda: called.append("cancelled")).cancel()
        late = clock.call_later(7200, lambda: called.append("late"))
        await clock.sleep(3601)
        late.cancel()

    run(loop, main())
    assert (called, clock.sleeps, loop.foreign_timers) == ([3600.0], [3600000, 3601000], [])


def test_a_timer_beside_the_clock_is_remembered_only_when_it_fires(loop: VirtualLoop) -> None:
    async def main() -> None:
        async with asyncio.timeout(60):
            await asyncio.sleep(2)

    run(loop, main())
    assert loop.foreign_timers == [2.0]


def test_the_wall_clock_moves_with_virtual_time_unless_it_is_pinned(loop: VirtualLoop) -> None:
    moving = VirtualClock(loop)
    pinned = VirtualClock(loop, parse_clock("2025-03-01T12:00:00.000Z"))
    run(loop, moving.sleep(90))
    assert moving.now() == DEFAULT_START + timedelta(seconds=90)
    assert pinned.now() == datetime(2025, 3, 1, 12, tzinfo=UTC)
    assert parse_clock(None) is None


def test_a_wait_for_what_never_comes_is_a_hang(loop: VirtualLoop) -> None:
    with pytest.raises(HangError, match="nothing is in flight"):
        run(loop, loop.wait_forever())


def test_the_network_and_other_processes_are_out_of_reach_and_every_attempt_is_noted() -> None:
    escapes: list[str] = []
    with no_network(escapes), socket.socket() as opened:
        with pytest.raises(EscapeError):
            opened.connect(("127.0.0.1", 9))
        with pytest.raises(EscapeError):
            socket.getaddrinfo("a.test", 443)
        with pytest.raises(EscapeError):
            socket.gethostbyname("a.test")
        with pytest.raises(EscapeError):
            subprocess.run(["true"], check=True)  # noqa: S607 - it must not start
    assert [escape.split(" ")[0] for escape in escapes] == [
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "subprocess.Popen",
    ]
    assert socket.getaddrinfo("127.0.0.1", 443, type=socket.SOCK_STREAM)


def test_only_the_interpreter_and_the_case_have_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("A_API_KEY", "AWS_REGION", "VERCEL", "GOOGLE_CLOUD_PROJECT", "OPENAI_BASE_URL", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "x")
    before = dict(os.environ)
    with only_environment({"A_API_KEY": "y"}):
        assert os.environ["A_API_KEY"] == "y"
        assert os.environ["PATH"] == before["PATH"]
        assert not os.environ.keys() & {
            "AWS_REGION",
            "VERCEL",
            "GOOGLE_CLOUD_PROJECT",
            "OPENAI_BASE_URL",
            "HTTPS_PROXY",
        }
    assert dict(os.environ) == before


def test_credentials_in_files_and_of_the_machine_stay_out_of_a_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/home/someone/.aws/credentials")
    with only_environment({}):
        sealed = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}
    assert sealed == {
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }


def test_the_guards_end_with_the_case() -> None:
    sleep, before = time.sleep, dict(os.environ)
    escapes: list[str] = []
    with guarded({"X": "1"}, escapes):
        time.sleep(1000)
    assert (time.sleep, dict(os.environ), escapes) == (sleep, before, ["time.sleep(1000)"])


def test_the_guards_end_when_the_case_fails() -> None:
    before = dict(os.environ)
    with pytest.raises(ZeroDivisionError), guarded({"X": "1"}, []):
        _ = 1 // 0
    assert dict(os.environ) == before


def spin() -> None:
    while True:
        pass


def test_the_time_limit_stops_what_never_yields() -> None:
    with pytest.raises(HangError, match=r"still running after 0\.05 s"), real_time_limit(0.05):
        spin()


def test_the_time_limit_waits_until_coverage_has_given_back_its_lock() -> None:
    held: list[str] = []
    within = FunctionType(hold.__code__, {"__name__": "coverage.collector", "time": time})
    with pytest.raises(HangError), real_time_limit(0.01):
        within(held)
        spin()
    assert held == ["taken", "given back"]


def hold(held: list[str]) -> None:
    end = time.monotonic() + 0.1
    held.append("taken")
    while time.monotonic() < end:
        pass
    held.append("given back")


def test_the_clock_stands_still_while_a_worker_thread_of_anyio_works() -> None:
    release = threading.Event()

    async def work() -> tuple[int, float]:
        asyncio.get_running_loop().call_later(60, release.set)
        threading.Timer(0.05, release.set).start()
        await anyio.to_thread.run_sync(release.wait)
        return 1, asyncio.get_running_loop().time()

    with closing(VirtualLoop()) as loop, loop.watching_threads():
        assert loop.run_until_complete(work()) == (1, 0.0)
    assert anyio.to_thread.run_sync.__module__ == "anyio.to_thread"
