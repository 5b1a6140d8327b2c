"""Lists what every package exports: the yardstick for what is ported."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from codegen.extract.node import run_script
from codegen.extract.sources import SourcePackage


def extract_exports(upstream: Path, packages: Iterable[SourcePackage]) -> dict[str, dict[str, Any]]:
    """Return one document a package: name, kind and deprecation of every export of every entry point.

    Raises:
        ExtractError: an entry point has no readable declarations.
    """
    packages = list(packages)
    names = [{"name": package.pin.name, "folder": str(package.folder)} for package in packages]
    found = run_script("exports.mjs", {"upstream": str(upstream), "packages": names})
    return {f"{package.pin.folder}/exports.json": _document(package, found[package.pin.name]) for package in packages}


def _document(package: SourcePackage, entries: dict[str, Any]) -> dict[str, Any]:
    return {
        "package": package.pin.name,
        "version": package.pin.version,
        "entries": {entry: entries[entry] for entry in sorted(entries)},
    }
