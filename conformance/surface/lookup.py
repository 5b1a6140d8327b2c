"""Where a TypeScript export is in Python: the name rules, looked up for real by importing the modules."""

import ast
import importlib
import importlib.util
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from conformance.naming import module_name, python_name
from conformance.surface.exports import SPECS, Export

_TYPE_KINDS = frozenset({"class", "interface", "type"})
_EXPERIMENTAL = re.compile(r"^[Ee]xperimental_")
_UPPER = re.compile(r"[A-Z][A-Z0-9_]+")


@dataclass(frozen=True, slots=True)
class Scope:
    """A module to look in.

    With `below` the modules below it count too, but for those of a package in `without`; with `generated` so do the
    classes that were generated for the npm package.
    """

    module: str
    below: bool = False
    without: tuple[str, ...] = ()
    generated: bool = False


@dataclass(frozen=True, slots=True)
class Lookup:
    """Finds Python names. `scopes` are the entries whose module no rule gives, by `package` or `package/entry`."""

    scopes: Mapping[str, Scope] = field(default_factory=dict)
    specs: Path = SPECS

    def scope(self, export: Export) -> Scope:
        """Return where an export belongs."""
        entry = export.entry.removeprefix(".").removeprefix("/")
        key = f"{export.package}/{entry}" if entry else export.package
        if key in self.scopes:
            return self.scopes[key]
        if entry == "internal":
            return Scope(module_name(export.suffix), below=True, generated=True)
        return Scope(module_name(export.suffix, export.entry))

    def find(self, export: Export) -> str | None:
        """Return the dotted Python name of an export by the name rules, or None."""
        scope = self.scope(export)
        return self._find(export, scope) if is_module(scope.module) else None

    def find_inside(self, export: Export) -> str | None:
        """Return where an export is although its module does not export it, or None."""
        module = self.scope(export).module
        return self._find(export, Scope(module, below=True, generated=True)) if is_module(module) else None

    def _find(self, export: Export, scope: Scope) -> str | None:
        names = candidates(export)
        for module in modules(scope):
            if found := next((name for name in names if _has(module, name)), None):
                return f"{module.__name__}.{found}"
        return self._find_generated(export) if scope.generated else None

    def _find_generated(self, export: Export) -> str | None:
        for dotted in _generated(self.specs / export.folder).get(export.name.lower(), ()):
            if resolves(dotted):
                return dotted
        return None


def candidates(export: Export) -> tuple[str, ...]:
    """Return the Python names that the name rules allow, the best first."""
    plain = _EXPERIMENTAL.sub("", export.name)
    names = (export.name, plain)
    if export.kind in _TYPE_KINDS or _UPPER.fullmatch(export.name):
        return tuple(dict.fromkeys(names))
    brand = "" if export.package == "ai" else export.suffix
    snake = tuple(python_name(name.replace("Uint8Array", "Bytes"), brand) for name in names)
    kept = names if plain[0].isupper() else ()
    constant = (snake[-1].upper(),) if export.kind == "const" else ()
    return tuple(dict.fromkeys((*kept, *snake, *constant)))


@cache
def is_module(name: str) -> bool:
    """Say whether there is such a module. A folder without a module of its own is none."""
    parent = name.rpartition(".")[0]
    if parent and not (is_module(parent) and hasattr(importlib.import_module(parent), "__path__")):
        return False
    found = importlib.util.find_spec(name)
    return found is not None and found.origin is not None


@cache
def modules(scope: Scope) -> tuple[ModuleType, ...]:
    """Return the modules of a scope. One that needs a library which is not installed is left out."""
    root = importlib.import_module(scope.module)
    names = _below(root, scope.without) if scope.below else ()
    return (root, *filter(None, map(_imported, names)))


def _below(root: ModuleType, without: tuple[str, ...]) -> Iterator[str]:
    for found in pkgutil.iter_modules(getattr(root, "__path__", ()), f"{root.__name__}."):
        if found.name in without:
            continue
        yield found.name
        module = _imported(found.name) if found.ispkg else None
        if module is not None:
            yield from _below(module, without)


def _imported(name: str) -> ModuleType | None:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("ai_sdk"):
            raise
        return None


def _has(module: ModuleType, name: str) -> bool:
    """Say whether a module offers a name: it lists it, or what has the name was written there or below."""
    value = getattr(module, name, None)
    if value is None or isinstance(value, ModuleType):
        return False
    if name in getattr(module, "__all__", ()):
        return True
    if inspect.isclass(value) or inspect.isfunction(value):
        home = f"{value.__module__}."
        return home.startswith(f"{module.__name__}.") or (_is_foreign(home) and value.__name__ != name)
    return name in (vars(module) if hasattr(module, "__path__") else _assigned(module))


def _is_foreign(home: str) -> bool:
    """Say whether a class is not ours: under its own name it was only imported, under another it is an alias."""
    return not home.startswith(("ai_sdk.", "ai_sdk_generated."))


@cache
def _assigned(module: ModuleType) -> frozenset[str]:
    """Return what a module assigns: constants and aliases do not say where they come from."""
    names: set[str] = set()
    for statement in ast.parse(inspect.getsource(module)).body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            names.update(target.id for target in targets if isinstance(target, ast.Name))
    return frozenset(names)


def resolves(dotted: str) -> bool:
    """Say whether a dotted name leads to something: a module, then attributes."""
    parts = dotted.split(".")
    depth = next((depth for depth in range(len(parts) - 1, 0, -1) if is_module(".".join(parts[:depth]))), 0)
    if not depth:
        return False
    value: Any = importlib.import_module(".".join(parts[:depth]))
    for attribute in parts[depth:]:
        value = getattr(value, attribute, None)
    return value is not None


@cache
def _generated(folder: Path) -> dict[str, list[str]]:
    """Return a package's generated classes by TypeScript symbol and by name, in lower case: `OpenAIX` is `OpenaiX`."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*/*.json")):
        module = f"ai_sdk_generated.{folder.name}.{path.parent.name}.{path.stem}"
        for name, schema in json.loads(path.read_text("utf-8")).get("$defs", {}).items():
            symbol = schema.get("x-source", "").rpartition("#")[2]
            for key in dict.fromkeys((symbol.lower(), name.lower())):
                found.setdefault(key, []).append(f"{module}.{name}")
    return found
