"""Copies of events and of what is in them, with some fields replaced; originals are never touched."""

import copy
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, TypeVar, cast

__all__ = ["get_field", "own_fields", "with_fields"]

T = TypeVar("T")


def own_fields(value: Any) -> Collection[str]:
    """Return the names of what `value` itself holds: a dataclass's fields, a mapping's keys, an exception's attributes.

    Properties, which read other fields, are not among them.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return _field_names(type(value))
    if isinstance(value, Mapping):
        return value.keys()
    return vars(value).keys() if isinstance(value, BaseException) else ()


def get_field(value: Any, name: str) -> Any:
    """Return the field `name` of a dataclass or mapping, or `None`."""
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def with_fields(value: T, changes: Mapping[str, Any]) -> T:
    """Return a copy of `value` of the same class with `changes` in place."""
    if isinstance(value, Mapping):
        return cast("T", {**value, **changes})
    result = copy.copy(value)
    for name, item in changes.items():
        object.__setattr__(result, name, item)
    return result


@lru_cache(maxsize=256)
def _field_names(kind: Any) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind))
