"""A project of two packages in a temporary folder, for the tests that run the whole generator."""

import json
from pathlib import Path
from typing import Any

WIRE = {
    "AcmeChunk": {
        "type": "object",
        "properties": {"delta": {"type": "object", "properties": {"content": {"type": "string"}}, "required": []}},
        "required": ["delta"],
    }
}
SEARCH_ARGS = {
    "type": "object",
    "properties": {
        "searchContextSize": {"enum": ["low", "high"], "type": "string"},
        "filters": {"type": "object", "properties": {"allowedDomains": {"type": "array", "items": {"type": "string"}}}},
        "places": {"type": "array", "items": {"type": "object", "properties": {"city": {"type": "string"}}}},
        "storeIds": {"type": "array", "items": {"type": "string"}},
        "limit": {"type": "integer"},
    },
    "required": ["storeIds"],
}
SEARCH = {
    "id": "acme.web_search",
    "name": "webSearch",
    "file": "src/tool/web-search.ts",
    "symbol": "webSearchToolFactory",
    "kind": "createProviderExecutedToolFactory",
    "args": "WebSearchArgs",
    "input": "WebSearchInput",
    "output": None,
    "supportsDeferredResults": False,
}


def write_spec(root: Path, name: str, definitions: dict[str, Any], package: str = "@ai-sdk/acme") -> None:
    """Write `specs/<name>.json` with these definitions."""
    write_json(root / "specs" / f"{name}.json", {"package": package, "version": "1.0.0", "$defs": definitions})


def write_json(path: Path, document: object) -> None:
    """Write any JSON file, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=2), encoding="utf-8")


def write_project(root: Path) -> None:
    """Write two packages, acme and thin (which depends on acme), with tools, model ids and a manifest."""
    write_spec(root, "acme/chat/wire", WIRE)
    write_spec(root, "acme/chat/model_ids", {"AcmeModelId": {"type": "string", "enum": ["acme-1"], "x-open": True}})
    write_spec(root, "acme/tool/wire", {"WebSearchArgs": SEARCH_ARGS, "WebSearchInput": {"type": "object"}})
    write_json(root / "specs/acme/tool/tools.json", {"package": "@ai-sdk/acme", "version": "1.0.0", "tools": [SEARCH]})
    write_spec(root, "thin/chat/options", {"ThinOptions": {"type": "object", "properties": {}}}, "@ai-sdk/thin")
    packages = {
        "@ai-sdk/acme": {"folder": "acme", "version": "1.0.0", "dependencies": {}},
        "@ai-sdk/thin": {"folder": "thin", "version": "2.0.0", "dependencies": {"@ai-sdk/acme": "1.0.0"}},
    }
    write_json(root / "specs/manifest.json", {"packages": packages})
