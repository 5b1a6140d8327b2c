"""Messages and the parts of text streams are held, field for field, against the types extracted from npm."""

import dataclasses
import json
import types
import typing
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from pydantic.alias_generators import to_camel

from ai_sdk.generate_text import metadata, performance, text_stream_part, tool_call, usage
from ai_sdk.generate_text.text_stream_part import TextStreamPart
from ai_sdk.provider import shared
from ai_sdk.provider_utils import content_part, model_message, tool_result_output
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.tool_result_output import ToolResultOutput

SPECS = Path(__file__).parents[2] / "specs" / "ai"
MODULES = (
    text_stream_part,
    model_message,
    content_part,
    tool_result_output,
    tool_call,
    shared,
    usage,
    metadata,
    performance,
)
# Anonymous members of unions, named by the extraction, and types that Python has under one name only.
RENAMED = {
    "FileDataData": "SharedV4FileDataData",
    "TextStreamSourcePartUrl": "TextStreamSourceUrlPart",
    "TextStreamSourcePartDocument": "TextStreamSourceDocumentPart",
    "DynamicToolCall": "TypedToolCall",
}
ELSEWHERE = {"GeneratedFile"}  # a class with methods, no data
# What Python may leave out: one dataclass is both the static and the dynamic call, and details start out empty.
DEFAULTS = {
    "DynamicToolCall": {"dynamic"},
    "LanguageModelUsage": {"inputTokenDetails", "outputTokenDetails"},
    "StepResultPerformance": {"toolExecutionMs"},
}


def definitions() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for surface in ("model_message", "text_stream_part"):
        found |= json.loads((SPECS / f"{surface}.json").read_text())["$defs"]
    return found


DEFINITIONS = definitions()
OBJECTS = sorted(name for name, schema in DEFINITIONS.items() if "properties" in schema and name not in ELSEWHERE)
# What TypeScript leaves out where it is `any`, and Python asks for.
REQUIRED = {"TextStreamToolCallPart": {"input"}, "TextStreamToolResultPart": {"output"}}
TOOL_PARTS = ("TextStreamToolCallPart", "TextStreamToolResultPart", "TextStreamToolErrorPart")


def python_type(name: str) -> Any:
    name = RENAMED.get(name, name).replace("ToolResultOutputContentValue", "ToolResultContent")
    kinds = [getattr(module, name) for module in MODULES if hasattr(module, name)]
    if not kinds:
        kinds = [getattr(__import__("ai_sdk.provider", fromlist=[name]), name)]
    return kinds[0]


def is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def shown_fields(kind: Any) -> dict[str, dataclasses.Field[Any]]:
    return {to_camel(field.name): field for field in dataclasses.fields(kind) if "hidden" not in field.metadata}


def members(hint: Any) -> list[Any]:
    origin = get_origin(hint)
    if origin is typing.Annotated:
        return members(get_args(hint)[0])
    if origin in {typing.Union, types.UnionType}:
        return [member for argument in get_args(hint) for member in members(argument)]
    return [origin or hint]


def tags(hint: Any, key: str) -> set[str]:
    return {get_args(typing.get_type_hints(member)[key])[0] for member in members(hint)}


def spec_tags(name: str, key: str) -> set[str]:
    schema = DEFINITIONS[name]
    if "properties" in schema:
        return {schema["properties"][key]["const"]}
    return {
        tag
        for member in (*schema.get("oneOf", ()), *schema.get("anyOf", ()))
        for tag in (
            spec_tags(member["$ref"].rpartition("/")[2], key)
            if "$ref" in member
            else {member["properties"][key]["const"]}
        )
    }


def test_the_extracted_types_are_not_shrinking() -> None:
    assert len(OBJECTS) >= 68


@pytest.mark.parametrize("name", OBJECTS)
def test_a_dataclass_has_the_fields_of_its_typescript_type(name: str) -> None:
    fields, schema = shown_fields(python_type(name)), DEFINITIONS[name]
    tagged = {key for key, prop in schema["properties"].items() if isinstance(prop.get("const"), str)}
    assert set(fields) == set(schema["properties"])
    assert {key: fields[key].default for key in tagged} == {key: schema["properties"][key]["const"] for key in tagged}
    required = {key for key, field in fields.items() if is_required(field)} | tagged
    assert required == set(schema.get("required", ())) - DEFAULTS.get(name, set())


@pytest.mark.parametrize("name", TOOL_PARTS)
def test_a_part_about_a_tool_has_the_fields_of_its_static_and_its_dynamic_form(name: str) -> None:
    fields, forms = shown_fields(python_type(name)), DEFINITIONS[name]["anyOf"]
    assert set(fields) == {key for form in forms for key in form["properties"]}
    required = {key for key, field in fields.items() if is_required(field)} | {"type"}
    assert required == set.intersection(*(set(form["required"]) for form in forms)) | REQUIRED.get(name, set())


@pytest.mark.parametrize(
    ("hint", "name", "key"),
    [
        (TextStreamPart, "TextStreamPart", "type"),
        (ModelMessage, "ModelMessage", "role"),
        (ToolResultOutput, "ToolResultOutput", "type"),
    ],
)
def test_a_union_has_the_members_of_its_typescript_union(hint: Any, name: str, key: str) -> None:
    assert tags(hint, key) == spec_tags(name, key)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        (model_message.UserContentPart, "UserContent"),
        (model_message.AssistantContentPart, "AssistantContent"),
    ],
)
def test_the_content_of_a_message_has_the_parts_of_its_typescript_type(message: Any, name: str) -> None:
    text, parts = DEFINITIONS[name]["anyOf"]
    assert text == {"type": "string"}
    expected = {member["$ref"].rpartition("/")[2] for member in parts["items"]["oneOf"]}
    assert {member.__name__ for member in members(message)} == expected


def test_the_content_of_a_tool_message_has_the_parts_of_its_typescript_type() -> None:
    expected = {member["$ref"].rpartition("/")[2] for member in DEFINITIONS["ToolContent"]["items"]["oneOf"]}
    assert {member.__name__ for member in members(model_message.ToolContentPart)} == expected
