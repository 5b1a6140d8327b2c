"""How a union is told apart: by a tag, with or without a fallback for unknown tags, or by trying branches in order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from codegen.normalize import Schema

Resolve = Callable[[Schema], Schema]


@dataclass(frozen=True, slots=True)
class Tagging:
    """The tag of a union and what each branch does with it.

    Attributes:
        property: the tag's property name on the wire.
        groups: for each set of branches that claim the same tag values, those values and the branches' positions.
        fallback: the position of the branch that takes every other tag, if there is one.
        refined: whether that branch refuses the tags of the others, so that a malformed known event is an error.
    """

    property: str
    groups: list[tuple[tuple[str, ...], tuple[int, ...]]] = field(default_factory=list)
    fallback: int | None = None
    refined: bool = False


def find_tagging(branches: list[Schema], resolve: Resolve) -> Tagging | None:
    """Find the property that tells the branches apart best, or None when there is none.

    Args:
        branches: the alternatives, without `null`.
        resolve: looks through a reference.
    """
    candidates = _tag_candidates(resolve(branches[0]), resolve)
    taggings = [found for name in candidates if (found := _tagging(branches, name, resolve)) is not None]
    best = max(taggings, key=lambda tagging: len(tagging.groups), default=None)
    if best is None or (len(best.groups) == 1 and best.fallback is None):
        return None
    return best


def _tag_candidates(schema: Schema, resolve: Resolve) -> list[str]:
    if "anyOf" in schema:
        return _tag_candidates(resolve(schema["anyOf"][0]), resolve)
    return [name for name in schema.get("properties", {}) if _own_tags(schema, name, resolve)]


def _tagging(branches: list[Schema], name: str, resolve: Resolve) -> Tagging | None:
    tags = [tag_values(branch, name, resolve) for branch in branches]
    last = len(branches) - 1
    fallback = last if not tags[last] and _is_fallback(resolve(branches[last]), name) else None
    tagged = tags[:last] if fallback is not None else tags
    if not tagged or not all(tagged):
        return None
    refined = fallback is not None and "x-zod-refine" in resolve(branches[last])
    return Tagging(name, _group(tagged), fallback, refined)


def tag_values(schema: Schema, name: str, resolve: Resolve) -> tuple[str, ...]:
    """List the tag values that a branch accepts; empty when the property does not tell it apart."""
    schema = resolve(schema)
    if "anyOf" not in schema:
        return _own_tags(schema, name, resolve)
    nested = [tag_values(branch, name, resolve) for branch in schema["anyOf"]]
    return tuple(dict.fromkeys(tag for tags in nested for tag in tags)) if all(nested) else ()


def _own_tags(schema: Schema, name: str, resolve: Resolve) -> tuple[str, ...]:
    if name not in schema.get("required", ()):
        return ()
    values: list[Any] = resolve(schema["properties"][name]).get("enum", [])
    return tuple(values) if all(isinstance(value, str) for value in values) else ()


def _is_fallback(schema: Schema, name: str) -> bool:
    tag = schema.get("properties", {}).get(name, {})
    return name in schema.get("required", ()) and tag.get("type") == "string"


def _group(tags: list[tuple[str, ...]]) -> list[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Join the branches whose tags overlap; each tag then belongs to exactly one group."""
    groups: list[tuple[dict[str, None], list[int]]] = []
    for position, values in enumerate(tags):
        overlapping = [group for group in groups if any(value in group[0] for value in values)]
        joined: tuple[dict[str, None], list[int]] = ({}, [])
        for group in overlapping:
            groups.remove(group)
            joined[0].update(group[0])
            joined[1].extend(group[1])
        joined[0].update(dict.fromkeys(values))
        joined[1].append(position)
        groups.append(joined)
    return [(tuple(values), tuple(sorted(positions))) for values, positions in sorted(groups, key=lambda g: min(g[1]))]
