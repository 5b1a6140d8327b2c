"""TypeScript's options objects as the keyword arguments of a Python function."""

import inspect
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from conformance.naming import python_name

_RENAMED = {
    "system": "instructions",
    "on_finish": "on_end",
    "on_step_finish": "on_step_end",
}
"""Deprecated names of TypeScript and what they are called now."""


def keywords(function: Callable[..., Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options under the names that the function takes; what it does not take keeps its name."""
    return {_keyword(function, name): _value(name, value) for name, value in options.items()}


def _keyword(function: Callable[..., Any], name: str) -> str:
    plain = python_name(name)
    accepted = _accepted(function)
    candidates = (plain, plain.removeprefix("experimental_"), _RENAMED.get(plain, plain))
    return next((candidate for candidate in candidates if candidate in accepted), plain)


def _value(name: str, value: Any) -> Any:
    """Milliseconds stay milliseconds: a bare number would be seconds in Python."""
    if name == "timeout" and isinstance(value, int | float):
        return {"total_ms": value}
    return value


@lru_cache(maxsize=256)
def _accepted(function: Callable[..., Any]) -> frozenset[str]:
    try:
        return frozenset(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        return frozenset()
