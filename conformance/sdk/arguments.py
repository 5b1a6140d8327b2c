"""TypeScript's options objects as the keyword arguments of a Python function."""

import inspect
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Unpack, get_args, get_origin

from conformance.naming import python_name

_RENAMED = {
    "system": "instructions",
    "on_finish": "on_end",
    "on_step_finish": "on_step_end",
}
"""Deprecated names of TypeScript and what they are called now."""

_NESTED = frozenset({"include"})
"""Options that hold options, not data."""


def keywords(function: Callable[..., Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options under the names that the function takes; what it does not take keeps its name."""
    return {_keyword(function, name): _value(name, value) for name, value in options.items()}


def _keyword(function: Callable[..., Any], name: str) -> str:
    plain = python_name(name)
    accepted = _accepted(function)
    candidates = (plain, plain.removeprefix("experimental_"), _RENAMED.get(plain, plain))
    return next((candidate for candidate in candidates if candidate in accepted), plain)


def _value(name: str, value: Any) -> Any:
    """Milliseconds stay milliseconds: a bare number would be seconds in Python. Options within options are renamed."""
    if name == "timeout" and isinstance(value, int | float):
        return {"total_ms": value}
    if name in _NESTED and isinstance(value, Mapping):
        return {python_name(key): item for key, item in value.items()}
    return value


@lru_cache(maxsize=256)
def _accepted(function: Callable[..., Any]) -> frozenset[str]:
    """Return the names of a function's parameters, those of a `**options: Unpack[...]` included."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return frozenset()
    return frozenset(name for parameter in parameters for name in (parameter.name, *_unpacked(parameter)))


def _unpacked(parameter: inspect.Parameter) -> frozenset[str]:
    """Return the keys of a `**options: Unpack[...]`."""
    if parameter.kind is not parameter.VAR_KEYWORD or get_origin(parameter.annotation) is not Unpack:
        return frozenset()
    (options,) = get_args(parameter.annotation)
    keys: frozenset[str] = options.__required_keys__ | options.__optional_keys__
    return keys
