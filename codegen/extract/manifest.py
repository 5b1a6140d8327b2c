"""Writes down what the specs were made from: versions, hashes, source files, and which package builds on which."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from codegen.extract.pins import Pins
from codegen.extract.sources import SourcePackage

_SCOPE = "@ai-sdk/"
_CORE = "ai"
_MODULES = "node_modules/"


def build_manifest(
    pins: Pins, packages: Iterable[SourcePackage], lock: Mapping[str, Any], specs: Mapping[str, bytes]
) -> dict[str, Any]:
    """Return the manifest: one entry a package, the tools, and every nested copy of a package of the family.

    `specs` are the spec files as they are written, by path below `specs/`.
    """
    return {
        "packages": {package.pin.name: _package(package, lock, specs) for package in packages},
        "tools": {tool.name: {"version": tool.version, "integrity": tool.integrity} for tool in pins.tools},
        "transitive": {where: lock[where]["version"] for where in sorted(lock) if _is_nested(where)},
    }


def _package(package: SourcePackage, lock: Mapping[str, Any], specs: Mapping[str, bytes]) -> dict[str, Any]:
    pin = package.pin
    own = sorted(path for path in specs if path.startswith(f"{pin.folder}/"))
    return {
        "folder": pin.folder,
        "version": pin.version,
        "integrity": pin.integrity,
        "dependencies": _dependencies(package, lock),
        "specs": {path: sha256(specs[path]) for path in own},
        "sources": {file: _source(package.folder / file) for file in package.files},
    }


def _dependencies(package: SourcePackage, lock: Mapping[str, Any]) -> dict[str, str]:
    """Return the packages of the family this one builds on, at the versions it is installed with."""
    declared = json.loads((package.folder / "package.json").read_text("utf-8")).get("dependencies", {})
    home = _MODULES + package.pin.name
    names = sorted(name for name in declared if name.startswith(_SCOPE) or name == _CORE)
    return {name: _resolve(name, home, lock)["version"] for name in names}


def _resolve(name: str, home: str, lock: Mapping[str, Any]) -> Mapping[str, Any]:
    nested: Mapping[str, Any] | None = lock.get(f"{home}/{_MODULES}{name}")
    found: Mapping[str, Any] = lock[_MODULES + name] if nested is None else nested
    return found


def _is_nested(where: str) -> bool:
    return where.count(_MODULES) > 1 and where.rpartition(_MODULES)[2].startswith(_SCOPE)


def _source(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"sha256": sha256(content), "lines": len(content.splitlines())}


def sha256(content: bytes) -> str:
    """Return the hash in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
