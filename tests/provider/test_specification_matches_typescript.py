"""The hand-written specification is held, field for field, against the types extracted from `@ai-sdk/provider`."""

import dataclasses
import inspect
import json
import re
import types
import typing
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic.alias_generators import to_camel, to_snake

import ai_sdk.provider as specification
from ai_sdk.provider import errors

SPECS = Path(__file__).parents[2] / "specs" / "provider"
SURFACES = (
    "embedding_model_v4",
    "files_v4",
    "image_model_v4",
    "language_model_v4",
    "reranking_model_v4",
    "shared_v4",
    "skills_v4",
    "speech_model_v4",
    "transcription_model_v4",
    "video_model_v4",
)

# Where the name that the extraction gives an anonymous union member reads badly in Python.
RENAMED = (
    (r"^LanguageModelV4StreamPart(ResponseMetadata)$", r"LanguageModelV4\1Part"),
    (r"^(Speech|Transcription)ModelV4StreamPart(ResponseMetadata)$", r"\1ModelV4\2Part"),
    (r"^(Language|Speech|Transcription)ModelV4StreamPart", r"\1ModelV4"),
    (r"^LanguageModelV4CallOptionsResponseFormat", "LanguageModelV4ResponseFormat"),
    (r"^LanguageModelV4Message(Assistant|System|Tool|User)$", r"LanguageModelV4\1Message"),
    (r"^LanguageModelV4ToolResultOutputContentValue", "LanguageModelV4ToolResultContent"),
    (r"^(Image|Video)ModelV4FileFile$", r"\1ModelV4FileData"),
    (r"^RerankingModelV4CallOptionsDocuments", "RerankingModelV4Documents"),
    (r"^VideoModelV4OperationStatusResult(Pending|Completed|Error)$", r"VideoModelV4OperationStatus\1"),
)

ASSISTANT_PARTS = (
    "LanguageModelV4CustomPart",
    "LanguageModelV4FilePart",
    "LanguageModelV4ReasoningFilePart",
    "LanguageModelV4ReasoningPart",
    "LanguageModelV4TextPart",
    "LanguageModelV4ToolCallPart",
    "LanguageModelV4ToolResultPart",
)

# TypeScript members that Python does not have, or has in another shape.
DIFFERENT = {
    "VideoModelV4CallOptions": {"webhookUrl"},  # an intersection at the call in TypeScript
    "ImageModelV4": {"supportsFileInputs", "supportsMaskInputs"},  # optional; models add them when they know
    # Content that is sent back as it came; TypeScript reads the member without naming it.
    **{part: {"providerMetadata"} for part in ASSISTANT_PARTS},
}


def object_types() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for surface in SURFACES:
        definitions = json.loads((SPECS / f"{surface}.json").read_text())["$defs"]
        found |= {name: schema for name, schema in definitions.items() if "properties" in schema}
    return found


def python_name(name: str) -> str:
    for pattern, replacement in RENAMED:
        if re.search(pattern, name):
            return re.sub(pattern, replacement, name)
    return name


OBJECT_TYPES = object_types()
DATA_TYPES = sorted(name for name, schema in OBJECT_TYPES.items() if "x-methods" not in schema)
PROTOCOLS = sorted(name for name, schema in OBJECT_TYPES.items() if "x-methods" in schema)
MIDDLEWARE = {
    name: schema
    for kind in ("embedding", "image", "language")
    for name, schema in json.loads((SPECS / f"{kind}_model_middleware_v4.json").read_text())["$defs"].items()
}


def test_the_extracted_specification_is_not_shrinking() -> None:
    assert (len(DATA_TYPES), len(PROTOCOLS)) >= (100, 9)


@pytest.mark.parametrize("name", DATA_TYPES)
def test_data_type_has_the_fields_of_its_typescript_type(name: str) -> None:
    compare(getattr(specification, python_name(name)), OBJECT_TYPES[name], name)


def compare(python_type: Any, schema: dict[str, Any], name: str) -> None:
    fields = {to_camel(field.name): field for field in dataclasses.fields(python_type)}
    different = DIFFERENT.get(name, set())
    expected = {*schema["properties"], *schema.get("x-ts", {})}
    assert set(fields) - different == expected - different, name
    hints = typing.get_type_hints(python_type)
    for key in expected - different:
        compare_field(fields[key], hints[fields[key].name], schema, key, f"{name}.{key}")


def compare_field(field: dataclasses.Field[Any], hint: Any, schema: dict[str, Any], key: str, path: str) -> None:
    required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    prop = schema["properties"].get(key, {})
    if "const" in prop:
        assert (get_origin(hint), get_args(hint), field.default) == (Literal, (prop["const"],), prop["const"]), path
    elif key not in schema.get("required", ()) and key not in schema.get("x-ts", {}):
        assert not required, f"{path} may be absent"
    if "enum" in prop:
        assert set(literals(hint)) == set(prop["enum"]), path
    if "properties" in prop:
        compare(next(filter(dataclasses.is_dataclass, members(hint))), prop, path)


