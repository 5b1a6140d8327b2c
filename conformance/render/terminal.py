"""The terminal's view of a run: the first differences, then tables of totals that fit 80 columns."""

import json
from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from conformance.render.summary import STANDINGS, Report, Row
from conformance.surface.table import COLUMNS, STATUSES, SurfaceTable

_DIFFERENCES_SHOWN = 4
_WIDTH = 240
_COLORS = {"differing": "red", "known_gap": "yellow", "not_ported": "dim", "could_not_run": "magenta"}


def print_differences(console: Console, results: Sequence[dict[str, Any]], limit: int, *, core: bool) -> None:
    """Print the first cases that neither pass nor are known gaps, and where they differ."""
    failing = [line for line in results if line["outcome"] not in {"identical", "not_ported"}]
    wanted = [line for line in failing if "known_gap" not in line and not (core and line["core"])]
    for line in wanted[:limit]:
        console.print(f"{line['outcome']} {line['case']} {line.get('reason', '')}", markup=False, style="bold")
        shown = [difference for difference in line["differences"] if difference["core"] or not core]
        for difference in shown[:_DIFFERENCES_SHOWN]:
            console.print(f"    {_describe(difference)}", markup=False, highlight=False, soft_wrap=True)
        if len(shown) > _DIFFERENCES_SHOWN:
            console.print(f"    and {len(shown) - _DIFFERENCES_SHOWN} more", markup=False)


def _describe(difference: dict[str, Any]) -> str:
    sides = [f"{side} {_text(difference, side)}" for side in ("want", "got")]
    return f"{difference['path']}: {', '.join(sides)}"


def _text(difference: dict[str, Any], side: str) -> str:
    text = json.dumps(difference[side], ensure_ascii=False) if side in difference else "(absent)"
    return text if len(text) <= _WIDTH else text[:_WIDTH] + "…"


def print_totals(console: Console, report: Report) -> None:
    """Print what became of the cases and which parts of them are equal, by provider."""
    outcomes = _table("identical\n(full)", "core", "differ", "known\ngaps", "not\nported", "could\nnot\nrun")
    parts = _table(*report.parts)
    for row in report.rows:
        _add(outcomes, parts, row, report.parts)
    for table in (outcomes, parts):
        table.add_section()
    _add(outcomes, parts, report.total, report.parts)
    console.print(outcomes, "", sep="\n")
    if report.parts:
        console.print(parts)


def _add(outcomes: Table, parts: Table, row: Row, names: Sequence[str]) -> None:
    outcomes.add_row(row.name, row.full.text, row.core.text, *_counts(row))
    if row.parts:
        parts.add_row(row.name, *(str(row.parts.get(part, "")) for part in names))


def print_surface(console: Console, surface: SurfaceTable, *, exports: bool) -> None:
    """Print how many exports of each package are ported; with `exports`, what became of each."""
    for package in surface.packages if exports else ():
        for row in package.rows:
            found = " ".join(filter(None, (row.python, row.note and f"({row.note})")))
            line = f"{row.export.entry} {row.export.name}: {STATUSES[row.status]} {found}".rstrip()
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    table = _table(*(column.replace(" ", "\n", 1) for column in COLUMNS[2:]), first=COLUMNS[0])
    for package in surface.packages:
        table.add_row(*_without_version(package.counted.cells))
    table.add_section()
    table.add_row(*_without_version(surface.total.cells))
    console.print(table)


def _without_version(cells: Sequence[str]) -> list[str]:
    return [cells[0], *cells[2:]]


def _table(*columns: str, first: str = "provider") -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    table.add_column(first, no_wrap=True, vertical="bottom")
    for column in columns:
        table.add_column(column, justify="right", overflow="fold", vertical="bottom")
    return table


def _counts(row: Row) -> list[str]:
    counts = [(name, row.standings[name]) for name in STANDINGS if name != "identical"]
    return [f"[{_COLORS[name]}]{count}[/]" if count else "[dim]·[/]" for name, count in counts]


def print_complaints(console: Console, complaints: Sequence[str]) -> None:
    """Print why the run fails."""
    for complaint in complaints:
        console.print(complaint, markup=False, style="red")
