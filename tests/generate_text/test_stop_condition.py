"""When a loop of steps ends."""

from typing import Any

import pytest

from ai_sdk import has_tool_call, is_loop_finished, is_step_count
from ai_sdk.generate_text.stop_condition import StopConditionOptions, is_stop_condition_met
from ai_sdk.generate_text.tool_call import TypedToolCall

pytestmark = pytest.mark.anyio


class Step:
    """A step that called these tools."""

    def __init__(self, *names: str) -> None:
        self.tool_calls = [TypedToolCall(tool_call_id=name, tool_name=name, input={}) for name in names]


def options(*steps: Any) -> StopConditionOptions:
    return StopConditionOptions(steps=list(steps))


def test_a_step_count_is_met_at_that_count_alone() -> None:
    condition = is_step_count(2)
    assert [condition(options(*[Step()] * count)) for count in range(4)] == [False, False, True, False]


def test_a_loop_that_runs_to_its_end_never_stops() -> None:
    assert is_loop_finished()(options(*[Step("weather")] * 100)) is False


def test_a_tool_call_is_looked_for_in_the_last_step() -> None:
    condition = has_tool_call("submit", "give_up")
    assert [
        condition(options(*steps))
        for steps in ([], [Step("search")], [Step("search", "give_up")], [Step("submit"), Step("search")])
    ] == [False, False, True, False]


async def test_every_condition_is_asked_and_one_is_enough() -> None:
    asked: list[str] = []

    async def later(_: StopConditionOptions) -> bool:
        asked.append("later")
        return True

    def never(_: StopConditionOptions) -> bool:
        asked.append("never")
        return False

    assert await is_stop_condition_met(stop_conditions=[never, later, never], steps=[])
    assert asked == ["never", "later", "never"]
    assert not await is_stop_condition_met(stop_conditions=[never], steps=[])
