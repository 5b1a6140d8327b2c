"""One difference between two sets of specs: what it is about and what happened to it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Subject = Literal[
    "package",
    "version",
    "integrity",
    "dependency",
    "source",
    "document",
    "schema",
    "property",
    "type",
    "value",
    "member",
    "keyword",
    "model id",
    "export",
    "tool",
    "endpoint",
    "entry",
]
Verb = Literal["added", "removed", "changed", "became required", "became optional"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A difference, with where it stands; what does not apply is empty or None.

    Attributes:
        package: npm name; empty for what belongs to all packages.
        document: path below `specs/`; empty for facts of the package itself.
        schema: name of the definition.
        field: path of the field inside the schema: `choices[].delta.content`.
        subject: what changed.
        verb: what happened to it.
        old: the value before, as text or JSON.
        new: the value after.
    """

    package: str
    subject: Subject
    verb: Verb
    document: str = ""
    schema: str = ""
    field: str = ""
    old: Any = None
    new: Any = None

    def as_json(self) -> dict[str, Any]:
        """Return the change as a JSON object, empty facts left out."""
        return {key: value for key, value in asdict(self).items() if value not in ("", None)}


Make = Callable[..., Change]
"""Makes a change of which package and document are known already."""


def compare_maps(make: Make, subject: Subject, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Yield what was added to, removed from and changed in a map, by name."""
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            yield make(subject=subject, verb="added", field=name, new=new[name])
        elif name not in new:
            yield make(subject=subject, verb="removed", field=name, old=old[name])
        elif old[name] != new[name]:
            yield from _compare_entries(make, subject, name, old[name], new[name])


def _compare_entries(make: Make, subject: Subject, name: str, old: Any, new: Any) -> Iterator[Change]:
    """Two entries of one name: fact by fact where they have facts."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        yield make(subject=subject, verb="changed", field=name, old=old, new=new)
        return
    for fact in sorted(old.keys() | new.keys()):
        if old.get(fact) != new.get(fact):
            yield make(subject=subject, verb="changed", field=f"{name} {fact}", old=old.get(fact), new=new.get(fact))


def counted(count: int, what: str) -> str:
    """Return `1 change`, `2 changes`."""
    return f"{count} {what}{'' if count == 1 else 's'}"
