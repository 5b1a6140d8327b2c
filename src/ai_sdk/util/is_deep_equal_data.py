"""Whether two JSON values are the same.

Ports: ai/src/util/is-deep-equal-data.ts
"""

from typing import Any

__all__ = ["is_deep_equal_data"]


def is_deep_equal_data(first: Any, second: Any) -> bool:
    """Whether two JSON values are equal as JavaScript sees it: `1` is `1.0`, but not `True`.

    >>> is_deep_equal_data({"a": [1]}, {"a": [1.0]}), is_deep_equal_data([1], [True])
    (True, False)
    """
    # Python's own comparison is fast and only ever too lenient.
    return first == second and _same_booleans(first, second)


def _same_booleans(first: Any, second: Any) -> bool:
    if isinstance(first, dict):
        return all(_same_booleans(value, second[key]) for key, value in first.items())
    if isinstance(first, list):
        return all(map(_same_booleans, first, second))
    return isinstance(first, bool) == isinstance(second, bool)
