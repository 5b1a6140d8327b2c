"""Tools that the model calls from code: bound to their callers, told of in messages or provider options."""

from typing import Any

import pytest
from ai_sdk_generated.anthropic import tools as anthropic_tools
from ai_sdk_generated.openai import tools as openai_tools

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.generate_text.tool_caller_configuration import (
    append_tool_caller_messages,
    prepare_tools_for_tool_callers,
    resolve_tool_caller_configuration,
)
from ai_sdk.provider_utils.model_message import UserModelMessage
from ai_sdk.provider_utils.tool import Tool, ToolSet, as_tool_set, tool
from ai_sdk.provider_utils.tool_caller import DIRECT_TOOL_CALL, LocalToolCaller, tool_caller


def plain(**options: Any) -> Tool[Any, Any]:
    return tool(input_schema={}, **options)


def code(*, announced: bool) -> Tool[Any, Any]:
    def bind(tools: ToolSet) -> Tool[Any, Any]:
        return plain(description=f"Calls {sorted(tools)}.")

    announce = (lambda tools: f"You can call {sorted(tools)}." if tools else None) if announced else None
    return tool_caller(plain(description="Runs code."), LocalToolCaller(bind=bind, prepare_model_message=announce))


def descriptions(tools: ToolSet | None) -> dict[str, Any]:
    return {name: each.description for name, each in (tools or {}).items()}


def test_a_local_caller_is_bound_to_the_tools_that_name_it() -> None:
    tools = {"a": plain(), "b": plain(), "c": plain(), "code": code(announced=False)}
    prepared = prepare_tools_for_tool_callers(
        tools=tools, tool_callers={"a": ["code"], "b": ["code", DIRECT_TOOL_CALL], "c": ["none"]}
    )
    assert descriptions(prepared.execution_tools) == {"a": None, "b": None, "c": None, "code": "Calls ['a', 'b']."}
    assert descriptions(prepared.model_tools) == {"b": None, "code": "Calls ['a', 'b']."}
    assert prepared.tool_caller_messages == []


def test_a_caller_may_announce_its_tools_in_a_message_and_stay_as_it_is() -> None:
    prepared = prepare_tools_for_tool_callers(
        tools={"a": plain(), "code": code(announced=True), "idle": code(announced=True)}, tool_callers={"a": ["code"]}
    )
    assert descriptions(prepared.execution_tools)["code"] == "Calls ['a']."
    assert descriptions(prepared.model_tools) == {"code": "Runs code.", "idle": "Runs code."}
    assert prepared.tool_caller_messages == [UserModelMessage(content="You can call ['a'].")]


def test_tools_that_a_provider_calls_say_so_in_their_options() -> None:
    tools = as_tool_set(
        {
            "a": plain(provider_options={"anthropic": {"allowedCallers": ["direct"]}, "other": {"x": 1}}),
            "code": anthropic_tools.code_execution_20250825(),
            "program": openai_tools.programmatic_tool_calling(),
        }
    )
    prepared = prepare_tools_for_tool_callers(tools=tools, tool_callers={"a": ["code", "program", "code"]})
    assert prepared.model_tools is not None
    assert prepared.model_tools["a"].provider_options == {
        "anthropic": {"allowedCallers": ["direct", "code_execution_20250825"]},
        "other": {"x": 1},
        "openai": {"allowedCallers": ["programmatic"]},
    }
    assert tools["a"].provider_options == {"anthropic": {"allowedCallers": ["direct"]}, "other": {"x": 1}}


def test_without_a_configuration_nothing_changes() -> None:
    tools = {"code": code(announced=True)}
    prepared = prepare_tools_for_tool_callers(tools=tools, tool_callers=None)
    assert prepared.execution_tools is prepared.model_tools is tools
    assert resolve_tool_caller_configuration(tools=tools, tool_callers=None) is None


def test_a_configuration_names_known_tools() -> None:
    tools = {"a": plain(), "b": plain()}
    assert resolve_tool_caller_configuration(tools=tools, tool_callers={"a": None, "b": ["x"]}) == {"b": ["x"]}
    with pytest.raises(InvalidArgumentError, match='unknown tool "c"'):
        resolve_tool_caller_configuration(tools=tools, tool_callers={"c": []})


def test_the_model_is_told_once() -> None:
    told, new = UserModelMessage(content="told"), UserModelMessage(content="new")
    assert append_tool_caller_messages(messages=[told], tool_caller_messages=[told, new, new]) == [told, new]
    messages: list[Any] = [told]
    assert append_tool_caller_messages(messages=messages, tool_caller_messages=[told]) is messages
