"""The report: one JSON line for the run, one for each case, one for the totals."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from conformance.compare import ABSENT, Difference
from conformance.suite import package_of

OUTCOMES = ("identical", "differing", "not_ported", "could_not_run")


def header(suite: str, date: datetime, counts: dict[str, int], versions: dict[str, Any]) -> dict[str, Any]:
    """Return the first line; it alone says when the run was, so that the views of a report need no clock."""
    day = date.isoformat(timespec="seconds")
    return {"kind": "header", "format": 1, "suite": suite, "date": day, "counts": counts, "versions": versions}


def difference_line(difference: Difference) -> dict[str, Any]:
    """Return a difference as JSON; a side that has nothing there is left out."""
    sides = {"want": difference.want, "got": difference.got}
    present = {name: side for name, side in sides.items() if side is not ABSENT}
    return {"part": difference.part, "path": difference.path, "core": difference.is_core, **present}


def footer(results: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the last line: totals by package and over all, each with core, full and part scores."""
    packages: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for result in results:
        packages[package_of(result["case"])].append(result)
    every = [result for lines in packages.values() for result in lines]
    return {
        "kind": "footer",
        "packages": {package: totals(lines) for package, lines in sorted(packages.items())},
        "total": totals(every),
    }


def totals(results: list[dict[str, Any]]) -> dict[str, Any]:
    """Return how many cases had which outcome, and each part's equal cases of those that have the part."""
    outcomes = Counter(result["outcome"] for result in results)
    parts: dict[str, list[bool]] = defaultdict(list)
    for result in results:
        for part, equal in result.get("parts", {}).items():
            parts[part].append(equal)
    return {
        "cases": len(results),
        **{outcome: outcomes[outcome] for outcome in OUTCOMES},
        "core": sum(result["core"] for result in results),
        "known_gaps": sum("known_gap" in result for result in results),
        "parts": {part: {"equal": sum(verdicts), "of": len(verdicts)} for part, verdicts in sorted(parts.items())},
    }


@contextmanager
def open_report(path: Path | None) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Open a report for writing and give the function that appends a line; without a path the lines go nowhere."""
    if path is None:
        yield lambda _: None
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        yield lambda line: print(json.dumps(line, separators=(",", ":")), file=file)


def read_report(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a report."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def read_results(path: Path) -> list[dict[str, Any]]:
    """Return the result lines of a report."""
    return [line for line in read_report(path) if line["kind"] == "result"]
