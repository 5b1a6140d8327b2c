"""What the model is told of each part and state; `test_same_as_typescript.py` compares all of them with npm's."""

from typing import Any

import pytest

from ai_sdk import convert_to_model_messages, dynamic_tool
from ai_sdk.error import MessageConversionError
from ai_sdk.logger.log_warnings import WarningsEvent, set_warning_logger
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.content_part import TextPart
from ai_sdk.provider_utils.tool_execution_options import ToolModelOutputOptions
from ai_sdk.provider_utils.tool_result_output import ToolResultOutputText

pytestmark = pytest.mark.anyio

CALL = {"type": "tool-soil", "toolCallId": "c1", "input": {"plant": "fern"}}
TOOL_CALL = {"type": "tool-call", "toolCallId": "c1", "toolName": "soil", "input": {"plant": "fern"}}
SIGNED = {
    "id": "a1",
    "signature": "s",
    "inputSchemaInput": {"plant": " fern"},
    "requestReason": "costs",
    "isAutomatic": True,
}


def message(role: str, *parts: Any) -> dict[str, Any]:
    return {"id": role, "role": role, "parts": list(parts)}


async def converted(*messages: Any, **options: Any) -> Any:
    return dump(await convert_to_model_messages(messages, **options))


async def test_an_approval_that_was_given_keeps_everything_that_its_signature_covers() -> None:
    part = {**CALL, "state": "approval-responded", "approval": {**SIGNED, "approved": True, "reason": "go"}}
    assert await converted(message("assistant", part)) == [
        {
            "role": "assistant",
            "content": [
                TOOL_CALL,
                {
                    "type": "tool-approval-request",
                    "approvalId": "a1",
                    "toolCallId": "c1",
                    "reason": "costs",
                    "isAutomatic": True,
                    "signature": "s",
                    "inputSchemaInput": {"plant": " fern"},
                },
            ],
        },
        {
            "role": "tool",
            "content": [{"type": "tool-approval-response", "approvalId": "a1", "approved": True, "reason": "go"}],
        },
    ]


async def test_a_refused_call_has_a_result_that_says_so() -> None:
    part = {**CALL, "state": "approval-responded", "approval": {"id": "a1", "approved": False, "reason": "too wet"}}
    _, tool_message = await converted(message("assistant", part))
    assert tool_message["content"][1]["output"] == {"type": "execution-denied", "reason": "too wet"}


async def test_a_request_for_approval_that_the_user_passed_over_is_forgotten() -> None:
    waiting = message("assistant", {**CALL, "state": "approval-requested", "approval": SIGNED})
    assert len(await converted(message("user", {"type": "text", "text": "Hi"}), waiting)) == 2
    after = await converted(message("user"), waiting, message("user", {"type": "text", "text": "Never mind"}))
    assert [each["role"] for each in after] == ["user", "user"]


async def test_incomplete_calls_can_be_left_out() -> None:
    states = [
        {"state": "input-streaming"},
        {"state": "input-available"},
        {"state": "output-available", "output": 1, "preliminary": True},
        {"state": "output-available", "output": 1},
    ]
    messages = message("assistant", *({**CALL, **state, "toolCallId": str(at)} for at, state in enumerate(states)))
    _, results = await converted(messages, ignore_incomplete_tool_calls=True)
    assert [result["toolCallId"] for result in results["content"]] == ["3"]


async def test_an_input_that_is_text_stays_the_text_that_it_is() -> None:
    part = {**CALL, "input": '{"plant": "fern"', "state": "output-error", "errorText": "no JSON"}
    (call, result) = await converted(message("assistant", part))
    assert call["content"][0]["input"] == '{"plant": "fern"'
    assert result["content"][0]["output"] == {"type": "error-text", "value": "no JSON"}


async def test_the_provider_s_own_results_stay_with_the_assistant() -> None:
    part = {**CALL, "state": "output-error", "errorText": "limit", "providerExecuted": True}
    (only,) = await converted(message("assistant", part))
    assert [each["type"] for each in only["content"]] == ["tool-call", "tool-result"]
    assert only["content"][1]["output"] == {"type": "error-json", "value": "limit"}


async def test_a_tool_decides_what_the_model_sees_of_its_output() -> None:
    def shown(options: ToolModelOutputOptions) -> ToolResultOutputText:
        return ToolResultOutputText(value=f"{options.input['plant']}: {options.output} of 100 ({options.tool_call_id})")

    tools = {"soil": dynamic_tool(input_schema={}, to_model_output=shown)}
    part = {**CALL, "state": "output-available", "output": 41}
    (_, result) = await converted(message("assistant", part), tools=tools)
    assert result["content"][0]["output"] == {"type": "text", "value": "fern: 41 of 100 (c1)"}


async def test_steps_and_steering_messages_part_an_answer() -> None:
    answer = message(
        "assistant",
        {"type": "step-start"},
        {"type": "text", "text": "One"},
        {"type": "steering-message", "id": "s", "parts": [{"type": "text", "text": "Faster!"}]},
        {"type": "source-url", "sourceId": "1", "url": "https://a.test"},
        {"type": "text", "text": "Two"},
    )
    assert [(each["role"], each["content"][0]["text"]) for each in await converted(answer)] == [
        ("assistant", "One"),
        ("user", "Faster!"),
        ("assistant", "Two"),
    ]


async def test_data_parts_are_for_the_user_interface_unless_they_are_converted() -> None:
    part = {"type": "data-bed", "data": {"bed": 3}}
    said = message("user", {"type": "text", "text": "Hi"}, part)
    assert await converted(said) == [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]
    (told,) = await converted(said, convert_data_part=lambda data: TextPart(text=f"{data.type}: {data.data['bed']}"))
    assert told["content"][1] == {"type": "text", "text": "data-bed: 3"}


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"role": "gardener", "parts": []}, "Unsupported role: gardener"),
        ({"role": "user"}, "A UI message needs a list of parts."),
        (message("user", {"type": "file", "mediaType": "image/png", "url": "leaf.png"}), "Invalid URL: leaf.png"),
    ],
)
async def test_what_cannot_be_converted_is_named(said: Any, problem: str) -> None:
    with pytest.raises(MessageConversionError, match=problem) as caught:
        await convert_to_model_messages([said])
    assert caught.value.original_message == said


async def test_a_deprecated_raw_input_is_warned_of() -> None:
    events: list[WarningsEvent] = []
    set_warning_logger(events.append)
    try:
        part = {"type": "tool-soil", "toolCallId": "c", "state": "output-error", "errorText": "x", "rawInput": "{"}
        await convert_to_model_messages([message("assistant", part)])
    finally:
        set_warning_logger(True)
    assert [warning.setting for event in events for warning in event.warnings] == [
        "rawInput in output-error UI message parts"
    ]
