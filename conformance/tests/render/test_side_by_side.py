"""The two documents next to each other."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import given, strategies as st

from conformance.compare import compare
from conformance.judge import judge
from conformance.render.side_by_side import side_by_side
from conformance.report import difference_line
from conformance.tests.miniature import CHAT_CASE, CHAT_EXPECTED, MiniSubject, changed, write_suite


def rows_of(expected: Any, actual: Any) -> list[Any]:
    return list(side_by_side(expected, actual, [difference_line(found) for found in compare(expected, actual)]))


def test_a_differing_value_is_marked_and_the_rest_is_shared() -> None:
    expected = {"status": "ok", "requests": [], "result": {"a": 1, "b": [True]}}
    assert rows_of(expected, {**expected, "result": {"a": 1, "b": [False]}}) == [
        ['"status": "ok"'],
        ['"requests": []'],
        ['"result": {'],
        ['  "a": 1'],
        ['  "b": ['],
        ["    true", "    false", 1],
        ["  ]"],
        ["}"],
    ]


def test_what_one_side_alone_has_is_marked_line_by_line() -> None:
    expected = {"status": "ok", "requests": [{"url": "u"}], "result": {"a": {"b": 1}}}
    actual = {"status": "ok", "requests": [], "result": {"c": None}}
    assert rows_of(expected, actual) == [
        ['"status": "ok"'],
        ['"requests": ['],
        ["  {", None, 1],
        ['    "url": "u"', None, 1],
        ["  }", None, 1],
        ["]"],
        ['"result": {'],
        ['  "a": {', None, 1],
        ['    "b": 1', None, 1],
        ["  }", None, 1],
        [None, '  "c": null', 1],
        ["}"],
    ]


def test_a_value_of_another_kind_is_marked_as_a_whole() -> None:
    expected = {"status": "ok", "requests": [], "result": [1]}
    assert rows_of(expected, expected | {"result": {"a": 1}})[2:] == [
        ['"result": [', '"result": {', 1],
        ["  1", '  "a": 1', 1],
        ["]", "}", 1],
    ]


def test_what_a_placeholder_stands_for_is_shown_and_not_marked() -> None:
    expected = {"status": "ok", "requests": [], "result": {"id": "<gen-1>"}}
    assert ['  "id": "<gen-1>"', '  "id": "x-7"'] in rows_of(expected, expected | {"result": {"id": "x-7"}})


def test_the_places_of_events_sleeps_and_errors_are_found() -> None:
    expected = {"status": "error", "requests": [], "error": {"$error": {"name": "A"}}, "events": ["a"], "sleeps": [1]}
    actual = expected | {"error": {"$error": {"name": "B"}}, "events": ["b"], "sleeps": [2]}
    marked = [row for row in rows_of(expected, actual) if len(row) == 3]
    assert marked == [['    "name": "A"', '    "name": "B"', 1], ['  "a"', '  "b"', 1], ["  1", "  2", 1]]


def test_requests_in_any_order_are_marked_where_they_were_compared(tmp_path: Path) -> None:
    (request,) = CHAT_EXPECTED["requests"]
    later = {**request, "url": "https://api.mini.test/v2", "body": {"json": {"model": "m-2"}}}
    expected = changed(CHAT_EXPECTED, lambda outcome: outcome.update(requests=[later, request]))
    line = judge(write_suite(tmp_path, (CHAT_CASE | {"unordered": True}, expected)), "mini/chat", MiniSubject()).line
    assert [difference["path"] for difference in line["differences"]] == ["requests[1]"]
    assert line["expected"]["requests"] == [request, later]
    rows = side_by_side(line["expected"], line["actual"], line["differences"])
    assert ['    "url": "https://api.mini.test/v2"', None, 1] in rows
    assert ['    "url": "https://api.mini.test/v1/chat"'] in rows


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(st.text("abc", min_size=1), inner, min_size=1),
    max_leaves=8,
)
outcomes = st.fixed_dictionaries({"status": st.sampled_from(["ok", "error"]), "requests": st.just([])}).flatmap(
    lambda fixed: json_values.map(lambda value: {**fixed, "result": value})
)


def lines_of(document: Any) -> list[str]:
    text = json.dumps(document, ensure_ascii=False, indent=2, separators=("", ": "))
    return [line[2:] for line in text.split("\n")[1:-1]]


@given(outcomes, outcomes)
def test_no_line_of_either_document_is_lost_and_the_expected_one_keeps_its_order(expected: Any, actual: Any) -> None:
    rows = rows_of(expected, actual)
    assert [row[0] for row in rows if row[0] is not None] == lines_of(expected)
    right = [row[0] if len(row) == 1 else row[1] for row in rows]
    assert Counter(line for line in right if line is not None) == Counter(lines_of(actual))


@given(outcomes, outcomes)
def test_something_is_marked_exactly_when_the_documents_differ(expected: Any, actual: Any) -> None:
    assert any(len(row) == 3 for row in rows_of(expected, actual)) == bool(compare(expected, actual))
