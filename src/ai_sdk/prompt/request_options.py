"""How long a call and its parts may take.

Ports: ai/src/prompt/request-options.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider.spec import Spec

__all__ = [
    "Timeout",
    "TimeoutConfiguration",
    "get_chunk_timeout_ms",
    "get_first_chunk_timeout_ms",
    "get_step_timeout_ms",
    "get_tool_timeout_ms",
    "get_total_timeout_ms",
    "prepare_timeout",
]

_KEYS = {
    "total_ms": "totalMs",
    "step_ms": "stepMs",
    "first_chunk_ms": "firstChunkMs",
    "chunk_ms": "chunkMs",
    "tool_ms": "toolMs",
}
_NAMES = {spelling: name for name, camel in _KEYS.items() for spelling in (name, camel)}


@dataclass(slots=True, kw_only=True)
class TimeoutConfiguration(Spec):
    """The longest times, in milliseconds; what is `None` may take as long as it wants.

    `total_ms` limits the whole call, and `step_ms` one step with its retries and tools. When streaming,
    `first_chunk_ms` limits the wait for a step's first content and `chunk_ms` each wait for more. `tool_ms` limits each
    run of a tool; `tools` has other limits for single tools, under the tool's name and `_ms` (or `Ms`).

    >>> get_tool_timeout_ms({"tool_ms": 500, "tools": {"weather_ms": 2000}}, "weather")
    2000
    """

    total_ms: float | None = None
    step_ms: float | None = None
    first_chunk_ms: float | None = None
    chunk_ms: float | None = None
    tool_ms: float | None = None
    tools: dict[str, float] | None = None


Timeout = float | TimeoutConfiguration | Mapping[str, Any] | None
"""Seconds for the whole call; or a configuration, whose keys may be snake_case or camelCase; or no limit."""


def get_total_timeout_ms(timeout: Timeout) -> float | None:
    """Return the limit of the whole call in milliseconds.

    >>> get_total_timeout_ms(1.5), get_total_timeout_ms({"totalMs": 900})
    (1500, 900)
    """
    return prepare_timeout(timeout).total_ms


def get_step_timeout_ms(timeout: Timeout) -> float | None:
    """Return the limit of each step in milliseconds."""
    return prepare_timeout(timeout).step_ms


def get_first_chunk_timeout_ms(timeout: Timeout) -> float | None:
    """Return the limit of the wait for a step's first content in milliseconds."""
    return prepare_timeout(timeout).first_chunk_ms


def get_chunk_timeout_ms(timeout: Timeout) -> float | None:
    """Return the limit of each wait for more content in milliseconds."""
    return prepare_timeout(timeout).chunk_ms


def get_tool_timeout_ms(timeout: Timeout, tool_name: str) -> float | None:
    """Return the limit of one run of the tool in milliseconds."""
    configuration = prepare_timeout(timeout)
    own = configuration.tools or {}
    return own.get(f"{tool_name}_ms", own.get(f"{tool_name}Ms", configuration.tool_ms))


def prepare_timeout(timeout: Timeout) -> TimeoutConfiguration:
    """Return what a caller gave as a configuration.

    Raises `InvalidArgumentError`, naming the key, for a key that does not exist and for what is no time.
    """
    match timeout:
        case None:
            return TimeoutConfiguration()
        case TimeoutConfiguration():
            return _checked({name: getattr(timeout, name) for name in _KEYS}, timeout.tools)
        case Mapping():
            known = {_name(key): value for key, value in timeout.items() if key != "tools"}
            return _checked(known, timeout.get("tools"))
    return TimeoutConfiguration(total_ms=_milliseconds("timeout", round(_number("timeout", timeout) * 1000, 3)))


def _checked(limits: Mapping[str, Any], tools: Any) -> TimeoutConfiguration:
    if tools is not None and not isinstance(tools, Mapping):
        raise _error("timeout.tools", tools, "must be a mapping from tool names with `_ms` to milliseconds")
    present = {name: _milliseconds(f"timeout.{name}", value) for name, value in limits.items() if value is not None}
    return TimeoutConfiguration(**present, tools=_checked_tools(tools or {}))


def _checked_tools(tools: Mapping[Any, Any]) -> dict[str, float]:
    for key in tools:
        if not isinstance(key, str) or not key.endswith(("_ms", "Ms")):
            raise _error(f"timeout.tools.{key}", tools[key], "is unknown; write the tool's name and `_ms`")
    return {key: _milliseconds(f"timeout.tools.{key}", value) for key, value in tools.items() if value is not None}


def _name(key: Any) -> str:
    if key not in _NAMES:
        raise _error(f"timeout.{key}", key, f"is unknown; write one of {', '.join(_KEYS)}, tools")
    return _NAMES[key]


def _milliseconds(key: str, value: Any) -> float:
    number = _number(key, value)
    return int(number) if number == int(number) else number


def _number(key: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or value < 0:
        raise _error(key, value, "must be a number that is not negative")
    return value


def _error(key: str, value: Any, problem: str) -> InvalidArgumentError:
    return InvalidArgumentError(parameter=key, value=value, message=f"{key} {problem}")
