"""The hand-written exceptions to the name rules (`names.toml`). A row that decides nothing is an error."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

from conformance.surface.exports import Export
from conformance.surface.lookup import Scope

NAMES = Path(__file__).resolve().parent / "names.toml"
Verb = Literal["rename", "part_of", "not_applicable"]


class RulesError(Exception):
    """A row of `names.toml` is malformed."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: what it does to the exports whose package, entry and kind it names and whose whole name it matches.

    `value` is the Python name of a rename, and the TypeScript export that an export has become a part of; both may
    refer to groups of the pattern.
    """

    verb: Verb
    pattern: str
    package: str = "*"
    entry: str = "*"
    kinds: tuple[str, ...] = ()
    value: str = ""
    reason: str = ""

    def match(self, export: Export) -> re.Match[str] | None:
        """Return the match of an export that the row is about."""
        if self.kinds and export.kind not in self.kinds:
            return None
        if not (fnmatchcase(export.package, self.package) and fnmatchcase(export.entry, self.entry)):
            return None
        return re.fullmatch(self.pattern, export.name)

    def __str__(self) -> str:
        """Name the row in a complaint."""
        return f"{self.verb} {self.package} {self.pattern}"


@dataclass(frozen=True, slots=True)
class Rules:
    """All rows, in order: the first that matches counts."""

    rows: Sequence[Rule] = ()
    scopes: dict[str, Scope] = field(default_factory=dict)

    def first(self, verb: Verb, export: Export) -> tuple[Rule, re.Match[str]] | None:
        """Return the first row of a kind that is about an export."""
        found = ((rule, rule.match(export)) for rule in self.rows if rule.verb == verb)
        return next(((rule, match) for rule, match in found if match), None)


_KEYS: dict[Verb, tuple[str, ...]] = {
    "rename": ("python",),
    "part_of": ("of", "reason"),
    "not_applicable": ("reason",),
}
_COMMON = {"pattern", "package", "entry", "kinds"}


def read_rules(path: Path = NAMES) -> Rules:
    """Return the rows of a file. Raises `RulesError` for a row with a key too many or too few."""
    document = tomllib.loads(path.read_text("utf-8"))
    if unknown := document.keys() - {*_KEYS, "module"}:
        raise RulesError(f"unknown tables: {', '.join(sorted(unknown))}")
    rows = tuple(_rule(verb, row) for verb in _KEYS for row in document.get(verb, ()))
    return Rules(rows, {key: _scope(scope) for key, scope in document.get("module", {}).items()})


def _scope(row: dict[str, Any]) -> Scope:
    return Scope(row["module"], below=row.get("below", False), without=tuple(row.get("without", ())))


def _rule(verb: Verb, row: dict[str, Any]) -> Rule:
    needed = {"pattern", *_KEYS[verb]}
    if missing := needed - row.keys():
        raise RulesError(f"{verb} {row.get('pattern', row)}: {', '.join(sorted(missing))} is missing")
    if unknown := row.keys() - needed - _COMMON:
        raise RulesError(f"{verb} {row['pattern']}: unknown {', '.join(sorted(unknown))}")
    common = {key: row[key] for key in ("pattern", "package", "entry") if key in row}
    value = row.get("python") or row.get("of") or ""
    return Rule(verb, **common, kinds=tuple(row.get("kinds", ())), value=value, reason=row.get("reason", ""))
