"""Defaults and what overrides them.

Ports: ai/src/util/merge-objects.ts
"""

from collections.abc import Mapping
from typing import Any, TypeVar, overload

__all__ = ["merge_objects"]

BaseT = TypeVar("BaseT", bound=Mapping[str, Any] | None)


@overload
def merge_objects(base: None, overrides: BaseT) -> BaseT: ...
@overload
def merge_objects(base: BaseT, overrides: None) -> BaseT: ...
@overload
def merge_objects(base: Mapping[str, Any], overrides: Mapping[str, Any]) -> dict[str, Any]: ...
def merge_objects(base: Mapping[str, Any] | None, overrides: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Return `base` with the entries of `overrides`, mappings merged at every depth; everything else is replaced.

    `None` inside is JSON null, a value like any other. Neither argument is changed; what they hold is shared.

    >>> merge_objects({"openai": {"store": True, "user": "a"}}, {"openai": {"user": "b"}})
    {'openai': {'store': True, 'user': 'b'}}
    """
    if base is None or overrides is None:
        return overrides if base is None else base
    merged = dict(base)
    for key, value in overrides.items():
        before = merged.get(key)
        both = isinstance(before, Mapping) and isinstance(value, Mapping)
        merged[key] = merge_objects(before, value) if both else value
    return merged
