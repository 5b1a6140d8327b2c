"""Extracts what exists only as TypeScript types: request bodies, model ids, the V4 interfaces, messages and errors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen.extract.node import run_script
from codegen.extract.pins import Pin
from codegen.extract.sources import SourcePackage
from codegen.extract.zod_specs import DIALECT

PROVIDER = "@ai-sdk/provider"
PROVIDER_UTILS = "@ai-sdk/provider-utils"
CORE = "ai"

_BUNDLE = "dist/index.mjs"
_DECLARATIONS = "dist/index.d.ts"
_VERSION_FOLDER = "v4"
_LOOSE_FILES = {"src/json-value/json-value.ts": "json_value", "src/model-capabilities.ts": "model_capabilities"}
_CORE_ROOTS = {
    "ui_message": [{"module": "./src/ui/ui-messages", "imports": "UIMessage", "type": "UIMessage"}],
    "ui_message_chunk": [
        {"module": "./src/ui-message-stream/ui-message-chunks", "imports": "UIMessageChunk", "type": "UIMessageChunk"}
    ],
    "text_stream_part": [
        {"module": "./src/generate-text/stream-text-result", "imports": "TextStreamPart", "type": "TextStreamPart<any>"}
    ],
}
_UTILS_ROOTS = {
    "model_message": [{"module": "./src/types/model-message", "imports": "ModelMessage", "type": "ModelMessage"}]
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeExtraction:
    """The spec documents by path below `specs/`, and what was counted on the way."""

    documents: Mapping[str, Mapping[str, Any]]
    counts: Mapping[str, int]
    """Over all packages: API calls, bodies, those of them with a type, widened ones, forms, wire types, inferred ones."""


def extract_types(upstream: Path, packages: Iterable[SourcePackage]) -> TypeExtraction:
    """Run the type extraction over packages, in one Node process.

    Raises:
        ExtractError: a type cannot be converted; the message names the package, file and symbol.
    """
    packages = list(packages)
    result = run_script("types/main.mjs", {"upstream": str(upstream), "packages": [_job(package) for package in packages]})
    documents: dict[str, Mapping[str, Any]] = {}
    counts: dict[str, int] = {}
    for package in packages:
        found = result[package.pin.name]
        documents.update(_documents(package, found))
        for name, count in found.get("requests", {}).get("counts", {}).items():
            counts[name] = counts.get(name, 0) + count
    return TypeExtraction(documents=documents, counts=counts)


def _job(package: SourcePackage) -> dict[str, Any]:
    job = {"name": package.pin.name, "folder": str(package.folder), "files": list(package.files)}
    match package.pin.name:
        case "@ai-sdk/provider":
            return job | {"groups": _groups(package.files), "errors": _below(package.files, "src/errors/")}
        case "@ai-sdk/provider-utils":
            return job | {"roots": _UTILS_ROOTS, "errors": list(package.files)}
        case "ai":
            return job | {"roots": _CORE_ROOTS, "errors": list(package.files)}
        case _:
            return job | _provider_job(package)


def _provider_job(package: SourcePackage) -> dict[str, Any]:
    """Packages without sources have declarations at least: enough for model ids, not for request bodies."""
    has_sources = package.files != (_BUNDLE,)
    files = package.files if has_sources else (_DECLARATIONS,)
    return {"files": list(files), "surfaces": {file: package.surface(file) for file in files}, "requests": has_sources}


def _below(files: Iterable[str], folder: str) -> list[str]:
    return [file for file in files if file.startswith(folder)]


def _groups(files: Iterable[str]) -> dict[str, list[str]]:
    """Files of the provider package by spec: `src/language-model/v4/*` → `language_model_v4`."""
    groups: dict[str, list[str]] = {}
    for file in files:
        parts = file.split("/")
        if _VERSION_FOLDER in parts:
            groups.setdefault(f"{parts[1].replace('-', '_')}_{_VERSION_FOLDER}", []).append(file)
        elif file in _LOOSE_FILES:
            groups[_LOOSE_FILES[file]] = [file]
    return groups


def _documents(package: SourcePackage, found: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    pin = package.pin
    folder = "ai" if pin.name == PROVIDER_UTILS else pin.folder
    documents: dict[str, dict[str, Any]] = {}
    for surface, requests in found.get("requests", {}).get("surfaces", {}).items():
        more = {key: requests[key] for key in ("endpoints", "inferred") if requests[key]}
        documents[f"{pin.folder}/{surface}/request.json"] = _document(pin, surface, "request", requests["defs"], more)
    for surface, definitions in found.get("modelIds", {}).items():
        documents[f"{pin.folder}/{surface}/model_ids.json"] = _document(pin, surface, "model_ids", definitions)
    for group, definitions in found["groups"].items():
        documents[f"{folder}/{group}.json"] = _document(pin, group, "types", definitions)
    if found.get("errors"):
        documents[f"{pin.folder}/errors.json"] = _document(pin, "errors", "types", found["errors"])
    return documents


def _document(
    pin: Pin, surface: str, role: str, definitions: Mapping[str, Any], more: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    return {
        "$schema": DIALECT,
        "package": pin.name,
        "version": pin.version,
        "surface": surface,
        "role": role,
        **(more or {}),
        "$defs": dict(definitions),
    }
