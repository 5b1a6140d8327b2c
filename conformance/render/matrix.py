"""The matrix of a report: provider by surface, a surface being a model kind and a method."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from conformance.render.summary import Report, Row, grouped, summarize
from conformance.score import Score

CORE_PACKAGE = "ai"
"""The directory of the cases that call functions of the `ai` package: a column each would drown the providers."""

_SHADES = ((1.0, "all"), (0.9, "most"), (0.5, "half"), (0.0, "few"))


@dataclass(frozen=True, slots=True)
class Cell:
    """The cases of one provider on one surface."""

    package: str
    surface: str
    method: str
    row: Row

    @property
    def shade(self) -> str:
        """How it is coloured; `absent` when nothing of it is ported."""
        if self.row.standings["not_ported"] == self.row.cases:
            return "absent"
        return shade(self.row.full)

    @property
    def label(self) -> str:
        """The cell in words."""
        return f"{self.package}, {self.surface} {self.method}: {self.row.full.equal} of {self.row.cases} identical"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns by surface, each with its methods; a row has None where a provider has no case."""

    columns: dict[str, list[str]]
    rows: dict[str, list[Cell | None]]
    functions: list[Cell]
    """What the `ai` package's own cases call."""


def shade(score: Score) -> str:
    """Return the step of the colour scale for a score."""
    share = score.equal / score.of if score.of else 0.0
    return next((name for least, name in _SHADES if share >= least and score.equal), "none")


def matrix(report: Report) -> Matrix:
    """Arrange the results. A case that could not even be read has no surface and is in no cell."""
    cells: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for line in report.results:
        if "surface" in line:
            cells.setdefault((line["package"], line["surface"], line["method"]), []).append(line)
    found = {key: Cell(*key, summarize(key[0], lines)) for key, lines in sorted(cells.items())}
    columns = _columns([key for key in found if key[0] != CORE_PACKAGE])
    places = [(surface, method) for surface, methods in columns.items() for method in methods]
    packages = sorted(grouped(report.results, "package").keys() - {CORE_PACKAGE})
    return Matrix(
        columns,
        {package: [found.get((package, *place)) for place in places] for package in packages},
        sorted((cell for cell in found.values() if cell.package == CORE_PACKAGE), key=lambda cell: cell.method.lower()),
    )


def _columns(keys: Sequence[tuple[str, str, str]]) -> dict[str, list[str]]:
    """Return the surfaces that most providers have first."""
    providers: dict[str, set[str]] = {}
    methods: dict[str, set[str]] = {}
    for package, surface, method in keys:
        providers.setdefault(surface, set()).add(package)
        methods.setdefault(surface, set()).add(method)
    order = sorted(providers, key=lambda surface: (-len(providers[surface]), surface))
    return {surface: sorted(methods[surface]) for surface in order}
