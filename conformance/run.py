"""`python -m conformance run`: every selected case of a suite, judged, reported and counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from conformance.floor import below_floor, read_floor
from conformance.gaps import Gap, GapsError, gap_complaints, read_gaps, reason_for
from conformance.judge import judge, write_outcome
from conformance.render.summary import Report
from conformance.render.terminal import print_complaints, print_differences, print_totals
from conformance.report import footer, header, open_report
from conformance.subject import AiSdk, Subject
from conformance.suite import Suite, package_of


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What the command line asks for."""

    only: Sequence[str] = ()
    json: Path | None = None
    outcomes: Path | None = None
    floor: Path | None = None
    core: bool = False
    show: int = 10


def run(suite: Suite, options: RunOptions, console: Console, subject: Subject | None = None) -> int:
    """Run a suite and return the exit code: 0 when nothing is wrong, 1 otherwise.

    Wrong is: a case that is neither identical nor a known gap, a known gap that passes or matches no case, and nothing
    selected. With a floor the first is judged by package: none may have fewer identical cases than its floor.
    """
    selected = suite.selected(options.only)
    try:
        gaps = read_gaps(suite)
    except GapsError as error:
        print_complaints(console, [str(error)])
        return 1
    subject = subject or AiSdk()
    results = []
    with open_report(options.json) as write:
        head = _header(suite, selected, subject)
        write(head)
        for line in _judged(suite, selected, subject, options, gaps):
            write(line)
            results.append({key: value for key, value in line.items() if key not in {"expected", "actual"}})
        totals = footer(results)
        write(totals)
    print_differences(console, results, options.show, core=options.core)
    print_totals(console, Report(head, results))
    complaints = gap_complaints(gaps, results, suite.case_ids()) + _failures(suite, options, results, totals)
    print_complaints(console, complaints)
    return 1 if complaints else 0


def _judged(
    suite: Suite, selected: Sequence[str], subject: Subject, options: RunOptions, gaps: Sequence[Gap]
) -> Iterator[dict[str, Any]]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(suite.name, total=len(selected))
        for case_id in selected:
            verdict = judge(suite, case_id, subject)
            if options.outcomes:
                write_outcome(options.outcomes, verdict)
            reason = reason_for(gaps, case_id)
            known = reason is not None and verdict.line["outcome"] != "identical"
            yield verdict.line | ({"known_gap": reason} if known else {})
            progress.advance(task)


def _header(suite: Suite, selected: Sequence[str], subject: Subject) -> dict[str, Any]:
    oracle: dict[str, set[str]] = {}
    for case_id in selected:
        for package, version in ((suite.read_expected(case_id) or {}).get("oracle") or {}).items():
            oracle.setdefault(package, set()).add(version)
    versions = {
        "typescript": {package: ", ".join(sorted(found)) for package, found in sorted(oracle.items())},
        "python": subject.versions(),
    }
    counts = {"cases": len(suite.case_ids()), "selected": len(selected)}
    return header(suite.name, datetime.now(UTC), counts, versions)


def _failures(
    suite: Suite, options: RunOptions, results: Sequence[dict[str, Any]], totals: dict[str, Any]
) -> list[str]:
    if not results:
        return ["no case is selected"]
    if options.floor is not None:
        sizes = Counter(package_of(case_id) for case_id in suite.case_ids())
        return below_floor(read_floor(options.floor).get(suite.name, {}), totals["packages"], sizes)
    failing = [line for line in results if "known_gap" not in line and not _passes(line, core=options.core)]
    counts = Counter(line["outcome"] for line in failing)
    return [f"{count} cases {outcome}" for outcome, count in counts.items()]


def _passes(line: dict[str, Any], *, core: bool) -> bool:
    return bool(line["core"]) if core else line["outcome"] == "identical"
