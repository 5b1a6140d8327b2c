"""Reads `specs/packages.toml`: which npm packages are pinned, and the few facts about them no rule can derive."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from codegen.extract.errors import ExtractError

ROOT = Path(__file__).resolve().parents[2]
SPECS = ROOT / "specs"
PACKAGES_TOML = SPECS / "packages.toml"

_VERSION = re.compile(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?")
_INTEGRITY = re.compile(r"sha512-[A-Za-z0-9+/]{86}==")
_SURFACE = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pin:
    """One npm package at one exact version."""

    name: str
    version: str
    integrity: str
    """The sha512 of the tarball, as npm writes it."""
    surfaces: Mapping[str, str] = field(default_factory=dict)
    """Glob over source files to surface, where the rule of `sources.py` does not do it."""
    factories: Mapping[str, tuple[str, ...] | bool] = field(default_factory=dict)
    """`file#symbol` of a schema factory to the schemas it is called with; False when it makes none of its own."""
    options: tuple[str, ...] = ()
    """`file#symbol` of options that are a TypeScript type without a schema."""

    @property
    def folder(self) -> str:
        """The package's folder below `specs/`: `@ai-sdk/openai-compatible` → `openai_compatible`, `ai` → `ai`."""
        return self.name.rpartition("/")[2].replace("-", "_")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pins:
    """All pins, packages in the order of the file and tools (zod, typescript) apart."""

    packages: tuple[Pin, ...]
    tools: tuple[Pin, ...]

    @property
    def installed(self) -> tuple[Pin, ...]:
        """Everything that is installed by name."""
        return self.packages + self.tools


def load_pins(path: Path = PACKAGES_TOML) -> Pins:
    """Return the pins of a `packages.toml`.

    Raises:
        ExtractError: the file is missing, is not TOML, or an entry of it is not a pin.
    """
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ExtractError(f"{path.name}: {error}") from error
    _only_keys(document, {"packages", "tools", "surfaces", "factories", "options"}, path.name)
    packages = document.get("packages", {})
    for table in ("surfaces", "factories", "options"):
        for name in document.get(table, {}):
            if name not in packages:
                raise ExtractError(f"{path.name}: [{table}] names {name}, which is not in [packages]")
    return Pins(
        packages=tuple(_pin(name, row, document, path.name) for name, row in packages.items()),
        tools=tuple(_pin(name, row, {}, path.name) for name, row in document.get("tools", {}).items()),
    )


def _pin(name: str, row: Any, document: Mapping[str, Any], where: str) -> Pin:
    if not isinstance(row, dict):
        raise ExtractError(f"{where}: {name}: expected a table with version and integrity")
    _only_keys(row, {"version", "integrity"}, f"{where}: {name}")
    version, integrity = str(row.get("version", "")), str(row.get("integrity", ""))
    if not _VERSION.fullmatch(version):
        raise ExtractError(f"{where}: {name}: {version!r} is not an exact version")
    if not _INTEGRITY.fullmatch(integrity):
        raise ExtractError(f"{where}: {name}: {integrity!r} is not a sha512 integrity")
    return Pin(
        name=name,
        version=version,
        integrity=integrity,
        surfaces=_surfaces(document.get("surfaces", {}).get(name, {}), f"{where}: [surfaces] {name}"),
        factories=_factories(document.get("factories", {}).get(name, {}), f"{where}: [factories] {name}"),
        options=_options(document.get("options", {}).get(name, []), f"{where}: [options] {name}"),
    )


def _surfaces(table: Mapping[str, Any], where: str) -> dict[str, str]:
    for glob, surface in table.items():
        if not isinstance(surface, str) or not _SURFACE.fullmatch(surface):
            raise ExtractError(f"{where}: {glob}: {surface!r} is not a surface name")
    return dict(table)


def _factories(table: Mapping[str, Any], where: str) -> dict[str, tuple[str, ...] | bool]:
    factories: dict[str, tuple[str, ...] | bool] = {}
    for source, arguments in table.items():
        if arguments is not False and not isinstance(arguments, list):
            raise ExtractError(f"{where}: {source}: expected a list of schemas, or false")
        factories[source] = False if arguments is False else tuple(str(argument) for argument in arguments)
    return factories


def _options(sources: Any, where: str) -> tuple[str, ...]:
    if not isinstance(sources, list) or not all(isinstance(source, str) and "#" in source for source in sources):
        raise ExtractError(f"{where}: expected a list of file#symbol")
    return tuple(sources)


def _only_keys(table: Mapping[str, Any], allowed: set[str], where: str) -> None:
    if unknown := sorted(set(table) - allowed):
        raise ExtractError(f"{where}: unknown key {unknown[0]!r}")
