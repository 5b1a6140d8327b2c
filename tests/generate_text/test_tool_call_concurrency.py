"""So many tool calls at a time, results in order, and an end when one fails or the call is aborted."""

import asyncio
from typing import Any

import anyio
import pytest
from hypothesis import given, strategies as st

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.generate_text.tool_call_concurrency import map_with_concurrency, prepare_tool_call_concurrency
from ai_sdk.provider_utils.abort import AbortController, AbortError

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("limit", [None, 1, 7])
async def test_a_positive_integer_or_nothing_is_a_limit(limit: int | None) -> None:
    assert prepare_tool_call_concurrency(limit) == limit


@pytest.mark.parametrize(
    ("limit", "message"),
    [(0, "must be >= 1"), (-1, "must be >= 1"), (1.5, "must be an integer"), (float("inf"), "must be an integer")],
)
async def test_any_other_limit_is_refused(limit: float, message: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        prepare_tool_call_concurrency(limit)
    assert str(caught.value) == (f"Invalid argument for parameter toolCallConcurrency: toolCallConcurrency {message}")


@given(st.lists(st.integers(0, 4), max_size=12), st.one_of(st.none(), st.integers(1, 5)))
async def test_items_start_in_order_never_too_many_and_results_keep_the_order(
    yields: list[int], limit: int | None
) -> None:
    started: list[int] = []
    running = 0
    most = 0

    async def execute(index: int) -> int:
        nonlocal running, most
        started.append(index)
        running += 1
        most = max(most, running)
        for _ in range(yields[index]):
            await anyio.lowlevel.checkpoint()
        running -= 1
        return index * index

    items = list(range(len(yields)))
    results = await map_with_concurrency(items=items, concurrency=limit, execute=execute)
    assert results == [index * index for index in items]
    assert started == items
    assert limit is None or most <= limit


@pytest.mark.parametrize("limit", [None, 2])
async def test_an_error_stops_the_others_and_is_raised_as_it_is(limit: int | None) -> None:
    ended: list[Any] = []

    async def execute(item: int) -> None:
        if item == 1:
            raise KeyError(item)
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(item)

    with pytest.raises(KeyError):
        await map_with_concurrency(items=[0, 1, 2], concurrency=limit, execute=execute)
    assert ended == ([0, 2] if limit is None else [0])


async def test_an_abort_starts_no_further_item() -> None:
    controller = AbortController()
    started: list[int] = []

    async def execute(item: int) -> None:
        started.append(item)
        controller.abort()

    with pytest.raises(AbortError):
        await map_with_concurrency(items=[0, 1, 2], concurrency=1, abort_signal=controller.signal, execute=execute)
    assert started == [0]
