"""`python -m codegen extract`: the pinned npm packages in, all of `specs/` out."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from codegen.extract.errors import ExtractError
from codegen.extract.exports import extract_exports
from codegen.extract.install import ensure_installed, read_lock, write_lock
from codegen.extract.lossy import LOSSY_TOML, LossyList, check_lossy, load_lossy, with_customs
from codegen.extract.manifest import build_manifest
from codegen.extract.pins import SPECS, Pins, load_pins
from codegen.extract.sources import source_package
from codegen.extract.tool_args import with_tool_args
from codegen.extract.type_specs import extract_types
from codegen.extract.write import MANIFEST, to_bytes, write_specs
from codegen.extract.zod_specs import ZodPackage, extract_zod, zod_documents


def main(arguments: Sequence[str]) -> int:
    """Run the extraction; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m codegen extract", description=__doc__)
    parser.add_argument(
        "--lock", action="store_true", help="let npm resolve packages.toml again and write the lock first"
    )
    options = parser.parse_args(arguments)
    try:
        pins = load_pins()
        if options.lock:
            write_lock(pins)
        _report(extract(pins, ensure_installed(pins)))
    except ExtractError as error:
        sys.stderr.write(f"extract: {error}\n")
        return 1
    return 0


def extract(pins: Pins, upstream: Path, specs: Path = SPECS) -> dict[str, int]:
    """Extract everything from the installed packages and write the folder of specs; return the counts to report.

    Raises:
        ExtractError: something cannot be read or converted, or loses something that `lossy.toml` does not list.
    """
    packages = [source_package(upstream, pin) for pin in pins.packages]
    zod = extract_zod(upstream, packages)
    lossy = load_lossy(specs / LOSSY_TOML)
    listed = check_lossy(lossy, zod)
    zod_specs = _zod_specs(upstream, zod, lossy)
    types = extract_types(upstream, packages)
    documents = _merged(zod_specs, types.documents, extract_exports(upstream, packages))
    files = {path: to_bytes(documents[path]) for path in sorted(documents)}
    files[MANIFEST] = to_bytes(build_manifest(pins, packages, read_lock(), files))
    changed = write_specs(files, specs)
    return {
        "packages": len(packages),
        "zod schemas found": sum(len(package.named) for package in zod),
        "zod schemas converted": _converted(zod, zod_specs),
        "zod schemas listed as lossy": listed,
        "provider-defined tools": sum(len(package.tools) for package in zod),
        **types.counts,
        "spec files": len(files),
        "spec files changed": len(changed),
    }


def _zod_specs(upstream: Path, found: Sequence[ZodPackage], lossy: LossyList) -> dict[str, Any]:
    complete = with_tool_args(upstream, (with_customs(package, lossy) for package in found))
    return _merged(*(zod_documents(package) for package in complete))


def _converted(found: Sequence[ZodPackage], documents: Mapping[str, Any]) -> int:
    """How many of the schemas stand in a document; one that several documents repeat counts once."""
    written = {
        (document["package"], definition["x-source"])
        for document in documents.values()
        for definition in document.get("$defs", {}).values()
    }
    return len(written & {(package.package.pin.name, schema.source) for package in found for schema in package.named})


def _merged(*parts: Mapping[str, Any]) -> dict[str, Any]:
    """All documents together; no two parts may write one file."""
    merged: dict[str, Any] = {}
    for part in parts:
        if both := sorted(set(merged) & set(part)):
            raise ExtractError(f"{both[0]}: written by two parts of the extraction")
        merged.update(part)
    return merged


def _report(counts: Mapping[str, int]) -> None:
    width = max(map(len, counts))
    for name, count in counts.items():
        sys.stdout.write(f"{name:<{width}}  {count:>6}\n")
