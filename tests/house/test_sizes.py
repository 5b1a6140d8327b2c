"""The house stays small: functions, files, and no module that imports itself in the end."""

import ast
import statistics
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "codegen", "conformance", "agent")
LONGEST_FUNCTION, LONGEST_FILE, MEDIAN, NINETIETH = 60, 400, 8, 25


def modules() -> dict[str, Path]:
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py") if "tests" not in file.parts]
    return {module_name(file): file for file in sorted(files)}


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[1:] if parts[0] == "src" else parts).removesuffix(".__init__")


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def lengths() -> dict[str, int]:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        f"{name}.{node.name}:{node.lineno}": length(node)
        for name, file in modules().items()
        for node in ast.walk(tree(file))
        if isinstance(node, functions)
    }


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 1


def test_no_function_is_longer_than_sixty_lines() -> None:
    assert {name: lines for name, lines in lengths().items() if lines > LONGEST_FUNCTION} == {}


def test_most_functions_are_a_few_lines() -> None:
    sizes = sorted(lengths().values())
    assert statistics.median(sizes) <= MEDIAN
    assert sizes[int(len(sizes) * 0.9)] <= NINETIETH


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    sizes = {name: file.read_text("utf-8").count("\n") for name, file in modules().items()}
    assert {name: lines for name, lines in sizes.items() if lines > LONGEST_FILE} == {}


def imports(name: str, file: Path, known: set[str]) -> set[str]:
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, node.module or ""]).strip(".")
            found |= {base} | {f"{base}.{alias.name}" for alias in node.names}
    return (found & known) - {name}


def test_no_module_imports_itself_in_the_end_not_even_for_types() -> None:
    known = modules()
    graph = {name: imports(name, file, set(known)) for name, file in known.items()}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the cycle


@pytest.mark.parametrize("name", ["utils", "helpers", "types", "common", "misc"])
def test_no_module_has_a_name_that_says_nothing(name: str) -> None:
    assert [module for module in modules() if module.rpartition(".")[2] == name] == []
