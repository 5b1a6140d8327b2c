"""`python -m benchmarks.web`: chat backends under the same load in one run; prints costs, and ratios to the floor.

Exits with 1 when clients of this library leave something behind, or its memory grows.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.web import load, plan, soak, vanish
from benchmarks.web.apps import APPS, LABELS

_FLOOR = "floor"
_OURS = ("sdk", "sdk-aiohttp")
_WITH_RATIO = frozenset({"chunks_per_second", "cpu_per_chunk", "cpu_per_start", "lag_p99", "memory_per_stream"})

Results = dict[str, dict[str, float]]


def main() -> int:
    """Measure what the command line names, by default everything."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web", description=__doc__)
    parser.add_argument("what", nargs="*", help="some of load, vanish, soak")
    parser.add_argument("--apps", nargs="+", default=list(APPS), choices=APPS)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures too")
    options = parser.parse_args()
    apps = [name for name in options.apps if name != "pydantic-ai" or find_spec("pydantic_ai") is not None]
    figures, faults = _measure(options.what or ["load", "vanish", "soak"], apps)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if faults else 0


def _measure(what: list[str], apps: list[str]) -> tuple[dict[str, Results], list[str]]:
    figures: dict[str, Results] = {}
    faults: list[str] = []
    if "load" in what:
        for rate in plan.RATES:
            offered = f"{plan.STREAMS} streams, {plan.STREAMS * rate:,} chunks/s offered"
            figures[offered] = {name: load.measure_load(name, rate) for name in apps}
            _show(offered, figures[offered], load.COLUMNS)
    if "vanish" in what:
        title = f"{plan.VANISHING_ROUNDS} times {plan.VANISHING_CLIENTS} clients that vanish"
        figures[title] = {name: vanish.measure_vanishing(name) for name in apps}
        _show(title, figures[title], vanish.COLUMNS)
        faults += _faults(figures[title], vanish.find_faults)
    if "soak" in what:
        title = "30 minutes of ten requests a second, back to back"
        figures[title] = {name: soak.measure_soak(name) for name in apps if name in {_FLOOR, *_OURS}}
        _show(title, figures[title], soak.COLUMNS)
        faults += _faults(figures[title], soak.find_faults)
    return figures, faults


def _faults(results: Results, find: Callable[[dict[str, float]], list[str]]) -> list[str]:
    return [f"{name}: {fault}" for name in results if name in _OURS for fault in find(results[name])]


def _show(title: str, results: Results, columns: dict[str, str]) -> None:
    table = Table(title=f"{title}; Python {sys.version.split()[0]}, {os.cpu_count()} cores (ratio to the floor)")
    table.add_column("backend")
    for label in columns.values():
        table.add_column(label, justify="right")
    for name, figures in results.items():
        floor = results.get(_FLOOR, {})
        table.add_row(LABELS[name], *(_cell(key, figures[key], floor.get(key)) for key in columns))
    Console(width=200).print(table)


def _cell(key: str, value: float, floor: float | None) -> str:
    shown = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"  # noqa: PLR2004 - three digits say enough
    return f"{shown}  ({value / floor:.2f})" if floor and key in _WITH_RATIO else shown


if __name__ == "__main__":
    sys.exit(main())
