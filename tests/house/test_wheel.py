"""What the wheel leaves out is nothing that the library imports."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pathspec

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated"


def generated_modules() -> dict[str, Path]:
    return {".".join(path.relative_to(GENERATED).with_suffix("").parts): path for path in GENERATED.rglob("*.py")}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def needed() -> set[str]:
    modules = generated_modules()
    waiting = [name for path in (ROOT / "src").rglob("*.py") for name in imported(path)]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in modules and name not in found:
            found.add(name)
            waiting.extend(imported(modules[name]))
    return found


def left_out() -> set[str]:
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    spec = pathspec.PathSpec.from_lines("gitignore", patterns["exclude"])
    return {name for name, path in generated_modules().items() if spec.match_file(path.relative_to(ROOT).as_posix())}


def test_the_wheel_leaves_out_nothing_that_the_library_imports() -> None:
    assert left_out() & needed() == set()


def test_the_wheel_leaves_out_a_good_part_of_the_generated_code() -> None:
    modules = generated_modules()
    assert sum(modules[name].stat().st_size for name in left_out()) > 600_000
