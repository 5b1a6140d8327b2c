"""Telling callbacks."""

import logging
from typing import Any

import anyio
import pytest

from ai_sdk.util.merge_callbacks import merge_callbacks
from ai_sdk.util.notify import notify

pytestmark = pytest.mark.anyio


class Log:
    """Callbacks that write down what they see."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def sync(self, name: str) -> Any:
        return lambda event: self.lines.append(f"{name} {event}")

    def slow(self, name: str) -> Any:
        async def callback(event: str) -> None:
            self.lines.append(f"{name} {event} begins")
            await anyio.lowlevel.checkpoint()
            self.lines.append(f"{name} {event} ends")

        return callback

    def failing(self, event: str) -> None:
        raise ValueError(event)

    async def failing_later(self, event: str) -> None:
        await anyio.lowlevel.checkpoint()
        raise ValueError(event)


async def test_nobody_is_told_when_there_is_no_callback() -> None:
    await notify("event")
    await notify("event", None)
    await notify("event", [None, None])


async def test_one_callback_is_told_and_waited_for() -> None:
    log = Log()
    await notify("1", log.sync("a"))
    await notify("2", log.slow("b"))
    assert log.lines == ["a 1", "b 2 begins", "b 2 ends"]


async def test_several_callbacks_begin_in_order_and_run_side_by_side() -> None:
    log = Log()
    await notify("1", [log.sync("a"), log.slow("b"), None, log.sync("c"), log.slow("d")])
    assert log.lines == ["a 1", "b 1 begins", "c 1", "d 1 begins", "b 1 ends", "d 1 ends"]


async def test_an_error_of_a_callback_reaches_neither_the_call_nor_the_other_callbacks(
    caplog: pytest.LogCaptureFixture,
) -> None:
    log = Log()
    with caplog.at_level(logging.DEBUG, "ai_sdk"):
        await notify("1", [log.failing, log.sync("a"), log.failing_later, log.failing, log.slow("b")])
        await notify("2", log.failing_later)
    assert log.lines == ["a 1", "b 1 begins", "b 1 ends"]
    assert [record.getMessage() for record in caplog.records] == ["a callback failed"] * 4


async def test_a_cancelled_call_cancels_its_callbacks() -> None:
    ended: list[str] = []

    async def wait_for_ever(_: str) -> None:
        try:
            await anyio.sleep_forever()
        finally:
            ended.append("cancelled")

    with anyio.CancelScope() as scope:
        await notify("1", [lambda _: scope.cancel(), wait_for_ever, wait_for_ever])
    assert (scope.cancelled_caught, ended) == (True, ["cancelled", "cancelled"])


async def test_merged_callbacks_are_one_callback() -> None:
    log = Log()
    await notify("1", merge_callbacks(log.sync("a"), None, log.failing, log.slow("b")))
    assert log.lines == ["a 1", "b 1 begins", "b 1 ends"]
