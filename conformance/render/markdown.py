"""The tables of a report as markdown, for notes and documentation."""

from collections.abc import Iterable, Sequence

from conformance.render.summary import STANDINGS, Report, Row
from conformance.surface.table import COLUMNS, SurfaceTable


def markdown(report: Report, surface: SurfaceTable | None = None) -> str:
    """Return the report as markdown that ends with a newline."""
    blocks = [_heading(report), _table(_OUTCOME_COLUMNS, [_outcome_cells(row) for row in _rows(report)])]
    if report.parts:
        rows = [row for row in _rows(report) if row.parts]
        blocks.append(_table(["provider", *report.parts], [_part_cells(row, report.parts) for row in rows]))
    if report.known_gaps:
        blocks.append("Known gaps:\n\n" + "\n".join(_gap(*gap) for gap in report.known_gaps.items()))
    if surface is not None:
        blocks.append(surface_markdown(surface))
    return "\n\n".join(blocks) + "\n"


_OUTCOME_COLUMNS = ["provider", "cases", *STANDINGS.values(), "full", "core"]


def _heading(report: Report) -> str:
    counts = report.header["counts"]
    versions = report.header["versions"]
    sides = [
        f"- {side}: {_versions(versions[key])}" for side, key in (("TypeScript", "typescript"), ("Python", "python"))
    ]
    ran = f"{counts['selected']} of {counts['cases']} cases of the suite `{report.header['suite']}`"
    return "\n".join([f"{ran}, run at {report.header['date']}", "", *sides])


def _versions(versions: dict[str, str]) -> str:
    return ", ".join(f"{package} {version}" for package, version in versions.items())


def _rows(report: Report) -> list[Row]:
    return [*report.rows, report.total]


def _outcome_cells(row: Row) -> list[str]:
    counts = (str(row.standings[standing]) for standing in STANDINGS)
    return [row.name, str(row.cases), *counts, row.full.text, row.core.text]


def _part_cells(row: Row, parts: Sequence[str]) -> list[str]:
    return [row.name, *(row.parts[part].text if part in row.parts else "" for part in parts)]


def _gap(reason: str, cases: Sequence[str]) -> str:
    return f"- {' '.join(reason.split())} ({len(cases)}): {', '.join(f'`{case}`' for case in cases)}"


def surface_markdown(surface: SurfaceTable) -> str:
    """Return the counts of the surface table by package."""
    rows = [package.counted.cells for package in surface.packages]
    return _table(COLUMNS, [*rows, surface.total.cells])


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ["---", *["--:"] * (len(columns) - 1)]
    return "\n".join(_line(cells) for cells in (columns, rule, *rows))


def _line(cells: Sequence[str]) -> str:
    escaped = (cell.replace("|", "\\|").replace("\n", " ") for cell in cells)
    return f"| {' | '.join(escaped)} |"
