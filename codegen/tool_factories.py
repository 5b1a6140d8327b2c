"""Typed factories for provider-defined tools: `specs/<package>/tool/tools.json` becomes `<package>/tools.py`."""

import ast
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen.modules import Module, imports_of, render
from codegen.names import snake_case
from codegen.spec_error import SpecError
from codegen.targets import read_document

_FACTS = ("id", "name", "kind", "args", "input", "output", "supportsDeferredResults")
_EXECUTED = "createProviderExecutedToolFactory"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a factory: its Python name, its key in `args`, its type as text, and whether it must be given."""

    name: str
    key: str
    annotation: str
    required: bool


@dataclass(frozen=True, slots=True)
class Factory:
    """One factory: the facts of the specification and the parameters read from the generated class of its arguments."""

    function: str
    facts: Mapping[str, Any]
    parameters: list[Parameter]

    @property
    def provider_executed(self) -> bool:
        """Whether the provider runs the tool itself."""
        return bool(self.facts["kind"] == _EXECUTED)

    @property
    def suffix(self) -> str:
        """The tool's name, which is what its id says after the provider."""
        return str(self.facts["id"]).partition(".")[2]


def render_tool_modules(root: Path, modules: Mapping[str, str], only: str | None) -> Iterator[Module]:
    """Render the factories of every package that has some.

    Args:
        root: the project's root.
        modules: the text of the generated modules by path below `generated/`.
        only: one package's folder, or None for all.

    Raises:
        SpecError: for a file of another shape, and for a tool whose schemas are not among the generated ones.
    """
    for path in sorted((root / "specs").glob("*/tool/tools.json")):
        package = path.parent.parent.name
        if only in {None, package}:
            source = path.relative_to(root).as_posix()
            wire = modules.get(f"ai_sdk_generated/{package}/tool/wire.py", "")
            yield _render_tools(source, path.read_bytes(), package, wire)


def _render_tools(source: str, content: bytes, package: str, wire: str) -> Module:
    document = read_document(source, content)
    classes = _classes(wire)
    tools = document.get("tools")
    if not isinstance(tools, list):
        raise SpecError(source, "/tools", "must be a list of tools")
    factories = [_factory(source, f"/tools/{index}", tool, classes) for index, tool in enumerate(tools)]
    _check_names(source, factories)
    code = render("tools.py.jinja2", factories=factories)
    facts = {"source": source, "document": document, "sha256": hashlib.sha256(content).hexdigest(), "folder": package}
    text = render("tools_module.py.jinja2", **facts, imports=imports_of(code), body=code)
    return Module(f"ai_sdk_generated/{package}/tools.py", text, {}, 0)


def _factory(source: str, pointer: str, tool: Any, classes: Mapping[str, ast.stmt]) -> Factory:
    for fact in _FACTS:
        if not isinstance(tool, dict) or fact not in tool:
            raise SpecError(source, pointer, f"a tool needs the key {fact!r}")
    for fact in ("args", "input", "output"):
        if tool[fact] is not None and tool[fact] not in classes:
            raise SpecError(source, f"{pointer}/{fact}", f"{tool[fact]!r} is no definition of the tool's wire.json")
    arguments = classes.get(tool["args"])
    if tool["args"] is not None and not isinstance(arguments, ast.ClassDef):
        raise SpecError(source, f"{pointer}/args", f"{tool['args']!r} is no object")
    parameters = [_parameter(field, classes) for field in _fields(arguments)]
    return Factory(snake_case(tool["name"]), tool, sorted(parameters, key=lambda parameter: not parameter.required))


def _check_names(source: str, factories: list[Factory]) -> None:
    seen: set[str] = set()
    for index, factory in enumerate(factories):
        if factory.function in seen:
            raise SpecError(source, f"/tools/{index}/name", f"two tools become the function {factory.function!r}")
        seen.add(factory.function)


def _classes(wire: str) -> dict[str, ast.stmt]:
    """Index the classes and aliases of a generated module by name."""
    found: dict[str, ast.stmt] = {}
    for statement in ast.parse(wire).body:
        match statement:
            case ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                found[name] = statement
    return found


def _fields(arguments: ast.stmt | None) -> list[ast.AnnAssign]:
    body = arguments.body if isinstance(arguments, ast.ClassDef) else []
    return [statement for statement in body if isinstance(statement, ast.AnnAssign)]


def _parameter(field: ast.AnnAssign, classes: Mapping[str, ast.stmt]) -> Parameter:
    name = ast.unparse(field.target)
    plain, key = _without_notes(field.annotation, name)
    annotation = _text(_Arguments(classes).visit(plain))
    required = field.value is None
    if not required and not annotation.endswith("| None"):
        annotation += " | None"
    return Parameter(name, key, annotation, required)


def _without_notes(annotation: ast.expr, name: str) -> tuple[ast.expr, str]:
    """Take the type and the key out of `Annotated[type, Field(alias="key")]`."""
    match annotation:
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, *notes])):
            keywords = [keyword for note in notes if isinstance(note, ast.Call) for keyword in note.keywords]
            alias = next((ast.literal_eval(keyword.value) for keyword in keywords if keyword.arg == "alias"), name)
            return inner, alias
    return annotation, name


class _Arguments(ast.NodeTransformer):
    """Turn a field's type into a parameter's: generated classes come from `wire` and accept plain dicts as well."""

    def __init__(self, classes: Mapping[str, ast.stmt]) -> None:
        self.classes = classes

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """Open `Omittable`; let lists be any sequence."""
        name = ast.unparse(node.value)
        if name == "Literal":
            return node
        inner: ast.expr = self.visit(node.slice)
        if name in {"Omittable", "Optional"}:
            return ast.BinOp(inner, ast.BitOr(), ast.Constant(None))
        return ast.Subscript(ast.Name("Sequence") if name == "list" else node.value, inner)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """Write a union of unions as one union."""
        left: ast.expr = self.visit(node.left)
        right: ast.expr = self.visit(node.right)
        if isinstance(right, ast.BinOp):
            left, right = ast.BinOp(left, ast.BitOr(), right.left), right.right
        return ast.BinOp(left, ast.BitOr(), right)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Qualify the names of the module."""
        if node.id == "Integer":
            return ast.Name("int")
        return self.qualified(node)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """Qualify the names that stand in quotes because the module defines them later."""
        return self.qualified(ast.Name(node.value)) if isinstance(node.value, str) else node

    def qualified(self, node: ast.Name) -> ast.expr:
        """Say where a generated class comes from; dicts do as well."""
        return ast.parse(f"wire.{node.id} | dict[str, Any]", mode="eval").body if node.id in self.classes else node


def _text(annotation: ast.expr) -> str:
    return ast.unparse(ast.fix_missing_locations(annotation)).replace("'", '"')
