"""The terminal's view of a run: the first differences, then a table of totals."""

import json
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Column, Table

_DIFFERENCES_SHOWN = 4
_WIDTH = 240


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


def print_totals(console: Console, footer: dict[str, Any]) -> None:
    """Print outcomes, core score and parts by package."""
    parts = list(footer["total"]["parts"])
    table = Table("package", *_right("cases", "identical", "core", "differing", "not ported", "could not run", *parts))
    packages = [*footer["packages"].items(), ("total", footer["total"])]
    for index, (package, totals) in enumerate(packages):
        table.add_row(package, *_cells(totals, parts), end_section=index == len(packages) - 2)
    console.print(table)


def _right(*names: str) -> list[Column]:
    return [Column(name, justify="right") for name in names]


def _cells(totals: dict[str, Any], parts: Sequence[str]) -> list[str]:
    counts = ("cases", "identical", "core", "differing", "not_ported", "could_not_run")
    scores = (totals["parts"].get(part) for part in parts)
    return [*(str(totals[name]) for name in counts), *(f"{s['equal']}/{s['of']}" if s else "" for s in scores)]


def print_complaints(console: Console, complaints: Sequence[str]) -> None:
    """Print why the run fails."""
    for complaint in complaints:
        console.print(complaint, markup=False, style="red")
