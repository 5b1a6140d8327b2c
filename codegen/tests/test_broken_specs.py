"""Each kind of broken specification is refused with the file and the JSON pointer of the fault."""

import pickle
from pathlib import Path
from typing import Any

import pytest

from codegen.generate import render_everything
from codegen.spec_error import SpecError
from codegen.tests.project import SEARCH, write_json, write_project, write_spec

OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
BROKEN: dict[str, tuple[dict[str, Any], str, str]] = {
    "unknown keyword": ({"A": {"tpye": "object"}}, "/$defs/A/tpye", "unknown JSON Schema keyword 'tpye'"),
    "unknown keyword deep inside": (
        {"A": {"type": "object", "properties": {"a/b": {"anyOf": [{"type": "array", "items": {"if": {}}}]}}}},
        "/$defs/A/properties/a~1b/anyOf/0/items/if",
        "unknown JSON Schema keyword 'if'",
    ),
    "dangling reference": (
        {"A": {"type": "object", "properties": {"b": {"$ref": "#/$defs/B"}}}},
        "/$defs/A/properties/b/$ref",
        "'#/$defs/B' points at no definition of this file",
    ),
    "remote reference": (
        {"A": {"$ref": "other.json#/$defs/A"}},
        "/$defs/A/$ref",
        "'other.json#/$defs/A' points at no definition of this file",
    ),
    "two properties with one Python name": (
        {"A": {"type": "object", "properties": {"fooBar": {"type": "string"}, "foo_bar": {"type": "number"}}}},
        "/$defs/A/properties/foo_bar",
        "'foo_bar' and 'fooBar' become the same Python name",
    ),
    "two definitions with one name": ({"AcmeX": OBJECT, "ACMEX": OBJECT}, "/$defs/ACMEX", "become the same Python"),
    "a name that is no class name": ({"acmeX": OBJECT}, "/$defs/acmeX", "'acmeX' is not a PascalCase class name"),
    "a schema that is a list": ({"A": []}, "/$defs/A", "a schema is an object or a boolean, not list"),
    "an unknown type": ({"A": {"type": "strnig"}}, "/$defs/A/type", "'type' must be one or more of array, boolean"),
    "an empty union": ({"A": {"anyOf": []}}, "/$defs/A/anyOf", "'anyOf' must be a non-empty list"),
    "a bound that is no number": ({"A": {"type": "number", "minimum": "1"}}, "/$defs/A/minimum", "must be a number"),
    "a negative count": ({"A": {"type": "string", "maxLength": -1}}, "/$defs/A/maxLength", "must be a count"),
    "a discriminator without property": ({"A": {"discriminator": {}}}, "/$defs/A/discriminator", "a propertyName"),
    "a required property that does not exist": (
        {"A": {**OBJECT, "required": ["a", "b"]}},
        "/$defs/A/required/1",
        "required property 'b' is not among the properties",
    ),
    "an intersection of anything but objects": (
        {"A": {"allOf": [{"type": "string"}, OBJECT]}},
        "/$defs",
        "allOf of anything but objects is not supported",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_schema_names_its_file_and_pointer(kind: str, tmp_path: Path) -> None:
    definitions, pointer, reason = BROKEN[kind]
    write_project(tmp_path)
    write_spec(tmp_path, "acme/chat/options", definitions)

    with pytest.raises(SpecError) as caught:
        render_everything(tmp_path)

    assert (caught.value.file, caught.value.pointer) == ("specs/acme/chat/options.json", pointer)
    assert reason in caught.value.reason


SHAPES: dict[str, tuple[object, str, str]] = {
    "a list": ([], "", "must be a JSON object"),
    "no definitions": ({"package": "@ai-sdk/acme", "version": "1"}, "", "the key '$defs' is missing"),
    "no package": ({"version": "1", "$defs": {}}, "", "the key 'package' is missing"),
    "definitions in a list": ({"package": "p", "version": "1", "$defs": []}, "/$defs", "must be an object of schemas"),
}


@pytest.mark.parametrize("kind", SHAPES)
def test_a_file_of_the_wrong_shape_is_refused(kind: str, tmp_path: Path) -> None:
    document, pointer, reason = SHAPES[kind]
    write_json(tmp_path / "specs/acme/chat/wire.json", document)

    with pytest.raises(SpecError) as caught:
        render_everything(tmp_path)

    assert str(caught.value) == f"specs/acme/chat/wire.json#{pointer}: {reason}"


def test_a_file_that_is_not_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "specs/acme/chat/wire.json"
    path.parent.mkdir(parents=True)
    path.write_text("{")

    with pytest.raises(SpecError, match=r"specs/acme/chat/wire\.json#: not JSON"):
        render_everything(tmp_path)


TOOLS: dict[str, tuple[object, str, str]] = {
    "no list": ({}, "/tools", "must be a list of tools"),
    "a missing fact": ([{**SEARCH}, {"id": "acme.x"}], "/tools/1", "a tool needs the key 'name'"),
    "arguments nobody defines": ([{**SEARCH, "args": "Nobody"}], "/tools/0/args", "'Nobody' is no definition of"),
    "an input nobody defines": ([{**SEARCH, "input": "Nobody"}], "/tools/0/input", "'Nobody' is no definition of"),
    "arguments that are no object": ([{**SEARCH, "args": "WebSearchInput"}], "/tools/0/args", "is no object"),
    "two tools of one name": ([SEARCH, {**SEARCH, "name": "web_search"}], "/tools/1/name", "two tools become"),
}


@pytest.mark.parametrize("kind", TOOLS)
def test_broken_tools_name_their_file_and_pointer(kind: str, tmp_path: Path) -> None:
    tools, pointer, reason = TOOLS[kind]
    write_project(tmp_path)
    document = {"package": "@ai-sdk/acme", "version": "1.0.0", "tools": tools}
    write_json(tmp_path / "specs/acme/tool/tools.json", document)

    with pytest.raises(SpecError) as caught:
        render_everything(tmp_path)

    assert (caught.value.file, caught.value.pointer) == ("specs/acme/tool/tools.json", pointer)
    assert reason in caught.value.reason


def test_the_error_survives_the_way_back_from_a_worker_process() -> None:
    error = SpecError("specs/a.json", "/$defs/A", "broken")

    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert (copy.file, copy.pointer, copy.reason) == (error.file, error.pointer, error.reason)
    assert str(copy) == "specs/a.json#/$defs/A: broken"
