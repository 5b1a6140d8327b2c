"""A tool call that a model wrote is read, repaired, refined, or kept as an invalid call; it never fails."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.error.tool_errors import InvalidToolInputError, NoSuchToolError, ToolCallRepairError
from ai_sdk.generate_text.parse_tool_call import parse_tool_call
from ai_sdk.generate_text.tool_call_repair_function import ToolCallRepairOptions
from ai_sdk.provider import LanguageModelV4ToolCall
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.json import is_parsable_json, parse_json
from ai_sdk.provider_utils.tool import as_tool_set, dynamic_tool, tool
from ai_sdk.provider_utils.tool_call import TypedToolCall

pytestmark = pytest.mark.anyio


@tool(metadata={"source": "test"}, title="Weather")
def weather(city: str) -> str:
    """Look up the weather."""
    return city


TOOLS = as_tool_set({"weather": weather, "anything": dynamic_tool(input_schema={})})


def written(text: str, name: str = "weather", **given: Any) -> LanguageModelV4ToolCall:
    return LanguageModelV4ToolCall(tool_call_id="1", tool_name=name, input=text, **given)


async def parse(call: LanguageModelV4ToolCall, **given: Any) -> TypedToolCall[Any]:
    return await parse_tool_call(**{"tool_call": call, "tools": TOOLS, "messages": [], **given})


async def test_a_good_call_has_its_input_and_what_the_tool_says_of_itself() -> None:
    call = await parse(written('{"city":"Oslo"}', provider_metadata={"p": {"a": 1}}))
    assert dump(call) == {
        "type": "tool-call",
        "toolCallId": "1",
        "toolName": "weather",
        "input": {"city": "Oslo"},
        "providerMetadata": {"p": {"a": 1}},
        "toolMetadata": {"source": "test"},
        "title": "Weather",
    }
    assert call.input_schema_input == {"city": "Oslo"}


@pytest.mark.parametrize("text", ["", "  \n"])
async def test_nothing_at_all_is_an_empty_object(text: str) -> None:
    call = await parse(written(text, "anything"))
    assert (call.input, call.dynamic, call.invalid) == ({}, True, None)


@pytest.mark.parametrize(
    ("text", "sent", "cause"),
    [
        ('{"city"', '{"city"', "AI_JSONParseError"),
        ('{"city":1}', {"city": 1}, "AI_TypeValidationError"),
        ('["Oslo"]', ["Oslo"], "AI_TypeValidationError"),
        ("", "", "AI_TypeValidationError"),
    ],
)
async def test_a_bad_input_is_an_invalid_call_with_what_the_model_sent(text: str, sent: Any, cause: str) -> None:
    call = await parse(written(text))
    assert (call.input, call.dynamic, call.invalid, call.title) == (sent, True, True, "Weather")
    assert isinstance(call.error, InvalidToolInputError)
    assert call.error.tool_input == text
    assert str(call.error).startswith(f"Invalid input for tool weather: {cause}: ")


@pytest.mark.parametrize(
    ("tools", "message"),
    [
        (TOOLS, "Model tried to call unavailable tool 'none'. Available tools: weather, anything."),
        (None, "Model tried to call unavailable tool 'none'. No tools are available."),
    ],
)
async def test_an_unknown_tool_is_an_invalid_call(tools: Any, message: str) -> None:
    call = await parse(written('{"a":1}', "none"), tools=tools)
    assert (call.input, call.dynamic, call.invalid, str(call.error)) == ({"a": 1}, True, True, message)
    assert isinstance(call.error, NoSuchToolError)


@pytest.mark.parametrize("tools", [TOOLS, None])
async def test_dynamic_tools_of_the_provider_need_no_definition(tools: Any) -> None:
    call = await parse(written("", "mcp.search", provider_executed=True, dynamic=True), tools=tools)
    assert (call.input, call.dynamic, call.provider_executed, call.invalid) == ({}, True, True, None)
    broken = await parse(written("{", "mcp.search", provider_executed=True, dynamic=True), tools=tools)
    assert (broken.input, broken.invalid, broken.provider_executed) == ("{", True, True)


async def test_a_repair_is_told_everything_and_its_call_is_read_again() -> None:
    told: list[ToolCallRepairOptions] = []

    async def repair(options: ToolCallRepairOptions) -> dict[str, Any]:
        told.append(options)
        return {"type": "tool-call", "toolCallId": "1", "toolName": "weather", "input": '{"city":"Oslo"}'}

    broken = written('{"town":"Oslo"}')
    call = await parse(broken, repair_tool_call=repair, instructions="Be brief.")
    assert (call.input, call.invalid) == ({"city": "Oslo"}, None)
    assert (told[0].tool_call, told[0].tools, told[0].instructions) == (broken, TOOLS, "Be brief.")
    assert isinstance(told[0].error, InvalidToolInputError)
    assert told[0].input_schema("weather") == weather.input_schema.json_schema
    assert told[0].input_schema("none")["properties"] == {}


async def test_a_sync_repair_may_rename_the_tool() -> None:
    call = await parse(written('{"city":"Oslo"}', "wether"), repair_tool_call=lambda _: written('{"city":"Oslo"}'))
    assert (call.tool_name, call.invalid) == ("weather", None)


async def test_without_a_repaired_call_the_first_error_stays() -> None:
    call = await parse(written("{"), repair_tool_call=lambda _: None)
    assert isinstance(call.error, InvalidToolInputError)


async def test_a_repair_that_is_wrong_too_leaves_the_original_call_with_the_new_error() -> None:
    call = await parse(written("{"), repair_tool_call=lambda _: written("{}", "none"))
    assert (call.tool_name, call.input, call.invalid) == ("weather", "{", True)
    assert isinstance(call.error, NoSuchToolError)


async def test_a_failing_repair_is_said_with_what_it_was_to_repair() -> None:
    def repair(_: ToolCallRepairOptions) -> None:
        raise RuntimeError("no idea")

    call = await parse(written("{"), repair_tool_call=repair)
    assert isinstance(call.error, ToolCallRepairError)
    assert str(call.error) == "Error repairing tool call: RuntimeError: no idea"
    assert isinstance(call.error.original_error, InvalidToolInputError)


async def test_other_errors_are_not_repaired() -> None:
    def refine(_: Any) -> Any:
        raise RuntimeError("refined badly")

    call = await parse(
        written('{"city":"Oslo"}'), refine_tool_input={"weather": refine}, repair_tool_call=lambda _: pytest.fail("no")
    )
    assert (call.input, call.invalid, repr(call.error)) == ({"city": "Oslo"}, True, "RuntimeError('refined badly')")


async def _refine_later(value: dict[str, str]) -> dict[str, str]:
    return {"city": value["city"].upper()}


@pytest.mark.parametrize("refine", [lambda value: {"city": value["city"].upper()}, _refine_later])
async def test_a_refinement_changes_the_input_and_the_input_before_is_kept(refine: Callable[..., Any]) -> None:
    call = await parse(written('{"city":"Oslo"}'), refine_tool_input={"weather": refine})
    assert (call.input, call.input_schema_input) == ({"city": "OSLO"}, {"city": "Oslo"})


async def test_an_abort_during_a_repair_is_raised() -> None:
    controller = AbortController()

    async def repair(_: ToolCallRepairOptions) -> None:
        controller.abort()

    with pytest.raises(AbortError):
        await parse(written("{"), repair_tool_call=repair, abort_signal=controller.signal)
    with pytest.raises(AbortError):
        await parse(written("{"), abort_signal=controller.signal)


@given(st.text(), st.sampled_from(["weather", "anything", "none"]))
async def test_whatever_a_model_writes_is_a_call_with_what_it_wrote(text: str, name: str) -> None:
    call = await parse(written(text, name))
    if call.invalid:
        assert call.input == (parse_json(text) if is_parsable_json(text) else text)
    else:
        assert call.error is None
