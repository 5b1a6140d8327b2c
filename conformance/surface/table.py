"""The table itself: each export resolved one way or another, counted, with what is wrong with the rules."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from conformance.score import Score
from conformance.surface.exports import Export, Package, read_packages
from conformance.surface.lookup import Lookup, resolves
from conformance.surface.rules import Rule, Rules, read_rules

STATUSES = {"ported": "ported", "not_ported": "not ported", "not_applicable": "not applicable"}


@dataclass(frozen=True, slots=True)
class SurfaceRow:
    """One export: its Python name when it is ported, and the reason or a hint when it is not."""

    export: Export
    status: str
    python: str = ""
    note: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the row as JSON."""
        described = {key: value for key, value in asdict(self.export).items() if key not in {"package", "folder"}}
        return described | {"status": self.status, "python": self.python or None, "note": self.note or None}


@dataclass(frozen=True, slots=True)
class Counted:
    """How many exports have which status; the statuses add up to the exports."""

    name: str
    version: str
    statuses: Counter[str]

    @property
    def exports(self) -> int:
        """How many there are."""
        return self.statuses.total()

    @property
    def applicable(self) -> Score:
        """Ported exports of those that have a meaning in Python."""
        return Score(self.statuses["ported"], self.exports - self.statuses["not_applicable"])

    @property
    def cells(self) -> list[str]:
        """The row of a table: name, version, exports, each status, ported of applicable."""
        counts = (str(self.statuses[status]) for status in STATUSES)
        return [self.name, self.version, str(self.exports), *counts, self.applicable.text]

    def to_json(self) -> dict[str, Any]:
        """Return the counts as JSON."""
        return {"exports": self.exports, **{status: self.statuses[status] for status in STATUSES}}


COLUMNS = ("package", "version", "exports", *STATUSES.values(), "ported of applicable")


@dataclass(frozen=True, slots=True)
class SurfacePackage:
    """A package with its rows."""

    counted: Counted
    rows: tuple[SurfaceRow, ...]


@dataclass(frozen=True, slots=True)
class SurfaceTable:
    """Every package, and the complaints about the rules: rows that decide nothing, renames that lead nowhere."""

    packages: Sequence[SurfacePackage]
    complaints: Sequence[str] = ()

    @property
    def total(self) -> Counted:
        """The counts over all packages."""
        return Counted("total", "", sum((package.counted.statuses for package in self.packages), Counter[str]()))

    def only(self, name: str) -> "SurfaceTable":
        """Return the table of one package, named as on npm or without the scope."""
        names = {name, f"@ai-sdk/{name}"}
        return SurfaceTable([found for found in self.packages if found.counted.name in names], self.complaints)

    def to_json(self) -> dict[str, Any]:
        """Return the table as JSON."""
        packages = [
            {
                "package": package.counted.name,
                "version": package.counted.version,
                "counts": package.counted.to_json(),
                "exports": [row.to_json() for row in package.rows],
            }
            for package in self.packages
        ]
        return {"total": self.total.to_json(), "packages": packages}


def build_table(packages: Sequence[Package] | None = None, rules: Rules | None = None) -> SurfaceTable:
    """Resolve every export of the given packages (default: those of the specs) by the given rules."""
    packages = read_packages() if packages is None else packages
    resolver = _Resolver(read_rules() if rules is None else rules, packages)
    resolved = [_package(package, resolver) for package in packages]
    return SurfaceTable(resolved, resolver.complaints())


def _package(package: Package, resolver: "_Resolver") -> SurfacePackage:
    rows = tuple(map(resolver.resolve, package.exports))
    return SurfacePackage(Counted(package.name, package.version, Counter(row.status for row in rows)), rows)


class _Resolver:
    """Applies renames, then the name rules, then what became part of something else, then what is not applicable."""

    def __init__(self, rules: Rules, packages: Iterable[Package]) -> None:
        self._rules = rules
        self._lookup = Lookup(rules.scopes)
        self._exports = {(export.package, export.name): export for package in packages for export in package.exports}
        self._used: set[Rule] = set()
        self._broken: list[str] = []

    def resolve(self, export: Export) -> SurfaceRow:
        if python := self._python(export):
            return SurfaceRow(export, "ported", python)
        return self._part(export) or self._not_applicable(export) or self._not_ported(export)

    def _python(self, export: Export) -> str | None:
        return self._renamed(export) or self._lookup.find(export)

    def _renamed(self, export: Export) -> str | None:
        found = self._rules.first("rename", export)
        if found is None:
            return None
        rule, match = found
        self._used.add(rule)
        value = match.expand(rule.value)
        dotted = value if value.startswith("ai_sdk") else f"{self._lookup.scope(export).module}.{value}"
        if resolves(dotted):
            return dotted
        self._broken.append(f"{rule}: {dotted} is not there")
        return None

    def _part(self, export: Export) -> SurfaceRow | None:
        found = self._rules.first("part_of", export)
        if found is None:
            return None
        rule, match = found
        self._used.add(rule)
        whole = self._exports.get((export.package, match.expand(rule.value)))
        if whole is None:
            self._broken.append(f"{rule}: {export.package} exports no {match.expand(rule.value)}")
            return None
        python = self._python(whole)
        return SurfaceRow(export, "ported", python, rule.reason) if python else None

    def _not_applicable(self, export: Export) -> SurfaceRow | None:
        found = self._rules.first("not_applicable", export)
        if found is None:
            return None
        self._used.add(found[0])
        return SurfaceRow(export, "not_applicable", note=found[0].reason)

    def _not_ported(self, export: Export) -> SurfaceRow:
        inside = self._lookup.find_inside(export)
        return SurfaceRow(export, "not_ported", note=f"not exported; there is {inside}" if inside else "")

    def complaints(self) -> list[str]:
        stale = (f"{rule}: decides nothing" for rule in self._rules.rows if rule not in self._used)
        return [*_unique(self._broken), *stale]


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
