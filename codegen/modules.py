"""Whole modules: one target in, one file's text out."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import datamodel_code_generator
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codegen.discriminators import InnerTag, TemplateData, plan_unions
from codegen.hoist import hoist, rename
from codegen.intersections import merge_intersections
from codegen.models import TEMPLATES, render_models, render_tags
from codegen.names import choose_names
from codegen.normalize import Schema, normalize_definitions
from codegen.spec_error import SpecError
from codegen.targets import Target

_REFINEMENTS = Path(__file__).parent / "refinements.toml"

# Where each name that a module may use comes from; what it does not use, it does not import.
_IMPORTABLE: list[dict[str, tuple[str, ...]]] = [
    {"collections.abc": ("Sequence",), "typing": ("Annotated", "Any", "Literal", "Optional", "Union")},
    {
        "pydantic": ("ConfigDict", "Discriminator", "Field", "JsonValue", "Strict", "StringConstraints", "Tag"),
        "typing_extensions": ("TypeAliasType",),
    },
    {
        "ai_sdk_generated._base": (
            "FIRST_MATCH",
            "Absent",
            "Integer",
            "NumericKey",
            "Omittable",
            "OnError",
            "OptionsModel",
            "Url",
            "WireModel",
            "tag_reader",
            "tool_args",
        ),
        "ai_sdk_generated._values": ("ProviderToolDefinition",),
    },
]


@dataclass(frozen=True, slots=True)
class Module:
    """One generated file.

    Attributes:
        path: below `generated/`.
        text: the whole file.
        names: the entries of the name map that it uses.
        classes: how many classes and aliases it defines.
    """

    path: str
    text: str
    names: dict[str, str]
    classes: int


def render_module(target: Target, committed: Mapping[str, str]) -> Module:
    """Turn one specification into one module of models.

    Raises:
        SpecError: when the specification passes the checks and still cannot be expressed.
    """
    try:
        names, definitions, data = _prepare(target, committed)
        body = render_models(
            definitions, data, "OptionsModel" if target.role == "options" else "WireModel", sources_of(target)
        )
    except (ValueError, datamodel_code_generator.Error) as error:
        raise SpecError(target.source, "/$defs", str(error)) from error
    # pydantic tries the members in this order where none fits exactly, and most numbers of an API are no integers
    body = body.replace("int | float", "float | int")
    if target.module.endswith("/embedding/wire"):
        # A vector is floats, however its numbers are spelled: a plain type reads 150,000 of them twice as fast.
        body = body.replace("list[float | int]", "list[float]")
    code = "\n\n".join(part for part in (render_tags(data), body) if part)
    text = render("module.py.jinja2", target=target, imports=imports_of(code), body=code)
    return Module(f"ai_sdk_generated/{target.module}.py", text, names, len(definitions))


def _prepare(target: Target, committed: Mapping[str, str]) -> tuple[dict[str, str], dict[str, Schema], TemplateData]:
    """Name everything: the entries of the name map, the definitions in the dialect, and what the templates need."""
    hoisted = hoist(normalize_definitions(merge_intersections(target.definitions)))
    shapes = list(hoisted.paths)
    chosen = choose_names(target.module, hoisted.definitions, [hoisted.paths[shape] for shape in shapes], committed)
    definitions = rename(hoisted, {shape: name for shape, (_, name) in zip(shapes, chosen, strict=True)})
    return (dict(chosen), *plan_unions(definitions, _refinements(target.module)))


def sources_of(target: Target) -> dict[str, str]:
    """Map the definitions to the TypeScript symbols they come from."""
    schemas = target.definitions.items()
    return {name: schema["x-source"] for name, schema in schemas if isinstance(schema, dict) and "x-source" in schema}


def _refinements(module: str) -> dict[str, dict[str, InnerTag]]:
    """Read what the hand-written table says about the unions of one module."""
    tables = tomllib.loads(_REFINEMENTS.read_text(encoding="utf-8"))
    keys = ((key.partition("#"), value) for key, value in tables.items())
    return {union: value for (own, _, union), value in keys if own == module}


def render_model_ids(target: Target) -> Module:
    """Turn the model ids of one surface into aliases that complete in editors and still accept any string."""
    text = render("model_ids.py.jinja2", target=target)
    return Module(f"ai_sdk_generated/{target.module}.py", text, {}, len(target.definitions))


def imports_of(code: str) -> str:
    """Write the import lines for the names that the code uses, in three groups."""
    words = set(re.findall(r"\w+", re.sub(r'"[^"\n]*"', '""', code)))
    groups = ([_import(module, names, words) for module, names in group.items()] for group in _IMPORTABLE)
    return "\n\n".join(text for group in groups if (text := "\n".join(line for line in group if line)))


def _import(module: str, names: tuple[str, ...], words: set[str]) -> str:
    used = [name for name in names if name in words]
    return f"from {module} import {', '.join(used)}" if used else ""


def render(template: str, **context: object) -> str:
    """Render one of the templates."""
    return _environment().get_template(template).render(**context).rstrip("\n") + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 - the output is Python, not HTML
    )
