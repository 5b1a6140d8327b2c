"""Gives packages what upstream writes only as TypeScript types: arguments of provider-defined tools, and options."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from codegen.extract.errors import ExtractError
from codegen.extract.node import run_script
from codegen.extract.zod_specs import ZodPackage, ZodSchema


def with_tool_args(upstream: Path, found: Iterable[ZodPackage]) -> list[ZodPackage]:
    """Return the packages with a schema for the arguments of every tool that takes any, and for their listed options.

    Raises:
        ExtractError: a type cannot be converted, or would take the name of a schema.
    """
    found = list(found)
    jobs = [_job(package) for package in found if _without(package) or package.package.pin.options]
    result = run_script("tool_args.mjs", {"upstream": str(upstream), "packages": jobs}) if jobs else {}
    return [_completed(package, result.get(package.package.pin.name)) for package in found]


def _without(package: ZodPackage) -> list[Mapping[str, Any]]:
    return [tool for tool in package.tools if tool["args"] is None]


def _job(package: ZodPackage) -> dict[str, Any]:
    return {
        "name": package.package.pin.name,
        "folder": str(package.package.folder),
        "tools": _without(package),
        "options": list(package.package.pin.options),
    }


def _completed(package: ZodPackage, result: Mapping[str, Any] | None) -> ZodPackage:
    if result is None:
        return package
    named = {*result["args"].values(), *result["options"]}
    schemas = [_schema(name, definition, named) for name, definition in result["defs"].items()]
    known = {schema.name for schema in package.schemas}
    if taken := [schema for schema in schemas if schema.name in known]:
        raise ExtractError(f"{package.package.pin.name}: {taken[0].source}: the name {taken[0].name} is already taken")
    tools = [{**tool, "args": tool["args"] or result["args"].get(tool["id"])} for tool in package.tools]
    return replace(package, schemas=(*package.schemas, *schemas), tools=tuple(tools))


def _schema(name: str, definition: Mapping[str, Any], named: set[str]) -> ZodSchema:
    file, _, symbol = definition["x-source"].partition("#")
    schema = {key: value for key, value in definition.items() if key != "x-source"}
    return ZodSchema(name=name, file=file, symbol=symbol, form="type" if name in named else "part", schema=schema)
