"""One case from its id to its line in the report."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conformance.case import Case, InvalidCase, parse_case
from conformance.clock import HangError
from conformance.compare import compare, parts_of, sorted_requests
from conformance.execute import execute
from conformance.guard import REAL_SECONDS
from conformance.report import difference_line
from conformance.subject import Subject
from conformance.suite import Suite, package_of
from conformance.vocabulary import NotPortedError


@dataclass(frozen=True, slots=True)
class Verdict:
    """The report line of a case and, when the case ran, what it did."""

    line: dict[str, Any]
    outcome: dict[str, Any] | None = None


def judge(suite: Suite, case_id: str, subject: Subject, seconds: float = REAL_SECONDS) -> Verdict:
    """Run a case and compare. Whatever keeps it from running is the verdict, never an exception."""
    try:
        document = suite.read_case(case_id)
        case = parse_case(document, case_id)
        expected = suite.read_expected(case_id)
    except (InvalidCase, OSError, ValueError) as error:
        return Verdict(_line(case_id, "could_not_run", reason=f"{type(error).__name__}: {error}"))
    if expected is None:
        return Verdict(_described(case, "could_not_run", reason="nothing is recorded for this case"))
    try:
        outcome = execute(case, subject, suite.read_file, seconds)
    except NotPortedError as missing:
        return Verdict(_described(case, "not_ported", reason=str(missing)))
    except (Exception, HangError) as error:  # noqa: BLE001 - one broken case must not end the run
        return Verdict(_described(case, "could_not_run", reason=f"{type(error).__name__}: {error}"[:500]))
    return Verdict(_compared(case, expected, outcome), outcome)


def _compared(case: Case, expected: dict[str, Any], outcome: dict[str, Any]) -> dict[str, Any]:
    differences = compare(expected, outcome, unordered=case.unordered)
    verdict = "differing" if differences else "identical"
    line = _described(case, verdict, core=not any(difference.is_core for difference in differences))
    line["parts"] = parts_of(expected, differences)
    line["differences"] = [difference_line(difference) for difference in differences]
    if outcome.get("problems"):
        line["reason"] = "; ".join(outcome["problems"])
    if differences:
        line |= {"expected": _shown(case, expected), "actual": _shown(case, outcome)}
    return line


def _shown(case: Case, outcome: dict[str, Any]) -> dict[str, Any]:
    """Return a side with its requests as they were compared, so that the paths of the differences lead into it."""
    shown = {key: value for key, value in outcome.items() if key not in {"case", "oracle"}}
    return shown | {"requests": sorted_requests(shown.get("requests", []))} if case.unordered else shown


def _described(case: Case, outcome: str, *, core: bool = False, reason: str | None = None) -> dict[str, Any]:
    described = {"surface": case.surface, "method": case.method, "tags": list(case.tags)}
    return _line(case.id, outcome, core=core, reason=reason) | described


def _line(case_id: str, outcome: str, *, core: bool = False, reason: str | None = None) -> dict[str, Any]:
    line: dict[str, Any] = {
        "kind": "result",
        "case": case_id,
        "outcome": outcome,
        "package": package_of(case_id),
        "core": core,
        "parts": {},
        "differences": [],
    }
    return line if reason is None else line | {"reason": reason}


def write_outcome(folder: Path, verdict: Verdict) -> None:
    """Write what a case did as `<folder>/<id>.json`, for an independent referee."""
    if verdict.outcome is None:
        return
    path = folder / f"{verdict.line['case']}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(verdict.outcome, ensure_ascii=True, indent=1) + "\n", "utf-8")
