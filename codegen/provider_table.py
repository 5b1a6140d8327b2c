"""The table of providers in the docs, from the specifications alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from codegen.modules import render
from codegen.targets import Target

# Surfaces that are no kind of model, and packages that are no provider.
_NOT_KINDS = frozenset({"shared", "tool"})
_NOT_PROVIDERS = frozenset({"ai", "mcp", "otel", "provider", "provider_utils"})


@dataclass(frozen=True, slots=True)
class Row:
    """One provider: where it comes from, which surfaces it has, and how many schemas describe them."""

    folder: str
    npm_name: str
    version: str
    surfaces: list[str]
    schemas: int
    tools: int
    model_ids: int


def render_provider_table(manifest: Mapping[str, Any], targets: Sequence[Target], tools: Mapping[str, int]) -> str:
    """Write the table as markdown.

    Args:
        manifest: specs/manifest.json.
        targets: every specification.
        tools: how many tools each folder defines.
    """
    packages = sorted(manifest["packages"].items(), key=lambda item: item[1]["folder"])
    rows = [_row(name, facts, targets, tools) for name, facts in packages if facts["folder"] not in _NOT_PROVIDERS]
    return render("provider_table.md.jinja2", rows=rows)


def _row(name: str, facts: Mapping[str, Any], targets: Sequence[Target], tools: Mapping[str, int]) -> Row:
    folder = facts["folder"]
    own = [target for target in targets if target.folder == folder]
    surfaces = {target.module.split("/")[1] for target in own} - _NOT_KINDS
    return Row(
        folder=folder,
        npm_name=name,
        version=facts["version"],
        surfaces=sorted(surfaces),
        schemas=sum(len(target.definitions) for target in own if target.role in {"wire", "options"}),
        tools=tools.get(folder, 0),
        model_ids=sum(_count_ids(target) for target in own if target.role == "model_ids"),
    )


def _count_ids(target: Target) -> int:
    return sum(len(schema.get("enum", ())) for schema in target.definitions.values())
