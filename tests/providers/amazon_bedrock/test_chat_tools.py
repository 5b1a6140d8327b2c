"""Tools and tool choice on Converse."""

from typing import Any

import pytest

from ai_sdk.provider import (
    LanguageModelV4FunctionTool,
    LanguageModelV4ProviderTool,
    LanguageModelV4ToolChoiceAuto,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    SharedV4WarningUnsupported,
)
from ai_sdk.providers.amazon_bedrock.chat.tool_input_schema import anthropic_tool_input_schema
from ai_sdk.providers.amazon_bedrock.chat.tools import prepare_tools
from tests.providers.amazon_bedrock.build import CLAUDE, NOVA

TIDE = LanguageModelV4FunctionTool(name="tide", description="Looks.", input_schema={"type": "object"})
MOON = LanguageModelV4FunctionTool(name="moon", description=" ", input_schema={})
BASH = LanguageModelV4ProviderTool(id="anthropic.bash_20250124", name="bash")
TIDE_SENT = {"toolSpec": {"name": "tide", "description": "Looks.", "inputSchema": {"json": {"type": "object"}}}}
MOON_SENT = {"toolSpec": {"name": "moon", "inputSchema": {"json": {}}}}
BASH_SENT = {"toolSpec": {"name": "bash", "inputSchema": {"json": anthropic_tool_input_schema(BASH.id)}}}
AUTO, NONE = LanguageModelV4ToolChoiceAuto(), LanguageModelV4ToolChoiceNone()
REQUIRED, NAMED = LanguageModelV4ToolChoiceRequired(), LanguageModelV4ToolChoiceTool(tool_name="tide")


def prepare(tools: Any, choice: Any = None, *, model_id: str = CLAUDE, is_anthropic: bool = True, **more: Any):
    return prepare_tools(tools, choice, model_id=model_id, is_anthropic=is_anthropic, **more)


@pytest.mark.parametrize(
    ("choice", "config"),
    [
        (None, {"tools": [TIDE_SENT, MOON_SENT]}),
        (AUTO, {"tools": [TIDE_SENT, MOON_SENT], "toolChoice": {"auto": {}}}),
        (REQUIRED, {"tools": [TIDE_SENT, MOON_SENT], "toolChoice": {"any": {}}}),
        (NAMED, {"tools": [TIDE_SENT], "toolChoice": {"tool": {"name": "tide"}}}),
        (NONE, None),
    ],
)
def test_tools_and_choice_are_converses_own(choice: Any, config: Any) -> None:
    prepared = prepare([TIDE, MOON], choice)
    assert (prepared.tool_config, prepared.anthropic_tool_choice, prepared.warnings) == (config, None, [])


@pytest.mark.parametrize(
    ("choice", "sent"),
    [
        (None, {"type": "auto"}),
        (AUTO, {"type": "auto"}),
        (REQUIRED, {"type": "any"}),
        (NAMED, {"type": "tool", "name": "tide"}),
    ],
)
def test_parallel_calls_are_switched_off_past_converse(choice: Any, sent: Any) -> None:
    prepared = prepare([TIDE], choice, disable_parallel_tool_use=True)
    assert prepared.tool_config == {"tools": [TIDE_SENT]}
    assert prepared.anthropic_tool_choice == {**sent, "disable_parallel_tool_use": True}


def test_without_tools_there_is_nothing_to_switch_off() -> None:
    prepared = prepare([TIDE], NONE, disable_parallel_tool_use=True)
    assert (prepared.tool_config, prepared.anthropic_tool_choice) == (None, None)
    assert prepare(None).tool_config is None


def test_tools_of_anthropic_bring_betas_and_their_inputs() -> None:
    prepared = prepare([TIDE, BASH], REQUIRED)
    assert prepared.tool_config == {"tools": [BASH_SENT, TIDE_SENT]}
    assert prepared.anthropic_tool_choice == {"type": "any"}
    assert prepared.betas == ["computer-use-2025-01-24"]
    assert prepare([BASH]).anthropic_tool_choice is None


def test_a_model_that_cannot_be_forced_chooses_itself() -> None:
    required = prepare([TIDE, BASH], REQUIRED, rejects_forced_tool_use=True)
    named = prepare([TIDE, MOON, BASH], NAMED, rejects_forced_tool_use=True)
    assert required.anthropic_tool_choice == {"type": "auto"}
    assert named.tool_config == {"tools": [TIDE_SENT], "toolChoice": {"auto": {}}}
    assert [warning.details.partition(" is ")[0] for warning in (*required.warnings, *named.warnings)] == [
        "toolChoice 'required'",
        "toolChoice 'tool'",
    ]
    assert prepare([TIDE], AUTO, rejects_forced_tool_use=True).warnings == []
    assert prepare([TIDE], REQUIRED, is_anthropic=False, rejects_forced_tool_use=True).tool_choice == {"any": {}}


