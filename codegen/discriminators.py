"""Decide how each union definition is written: natively tagged, by a callable discriminator, or first match wins.

A tagged union whose last branch takes any tag is split. Where that branch is refined (it refuses known tags), a callable
picks "known" or "other", so a malformed known event is an error. Where it is not refined, the specification lets a
malformed known event fall through, and so does the generated union: known branches first, then the fallback.
"""

from __future__ import annotations

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


class _Plan:
    def __init__(self, definitions: Definitions, refinements: Mapping[str, Mapping[str, InnerTag]]) -> None:
        self.definitions = definitions
        self.refinements = refinements
        self.result: Definitions = {}
        self.data: TemplateData = {}

    def resolve(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            schema = self.definitions[schema["$ref"].removeprefix(DEFINITION_PREFIX)]
        return schema

    def union(self, name: str, schema: Schema) -> Schema:
        branches = [branch for branch in schema["anyOf"] if branch != NULL]
        if NULL in schema["anyOf"] or not all("$ref" in branch for branch in branches):
            return schema
        tagging = find_tagging(branches, self.resolve)
        if tagging is None:
            self.data[name] = {"first_match": True}
            return schema
        if tagging.fallback is None and all(len(positions) == 1 for _, positions in tagging.groups):
            return _native(tagging, branches)
        if tagging.fallback is not None and not tagging.refined:
            return self.first_match(name, tagging, branches)
        return self.callable(name, tagging, branches)

    def first_match(self, name: str, tagging: Tagging, branches: list[Schema]) -> Schema:
        """Try the known branches, then the fallback."""
        known = Tagging(tagging.property, tagging.groups)
        parts = self.parts(name, known, branches)
        inner = next(iter(parts.values())) if len(parts) == 1 else self.tagged(f"{name}Tagged", parts, known)
        self.data[name] = {"first_match": True}
        return {"anyOf": [inner, branches[tagging.fallback or 0]]}

    def callable(self, name: str, tagging: Tagging, branches: list[Schema]) -> Schema:
        """Let a function read the tag and pick the branch."""
        parts = self.parts(name, tagging, branches)
        if tagging.fallback is not None:
            parts[FALLBACK_TAG] = branches[tagging.fallback]
        self.describe(name, tagging, parts)
        return {"anyOf": list(parts.values())}

    def parts(self, name: str, tagging: Tagging, branches: list[Schema]) -> dict[str, Schema]:
        """Split the tagged branches into one natively tagged union and one first-match union for each doubled tag."""
        single = Tagging(tagging.property, [group for group in tagging.groups if len(group[1]) == 1])
        parts: dict[str, Schema] = {}
        if single.groups:
            parts[KNOWN_TAG] = self.add(f"{name}{pascal_case(KNOWN_TAG)}", _native(single, branches))
        for tags, positions in tagging.groups:
            if len(positions) > 1:
                doubled = {"anyOf": [branches[position] for position in positions]}
                parts[tags[0]] = self.add(f"{name}{pascal_case(tags[0])}", doubled)
                self.data[parts[tags[0]]["$ref"].removeprefix(DEFINITION_PREFIX)] = {"first_match": True}
        return parts

    def tagged(self, name: str, parts: Mapping[str, Schema], tagging: Tagging) -> Schema:
        reference = self.add(name, {"anyOf": list(parts.values())})
        self.describe(reference["$ref"].removeprefix(DEFINITION_PREFIX), tagging, parts)
        return reference

    def describe(self, name: str, tagging: Tagging, parts: Mapping[str, Schema]) -> None:
        doubled = {tag: tags[0] for tags, positions in tagging.groups if len(positions) > 1 for tag in tags}
        known = {tag: KNOWN_TAG for tags, positions in tagging.groups if len(positions) == 1 for tag in tags}
        self.data[name] = {
            "branches": list(parts),
            "tags": known | doubled,
            "property": tagging.property,
            "field": snake_case(tagging.property),
            "inner": self.inner(name, tagging, parts),
        }

    def inner(self, name: str, tagging: Tagging, parts: Mapping[str, Schema]) -> dict[str, tuple[str, str, list[str]]]:
        """Look up the tags that the inner unions of a refined union list."""
        found: dict[str, tuple[str, str, list[str]]] = {}
        for tag, place in self.refinements.get(name, {}).items():
            branch = self.branch(tag, tagging.property, parts)
            values = tag_values(branch["properties"][place["property"]], place["tag"], self.resolve_all)
            found[tag] = (place["property"], place["tag"], list(values))
        return found

    def branch(self, tag: str, name: str, parts: Mapping[str, Schema]) -> Schema:
        """Find the class that a tag belongs to."""
        for part in parts.values():
            for candidate in self.resolve_all(part).get("anyOf", [part]):
                if tag in tag_values(candidate, name, self.resolve_all):
                    return self.resolve_all(candidate)
        raise ValueError(f"codegen/refinements.toml names the tag {tag!r}, which the union does not know")

    def resolve_all(self, schema: Schema) -> Schema:
        """Look through references, to the parts added by this plan as well."""
        while "$ref" in schema:
            name = schema["$ref"].removeprefix(DEFINITION_PREFIX)
            schema = self.result.get(name) or self.definitions[name]
        return schema

    def add(self, name: str, schema: Schema) -> Schema:
        """Add a part under its name, or reuse the branch when it is the only one."""
        if "anyOf" not in schema:
            return schema
        while name in self.definitions or name in self.result:
            name += "Union"
        self.result[name] = schema
        return {"$ref": f"{DEFINITION_PREFIX}{name}"}


def _native(tagging: Tagging, branches: list[Schema]) -> Schema:
    """Write a union that pydantic tells apart by itself, with the explicit mapping that the generator would guess."""
    order = [positions[0] for _, positions in tagging.groups]
    if len(order) == 1:
        return branches[order[0]]
    mapping = {tag: branches[positions[0]]["$ref"] for tags, positions in tagging.groups for tag in tags}
    discriminator = {"propertyName": tagging.property, "mapping": mapping}
    return {"anyOf": [branches[position] for position in order], "discriminator": discriminator}
