"""Importing a provider is cheap and brings no other provider along, but those its npm package depends on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from codegen.import_contracts import WITHOUT_PACKAGE

ROOT = Path(__file__).parents[2]
PROVIDERS = sorted(path.parent.name for path in (ROOT / "src/ai_sdk/providers").glob("*/provider.py"))
MANIFEST = json.loads((ROOT / "specs/manifest.json").read_text("utf-8"))["packages"]

LOADED = """
import importlib, json, sys
module = importlib.import_module("ai_sdk.providers.{name}")
missing = [public for public in module.__all__ if not hasattr(module, public)] if {resolve} else []
print(json.dumps([sorted(sys.modules), missing]))
"""


def loaded(name: str, *, resolve: bool) -> tuple[set[str], list[str]]:
    code = LOADED.format(name=name, resolve=resolve)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    modules, missing = json.loads(done.stdout)
    return set(modules), missing


def dependencies(name: str) -> set[str]:
    """The providers that a provider may import, the indirect ones too."""
    if name in WITHOUT_PACKAGE:
        return set(WITHOUT_PACKAGE[name])
    package = f"@ai-sdk/{name.replace('_', '-')}"
    direct = {
        edge.removeprefix("@ai-sdk/").replace("-", "_") for edge in MANIFEST.get(package, {}).get("dependencies", {})
    }
    direct &= set(PROVIDERS)
    return direct.union(*(dependencies(each) for each in direct))


@pytest.mark.parametrize("name", PROVIDERS)
def test_importing_a_provider_loads_neither_http_nor_validation_nor_other_providers(name: str) -> None:
    modules, _ = loaded(name, resolve=False)
    assert {"httpx", "aiohttp", "pydantic", "anyio", "botocore", "google.auth", "websockets"} & modules == set()
    others = {module.split(".")[2] for module in modules if module.startswith("ai_sdk.providers.")}
    assert others - {name} <= dependencies(name)


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_public_name_of_a_provider_is_there(name: str) -> None:
    _, missing = loaded(name, resolve=True)
    assert missing == []