@pytest.mark.parametrize("name", ["web_search_20250305", "web_search_20260318", "web_fetch_20260318"])
def test_some_tools_are_not_on_bedrock(name: str) -> None:
    prepared = prepare([LanguageModelV4ProviderTool(id=f"anthropic.{name}", name="w")])
    details = f"The {name} tool is not supported on Amazon Bedrock."
    assert prepared.warnings == [SharedV4WarningUnsupported(feature=f"{name} tool", details=details)]
    assert prepared.tool_config is None


def test_tools_that_a_model_does_not_know_are_left_out() -> None:
    unknown = LanguageModelV4ProviderTool(id="anthropic.crystal_ball", name="c")
    assert [warning.feature for warning in prepare([unknown]).warnings] == [
        "provider-defined tool anthropic.crystal_ball",
        "tool ${tool.id}",
    ]
    other = prepare([BASH, TIDE], model_id=NOVA, is_anthropic=False)
    assert other.warnings == [SharedV4WarningUnsupported(feature=f"tool {BASH.id}")]
    assert other.tool_config == {"tools": [TIDE_SENT]}


def closed(**more: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, **more}


@pytest.mark.parametrize(
    ("schema", "is_strict"),
    [
        (closed(), True),
        (closed(properties={"a": closed(), "b": True}, items=[closed()], anyOf=[{"type": "string"}]), True),
        ({"type": ["object", "null"]}, False),
        (closed(properties={"a": {"type": "object"}}), False),
        (closed(**{"$defs": {"a": {"type": "object"}}}), False),
        (closed(dependencies={"a": ["b"], "c": {"type": "object"}}), False),
        (closed(**{"not": {"type": "object"}}), False),
        (closed(items={"type": "object"}), False),
        (closed(items=[{"type": "object"}]), False),
        (closed(oneOf=[{"type": "object"}]), False),
    ],
)
def test_strict_tools_need_closed_objects(schema: dict[str, Any], is_strict: bool) -> None:  # noqa: FBT001 - a table
    prepared = prepare([LanguageModelV4FunctionTool(name="t", input_schema=schema, strict=True)])
    assert prepared.tools[0]["toolSpec"].get("strict") == (True if is_strict else None)
    assert [warning.feature for warning in prepared.warnings] == ([] if is_strict else ["strict"])


def test_strict_is_said_only_where_it_is_known() -> None:
    lax = LanguageModelV4FunctionTool(name="t", input_schema={"type": "object"}, strict=False)
    assert prepare([lax]).tools[0]["toolSpec"]["strict"] is False
    refused = prepare([lax], model_id="us.anthropic.claude-opus-4-8")
    assert "strict" not in refused.tools[0]["toolSpec"]
    assert "has strict: false, but strict mode is not supported" in refused.warnings[0].details


def test_inputs_of_anthropics_tools_are_written_as_upstream_writes_them() -> None:
    integer = {"type": "integer", "minimum": -(2**53 - 1), "maximum": 2**53 - 1}
    assert anthropic_tool_input_schema("anthropic.text_editor_20250429") == {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": {
            "command": {"type": "string", "enum": ["view", "create", "str_replace", "insert"]},
            "path": {"type": "string"},
            "file_text": {"type": "string"},
            "insert_line": integer,
            "new_str": {"type": "string"},
            "insert_text": {"type": "string"},
            "old_str": {"type": "string"},
            "view_range": {"type": "array", "items": integer},
        },
        "required": ["command", "path"],
        "additionalProperties": False,
    }
    pair = {"type": "array", "items": [integer, integer], "additionalItems": False, "minItems": 2, "maxItems": 2}
    computer: Any = anthropic_tool_input_schema("anthropic.computer_20250124")
    assert (computer["properties"]["coordinate"], computer["properties"]["duration"]) == (pair, {"type": "number"})
    code: Any = anthropic_tool_input_schema("anthropic.code_execution_20250825")
    assert [sorted(branch) for branch in code["oneOf"]] == [
        ["additionalProperties", "properties", "required", "type"],
        ["additionalProperties", "properties", "required", "type"],
        ["oneOf"],
    ]
    assert code["oneOf"][2]["oneOf"][1]["properties"]["file_text"] == {"type": ["string", "null"]}


@pytest.mark.parametrize(
    "tool_id", ["openai.bash_20250124", "anthropic.no_such_tool", "anthropic.COMPUTER_TOOLSET_MEMBERS"]
)
def test_other_tools_have_no_known_input(tool_id: str) -> None:
    assert anthropic_tool_input_schema(tool_id) is None
