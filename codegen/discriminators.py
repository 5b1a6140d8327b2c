"""Decide how each union definition is written: natively tagged, by a callable discriminator, or by first match.

A tagged union whose last branch takes any tag is split. Where that branch is refined (it refuses known tags), a
callable picks "known" or "other", so a malformed known event is an error. Where it is not refined, the specification
lets a malformed known event fall through, and so does the generated union: known branches first, then the fallback.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypedDict

from codegen.check_schema import DEFINITION_PREFIX
from codegen.names import pascal_case, snake_case
from codegen.normalize import NULL, Schema
from codegen.unions import Tagging, find_tagging, tag_values

FALLBACK_TAG = "other"
KNOWN_TAG = "known"

Definitions = dict[str, Schema]
TemplateData = dict[str, dict[str, Any]]


class InnerTag(TypedDict):
    """Where an event says more about its kind: a property of the event, and the tag within."""

    property: str
    tag: str


def plan_unions(
    definitions: Definitions, refinements: Mapping[str, Mapping[str, InnerTag]] = MappingProxyType({})
) -> tuple[Definitions, TemplateData]:
    """Write every union of classes so that it is told apart the way the specification does.

    Args:
        definitions: every definition of a module, shapes lifted and named.
        refinements: union -> known tag -> the inner tag that decides whether the event is known after all.

    Returns:
        The definitions, with the parts of split unions added, and what the alias template needs to know by name.
    """
    plan = _Plan(definitions, refinements)
    for name, schema in definitions.items():
        plan.result[name] = plan.union(name, schema) if "anyOf" in schema else schema
    return plan.result, plan.data


Group = tuple[tuple[str, ...], tuple[int, ...]]


class _Plan:
    def __init__(self, definitions: Definitions, refinements: Mapping[str, Mapping[str, InnerTag]]) -> None:
        self.definitions = definitions
        self.refinements = refinements
        self.result: Definitions = {}
        self.data: TemplateData = {}

    def resolve(self, schema: Schema) -> Schema:
        """Look through references to the definitions as they were before this plan."""
        while "$ref" in schema:
            schema = self.definitions[schema["$ref"].removeprefix(DEFINITION_PREFIX)]
        return schema

    def union(self, name: str, schema: Schema) -> Schema:
        """Plan one union definition."""
        branches: list[Schema] = schema["anyOf"]
        if NULL in branches or not all("$ref" in branch for branch in branches):
            return schema
        tagging = find_tagging(branches, self.resolve)
        if tagging is None:
            self.data[name] = {"first_match": True}
            return schema
        if tagging.fallback is None and all(self.is_plain(group, branches) for group in tagging.groups):
            return _native(tagging.property, tagging.groups, branches)
        if tagging.fallback is not None and not tagging.refined:
            return self.first_match(name, tagging, branches)
        return self.callable(name, tagging, branches)

    def is_plain(self, group: Group, branches: list[Schema]) -> bool:
        """Say whether a set of tags belongs to one class alone, which pydantic can tell apart by itself."""
        return len(group[1]) == 1 and "anyOf" not in self.resolve(branches[group[1][0]])

    def first_match(self, name: str, tagging: Tagging, branches: list[Schema]) -> Schema:
        """Try the known branches, then the fallback."""
        parts = self.parts(name, tagging, branches)
        known = next(iter(parts.values()))
        if len(parts) > 1:
            known = self.add(f"{name}Tagged", {"anyOf": list(parts.values())})
            self.describe(known["$ref"].removeprefix(DEFINITION_PREFIX), tagging, branches, parts)
        self.data[name] = {"first_match": True}
        return {"anyOf": [known, branches[-1]]}

    def callable(self, name: str, tagging: Tagging, branches: list[Schema]) -> Schema:
        """Let a function read the tag and pick the branch."""
        parts = self.parts(name, tagging, branches)
        if tagging.fallback is not None:
            parts[FALLBACK_TAG] = branches[tagging.fallback]
        self.describe(name, tagging, branches, parts)
        return {"anyOf": list(parts.values())}

    def parts(self, name: str, tagging: Tagging, branches: list[Schema]) -> dict[str, Schema]:
        """Split the tagged branches: the plain ones are one native union, each other group stands by itself."""
        parts: dict[str, Schema] = {}
        plain = [group for group in tagging.groups if self.is_plain(group, branches)]
        if plain:
            parts[KNOWN_TAG] = self.add(f"{name}Known", _native(tagging.property, plain, branches))
        for group in tagging.groups:
            if group not in plain:
                parts[group[0][0]] = self.special(f"{name}{pascal_case(group[0][0])}", group[1], branches)
        return parts

    def special(self, name: str, positions: tuple[int, ...], branches: list[Schema]) -> Schema:
        """Join the branches that share a tag; they are tried in order."""
        if len(positions) == 1:
            return branches[positions[0]]
        reference = self.add(name, {"anyOf": [branches[position] for position in positions]})
        self.data[reference["$ref"].removeprefix(DEFINITION_PREFIX)] = {"first_match": True}
        return reference

    def describe(self, name: str, tagging: Tagging, branches: list[Schema], parts: Mapping[str, Schema]) -> None:
        """Note what the template of a callable discriminator needs."""
        tags = {
            tag: KNOWN_TAG if self.is_plain(group, branches) else group[0][0]
            for group in tagging.groups
            for tag in group[0]
        }
        self.data[name] = {
            "branches": list(parts),
            "tags": tags,
            "property": tagging.property,
            "field": snake_case(tagging.property),
            "inner": self.inner(name, tagging.property, branches),
        }

    def inner(self, name: str, tag_name: str, branches: list[Schema]) -> dict[str, tuple[str, str, list[str]]]:
        """Look up the tags that the inner unions of a refined union list."""
        found: dict[str, tuple[str, str, list[str]]] = {}
        for tag, place in self.refinements.get(name, {}).items():
            owner = next((b for b in branches if tag in tag_values(b, tag_name, self.resolve)), None)
            if owner is None:
                raise ValueError(f"codegen/refinements.toml names the tag {tag!r}, which {name} does not know")
            inside = self.resolve(owner)["properties"][place["property"]]
            found[tag] = (place["property"], place["tag"], list(tag_values(inside, place["tag"], self.resolve)))
        return found

    def add(self, name: str, schema: Schema) -> Schema:
        """Add a part under its name, or reuse the branch when it is the only one."""
        if "anyOf" not in schema:
            return schema
        while name in self.definitions or name in self.result:
            name += "Union"
        self.result[name] = schema
        return {"$ref": f"{DEFINITION_PREFIX}{name}"}


def _native(name: str, groups: list[Group], branches: list[Schema]) -> Schema:
    """Write a union that pydantic tells apart by itself, with the explicit mapping that the generator would guess."""
    order = [branches[positions[0]] for _, positions in groups]
    if len(order) == 1:
        return order[0]
    mapping = {tag: branches[positions[0]]["$ref"] for tags, positions in groups for tag in tags}
    return {"anyOf": order, "discriminator": {"propertyName": name, "mapping": mapping}}
