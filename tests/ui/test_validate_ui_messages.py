"""What a client may send, what is refused, and what an error says."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, strategies as st
from pydantic import BaseModel

from ai_sdk import convert_to_model_messages, safe_validate_ui_messages, tool, validate_ui_messages
from ai_sdk.provider.errors import AISDKError, TypeValidationContext, TypeValidationError
from ai_sdk.ui.validate_ui_messages import InvalidUIMessages, ValidUIMessages, validate_ui_messages_for_agent
from tests.ui.ui_message_strategies import JSON, PARTS, damaged_ui_messages

pytestmark = pytest.mark.anyio


class Plant(BaseModel):
    plant: str


class Reading(BaseModel):
    percent: int


soil = tool(name="soil", input_schema=Plant, output_schema=Reading)


CALL = {"type": "tool-soil", "toolCallId": "c1", "input": {"plant": "fern"}}


def sent(*parts: Any, role: str = "assistant", **more: Any) -> list[dict[str, Any]]:
    return [{"id": "m1", "role": role, "parts": list(parts), **more}]


def dumped(messages: Any) -> Any:
    return [message.model_dump(by_alias=True, exclude_unset=True) for message in messages]


async def error_of(messages: Any, **schemas: Any) -> TypeValidationError:
    with pytest.raises(TypeValidationError) as caught:
        await validate_ui_messages(messages=messages, **schemas)
    return caught.value


async def test_keys_that_nobody_knows_are_dropped() -> None:
    messages = sent({"type": "text", "text": "Hi", "isAdmin": True}, role="user", owner="root")
    assert dumped(await validate_ui_messages(messages=messages)) == sent({"type": "text", "text": "Hi"}, role="user")


@pytest.mark.parametrize(
    ("messages", "problem"),
    [
        ([], "Messages array must not be empty"),
        ("Hi", "expected a list of messages"),
        ([None], "[0]: Input should be a valid dictionary"),
        (sent(role="user"), "[0].parts: Message must contain at least one part"),
        (sent({"type": "text", "text": 1}), "[0].parts[0].text: Input should be a valid string"),
        (sent({**CALL, "state": "lost"}), "[0].parts[0].state: expected one of input-streaming, input-available"),
        (sent({**CALL, "state": "output-available"}), "[0].parts[0].output: Field required"),
        (sent({"type": "smell"}), "[0].parts[0].type: Invalid UI message part type."),
        (
            sent({"type": "text", "text": "", "providerMetadata": {"a": {"b": [float("nan")]}}}),
            "Expected null, a string, a finite number, a boolean, an array, or an object at .a.b[0]",
        ),
        (
            sent({**CALL, "state": "approval-requested", "approval": {"id": "a", "approved": True}}),
            "[0].parts[0].approval.approved: Value error, no value is allowed here, not even True",
        ),
    ],
)
async def test_an_error_names_the_path(messages: Any, problem: str) -> None:
    error = await error_of(messages)
    assert problem in error.message


async def test_only_the_first_part_that_does_not_fit_is_told() -> None:
    error = await error_of(sent({"type": "text"}, {"type": "text"}))
    assert str(error.cause) == "[0].parts[0].text: Field required"


async def test_no_messages_at_all_are_a_mistake_of_the_program() -> None:
    result = await safe_validate_ui_messages(messages=None)
    assert isinstance(result, InvalidUIMessages)
    assert str(result.error) == "Invalid argument for parameter messages: messages parameter must be provided"


async def test_metadata_and_data_become_what_their_schemas_make_of_them() -> None:
    @dataclass
    class Bed:
        bed: int

    messages = sent({"type": "data-reading", "id": "r", "data": {"percent": 4}}, metadata={"bed": 3})
    result = await safe_validate_ui_messages(messages=messages, metadata_schema=Bed, data_schemas={"reading": Reading})
    assert isinstance(result, ValidUIMessages)
    (message,) = result.data
    assert (message.metadata, message.parts[0].data) == (Bed(3), Reading(percent=4))
    assert dumped(result.data) == messages


async def test_errors_of_metadata_and_data_say_where() -> None:
    error = await error_of(sent({"type": "text", "text": "x"}, metadata="red"), metadata_schema=Reading)
    assert error.context == TypeValidationContext(field="messages[0].metadata", entity_id="m1")
    messages = sent({"type": "step-start"}, {"type": "data-reading", "id": "r", "data": {"percent": "no"}})
    error = await error_of(messages, data_schemas={"reading": Reading})
    assert error.context == TypeValidationContext(
        field="messages[0].parts[1].data", entity_name="reading", entity_id="r"
    )
    error = await error_of(messages, data_schemas={"other": Reading})
    assert error.cause == "No data schema found for data part reading"


async def test_inputs_and_outputs_of_tools_are_checked_but_not_changed() -> None:
    part = {**CALL, "state": "output-available", "output": {"percent": 4}}
    assert dumped(await validate_ui_messages(messages=sent(part), tools={"soil": soil})) == sent(part)
    error = await error_of(sent({**part, "input": {"plant": 7}}), tools=[soil])
    assert error.message.startswith(
        'Type validation failed for messages[0].parts[0].input (soil, id: "c1"): Value: {"plant":7}.'
    )
    error = await error_of(sent({**part, "output": {"percent": "?"}}), tools=[soil])
    assert error.context == TypeValidationContext(
        field="messages[0].parts[0].output", entity_name="soil", entity_id="c1"
    )


async def test_an_open_call_of_a_tool_that_does_not_exist_is_refused() -> None:
    part = {**CALL, "type": "tool-rm", "state": "approval-responded", "approval": {"id": "a", "approved": True}}
    error = await error_of(sent(part), tools=[soil])
    assert error.cause == "No tool schema found for tool part rm"


@pytest.mark.parametrize(
    "part",
    [
        {**CALL, "type": "tool-gone", "state": "output-available", "output": {"secret": 1}},
        {**CALL, "state": "output-error", "input": {"plant": 7}, "errorText": "no such plant"},
        {**CALL, "state": "output-available", "input": {}, "output": {"percent": 4}},
    ],
)
async def test_old_calls_that_no_longer_fit_become_dynamic_and_tell_the_model_nothing_raw(part: Any) -> None:
    (message,) = await validate_ui_messages(messages=sent(part), tools=[soil])
    (dynamic,) = message.parts
    assert (dynamic.type, dynamic.dynamic, dynamic.tool_name) == ("dynamic-tool", False, part["type"][5:])
    again = await validate_ui_messages(messages=dumped([message]), tools=[soil])
    assert dumped(again) == dumped([message])
    if part["type"] == "tool-gone":
        told = (await convert_to_model_messages(again))[-1].content[0].output.value
        assert told == "Tool output omitted because the tool is no longer available."


async def test_an_agent_without_tools_keeps_settled_calls_and_refuses_open_ones() -> None:
    settled = {**CALL, "state": "output-available", "output": 1}
    (message,) = await validate_ui_messages_for_agent(messages=sent(settled))
    assert message.parts[0].type == "dynamic-tool"
    with pytest.raises(TypeValidationError, match="No tool schema found for tool part soil"):
        await validate_ui_messages_for_agent(messages=sent({**CALL, "state": "input-available"}))


def refined(approval: dict[str, Any], **part: Any) -> list[dict[str, Any]]:
    return sent({**CALL, **part, "state": "approval-requested", "approval": {"id": "a", **approval}})


async def test_an_input_must_be_what_the_refinement_makes_of_what_the_model_wrote() -> None:
    def refine(value: Plant) -> Plant:
        return Plant(plant=value.plant.strip())

    schemas: Any = {"tools": [soil], "experimental_refine_tool_input": {"soil": refine}}
    true = refined({"inputSchemaInput": {"plant": " fern "}})
    assert dumped(await validate_ui_messages(messages=true, **schemas)) == true
    error = await error_of(refined({"inputSchemaInput": {"plant": "fern"}}, input={"plant": "all of them"}), **schemas)
    assert error.cause == "Tool input does not match the output reconstructed from inputSchemaInput."


async def test_what_breaks_in_the_refinement_is_an_error_of_the_input() -> None:
    def refine(value: Any) -> Any:
        raise RuntimeError(f"cannot refine {value}")

    schemas: Any = {"tools": [soil], "experimental_refine_tool_input": {"soil": refine}}
    error = await error_of(refined({"inputSchemaInput": {"plant": "fern"}}), **schemas)
    assert isinstance(error.cause, RuntimeError)


async def test_the_deprecated_raw_input_of_a_dynamic_call_stays_its_input() -> None:
    part = {"type": "dynamic-tool", "toolName": "x", "toolCallId": "c", "state": "output-error", "errorText": "bad"}
    (message,) = await validate_ui_messages(messages=sent({**part, "rawInput": '{"pl'}))
    assert (await convert_to_model_messages([message]))[0].content[0].input == '{"pl'


@given(st.lists(st.fixed_dictionaries({"role": st.text(), "parts": st.lists(PARTS | JSON)}) | JSON) | JSON)
def test_anything_is_converted_or_refused_with_an_error_of_this_library(messages: Any) -> None:
    import anyio

    async def check() -> None:
        try:
            await convert_to_model_messages(await validate_ui_messages(messages=messages))
        except AISDKError:
            return

    anyio.run(check)


@given(damaged_ui_messages())
def test_damaged_messages_are_converted_or_refused_with_an_error_of_this_library(messages: Any) -> None:
    import anyio

    async def check() -> None:
        try:
            await convert_to_model_messages(await validate_ui_messages(messages=messages, tools=[soil]))
        except AISDKError:
            return

    anyio.run(check)
