"""The committed modules: every model builds, importing them is cheap, and they say what the specifications say."""

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter
from typing_extensions import TypeAliasType

from codegen.targets import find_targets

ROOT = Path(__file__).parent.parent.parent
GENERATED = ROOT / "generated" / "ai_sdk_generated"
FOLDERS = sorted(path.parent.name for path in GENERATED.glob("*/__init__.py"))


def modules_of(folder: str) -> list[ModuleType]:
    paths = sorted((GENERATED / folder).rglob("*.py"))
    names = (".".join(path.relative_to(GENERATED.parent).with_suffix("").parts) for path in paths)
    return [importlib.import_module(name.removesuffix(".__init__")) for name in names]


def own_types(module: ModuleType) -> list[Any]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, TypeAliasType)
        or (isinstance(value, type) and issubclass(value, BaseModel) and value.__module__ == module.__name__)
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_model_and_alias_builds(folder: str) -> None:
    for module in modules_of(folder):
        for kind in own_types(module):
            if not isinstance(kind, TypeAliasType):
                assert kind.model_rebuild(force=True) is True
            else:
                assert TypeAdapter(kind).core_schema["type"]


def test_every_specification_has_its_module() -> None:
    modules = {target.module for target in find_targets(ROOT)}

    assert {module for module in modules if (GENERATED / f"{module}.py").is_file()} == modules
    assert len(modules) > 100


def test_there_are_as_many_models_as_the_trial_found_schemas() -> None:
    assert sum(len(own_types(module)) for folder in FOLDERS for module in modules_of(folder)) > 1700


@pytest.mark.parametrize(
    "name", ["openai.chat.wire", "openai.responses.wire", "openai.responses.options", "groq.chat.wire"]
)
def test_importing_one_surface_loads_that_surface_alone(name: str) -> None:
    program = (
        f"import sys, ai_sdk_generated.{name}\n"
        "print(sorted(m for m in sys.modules if m.startswith('ai_sdk_generated.') and m.count('.') == 3))\n"
        "print([m for m in sys.modules if m == 'ai_sdk' or m.startswith('ai_sdk.')])"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=GENERATED.parent
    )

    assert done.stdout.splitlines() == [f"['ai_sdk_generated.{name}']", "[]"]


def test_recursive_models_resolve_their_later_definitions_when_first_used() -> None:
    wire: Any = importlib.import_module("ai_sdk_generated.openai.tool.wire")
    leaf = {"type": "eq", "key": "a", "value": 1}
    filters = {"type": "and", "filters": [{"type": "or", "filters": [leaf]}, leaf]}

    arguments = wire.FileSearchArgs.model_validate({"vectorStoreIds": ["store"], "filters": filters})

    assert arguments.model_dump(by_alias=True, exclude_unset=True) == {"vectorStoreIds": ["store"], "filters": filters}


def test_a_responses_event_with_an_item_of_unknown_type_is_an_unknown_event() -> None:
    wire: Any = importlib.import_module("ai_sdk_generated.openai.responses.wire")
    adapter = TypeAdapter(wire.OpenaiResponsesChunk)
    item = {"type": "response.output_item.added", "output_index": 0, "item": {"type": "brand_new", "id": "1"}}

    assert type(adapter.validate_python(item)).__name__ == "OpenaiResponsesChunkOther"
    assert type(adapter.validate_python({"type": "response.brand_new"})).__name__ == "OpenaiResponsesChunkOther"


@pytest.mark.parametrize(
    "event",
    [
        {"type": "response.output_item.added", "output_index": 0, "item": {"type": "message"}},
        {"type": "response.output_item.added", "output_index": 0, "item": {}},
        {"type": "response.output_text.delta", "delta": 1},
        {"type": "error"},
    ],
)
def test_a_malformed_known_responses_event_is_refused(event: dict[str, Any]) -> None:
    wire: Any = importlib.import_module("ai_sdk_generated.openai.responses.wire")

    with pytest.raises(ValueError, match="validation error"):
        TypeAdapter(wire.OpenaiResponsesChunk).validate_python(event)
