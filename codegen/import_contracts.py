"""The layers of the project, and which provider may import which, as contracts for import-linter.

A provider may import another only where its npm package depends on the other's. Only folders that exist are named,
because import-linter refuses names without a module. Providers without an npm package are listed here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from codegen.modules import render

_LAYERS = (
    ("integrations",),
    ("sync",),
    ("ui_message_stream", "ui", "text_stream", "agent"),
    (
        "generate_text",
        "generate_object",
        "tool_search",
        "embed",
        "rerank",
        "generate_image",
        "generate_speech",
        "transcribe",
        "generate_video",
        "upload_file",
        "upload_skill",
    ),
    ("prompt", "middleware", "registry", "telemetry"),
    ("model", "logger", "util", "error"),
    ("provider_utils",),
    ("provider",),
)
_BELOW_PROVIDERS = ("provider_utils", "provider")

WITHOUT_PACKAGE: Mapping[str, frozenset[str]] = MappingProxyType({"local": frozenset({"openai_compatible"})})
"""Providers of our own, which no npm package stands behind, and the providers that they may import."""


@dataclass(frozen=True, slots=True)
class ProviderContract:
    """One provider and the providers it must not import."""

    folder: str
    allowed: str
    forbidden: list[str]


def render_import_contracts(root: Path, manifest: Mapping[str, Any]) -> str:
    """Write the configuration of import-linter.

    Args:
        root: the project's root; the folders below `src/ai_sdk` decide what is named.
        manifest: specs/manifest.json, which holds the dependency edges.
    """
    package = root / "src" / "ai_sdk"
    modules = _modules(package)
    core = [name for layer in _LAYERS for name in layer if name in modules and name not in _BELOW_PROVIDERS]
    layers = [[name for name in layer if name in modules] for layer in _LAYERS]
    return render(
        "importlinter.ini.jinja2",
        layers=[" : ".join(f"ai_sdk.{name}" for name in layer) for layer in layers if layer],
        below=[name for name in _BELOW_PROVIDERS if name in modules],
        core=core,
        providers=_provider_contracts(_modules(package / "providers"), manifest["packages"]),
        has_providers=(package / "providers" / "__init__.py").exists(),
    )


def _modules(folder: Path) -> list[str]:
    """List the packages and modules directly in a folder."""
    packages = (path.parent.name for path in folder.glob("*/__init__.py"))
    files = (path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    return sorted({*packages, *files})


def _provider_contracts(existing: list[str], packages: Mapping[str, Any]) -> list[ProviderContract]:
    folders = {name: str(facts["folder"]) for name, facts in packages.items()}
    npm_names = {folder: name for name, folder in folders.items()}
    contracts = []
    for folder in existing:
        npm_name = npm_names.get(folder, "")
        dependencies = packages.get(npm_name, {}).get("dependencies", ())
        allowed = {folders[name] for name in dependencies if name in folders} | WITHOUT_PACKAGE.get(folder, frozenset())
        forbidden = [other for other in existing if other != folder and other not in allowed]
        described = f"the providers that {npm_name} depends on" if npm_name else ", ".join(sorted(allowed)) or "itself"
        contracts.append(ProviderContract(folder, described, forbidden))
    return [contract for contract in contracts if contract.forbidden]
