"""Known gaps: cases that are known to differ, each with the reason. A list that has become wrong fails the run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from conformance.suite import Suite, package_of

GAP_OUTCOMES = frozenset({"differing", "could_not_run"})


class GapsError(Exception):
    """A list of known gaps is malformed or cannot be rewritten."""


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Cases that are known to differ, and why."""

    glob: str
    reason: str

    def covers(self, case_id: str) -> bool:
        """Say whether the case is meant."""
        return fnmatchcase(case_id, self.glob)


def read_gaps(suite: Suite) -> list[Gap]:
    """Return the known gaps of a suite. Raises `GapsError` for a line without reason or a list out of order."""
    return [gap for path in sorted(suite.gaps_folder.glob("*.txt")) for gap in _read(path)]


def _read(path: Path) -> list[Gap]:
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    gaps = [_parse(path, line) for line in lines]
    if gaps != sorted(gaps):
        raise GapsError(f"{path.name} is not sorted; run: python -m conformance gaps --write")
    if wrong := [gap.glob for gap in gaps if package_of(gap.glob) != path.stem]:
        raise GapsError(f"{path.name} lists {wrong[0]}, which is not of {path.stem}")
    return gaps


def _parse(path: Path, line: str) -> Gap:
    glob, separator, reason = line.partition("  # ")
    if not separator or not reason.strip() or not glob.strip():
        raise GapsError(f"{path.name}: expected `glob  # reason`, found: {line}")
    return Gap(glob.strip(), reason.strip())


def reason_for(gaps: Iterable[Gap], case_id: str) -> str | None:
    """Return why a case is known to differ, or None."""
    return next((gap.reason for gap in gaps if gap.covers(case_id)), None)


def gap_complaints(gaps: Iterable[Gap], results: Iterable[dict[str, Any]], case_ids: Sequence[str]) -> list[str]:
    """Return what is wrong with the lists: entries that match no case, and listed cases that pass."""
    identical = [result["case"] for result in results if result["outcome"] == "identical"]
    complaints = []
    for gap in gaps:
        if not any(gap.covers(case_id) for case_id in case_ids):
            complaints.append(f"stale known gap, no case matches: {gap.glob}")
        complaints += [f"unexpected pass of a known gap: {case_id}" for case_id in identical if gap.covers(case_id)]
    return complaints


def rewrite(suite: Suite, results: Sequence[dict[str, Any]], reason: str | None) -> list[Path]:
    """Write the lists anew from a report. Reasons are kept; `reason` is for cases that no entry covers yet.

    Raises `GapsError` when a case needs a reason and there is none.
    """
    kept = [new for gap in read_unsorted(suite) for new in _renewed(gap, results)]
    failing = [result["case"] for result in results if result["outcome"] in GAP_OUTCOMES]
    new = [case_id for case_id in failing if reason_for(kept, case_id) is None]
    if new and not (reason or "").strip():
        raise GapsError(f"{len(new)} new gaps need --reason, the first: {new[0]}")
    gaps = sorted({*kept, *(Gap(case_id, str(reason)) for case_id in new)})
    return _write(suite, gaps)


def read_unsorted(suite: Suite) -> list[Gap]:
    """Return the known gaps of a suite in whatever order they stand."""
    return [
        _parse(path, line)
        for path in sorted(suite.gaps_folder.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def _renewed(gap: Gap, results: Sequence[dict[str, Any]]) -> list[Gap]:
    """Keep an entry as it is while nothing it covers passes; else name the cases that still fail one by one."""
    covered = [result for result in results if gap.covers(result["case"])]
    failing = [result["case"] for result in covered if result["outcome"] != "identical"]
    if len(failing) == len(covered):
        return [gap] if failing else []
    return [Gap(case_id, gap.reason) for case_id in failing]


def _write(suite: Suite, gaps: Sequence[Gap]) -> list[Path]:
    suite.gaps_folder.mkdir(parents=True, exist_ok=True)
    packages: dict[str, list[Gap]] = {}
    for gap in gaps:
        packages.setdefault(package_of(gap.glob), []).append(gap)
    for path in suite.gaps_folder.glob("*.txt"):
        if path.stem not in packages:
            path.unlink()
    written = [suite.gaps_folder / f"{package}.txt" for package in packages]
    for path, entries in zip(written, packages.values(), strict=True):
        path.write_text("".join(f"{gap.glob}  # {gap.reason}\n" for gap in entries), "utf-8")
    return written
