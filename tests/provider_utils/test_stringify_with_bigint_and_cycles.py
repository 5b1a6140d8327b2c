from typing import Any

import pytest

from ai_sdk.provider import LanguageModelV4TextPart, SharedV4FileDataData
from ai_sdk.provider_utils.serialize_tool_call_arguments import serialize_tool_call_arguments
from ai_sdk.provider_utils.stringify_with_bigint_and_cycles import stringify_with_bigint_and_cycles


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        ({"a": [1.0, True, "ü"]}, '{"a":[1,true,"ü"]}'),
        ((1, 2), "[1,2]"),
        ([LanguageModelV4TextPart(text="Hi")], '[{"type":"text","text":"Hi"}]'),
        (SharedV4FileDataData(data=b"\x01\x02"), '{"type":"data","data":{"0":1,"1":2}}'),
    ],
)
def test_values_become_json_as_javascript_writes_it(value, text):
    assert stringify_with_bigint_and_cycles(value) == text


def test_a_container_inside_itself_is_circular_and_one_that_comes_twice_is_not():
    twice = [1]
    outer: dict[str, Any] = {"a": twice, "b": twice}
    outer["self"] = outer
    assert stringify_with_bigint_and_cycles(outer) == '{"a":[1],"b":[1],"self":"[Circular]"}'


@pytest.mark.parametrize(
    ("tool_input", "arguments"),
    [
        ('{"a": 1}', '{"a": 1}'),
        ("1", "1"),
        ("a", '"a"'),
        ({"a": 1.0}, '{"a":1}'),
        ('{"__proto__":1}', '"{\\"__proto__\\":1}"'),
    ],
)
def test_arguments_that_are_json_stay_as_they_are(tool_input, arguments):
    assert serialize_tool_call_arguments(tool_input) == arguments