def members(hint: Any) -> list[Any]:
    if get_origin(hint) is typing.Annotated:
        return members(get_args(hint)[0])
    if get_origin(hint) in {typing.Union, types.UnionType, list}:
        return [member for argument in get_args(hint) for member in members(argument)]
    return [hint]


def literals(hint: Any) -> list[Any]:
    return [value for member in members(hint) if get_origin(member) is Literal for value in get_args(member)]


@pytest.mark.parametrize("name", PROTOCOLS)
def test_protocol_has_the_members_of_its_typescript_interface(name: str) -> None:
    protocol = getattr(specification, python_name(name))
    schema = OBJECT_TYPES[name]
    signatures = schema["x-methods"]
    optional = {method for method, signature in signatures.items() if signature.endswith("undefined")}
    expected = {*schema["properties"], *signatures} - optional - DIFFERENT.get(name, set())
    actual = {member for member, _ in inspect.getmembers(protocol) if not member.startswith("_")}
    assert actual == {to_snake(member) for member in expected}


@pytest.mark.parametrize("name", sorted(MIDDLEWARE))
def test_middleware_has_the_hooks_of_its_typescript_type(name: str) -> None:
    middleware, schema = getattr(specification, name), MIDDLEWARE[name]
    fields = {to_camel(field.name): field.default for field in dataclasses.fields(middleware)}
    assert fields == {"specificationVersion": "v4", **dict.fromkeys(schema["x-methods"])}


@pytest.mark.parametrize("name", sorted(MIDDLEWARE))
def test_middleware_hooks_get_the_options_of_their_typescript_type(name: str) -> None:
    hints = typing.get_type_hints(getattr(specification, name))
    for hook, signature in MIDDLEWARE[name]["x-methods"].items():
        members_in_typescript = set(re.findall(r"(\w+)\??: ", signature)) - {"options"}
        (argument,) = get_args(next(filter(get_args, get_args(hints[to_snake(hook)]))))[0]
        given = (
            {field.name for field in dataclasses.fields(argument)} if dataclasses.is_dataclass(argument) else {"model"}
        )
        assert given == {to_snake(member) for member in members_in_typescript}, hook


def test_stream_parts_are_the_22_kinds() -> None:
    union = json.loads((SPECS / "language_model_v4.json").read_text())["$defs"]["LanguageModelV4StreamPart"]
    expected = {python_name(reference["$ref"].rpartition("/")[2]) for reference in union["oneOf"]}
    parts = members(specification.LanguageModelV4StreamPart)
    sources = {member.__name__ for member in members(specification.LanguageModelV4Source)}
    assert {part.__name__ for part in parts} - sources == expected - {"LanguageModelV4Source"} - sources
    assert len({get_args(typing.get_type_hints(part)["type"]) for part in parts}) == 22


@pytest.mark.parametrize(("kind", "count"), [("Speech", 6), ("Transcription", 8)])
def test_stream_parts_of_media_models_are_those_of_typescript(kind: str, count: int) -> None:
    schema = json.loads((SPECS / f"{kind.lower()}_model_v4.json").read_text())["$defs"][f"{kind}ModelV4StreamPart"]
    expected = {python_name(reference["$ref"].rpartition("/")[2]) for reference in schema["oneOf"]}
    parts = members(getattr(specification, f"{kind}ModelV4StreamPart"))
    assert {part.__name__ for part in parts} == expected
    assert len(expected) == count


LATER_ERRORS = {
    "DecisionRefusalError",
    "DecisionUnsupportedQuestionTypeError",
    "ExtractionRefusalError",
    "ExtractionUnsupportedFieldTypeError",
}
# Classes whose name TypeScript takes from a constructor argument.
NAMED_BY_ARGUMENT = {"AISDKError": "AI_Error", "NoSuchModelError": "AI_NoSuchModelError"}
ERRORS = {
    name: schema
    for name, schema in json.loads((SPECS / "errors.json").read_text())["$defs"].items()
    if "x-base" in schema
}


@pytest.mark.parametrize("name", sorted(set(ERRORS) - LATER_ERRORS))
def test_error_has_the_name_and_fields_of_its_typescript_class(name: str) -> None:
    schema, python_type = ERRORS[name], getattr(errors, name)
    expected = schema.get("x-error-name") or NAMED_BY_ARGUMENT[name]
    assert python_type.name == expected
    own = {to_snake(field) for field in schema.get("x-own", {})} - {"cause", "request_body_values"}
    assert own == set(python_type.fields)
