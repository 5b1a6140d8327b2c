"""When a loop of steps ends although there are tool results to send.

Ports: ai/src/generate-text/stop-condition.ts
"""

import inspect
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from ai_sdk.generate_text.step_result import StepResult

__all__ = [
    "StopCondition",
    "StopConditionOptions",
    "has_tool_call",
    "is_loop_finished",
    "is_step_count",
    "is_stop_condition_met",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class StopConditionOptions:
    """What a condition decides by: the steps so far."""

    steps: list[StepResult]


StopCondition = Callable[[StopConditionOptions], bool | Awaitable[bool]]
"""Says whether the loop ends; asked after each step that has tool results."""


def is_step_count(step_count: int) -> StopCondition:
    """Return a condition that ends the loop after so many steps.

    >>> is_step_count(2)(StopConditionOptions(steps=[]))
    False
    """
    return lambda options: len(options.steps) == step_count


def is_loop_finished() -> StopCondition:
    """Return a condition that never ends the loop: it ends when the model calls no more tools."""
    return lambda _: False


def has_tool_call(*tool_names: str) -> StopCondition:
    """Return a condition that ends the loop after a step that called one of the tools."""

    def condition(options: StopConditionOptions) -> bool:
        return bool(options.steps) and any(call.tool_name in tool_names for call in options.steps[-1].tool_calls)

    return condition


async def is_stop_condition_met(*, stop_conditions: Sequence[StopCondition], steps: list[StepResult]) -> bool:
    """Ask every condition, and say whether one of them is met."""
    met = False
    for condition in stop_conditions:
        answer = condition(StopConditionOptions(steps=steps))
        met = bool(await answer if inspect.isawaitable(answer) else answer) or met
    return met
