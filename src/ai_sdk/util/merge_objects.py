"""Merges JSON objects deeply.

Ports: ai/src/util/merge-objects.ts
"""

from collections.abc import Mapping
from typing import Any

from ai_sdk.provider import JSONObject

__all__ = ["merge_objects"]


def merge_objects(base: Mapping[str, Any], overrides: Mapping[str, Any]) -> JSONObject:
    """Return a new object with the keys of both; objects under the same key are merged, all else is replaced.

    >>> merge_objects({"a": {"x": 1, "y": 1}, "b": [1]}, {"a": {"y": 2}, "b": None})
    {'a': {'x': 1, 'y': 2}, 'b': None}
    """
    return {**base, **{key: _merge(base.get(key), value) for key, value in overrides.items()}}


def _merge(base: Any, value: Any) -> Any:
    return merge_objects(base, value) if isinstance(base, Mapping) and isinstance(value, Mapping) else value
