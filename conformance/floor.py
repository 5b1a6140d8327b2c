"""The floor: how many cases of a suite were identical at the best, by package. It rises and never falls."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FLOOR_PATH = Path(__file__).resolve().parent / "floor.toml"
Floors = dict[str, dict[str, int]]


def read_floor(path: Path) -> Floors:
    """Return the floors by suite and package."""
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def below_floor(floor: Mapping[str, int], packages: Mapping[str, Any], cases: Mapping[str, int]) -> list[str]:
    """Return a complaint for each package that has fewer identical cases than its floor.

    `cases` says how many cases of each package the suite has: a package of which only a part ran is not judged.
    """
    complaints = []
    for package, least in sorted(floor.items()):
        ran = packages.get(package, {"cases": 0, "identical": 0})
        whole = ran["cases"] == cases.get(package, 0)
        if ran["identical"] < least and (whole or ran["cases"] == 0 == cases.get(package, 0)):
            complaints.append(f"{package} fell below its floor: {ran['identical']} identical, {least} before")
    return complaints


def raised(floors: Floors, suite: str, packages: Mapping[str, Any]) -> Floors:
    """Return the floors with the suite's raised to what a report reached."""
    before = floors.get(suite, {})
    reached = {package: totals["identical"] for package, totals in packages.items()}
    names = sorted({*before, *(package for package, count in reached.items() if count)})
    best = {package: max(before.get(package, 0), reached.get(package, 0)) for package in names}
    return {**floors, suite: best}


def write_floor(path: Path, floors: Floors) -> None:
    """Write the floors, sorted."""
    blocks = ["# Identical cases by suite and package; `python -m conformance floor` raises them.\n"]
    for suite, packages in sorted(floors.items()):
        lines = "".join(f"{package} = {count}\n" for package, count in sorted(packages.items()))
        blocks.append(f"[{suite}]\n{lines}")
    path.write_text("\n".join(blocks), "utf-8")
