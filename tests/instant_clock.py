"""A clock for tests: sleeping takes no time, moves the clock on, and is noted."""

from datetime import UTC, datetime, timedelta

from ai_sdk.provider_utils.clock import SystemClock

START = datetime(2026, 1, 1, tzinfo=UTC)


class InstantClock(SystemClock):
    """Starts in 2026; `slept` are the seconds of each sleep. Timers run in real time, so that none fires in a test."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> datetime:
        """Return the start plus all sleep."""
        return START + timedelta(seconds=sum(self.slept))

    def monotonic(self) -> float:
        """Return all sleep."""
        return sum(self.slept)

    async def sleep(self, seconds: float) -> None:
        """Note the sleep."""
        self.slept.append(seconds)
