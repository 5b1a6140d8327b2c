"""Which kind a part of a message is, for models and for the JSON that frontends send."""

from typing import Any

import pytest

import ai_sdk
from ai_sdk import UIMessage
from ai_sdk.ui import ui_messages

STATIC: dict[str, Any] = {"type": "tool-get-weather", "toolCallId": "c", "state": "input-available", "input": {}}
FAILED: dict[str, Any] = {**STATIC, "state": "output-error", "errorText": "x"}
DYNAMIC: dict[str, Any] = {**STATIC, "type": "dynamic-tool", "toolName": "clock"}
PARTS: list[tuple[dict[str, Any], set[str]]] = [
    ({"type": "text", "text": "Hi"}, {"is_text_ui_part"}),
    ({"type": "reasoning", "text": "Hm"}, {"is_reasoning_ui_part"}),
    ({"type": "custom", "kind": "openai.thing"}, {"is_custom_content_ui_part"}),
    ({"type": "file", "mediaType": "a/b", "url": "https://leaves.test"}, {"is_file_ui_part"}),
    ({"type": "reasoning-file", "mediaType": "a/b", "url": "https://leaves.test"}, {"is_reasoning_file_ui_part"}),
    ({"type": "data-plot", "data": 1}, {"is_data_ui_part"}),
    (STATIC, {"is_static_tool_ui_part", "is_tool_ui_part"}),
    (FAILED, {"is_static_tool_ui_part", "is_tool_ui_part", "is_tool_output_error_ui_part"}),
    (DYNAMIC, {"is_dynamic_tool_ui_part", "is_tool_ui_part"}),
    ({"type": "step-start"}, set()),
]
GUARDS = sorted(name for name in dir(ui_messages) if name.startswith("is_") and name.endswith("_ui_part"))


@pytest.mark.parametrize(("part", "names"), PARTS, ids=lambda value: value["type"] if isinstance(value, dict) else "")
def test_a_part_is(part: dict[str, Any], names: set[str]) -> None:
    message = UIMessage.model_validate({"id": "m", "role": "assistant", "parts": [part]})
    for given in (part, message.parts[0]):
        assert {name for name in GUARDS if getattr(ai_sdk, name)(given)} == names


def test_tools_have_names() -> None:
    message = UIMessage.model_validate({"id": "m", "role": "assistant", "parts": [STATIC, DYNAMIC]})
    assert [ai_sdk.get_tool_name(part) for part in (STATIC, DYNAMIC)] == ["get-weather", "clock"]
    assert [ai_sdk.get_tool_name(part) for part in message.parts if ai_sdk.is_tool_ui_part(part)] == [
        "get-weather",
        "clock",
    ]
    assert ai_sdk.get_static_tool_name(STATIC) == "get-weather"
