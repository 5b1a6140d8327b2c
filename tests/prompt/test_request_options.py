"""The limits of a call."""

from typing import Any

import pytest

from ai_sdk.error import InvalidArgumentError
from ai_sdk.prompt.request_options import (
    TimeoutConfiguration,
    get_chunk_timeout_ms,
    get_first_chunk_timeout_ms,
    get_step_timeout_ms,
    get_tool_timeout_ms,
    get_total_timeout_ms,
    prepare_timeout,
)

ALL = TimeoutConfiguration(
    total_ms=1, step_ms=2, first_chunk_ms=3, chunk_ms=4, tool_ms=5, tools={"weather_ms": 6, "timeMs": 7}
)
SNAKE = {
    "total_ms": 1,
    "step_ms": 2,
    "first_chunk_ms": 3,
    "chunk_ms": 4,
    "tool_ms": 5,
    "tools": {"weather_ms": 6, "timeMs": 7},
}
CAMEL = {
    "totalMs": 1,
    "stepMs": 2,
    "firstChunkMs": 3,
    "chunkMs": 4,
    "toolMs": 5,
    "tools": {"weather_ms": 6, "timeMs": 7},
}


def limits(timeout: Any) -> list[float | None]:
    return [
        get_total_timeout_ms(timeout),
        get_step_timeout_ms(timeout),
        get_first_chunk_timeout_ms(timeout),
        get_chunk_timeout_ms(timeout),
        get_tool_timeout_ms(timeout, "other"),
        get_tool_timeout_ms(timeout, "weather"),
        get_tool_timeout_ms(timeout, "time"),
    ]


@pytest.mark.parametrize("timeout", [ALL, SNAKE, CAMEL])
def test_a_configuration_has_a_limit_for_everything_however_it_is_spelled(timeout: Any) -> None:
    assert limits(timeout) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(("seconds", "milliseconds"), [(30, 30_000), (0.25, 250), (1.1, 1100), (0, 0)])
def test_a_number_is_seconds_for_the_whole_call(seconds: float, milliseconds: float) -> None:
    assert limits(seconds) == [milliseconds, None, None, None, None, None, None]


@pytest.mark.parametrize("timeout", [None, {}, TimeoutConfiguration(), {"totalMs": None, "tools": None}])
def test_nothing_is_limited_when_nothing_is_said(timeout: Any) -> None:
    assert limits(timeout) == [None] * 7


def test_a_tool_without_a_limit_of_its_own_has_that_of_all_tools() -> None:
    assert get_tool_timeout_ms({"tools": {"weather_ms": 5}}, "time") is None


@pytest.mark.parametrize(
    ("timeout", "key", "problem"),
    [
        (-1, "timeout", "must be a number that is not negative"),
        (float("nan"), "timeout", "must be a number that is not negative"),
        (True, "timeout", "must be a number that is not negative"),
        ("30s", "timeout", "must be a number that is not negative"),
        ({"total_ms": "1000"}, "timeout.total_ms", "must be a number that is not negative"),
        (TimeoutConfiguration(chunk_ms=-5), "timeout.chunk_ms", "must be a number that is not negative"),
        (
            {"total": 1},
            "timeout.total",
            "is unknown; write one of total_ms, step_ms, first_chunk_ms, chunk_ms, tool_ms, tools",
        ),
        ({"tools": {"weather": 1}}, "timeout.tools.weather", "is unknown; write the tool's name and `_ms`"),
        ({"tools": {"weatherMs": "1"}}, "timeout.tools.weatherMs", "must be a number that is not negative"),
        ({"tools": 5}, "timeout.tools", "must be a mapping from tool names with `_ms` to milliseconds"),
    ],
)
def test_what_is_no_limit_is_refused_by_its_key(timeout: Any, key: str, problem: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        prepare_timeout(timeout)
    assert (caught.value.parameter, caught.value.message) == (
        key,
        f"Invalid argument for parameter {key}: {key} {problem}",
    )
