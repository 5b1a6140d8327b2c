"""Holds what JSON Schema cannot carry of zod against `specs/lossy.toml`, where each such loss is accounted for."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from codegen.extract.errors import ExtractError
from codegen.extract.zod_specs import ZodPackage, ZodSchema

LOSSY_TOML = "lossy.toml"

_MARKS = ("x-zod", "x-zod-within")
_KEYS = {"losses", "handling", "custom"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Handled:
    """One entry of `lossy.toml`: what a schema loses and what Python does instead."""

    losses: tuple[str, ...]
    handling: str
    custom: Mapping[str, Any] | None
    """The JSON Schema that stands for the schema's custom types, where there is one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LossyList:
    """The whole of `lossy.toml`."""

    everywhere: Mapping[str, str]
    """Losses that are handled one way wherever they occur, and how."""
    schemas: Mapping[str, Mapping[str, Handled]]
    """npm package → schema name → entry."""


def load_lossy(path: Path) -> LossyList:
    """Return the list of losses.

    Raises:
        ExtractError: the file is missing, is not TOML, or an entry does not say how a loss is handled.
    """
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ExtractError(f"{path.name}: {error}") from error
    everywhere = document.pop("everywhere", {})
    schemas = {
        package: {name: _handled(row, f"{path.name}: [{package!r}] {name}") for name, row in rows.items()}
        for package, rows in document.items()
    }
    return LossyList(everywhere=everywhere, schemas=schemas)


def _handled(row: Any, where: str) -> Handled:
    if not isinstance(row, dict) or set(row) - _KEYS or not row.get("losses") or not row.get("handling"):
        raise ExtractError(f"{where}: expected losses, handling and, for custom types, custom")
    return Handled(losses=tuple(sorted(row["losses"])), handling=str(row["handling"]), custom=row.get("custom"))


def losses_of(schema: Any) -> set[str]:
    """Return the kinds of loss marked anywhere in a schema, what it refers to left out."""
    if isinstance(schema, list):
        return {loss for item in schema for loss in losses_of(item)}
    if not isinstance(schema, dict):
        return set()
    own = {schema[mark] for mark in _MARKS if isinstance(schema.get(mark), str)}
    if schema.get("x-zod-refine") is True:
        own.add("refine")
    return own.union(*(losses_of(value) for value in schema.values()))


def check_lossy(lossy: LossyList, found: Iterable[ZodPackage]) -> int:
    """Return how many schemas lose something and are listed.

    Raises:
        ExtractError: naming every schema whose losses are not listed as they are, and every entry that is stale.
    """
    found = list(found)
    complaints: list[str] = []
    listed = 0
    for package in found:
        name = package.package.pin.name
        entries = lossy.schemas.get(name, {})
        losing = {schema.name: schema for schema in package.schemas if _listable(schema, lossy)}
        complaints += [
            _unlisted(name, losing[each], lossy, entries)
            for each in sorted(losing)
            if _differs(losing[each], lossy, entries)
        ]
        complaints += [
            f"{name}: {each} is listed, but loses nothing (or is gone)" for each in sorted(set(entries) - set(losing))
        ]
        listed += len(losing)
    packages = {package.package.pin.name for package in found}
    complaints += [f"{name}: listed, but not a pinned package" for name in sorted(set(lossy.schemas) - packages)]
    if complaints:
        raise ExtractError("specs/lossy.toml does not fit the schemas:\n  " + "\n  ".join(complaints))
    return listed


def _listable(schema: ZodSchema, lossy: LossyList) -> tuple[str, ...]:
    """Return the losses of a schema that need an entry of their own."""
    return tuple(sorted(losses_of(schema.schema) - set(lossy.everywhere)))


def _differs(schema: ZodSchema, lossy: LossyList, entries: Mapping[str, Handled]) -> bool:
    return schema.name not in entries or entries[schema.name].losses != _listable(schema, lossy)


def _unlisted(package: str, schema: ZodSchema, lossy: LossyList, entries: Mapping[str, Handled]) -> str:
    losses = ", ".join(_listable(schema, lossy))
    how = "is not listed" if schema.name not in entries else f"is listed with {', '.join(entries[schema.name].losses)}"
    return f"{package}: {schema.name} ({schema.source}) loses {losses} and {how}"


def with_customs(found: ZodPackage, lossy: LossyList) -> ZodPackage:
    """Return the package with the JSON Schema of the list written at each custom type, the mark kept."""
    entries = lossy.schemas.get(found.package.pin.name, {})
    schemas = tuple(
        replace(schema, schema=_with_custom(schema.schema, entries[schema.name].custom or {}))
        if schema.name in entries
        else schema
        for schema in found.schemas
    )
    return replace(found, schemas=schemas)


def _with_custom(schema: Any, custom: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_with_custom(item, custom) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("x-zod") == "custom":
        return {**custom, **schema}
    return {key: _with_custom(value, custom) for key, value in schema.items()}
