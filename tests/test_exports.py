"""What the package offers: the table of names, the stub for type checkers, the modules, and the cost of importing."""

import ast
import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

import ai_sdk
import ai_sdk.sync
import ai_sdk.testing
from ai_sdk.lazy import lazy_names

SOURCE = Path(ai_sdk.__file__).parent
STUB = SOURCE / "__init__.pyi"
HOMES: dict[str, str] = ai_sdk._HOMES


def type_checker_imports(file: Path) -> dict[str, str]:
    """Return the names that a file imports from modules of the package as themselves, and from where."""
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("ai_sdk.") and not node.level:
            found |= {alias.asname or alias.name: node.module for alias in node.names}
    return found


def test_the_stub_says_what_the_table_says() -> None:
    assert type_checker_imports(STUB) == HOMES


def test_every_name_of_the_stub_is_exported_under_its_own_name() -> None:
    for node in ast.walk(ast.parse(STUB.read_text())):
        if isinstance(node, ast.ImportFrom):
            assert [alias.name for alias in node.names] == [alias.asname for alias in node.names]


def test_every_module_of_the_table_exports_its_names() -> None:
    for module in sorted(set(HOMES.values())):
        names = {name for name, home in HOMES.items() if home == module}
        assert names <= set(importlib.import_module(module).__all__), module


@pytest.mark.parametrize("package", [ai_sdk, ai_sdk.sync, ai_sdk.testing])
def test_every_name_resolves_to_what_its_module_has(package: object) -> None:
    homes: dict[str, str] = package._HOMES  # type: ignore[attr-defined]
    assert sorted(homes) == sorted(package.__all__)  # type: ignore[attr-defined]
    for name, home in homes.items():
        assert getattr(package, name) is getattr(importlib.import_module(home), name), name


@pytest.mark.parametrize("package", ["sync", "testing"])
def test_a_type_checker_sees_the_names_of_a_package_where_they_are(package: str) -> None:
    file = SOURCE / package / "__init__.py"
    seen = type_checker_imports(file)
    seen.pop("lazy_names")
    assert seen == importlib.import_module(f"ai_sdk.{package}")._HOMES


def test_a_name_may_have_another_name_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    module = type(sys)("renamed")
    monkeypatch.setitem(sys.modules, "renamed", module)
    get = lazy_names("renamed", {"total": ("builtins", "sum")})
    assert get("total") is sum


def test_no_name_is_listed_twice() -> None:
    names = [name for names in ai_sdk._MODULES.values() for name in names.split()]
    assert (len(names), sorted(names)) == (len(set(names)), ai_sdk.__all__)


def loaded_after(statement: str) -> set[str]:
    """Return the modules that a new interpreter has loaded after a statement."""
    program = f"{statement}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(ran.stdout))


def test_importing_the_package_loads_no_dependency() -> None:
    loaded = loaded_after("import ai_sdk, ai_sdk.sync, ai_sdk.testing")
    assert not loaded & {"pydantic", "pydantic_core", "httpx", "anyio", "ai_sdk_generated", "asyncio"}


@pytest.mark.parametrize(
    "statement",
    [
        "from ai_sdk import generate_text",
        "from ai_sdk import stream_text",
        "from ai_sdk import Output, tool, generate_object, embed_many, ToolLoopAgent",
        "from ai_sdk.sync import generate_text, stream_text",
        "from ai_sdk.testing import MockLanguageModelV4",
    ],
)
def test_no_function_loads_a_transport_before_it_is_needed(statement: str) -> None:
    loaded = loaded_after(statement)
    assert not loaded & {"httpx", "httpcore", "aiohttp", "opentelemetry", "rich", "ai_sdk.providers.gateway"}


def test_a_call_of_a_mock_model_loads_no_transport() -> None:
    loaded = loaded_after(
        "from ai_sdk.sync import generate_text\n"
        "from ai_sdk.testing import MockLanguageModelV4\n"
        "generate_text(model=MockLanguageModelV4(do_generate='Hello'), prompt='Hi')"
    )
    assert not loaded & {"httpx", "httpcore", "aiohttp", "opentelemetry"}


def test_importing_reads_no_environment_and_opens_no_connection() -> None:
    guard = (
        "import os, socket\n"
        "def refuse(*_): raise AssertionError('read at import')\n"
        "socket.socket.connect = refuse\n"
        "reads = []\n"
        "old = type(os.environ).__getitem__\n"
        "def noted(self, key):\n"
        "    reads.append(key)\n"
        "    return old(self, key)\n"
        "type(os.environ).__getitem__ = noted\n"
        "import ai_sdk\n"
        "for name in ai_sdk.__all__: getattr(ai_sdk, name)\n"
        "assert not [key for key in reads if 'KEY' in key or key.startswith('AI')], reads\n"
    )
    assert "ai_sdk.generate_text.generate_text" in loaded_after(guard)
