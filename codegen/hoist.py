"""Give every nested shape a name: what was inline becomes a definition of its own, equal shapes become one.

Law: afterwards a class stands only at the top, and every union of classes, tagged or not, is a definition.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from codegen.check_schema import DEFINITION_PREFIX
from codegen.names import ITEMS, VALUES
from codegen.normalize import BY_TYPE, NOTES, NULL, SHAPES, Schema, split_null, union
from codegen.unions import find_tagging, tag_values

Path = tuple[str, ...]

_SHAPE_PREFIX = "#/shape/"
_SHAPE_REFERENCE = re.compile(f"{_SHAPE_PREFIX}([0-9a-f]{{64}})")
_CONSTRAINTS = frozenset(keyword for keywords in BY_TYPE.values() for keyword in keywords) - SHAPES


@dataclass(slots=True)
class Hoisted:
    """The result: top definitions whose inner shapes are references, and those shapes with the paths they stand at."""

    definitions: dict[str, Schema] = field(default_factory=dict)
    shapes: dict[str, Schema] = field(default_factory=dict)
    paths: dict[str, list[Path]] = field(default_factory=dict)


def hoist(definitions: Mapping[str, Schema]) -> Hoisted:
    """Lift every nested object and union of a module's normalised definitions."""
    lift = _Lift(definitions)
    for name, schema in definitions.items():
        lift.result.definitions[name] = lift.top(schema, name)
    return lift.result


def rename(hoisted: Hoisted, names: Mapping[str, str]) -> dict[str, Schema]:
    """Put the chosen names in place of the shapes' fingerprints; definitions first, then the lifted shapes."""
    lifted = {names[shape]: schema for shape, schema in hoisted.shapes.items()}
    text = _SHAPE_REFERENCE.sub(
        lambda match: f"{DEFINITION_PREFIX}{names[match[1]]}", json.dumps([hoisted.definitions, lifted])
    )
    definitions: tuple[dict[str, Schema], dict[str, Schema]] = json.loads(text)
    return definitions[0] | definitions[1]


class _Lift:
    def __init__(self, definitions: Mapping[str, Schema]) -> None:
        self.definitions = definitions
        self.result = Hoisted()
        self.taken: dict[Path, str] = {}

    def resolve(self, schema: Schema) -> Schema:
        """Look through references, to definitions and to shapes already lifted."""
        while "$ref" in schema:
            reference: str = schema["$ref"]
            if reference.startswith(_SHAPE_PREFIX):
                schema = self.result.shapes[reference.removeprefix(_SHAPE_PREFIX)]
            else:
                schema = self.definitions[reference.removeprefix(DEFINITION_PREFIX)]
        return schema

    def top(self, schema: Schema, name: str) -> Schema:
        """Lift what stands below a definition; the definition itself keeps its place and its name."""
        core, nullable = split_null(schema)
        if not nullable:
            return self.inner(schema, (name,))
        return union([self.place(core, (name, "value")), NULL])

    def inner(self, schema: Schema, path: Path) -> Schema:
        """Lift what stands below a schema, leaving the schema itself in place."""
        result = dict(schema)
        if "properties" in schema:
            properties = schema["properties"].items()
            result["properties"] = {name: self.property(child, (*path, name)) for name, child in properties}
        if "items" in schema and isinstance(schema["items"], dict):
            result["items"] = self.place(schema["items"], (*path, ITEMS))
        if isinstance(schema.get("additionalProperties"), dict):
            result["additionalProperties"] = self.place(schema["additionalProperties"], (*path, VALUES))
        if "prefixItems" in schema:
            parts = enumerate(schema["prefixItems"], 1)
            result["prefixItems"] = [self.place(part, (*path, f"part{number}")) for number, part in parts]
        if "anyOf" in schema:
            result["anyOf"] = self.branches(schema["anyOf"], path)
        return result

    def property(self, schema: Schema, path: Path) -> Schema:
        """Place a property, whose notes and constraints can stay beside it."""
        notes = {keyword: schema[keyword] for keyword in NOTES if keyword in schema}
        return {**self.place(schema, path, constraints_fit=True), **notes}

    def branches(self, branches: list[Schema], path: Path) -> list[Schema]:
        """Lift the alternatives of a union; where only some are classes, those become a union of their own."""
        classes = [branch for branch in branches if self.is_class(branch)]
        if len(classes) <= 1:
            return [self.place(branch, path) for branch in branches]
        if len(classes) == len(branches):
            names = self.branch_names(classes)
            return [self.place(branch, (*path, name)) for branch, name in zip(branches, names, strict=True)]
        rest = [self.place(branch, path) for branch in branches if branch not in classes]
        return [*rest, self.place({"anyOf": classes}, (*path, "object"))]

    def branch_names(self, classes: list[Schema]) -> list[str]:
        """Name each alternative by its tag, or by its position where no tag tells them apart."""
        tagging = find_tagging(classes, self.resolve)
        if tagging is None:
            return [f"variant{number}" for number in range(1, len(classes) + 1)]
        tags = (tag_values(branch, tagging.property, self.resolve) for branch in classes)
        return [values[0] if values else "other" for values in tags]

    def place(self, schema: Schema, path: Path, *, constraints_fit: bool = False) -> Schema:
        """Put a reference where a shape needs a name of its own; keep anything else inline."""
        plain = {keyword: value for keyword, value in schema.items() if keyword not in NOTES}
        core, nullable = split_null(plain)
        core = self.inner(core, path)
        if self.needs_name(core, constraints_fit=constraints_fit):
            core = self.lift(core, path)
        return union([core, NULL]) if nullable else core

    def needs_name(self, schema: Schema, *, constraints_fit: bool) -> bool:
        """Say whether a schema must be a definition: classes and their unions, tuples, constraints without a field."""
        if "anyOf" in schema:
            return sum(self.is_class(branch) for branch in schema["anyOf"]) > 1
        constrained = not constraints_fit and not _CONSTRAINTS.isdisjoint(schema)
        return constrained or "prefixItems" in schema or is_model(schema)

    def is_class(self, schema: Schema) -> bool:
        """Say whether every value of this schema is an instance of a generated class."""
        resolved = self.resolve(schema)
        if "anyOf" in resolved:
            return all(self.is_class(branch) for branch in resolved["anyOf"])
        return is_model(resolved)

    def lift(self, schema: Schema, path: Path) -> Schema:
        """Give a shape its own place; where another shape already stands at the path, the path says so."""
        shape = hashlib.sha256(json.dumps(schema).encode()).hexdigest()
        own, number = path, 1
        while self.taken.setdefault(own, shape) != shape:
            number += 1
            own = (*path, f"variant{number}")
        self.result.shapes.setdefault(shape, schema)
        self.result.paths.setdefault(shape, []).append(own)
        return {"$ref": f"{_SHAPE_PREFIX}{shape}"}


def is_model(schema: Schema) -> bool:
    """Say whether an object becomes a class; a record (only `additionalProperties`) stays a dict."""
    if schema.get("type") != "object":
        return False
    return "properties" in schema
