"""Attributes that a span may have: with the values that OpenTelemetry takes, and only what the call wants recorded.

Ports: @ai-sdk/otel/src/select-attributes.ts, @ai-sdk/otel/src/sanitize-attribute-value.ts
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Attributes", "Input", "Output", "Recording", "sanitize_attribute_value", "sanitize_attributes"]
__all__ += ["select_attributes"]

Attributes = dict[str, Any]
"""Attribute names and values that OpenTelemetry takes."""


@dataclass(frozen=True, slots=True)
class Input:
    """A value made from inputs of the call; `read` runs only when inputs are recorded."""

    read: Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Output:
    """A value made from outputs of the call; `read` runs only when outputs are recorded."""

    read: Callable[[], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """Whether the call wants its inputs and its outputs recorded."""

    inputs: bool
    outputs: bool


def select_attributes(recording: Recording, attributes: Mapping[str, Any]) -> Attributes:
    """Return the values of `attributes` that may be recorded; `None` is no value."""
    return sanitize_attributes({name: _resolve(recording, value) for name, value in attributes.items()})


def sanitize_attributes(attributes: Mapping[str, Any] | None) -> Attributes:
    """Return the attributes that have a value OpenTelemetry takes."""
    sanitized = {name: sanitize_attribute_value(value) for name, value in (attributes or {}).items()}
    return {name: value for name, value in sanitized.items() if value is not None}


def sanitize_attribute_value(value: Any) -> Any:
    """Return `value` as OpenTelemetry takes it, or `None`.

    A list keeps its texts, numbers or booleans when they are all of one kind; numbers must be finite.

    >>> [sanitize_attribute_value(value) for value in (["a", None, "b"], ["a", 1], [1, 2.5])]
    [['a', 'b'], None, [1.0, 2.5]]
    """
    if isinstance(value, list | tuple):
        return _sanitize_list(value)
    return value if _kind(value) is not None and _is_finite(value) else None


def _resolve(recording: Recording, value: Any) -> Any:
    match value:
        case Input():
            return value.read() if recording.inputs else None
        case Output():
            return value.read() if recording.outputs else None
    return value


def _sanitize_list(values: Sequence[Any]) -> list[Any] | None:
    primitives = [value for value in values if _kind(value) is not None]
    if len({_kind(value) for value in primitives}) != 1 or not all(map(_is_finite, primitives)):
        return None
    # OpenTelemetry for Python takes lists of one type only, where JavaScript has one type of number.
    return (
        [float(value) for value in primitives] if any(isinstance(value, float) for value in primitives) else primitives
    )


def _kind(value: Any) -> str | None:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    return "string" if isinstance(value, str) else None


def _is_finite(value: Any) -> bool:
    return not isinstance(value, float) or math.isfinite(value)
