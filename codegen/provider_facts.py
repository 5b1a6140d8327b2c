"""The table of facts that closes each provider's page in the docs: what the pinned package defines."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen.modules import render
from codegen.targets import Target

PAGES = "docs/providers"
_BEGIN = "<!-- facts: generated"
_NOT_KINDS = frozenset({"shared", "tool"})


@dataclass(frozen=True, slots=True)
class Surface:
    """One surface: the requests that it makes, and how many schemas and model ids describe it."""

    name: str
    requests: list[str]
    schemas: int
    model_ids: int


def render_provider_pages(root: Path, manifest: Mapping[str, Any], targets: Sequence[Target]) -> dict[str, str]:
    """Return the pages of the providers that have one, each with its table of facts at the end.

    Args:
        root: the project's root.
        manifest: specs/manifest.json.
        targets: every specification.
    """
    pages: dict[str, str] = {}
    for npm_name, facts in manifest["packages"].items():
        path = f"{PAGES}/{npm_name.rpartition('/')[2]}.md"
        if (root / path).exists():
            text = (root / path).read_text("utf-8").partition(_BEGIN)[0].rstrip()
            pages[path] = f"{text}\n\n{_facts(root, npm_name, facts, targets)}"
    return pages


def _facts(root: Path, npm_name: str, facts: Mapping[str, Any], targets: Sequence[Target]) -> str:
    folder = facts["folder"]
    own = [target for target in targets if target.folder == folder]
    names = sorted({target.module.split("/")[1] for target in own} - _NOT_KINDS)
    return render(
        "provider_facts.md.jinja2",
        npm_name=npm_name,
        version=facts["version"],
        surfaces=[_surface(root, folder, name, own) for name in names],
        tools=[f"`{tool['id']}`" for tool in _document(root, folder, "tool", "tools").get("tools", ())],
    )


def _surface(root: Path, folder: str, name: str, targets: Sequence[Target]) -> Surface:
    own = [target for target in targets if target.module.split("/")[1] == name]
    endpoints = _document(root, folder, name, "request").get("endpoints", ())
    return Surface(
        name=name,
        requests=sorted({f"`{endpoint['method']} {endpoint['path']}`" for endpoint in endpoints}),
        schemas=sum(len(target.definitions) for target in own if target.role in {"wire", "options"}),
        model_ids=sum(
            len(schema.get("enum", ()))
            for target in own
            if target.role == "model_ids"
            for schema in target.definitions.values()
        ),
    )


def _document(root: Path, folder: str, surface: str, role: str) -> dict[str, Any]:
    path = root / "specs" / folder / surface / f"{role}.json"
    document: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return document
