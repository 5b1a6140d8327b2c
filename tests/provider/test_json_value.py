"""What is JSON, and what only looks like it."""

import math
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import is_json_array, is_json_object, is_json_value

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10)
NOT_JSON = st.sampled_from([b"bytes", {1, 2}, (1, 2), object(), {1: "one"}])


@given(JSON)
def test_every_json_value_is_one(value: Any) -> None:
    found = is_json_value(value), is_json_array(value), is_json_object(value)
    assert found == (True, isinstance(value, list), isinstance(value, dict))


@given(NOT_JSON, st.lists(JSON), st.dictionaries(st.text(), JSON))
def test_a_value_with_something_else_in_it_is_none(value: Any, before: list[Any], beside: dict[str, Any]) -> None:
    nested = [*before, {**beside, "here": [value]}]
    assert (is_json_value(value), is_json_value(nested), is_json_array(nested)) == (False, False, False)
    assert is_json_object({"nested": nested}) is False


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_numbers_that_json_cannot_write_count_as_json_as_upstream(number: float) -> None:
    assert is_json_value(number)
