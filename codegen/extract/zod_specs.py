"""Turns what `zod.mjs` found into spec documents: by surface and role, each with all the definitions it refers to."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from codegen.extract.errors import ExtractError
from codegen.extract.node import run_script
from codegen.extract.sources import TOOL, SourcePackage

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REFERENCE = "#/$defs/"
_UNNAMED = {"recursive", "part"}
_OPTIONS_NAME = re.compile(r"(Options|Settings)(Validator)?$")
_OPTIONS_FILE = re.compile(r"-options\.ts$")


@dataclass(frozen=True, kw_only=True, slots=True)
class ZodSchema:
    """One zod schema as JSON Schema, and where it stands in the package."""

    name: str
    file: str
    symbol: str
    form: str
    """How it is written: const, lazy, thunk, factory, inline; `recursive` for a part that only recursion names; `type`
    and `part` for the arguments of a tool that are a TypeScript type, and what that refers to."""
    schema: Mapping[str, Any]

    @property
    def source(self) -> str:
        """`src/file.ts#symbol`."""
        return f"{self.file}#{self.symbol}"

    @property
    def is_options(self) -> bool:
        """Whether it describes what a user passes."""
        return bool(_OPTIONS_NAME.search(self.name) or _OPTIONS_FILE.search(self.file))


@dataclass(frozen=True, kw_only=True, slots=True)
class ZodPackage:
    """All schemas and provider-defined tools of one package."""

    package: SourcePackage
    schemas: tuple[ZodSchema, ...]
    tools: tuple[Mapping[str, Any], ...]

    @property
    def named(self) -> list[ZodSchema]:
        """The schemas that a source file names; the others are only there for being referred to."""
        return [schema for schema in self.schemas if schema.form not in _UNNAMED]


def extract_zod(upstream: Any, packages: Iterable[SourcePackage]) -> list[ZodPackage]:
    """Run the zod extraction over packages, in one Node process.

    Raises:
        ExtractError: a source file cannot be imported, or a schema cannot be converted.
    """
    packages = list(packages)
    job = {"upstream": str(upstream), "packages": [_job(package) for package in packages]}
    result = run_script("zod.mjs", job)
    return [_zod_package(package, result[package.pin.name]) for package in packages]


def _job(package: SourcePackage) -> dict[str, Any]:
    pin = package.pin
    return {
        "name": pin.name,
        "folder": str(package.folder),
        "files": list(package.files),
        "factories": dict(pin.factories),
    }


def _zod_package(package: SourcePackage, result: Mapping[str, Any]) -> ZodPackage:
    schemas = tuple(ZodSchema(**found, schema=result["schemas"][found["name"]]) for found in result["sources"])
    return ZodPackage(package=package, schemas=schemas, tools=tuple(result["tools"]))


def zod_documents(found: ZodPackage) -> dict[str, dict[str, Any]]:
    """Return the package's spec documents by path below `specs/`."""
    package = found.package
    by_file: dict[tuple[str, str], list[ZodSchema]] = {}
    for schema in found.named:
        surface = package.surface(schema.file)
        role = "options" if schema.is_options and surface != TOOL else "wire"
        by_file.setdefault((surface, role), []).append(schema)
    everything = {schema.name: schema for schema in found.schemas}
    documents = {
        f"{package.pin.folder}/{surface}/{role}.json": _document(package, surface, role, _closure(schemas, everything))
        for (surface, role), schemas in by_file.items()
    }
    if found.tools:
        documents[f"{package.pin.folder}/{TOOL}/tools.json"] = _tools_document(found)
    return documents


def _document(package: SourcePackage, surface: str, role: str, schemas: Mapping[str, ZodSchema]) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "package": package.pin.name,
        "version": package.pin.version,
        "surface": surface,
        "role": role,
        "$defs": {name: {"x-source": schemas[name].source, **schemas[name].schema} for name in sorted(schemas)},
    }


def _closure(schemas: Iterable[ZodSchema], everything: Mapping[str, ZodSchema]) -> dict[str, ZodSchema]:
    """Return the schemas and all that they refer to."""
    closed: dict[str, ZodSchema] = {}
    waiting = list(schemas)
    while waiting:
        schema = waiting.pop()
        if schema.name not in closed:
            closed[schema.name] = schema
            waiting.extend(_named(name, schema, everything) for name in references(schema.schema))
    return closed


def _named(name: str, by: ZodSchema, everything: Mapping[str, ZodSchema]) -> ZodSchema:
    if name not in everything:
        raise ExtractError(f"{by.source}: refers to {name}, which is not a schema of the package")
    return everything[name]


def references(schema: Any) -> set[str]:
    """Return the names of the definitions a schema refers to."""
    if isinstance(schema, list):
        return {name for item in schema for name in references(item)}
    if not isinstance(schema, dict):
        return set()
    own = schema.get("$ref")
    names = {name for value in schema.values() for name in references(value)}
    return names | {own.removeprefix(_REFERENCE)} if isinstance(own, str) else names


def _tools_document(found: ZodPackage) -> dict[str, Any]:
    pin = found.package.pin
    return {
        "package": pin.name,
        "version": pin.version,
        "surface": TOOL,
        "role": "tools",
        "tools": sorted(found.tools, key=lambda tool: str(tool["id"])),
    }
