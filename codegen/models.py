"""Definitions in the dialect become the text of classes, by datamodel-code-generator and the templates of `models/`."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datamodel_code_generator import generate
from datamodel_code_generator.enums import DataModelType, InputFileType
from datamodel_code_generator.format import Formatter, PythonVersion
from datamodel_code_generator.parser import LiteralType

from codegen.check_schema import DEFINITION_PREFIX
from codegen.discriminators import FALLBACK_TAG, TemplateData
from codegen.names import snake_case
from codegen.normalize import BASE_MODULE, NULL, Schema, split_null

TEMPLATES = Path(__file__).parent / "templates"
LINE_LENGTH = 120

_OPENAPI_PREFIX = "#/components/schemas/"
_CLASS = re.compile(r"^(?:class )?(\w+)(?:\(| = TypeAliasType)", re.MULTILINE)
_SOURCE_COMMENT = re.compile(r"^(# \S+#\S+\n)\n+", re.MULTILINE)
# Models are built when first used; the generator would build the recursive ones at import.
_REBUILD = re.compile(r"^\w+\.model_rebuild\(\)\n", re.MULTILINE)
_IMPORTS = re.compile(r"(?:#.*\n)*(?:from \S+ import (?:\([^)]*\)|.*)\n|import .*\n|\n)*")


def render_models(
    definitions: Mapping[str, Schema], data: TemplateData, base_class: str, sources: Mapping[str, str]
) -> str:
    """Write the classes and aliases of one module, from the first class on: no header, no imports.

    Args:
        definitions: name -> schema in the dialect, every class and union at the top.
        data: what the alias template needs to know, by name.
        base_class: `WireModel` or `OptionsModel`.
        sources: name -> TypeScript file and symbol, written above the class.

    Raises:
        ValueError: when a definition did not become a class or an alias of its own name.
    """
    if not definitions:
        return ""
    schemas = {name: _to_openapi(schema) for name, schema in definitions.items()}
    document = {"openapi": "3.1.0", "info": {"title": "specs", "version": "1"}, "paths": {}}
    text = _generate(
        {**document, "components": {"schemas": schemas}}, base_class, _template_data(definitions, data, sources)
    )
    body = _REBUILD.sub("", _SOURCE_COMMENT.sub(r"\1", text[_end_of_imports(text) :]))
    missing = set(definitions).symmetric_difference(_CLASS.findall(body))
    if missing:
        raise ValueError(f"definitions and classes differ: {', '.join(sorted(missing))}")
    return body


def _generate(document: dict[str, Any], base_class: str, data: defaultdict[str, dict[str, Any]]) -> str:
    text = generate(
        document,
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        target_python_version=PythonVersion.PY_311,
        base_class=f"{BASE_MODULE}.{base_class}",
        custom_template_dir=TEMPLATES / "models",
        extra_template_data=data,
        enum_field_as_literal=LiteralType.All,
        use_type_alias=True,
        disable_future_imports=True,
        use_annotated=True,
        field_constraints=True,
        snake_case_field=True,
        strict_nullable=True,
        use_standard_collections=True,
        use_union_operator=True,
        use_double_quotes=True,
        formatters=[Formatter.BUILTIN],
        builtin_format_line_length=LINE_LENGTH,
        disable_timestamp=True,
        allow_remote_refs=False,
    )
    if not isinstance(text, str):
        raise TypeError("one document becomes one module")
    return text


def _end_of_imports(text: str) -> int:
    match = _IMPORTS.match(text)
    return match.end() if match else 0


def _to_openapi(schema: Any) -> Any:
    """Point references at the components, and say `nullable` where a type can say it itself."""
    if isinstance(schema, list):
        return [_to_openapi(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    core, nullable = split_null(schema)
    plain = nullable and "$ref" not in core and "anyOf" not in core
    notes = {keyword: schema[keyword] for keyword in ("default",) if keyword in schema}
    chosen = {**core, **notes, "nullable": True} if plain else schema
    return {keyword: _member(keyword, value) for keyword, value in chosen.items() if not keyword.startswith("x-")}


def _member(keyword: str, value: Any) -> Any:
    if keyword in {"default", "enum", "const"}:
        return value
    if keyword == "properties":
        return {name: _to_openapi(child) for name, child in value.items()}
    if keyword == "$ref":
        return value.replace(DEFINITION_PREFIX, _OPENAPI_PREFIX)
    if keyword == "discriminator":
        mapping = {tag: _member("$ref", reference) for tag, reference in value["mapping"].items()}
        return {**value, "mapping": mapping}
    return _to_openapi(value)


def _template_data(
    definitions: Mapping[str, Schema], data: TemplateData, sources: Mapping[str, str]
) -> defaultdict[str, dict[str, Any]]:
    result: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for name, facts in data.items():
        fallback = FALLBACK_TAG if FALLBACK_TAG in facts.get("branches", ()) else None
        inner = inner_name(name) if facts.get("inner") else None
        result[name] = {**facts, "tags_name": tags_name(name), "inner_name": inner, "fallback": fallback}
    for name, schema in definitions.items():
        if "properties" in schema:
            result[name] = {
                "omittable": _omittable(schema),
                "caught": _caught(schema),
                "number_keys": _number_keys(schema),
            }
        elif schema.get("x-zod") == "catch":
            result[name]["caught"] = repr(schema.get("default"))
    for name, source in sources.items():
        if name in definitions:
            result[name]["source"] = source
    return result


def _omittable(schema: Schema) -> list[str]:
    """List the properties that may be missing but not null."""
    optional = {name: child for name, child in schema["properties"].items() if name not in schema.get("required", ())}
    return [name for name, child in optional.items() if "default" not in child and not _takes_null(child)]


def _takes_null(schema: Schema) -> bool:
    return split_null(schema)[1] or schema == NULL or not _meaning(schema)


def _meaning(schema: Schema) -> Schema:
    return {
        keyword: value
        for keyword, value in schema.items()
        if keyword in {"type", "$ref", "anyOf", "enum", "customTypePath"}
    }


def _caught(schema: Schema) -> dict[str, str]:
    """Map the properties that never fail to the Python text of the value they fall back to."""
    properties = schema["properties"].items()
    return {name: repr(child.get("default")) for name, child in properties if child.get("x-zod") == "catch"}


def _number_keys(schema: Schema) -> list[str]:
    """List the records whose keys are converted to numbers before they are checked (zod's `coerce`)."""
    properties = schema["properties"].items()
    return [name for name, child in properties if child.get("propertyNames", {}).get("x-zod") == "coerce"]


def tags_name(name: str) -> str:
    """Name the constant that holds the tags of a union."""
    return f"_{snake_case(name).upper()}_TAGS"


def inner_name(name: str) -> str:
    """Name the constant that holds the inner tags of a refined union."""
    return f"_{snake_case(name).upper()}_INNER"


def render_tags(data: TemplateData) -> str:
    """Write the tables that the callable discriminators read."""
    tables = [(tags_name(name), facts["tags"]) for name, facts in data.items() if "tags" in facts]
    tables += [(inner_name(name), facts["inner"]) for name, facts in data.items() if facts.get("inner")]
    return "".join(f"{name} = {_table(table)}\n" for name, table in tables)


def _table(table: Mapping[str, Any]) -> str:
    """Write a dict of strings, or of tuples whose lists are sets, one entry a line."""
    lines = (f"    {json.dumps(key)}: {_entry(value)},\n" for key, value in table.items())
    return "{\n" + "".join(lines) + "}"


def _entry(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value)
    name, tag, values = value
    members = "".join(f"            {json.dumps(member)},\n" for member in values)
    return f"(\n        {json.dumps(name)},\n        {json.dumps(tag)},\n        {{\n{members}        }},\n    )"
