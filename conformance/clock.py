"""Virtual time: an event loop whose clock jumps to the earliest timer when nothing is in flight.

A test that waits an hour takes no time, and a test that can never go on is found at once instead of being waited for.
"""

import asyncio
import selectors
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from contextvars import Context
from datetime import UTC, datetime, timedelta
from typing import Any, NoReturn, TypeVar, TypeVarTuple, Unpack

import anyio.to_thread

DEFAULT_START = datetime(2028, 3, 4, 5, 6, 7, tzinfo=UTC)
MAXIMUM_TIMERS = 10_000
Arguments = TypeVarTuple("Arguments")
Value = TypeVar("Value")


class HangError(BaseException):
    """The call makes no progress. Not an `Exception`, so that no handler of the code under test swallows it."""


class _IdleSelector(selectors.DefaultSelector):
    """Tells the loop's clock to jump when the loop would sleep; waits in real time only for threads."""

    def __init__(self) -> None:
        super().__init__()
        self.jump: Callable[[float], None] = lambda _: None
        self.threads = 0
        self.hang: HangError | None = None

    def select(self, timeout: float | None = None) -> Any:
        if self.hang is not None:
            raise self.hang
        if timeout is not None and timeout <= 0:
            return super().select(0)
        if self.threads:
            return super().select(timeout)
        ready = super().select(0)
        if not ready:
            self._idle(timeout)
        return ready

    def _idle(self, timeout: float | None) -> None:
        if timeout is None:
            raise HangError("nothing is in flight and no timer is set")
        self.jump(timeout)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop in virtual time. Timers that do not come from `VirtualClock` or the server are remembered."""

    def __init__(self) -> None:
        self._now = 0.0
        self._own = False
        self._jumps = 0
        self.foreign_timers: list[float] = []
        self._idle_selector = _IdleSelector()
        super().__init__(self._idle_selector)
        self._idle_selector.jump = self._jump

    def time(self) -> float:
        """Return the virtual time in seconds."""
        return self._now

    def _jump(self, seconds: float) -> None:
        self._jumps += 1
        if self._jumps > MAXIMUM_TIMERS:
            raise HangError(f"more than {MAXIMUM_TIMERS} timers fired")
        self._now += seconds

    def call_at(
        self,
        when: float,
        callback: Callable[[Unpack[Arguments]], object],
        *args: *Arguments,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Set a timer; one that fires after time has passed and is not the clock's counts as foreign."""
        if self._own or when <= self._now:
            return super().call_at(when, callback, *args, context=context)
        delay = when - self._now

        def fire() -> None:
            self.foreign_timers.append(delay)
            callback(*args)

        return super().call_at(when, fire, context=context)

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Arguments]], Value], *args: *Arguments
    ) -> asyncio.Future[Value]:
        """Run in a thread; while one works the loop waits in real time."""
        self._idle_selector.threads += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(self._thread_done)
        return future

    def _thread_done(self, _: asyncio.Future[Any]) -> None:
        self._idle_selector.threads -= 1

    def call_exception_handler(self, context: Mapping[str, Any]) -> None:
        """Stay silent about what nobody awaited, which is a leak of the case; a time limit that struck still counts."""
        error = context.get("exception")
        if isinstance(error, HangError):
            self._idle_selector.hang = error

    def own_call_later(self, seconds: float, callback: Callable[[], object]) -> asyncio.TimerHandle:
        """Set a timer on behalf of the harness, which does not count as foreign."""
        self._own = True
        try:
            return self.call_later(max(seconds, 0.0), callback)
        finally:
            self._own = False

    @contextmanager
    def watching_threads(self) -> Iterator[None]:
        """Wait in real time for the worker threads of anyio too, which do not go through `run_in_executor`."""
        real = anyio.to_thread.run_sync

        async def run_sync(*args: Any, **options: Any) -> Any:
            self._idle_selector.threads += 1
            try:
                return await real(*args, **options)
            finally:
                self._idle_selector.threads -= 1

        vars(anyio.to_thread)["run_sync"] = run_sync
        try:
            yield
        finally:
            vars(anyio.to_thread)["run_sync"] = real

    async def wait(self, seconds: float) -> None:
        """Wait in virtual time on behalf of the harness."""
        future: asyncio.Future[None] = self.create_future()
        handle = self.own_call_later(seconds, lambda: _wake(future))
        try:
            await future
        finally:
            handle.cancel()

    def forget_hang(self) -> None:
        """Let the loop run again, to clean up."""
        self._idle_selector.hang = None

    async def wait_forever(self) -> NoReturn:
        """Never return, as a server that never answers."""
        await self.create_future()
        raise AssertionError


class VirtualClock:
    """The clock the SDK is given: virtual, remembering every timer that fired."""

    def __init__(self, loop: VirtualLoop, frozen_at: datetime | None = None) -> None:
        self._loop = loop
        self._frozen_at = frozen_at
        self.sleeps: list[float] = []

    def now(self) -> datetime:
        """Return the wall clock: frozen where the case pins it, else moving with the virtual time."""
        return self._frozen_at or DEFAULT_START + timedelta(seconds=self._loop.time())

    def monotonic(self) -> float:
        """Return virtual seconds since the start of the case."""
        return self._loop.time()

    async def sleep(self, seconds: float) -> None:
        """Wait in virtual time and remember the duration in milliseconds."""
        await self._loop.wait(seconds)
        self._remember(seconds)

    def call_later(self, seconds: float, callback: Callable[[], object]) -> asyncio.TimerHandle:
        """Call in virtual time, and remember the duration when the timer fires."""

        def fire() -> None:
            self._remember(seconds)
            callback()

        return self._loop.own_call_later(seconds, fire)

    def _remember(self, seconds: float) -> None:
        milliseconds = round(float(seconds) * 1000, 3)
        self.sleeps.append(int(milliseconds) if milliseconds.is_integer() else milliseconds)


def _wake(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)


def parse_clock(text: str | None) -> datetime | None:
    """Return the time that a case pins the wall clock to."""
    return None if text is None else datetime.fromisoformat(text)
