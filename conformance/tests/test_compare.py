"""The comparison: a table of verdicts, the rules between the parts of an outcome, and laws."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, strategies as st

from conformance.compare import compare, parts_of

TABLE = json.loads((Path(__file__).parent / "verdicts.json").read_text("utf-8"))


def outcome(result: Any, **more: Any) -> dict[str, Any]:
    return {"status": "ok", "requests": [], "result": result, **more}


@pytest.mark.parametrize(("want", "got", "equal"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_table_of_verdicts_holds(want: Any, got: Any, *, equal: bool) -> None:
    assert (compare(outcome(want), outcome(got)) == []) is equal


def paths(expected: dict[str, Any], actual: dict[str, Any], **options: Any) -> list[tuple[str, str]]:
    return [(difference.part, difference.path) for difference in compare(expected, actual, **options)]


def test_generated_ids_stay_bound_over_the_parts() -> None:
    request = {"method": "POST", "url": "u", "headers": {}, "body": {"json": {"id": "<gen-1>"}}}
    sent = {**request, "body": {"json": {"id": "x"}}}
    expected = outcome("<gen-1>", requests=[request], events=[{"event": "e", "args": "<gen-1>"}])
    assert paths(expected, outcome("x", requests=[sent], events=[{"event": "e", "args": "x"}])) == []
    assert paths(expected, outcome("x", requests=[sent], events=[{"event": "e", "args": "y"}])) == [
        ("events", "events[0].args")
    ]


def test_status_unused_exchanges_and_unexpected_requests_count() -> None:
    assert paths(outcome(1), {"status": "error", "requests": [], "error": {"$error": {"name": "E"}}}) == [
        ("outcome", "$.status"),
        ("outcome", "$.result"),
        ("outcome", "$.error"),
    ]
    assert paths(outcome(1), outcome(1, unusedExchanges=1)) == [("outcome", "$.unusedExchanges")]
    assert paths(outcome(1, unusedExchanges=1), outcome(1)) == [("outcome", "$.unusedExchanges")]
    assert paths(outcome(1), outcome(1, unexpectedRequests=1)) == [("outcome", "$.unexpectedRequests")]


def test_events_and_sleeps_count_only_where_they_are_expected() -> None:
    assert paths(outcome(1), outcome(1, events=[{"event": "e"}], sleeps=[5])) == []
    assert paths(outcome(1, sleeps=[5]), outcome(1)) == [("sleeps", "sleeps")]
    assert paths(outcome(1, sleeps=[5, 6]), outcome(1, sleeps=[6, 5])) == [
        ("sleeps", "sleeps[0]"),
        ("sleeps", "sleeps[1]"),
    ]


def test_parallel_requests_may_come_in_any_order_only_where_the_case_says_so() -> None:
    first, second = ({"method": "POST", "url": f"https://a.test/{name}", "headers": {}} for name in "12")
    expected, actual = outcome(1, requests=[first, second]), outcome(1, requests=[second, first])
    assert paths(expected, actual, unordered=True) == []
    assert paths(expected, actual) == [("requests", "requests[0].url"), ("requests", "requests[1].url")]
    assert paths(expected, outcome(1, requests=[second, second]), unordered=True) == [("requests", "requests[0].url")]


@pytest.mark.parametrize(
    ("want", "got", "core"),
    [
        ({"usage": {"raw": {"a": 1}}}, {"usage": {"raw": {"a": 2}}}, True),
        ({"usage": {"raw": {"a": 1}}}, {"usage": {}}, True),
        ({"usage": {"total": 1}}, {"usage": {"total": 2}}, False),
        ({"stream": [{"providerMetadata": {}}]}, {"stream": [{}]}, True),
        ({"e": {"$error": {"name": "A", "message": "m"}}}, {"e": {"$error": {"name": "A", "message": "n"}}}, True),
        ({"e": {"$error": {"name": "A", "message": "m"}}}, {"e": {"$error": {"name": "B", "message": "m"}}}, False),
        ({"message": "m"}, {"message": "n"}, False),
    ],
)
def test_the_core_score_leaves_out_raw_usage_provider_metadata_and_messages(want: Any, got: Any, *, core: bool) -> None:
    differences = compare(outcome(want), outcome(got))
    assert differences
    assert all(not difference.is_core for difference in differences) is core


def test_parts_name_what_is_equal() -> None:
    expected = outcome({"response": 1, "stream": [1, 2]}, sleeps=[1])
    actual = outcome({"response": 2, "stream": [1, 2]}, sleeps=[1])
    assert parts_of(expected, compare(expected, actual)) == {
        "requests": True,
        "outcome": False,
        "sleeps": True,
        "stream": True,
    }


TEXT = st.text(st.characters(exclude_characters="<>$"), max_size=6)
SCALAR = (
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXT
)
VALUE = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)


def rewritten(value: Any, draw: Any) -> Any:
    """The same value with other key orders and other spellings of its numbers."""
    if isinstance(value, dict):
        return {key: rewritten(value[key], draw) for key in draw(st.permutations(list(value)))}
    if isinstance(value, list):
        return [rewritten(item, draw) for item in value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    other = float(value) if isinstance(value, int) else int(value) if value.is_integer() else value
    return draw(st.sampled_from([value, other]))


def mutated(value: Any, draw: Any) -> Any:
    """The value with exactly one change in it."""
    if isinstance(value, dict):
        return mutated_items(value, draw)
    if isinstance(value, list) and value and draw(st.booleans()):
        index = draw(st.integers(0, len(value) - 1))
        return [*value[:index], mutated(value[index], draw), *value[index + 1 :]]
    if isinstance(value, list):
        return [*value, draw(SCALAR)]
    other = draw(SCALAR)
    assume(type(other) is not type(value) or other != value)
    assume(not (is_number(other) and is_number(value) and other == value))
    return other


def mutated_items(value: dict[str, Any], draw: Any) -> dict[str, Any]:
    key = draw(st.sampled_from([*value, None]))
    if key is None:
        name = draw(TEXT)
        assume(name not in value)
        return {**value, name: draw(SCALAR)}
    rest = {name: item for name, item in value.items() if name != key}
    return rest if draw(st.booleans()) else {**rest, key: mutated(value[key], draw)}


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@given(VALUE, st.data())
def test_law_any_reordering_of_keys_and_rewriting_of_numbers_is_accepted(value: Any, data: st.DataObject) -> None:
    assert compare(outcome(value), outcome(rewritten(value, data.draw))) == []


@given(VALUE, st.data())
def test_law_any_single_mutation_is_rejected(value: Any, data: st.DataObject) -> None:
    assert compare(outcome(value), outcome(mutated(value, data.draw))) != []


@given(VALUE, st.data())
def test_law_a_mutation_of_a_request_is_rejected_in_its_part(value: Any, data: st.DataObject) -> None:
    request = {"method": "POST", "url": "u", "headers": {}, "body": {"json": value}}
    changed = {**request, "body": {"json": mutated(value, data.draw)}}
    found = compare(outcome(1, requests=[request]), outcome(1, requests=[changed]))
    assert {difference.part for difference in found} == {"requests"}


@given(TEXT, TEXT, TEXT, st.text("abc", min_size=1, max_size=5))
def test_law_a_generated_id_may_be_any_text(before: str, after: str, literal: str, generated: str) -> None:
    want = {"a": f"{before}<gen-1>{after}", "b": ["<gen-1>", literal]}
    got = {"a": f"{before}{generated}{after}", "b": [generated, literal]}
    assert compare(outcome(want), outcome(got)) == []
    assert compare(outcome(want), outcome({**got, "b": [generated + "d", literal]})) != []
