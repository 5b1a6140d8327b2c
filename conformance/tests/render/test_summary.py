"""Reading a report and the numbers every view shows."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from conformance.render.summary import STANDINGS, ReportError, load_report
from conformance.report import footer
from conformance.score import Score
from conformance.tests.render.small_report import HEADER, REPORT, RESULTS, write_report


def test_each_case_stands_in_exactly_one_column() -> None:
    assert REPORT.total.standings == Counter(
        {"identical": 2, "differing": 2, "known_gap": 1, "not_ported": 1, "could_not_run": 1}
    )
    assert REPORT.total.standings.keys() == STANDINGS.keys()
    assert all(row.standings.total() == row.cases for row in (*REPORT.rows, REPORT.total))


def test_scores_have_all_cases_as_denominator_and_parts_the_cases_that_have_the_part() -> None:
    assert [(row.name, row.full, row.core) for row in REPORT.rows] == [
        ("broken", Score(0, 1), Score(0, 1)),
        ("mini", Score(2, 5), Score(3, 5)),
        ("none", Score(0, 1), Score(0, 1)),
    ]
    assert REPORT.total.parts == {
        "requests": Score(5, 5),
        "outcome": Score(2, 5),
        "stream": Score(1, 1),
        "sleeps": Score(1, 1),
    }


def test_a_case_that_is_not_ported_is_not_counted_as_a_known_gap() -> None:
    results = [result | {"known_gap": "later"} for result in RESULTS if result["outcome"] == "not_ported"]
    assert type(REPORT)(HEADER, results).total.standings == Counter(not_ported=1)


def test_gaps_and_missing_things_are_listed_by_reason() -> None:
    assert REPORT.known_gaps == {"waits | for\nupstream": ["mini/gap"]}
    assert REPORT.missing == {"module ai_sdk.providers.none": ["none/chat"]}


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_only_all_of_them_are_one_hundred_percent(equal: int, more: int) -> None:
    assert (Score(equal, equal + more).percent == "100.0%", Score(more, more).percent) == (False, "100.0%")


@pytest.mark.parametrize(("score", "text"), [(Score(1999, 2000), "1999/2000 99.9%"), (Score(0, 0), "")])
def test_a_share_is_rounded_down_and_shown_with_its_denominator(score: Score, text: str) -> None:
    assert score.text == text


def test_a_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert load_report(write_report(tmp_path / "report.jsonl")) == REPORT


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ([], "is not a whole report"),
        ([HEADER, *RESULTS], "is not a whole report"),
        ([*RESULTS, footer(RESULTS)], "is not a whole report"),
        ([HEADER, *RESULTS[1:], footer(RESULTS)], "lost results: 6 lines, 7 counted"),
        ([HEADER, {"case": "x"}, footer([])], "cannot be read"),
    ],
    ids=["empty", "no footer", "no header", "a line lost", "a line of another kind"],
)
def test_a_file_that_is_no_whole_report_is_refused(tmp_path: Path, lines: list[dict[str, Any]], complaint: str) -> None:
    with pytest.raises(ReportError, match=complaint):
        load_report(write_report(tmp_path / "report.jsonl", lines))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"none\.jsonl cannot be read"):
        load_report(tmp_path / "none.jsonl")
