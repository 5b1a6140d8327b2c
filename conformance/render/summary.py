"""The numbers that every view shows: each case in one standing, and scores with their denominators."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from conformance.gaps import GAP_OUTCOMES
from conformance.report import read_report, totals
from conformance.score import Score

STANDINGS = {
    "identical": "identical",
    "differing": "differing",
    "known_gap": "known gaps",
    "not_ported": "not ported",
    "could_not_run": "could not run",
}
PARTS = ("requests", "outcome", "error", "stream", "events", "sleeps")


class ReportError(Exception):
    """A file is not a whole report."""


@dataclass(frozen=True, slots=True)
class Row:
    """What became of some cases. The standings add up to the cases."""

    name: str
    standings: Counter[str]
    full: Score
    core: Score
    parts: dict[str, Score]

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return self.full.of


@dataclass(frozen=True)
class Report:
    """A report that was read, or the results of a run that has just ended."""

    header: dict[str, Any]
    results: Sequence[dict[str, Any]]

    @cached_property
    def rows(self) -> list[Row]:
        """One row for each provider, sorted."""
        return [summarize(name, lines) for name, lines in sorted(grouped(self.results, "package").items())]

    @cached_property
    def total(self) -> Row:
        """All cases."""
        return summarize("total", self.results)

    @cached_property
    def parts(self) -> list[str]:
        """The parts that some case has, in reading order."""
        return [part for part in PARTS if part in self.total.parts]

    @cached_property
    def known_gaps(self) -> dict[str, list[str]]:
        """The cases of each reason for which cases are known to differ."""
        listed = [line for line in self.results if standing(line) == "known_gap"]
        return {reason: [line["case"] for line in lines] for reason, lines in grouped(listed, "known_gap").items()}

    @cached_property
    def missing(self) -> dict[str, list[str]]:
        """The cases of each thing that is not ported."""
        listed = [line for line in self.results if standing(line) == "not_ported"]
        return {reason: [line["case"] for line in lines] for reason, lines in grouped(listed, "reason").items()}


def load_report(path: Path) -> Report:
    """Read a report. Raises `ReportError` for a file that is none, or that lost lines."""
    try:
        lines = list(read_report(path))
        kinds = [line["kind"] for line in lines]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReportError(f"{path.name} cannot be read: {error}") from error
    if kinds != ["header", *["result"] * (len(lines) - 2), "footer"]:
        raise ReportError(f"{path.name} is not a whole report: a header, results and a footer are expected")
    header, *results, last = lines
    if last["total"]["cases"] != len(results):
        raise ReportError(f"{path.name} lost results: {len(results)} lines, {last['total']['cases']} counted")
    return Report(header, results)


def standing(result: dict[str, Any]) -> str:
    """Return the one column in which a case is counted."""
    known = "known_gap" in result and result["outcome"] in GAP_OUTCOMES
    return "known_gap" if known else str(result["outcome"])


def summarize(name: str, results: Sequence[dict[str, Any]]) -> Row:
    """Count some cases."""
    counted = totals(list(results))
    return Row(
        name=name,
        standings=Counter(map(standing, results)),
        full=Score(counted["identical"], counted["cases"]),
        core=Score(counted["core"], counted["cases"]),
        parts={part: Score(**counted["parts"][part]) for part in PARTS if part in counted["parts"]},
    )


def grouped(results: Iterable[dict[str, Any]], key: str) -> dict[str, list[dict[str, Any]]]:
    """Return the results by what they have under a key, in order of appearance."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for result in results:
        groups[result.get(key, "")].append(result)
    return dict(groups)
