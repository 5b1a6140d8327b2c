import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider_utils.streaming_tool_call_argument_state import (
    StreamingToolCallArgumentState,
    starts_with_structured_value,
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("", False),
        (" \ufeff{}", True),
        ('{"a":[1,"}\\"]"]}', True),
        ('{"a":"}', False),
        ("{]", False),
        ("{]}", False),
        ("1", False),
        ('"{}"', False),
        ("{} trailing", True),
    ],
)
def test_structure_is_complete(text: str, complete: Any):
    assert StreamingToolCallArgumentState(text).has_complete_structured_value is complete


@pytest.mark.parametrize(
    ("text", "starts"), [(None, False), ("", False), (" [", True), ("\u2028{", True), ("1{", False)]
)
def test_starts_with_structured_value(text: str | None, starts: Any):
    assert starts_with_structured_value(text) is starts


@given(st.lists(json_values) | st.dictionaries(st.text(), json_values), st.data())
def test_an_object_or_array_is_complete_exactly_with_its_last_character_however_it_is_split(
    value: Any, data: st.DataObject
):
    text = json.dumps(value)
    split = data.draw(st.integers(0, len(text) - 1))
    state = StreamingToolCallArgumentState(text[:split])
    state.append(text[split:-1])
    assert state.has_complete_structured_value is False
    state.append(text[-1])
    assert state.has_complete_structured_value is True
