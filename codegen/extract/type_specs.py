"""Extracts what exists only as TypeScript types: request bodies, model ids, the V4 interfaces, messages and errors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen.extract.node import run_script
from codegen.extract.pins import Pin
from codegen.extract.sources import SourcePackage
from codegen.extract.zod_specs import DIALECT

_PROVIDER = "@ai-sdk/provider"
_PROVIDER_UTILS = "@ai-sdk/provider-utils"
_CORE = "ai"

_BUNDLE = "dist/index.mjs"
_DECLARATIONS = "dist/index.d.ts"
_VERSION_FOLDER = "v4"
_COUNTS = {
    "calls": "API calls",
    "bodies": "request bodies",
    "typed": "request bodies with a type",
    "widened": "request bodies pieced together",
    "forms": "request bodies in multipart",
    "wireTypes": "exported wire types",
    "inferred": "exported wire types owned by zod",
}
_LOOSE_FILES = {"src/json-value/json-value.ts": "json_value", "src/model-capabilities.ts": "model_capabilities"}
_CORE_ROOTS = {
    "ui_message": [{"imports": {"UIMessage": "./src/ui/ui-messages"}, "type": "UIMessage"}],
    "ui_message_chunk": [
        {"imports": {"UIMessageChunk": "./src/ui-message-stream/ui-message-chunks"}, "type": "UIMessageChunk"}
    ],
    "text_stream_part": [
        {
            "imports": {
                "TextStreamPart": "./src/generate-text/stream-text-result",
                "ToolSet": "@ai-sdk/provider-utils",
            },
            "type": "TextStreamPart<ToolSet>",
        }
    ],
}
_UTILS_ROOTS = {"model_message": [{"imports": {"ModelMessage": "./src/types/model-message"}, "type": "ModelMessage"}]}
_ROOTS: dict[str, Any] = {_CORE: _CORE_ROOTS, _PROVIDER_UTILS: _UTILS_ROOTS}
"""Generic types need arguments, so these are written out: by document, what to import and the type to extract."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeExtraction:
    """The spec documents by path below `specs/`, and what was counted on the way."""

    documents: Mapping[str, Mapping[str, Any]]
    counts: Mapping[str, int]
    """Over all packages, by what is counted."""


def extract_types(upstream: Path, packages: Iterable[SourcePackage]) -> TypeExtraction:
    """Run the type extraction over packages, in one Node process.

    Raises:
        ExtractError: a type cannot be converted; the message names the package, file and symbol.
    """
    packages = list(packages)
    job = {"upstream": str(upstream), "packages": [_job(package) for package in packages]}
    result = run_script("types/main.mjs", job)
    documents: dict[str, Mapping[str, Any]] = {}
    for package in packages:
        documents.update(_documents(package, result[package.pin.name]))
    return TypeExtraction(documents=documents, counts=_counted(result.values()))


def _counted(found: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """Sum up what the packages count, under the names a report shows."""
    found = list(found)
    requests = [package["requests"]["counts"] for package in found if "requests" in package]
    counts = {label: sum(package[name] for package in requests) for name, label in _COUNTS.items()}
    counts["model id types"] = sum(len(ids) for package in found for ids in package.get("modelIds", {}).values())
    counts["types of the core packages"] = sum(len(group) for package in found for group in package["groups"].values())
    return counts


def _job(package: SourcePackage) -> dict[str, Any]:
    name, files = package.pin.name, list(package.files)
    job = {"name": name, "folder": str(package.folder), "files": files}
    if name == _PROVIDER:
        return job | {"groups": _groups(files), "errors": [file for file in files if file.startswith("src/errors/")]}
    if name in _ROOTS:
        return job | {"roots": _ROOTS[name], "errors": files}
    return job | _provider_job(package)


def _provider_job(package: SourcePackage) -> dict[str, Any]:
    """Return a provider's job. One without sources has declarations: enough for model ids, not for request bodies."""
    has_sources = package.files != (_BUNDLE,)
    files = package.files if has_sources else (_DECLARATIONS,)
    return {"files": list(files), "surfaces": {file: package.surface(file) for file in files}, "requests": has_sources}


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
    folder = _CORE if pin.name == _PROVIDER_UTILS else pin.folder
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
