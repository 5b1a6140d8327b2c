"""Small functions on data."""

import copy
import hashlib
import json
import math
from base64 import b64encode, urlsafe_b64decode
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.error import InvalidArgumentError
from ai_sdk.util.canonical_hash import canonical_json, hash_canonical
from ai_sdk.util.cosine_similarity import cosine_similarity
from ai_sdk.util.data_url import get_text_from_data_url
from ai_sdk.util.get_potential_start_index import get_potential_start_index
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data
from ai_sdk.util.merge_objects import merge_objects
from ai_sdk.util.split_array import split_array

SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3)
KEYS = st.sampled_from("abcd")
OBJECTS = st.dictionaries(
    KEYS,
    st.recursive(SCALARS, lambda items: st.lists(items, max_size=3) | st.dictionaries(KEYS, items, max_size=3)),
    max_size=4,
)
NUMBERS = st.floats(-1e6, 1e6)


def test_objects_merge_at_every_depth_and_lists_and_null_replace() -> None:
    base = {"a": {"x": 1, "y": [1, 2]}, "b": {"z": 1}, "c": 1}
    overrides = {"a": {"y": [3], "w": None}, "b": 2, "c": {"v": 1}}
    assert merge_objects(base, overrides) == {"a": {"x": 1, "y": [3], "w": None}, "b": 2, "c": {"v": 1}}


def test_nothing_merges_with_anything() -> None:
    given_object = {"a": 1}
    assert merge_objects(None, None) is None
    assert merge_objects(given_object, None) is given_object
    assert merge_objects(None, given_object) is given_object


@settings(deadline=None)
@given(OBJECTS, OBJECTS, OBJECTS)
def test_merging_obeys_its_laws(first: dict[str, Any], second: dict[str, Any], third: dict[str, Any]) -> None:
    before = copy.deepcopy((first, second))
    merged = merge_objects(first, second)
    assert (first, second) == before
    assert merge_objects(first, {}) == first == merge_objects({}, first)
    assert merge_objects(merged, second) == merged
    assert merged.keys() == first.keys() | second.keys()
    assert all(merged[key] == second[key] for key in second if not isinstance(second[key], dict))
    assert all(merged[key] == first[key] for key in first.keys() - second.keys())
    assert merge_objects(merge_objects(first, second), third).keys() == first.keys() | second.keys() | third.keys()


@pytest.mark.parametrize(
    ("text", "searched", "index"),
    [
        ("a<think>b", "<think>", 1),
        ("a<thi", "<think>", 1),
        ("a<<", "<think>", 2),
        ("aaa", "aab", 2),
        ("abc", "<think>", None),
        ("", "<think>", None),
        ("abc", "", None),
    ],
)
def test_a_text_may_begin_at_the_end_of_another(text: str, searched: str, index: int | None) -> None:
    assert get_potential_start_index(text, searched) == index


@settings(deadline=None)
@given(st.text("ab<", max_size=12), st.text("ab<", min_size=1, max_size=5))
def test_no_beginning_is_missed_and_none_is_made_up(text: str, searched: str) -> None:
    index = get_potential_start_index(text, searched)
    whole = text.find(searched)
    begins = [at for at in range(len(text)) if searched.startswith(text[at:])]
    assert index == (whole if whole >= 0 else max(begins, default=None))


@pytest.mark.parametrize(
    ("first", "second", "equal"),
    [
        (1, 1.0, True),
        (1, True, False),
        (0, None, False),
        ("1", 1, False),
        ([1, {"a": None}], [1, {"a": None}], True),
        ([1, {"a": 0}], [1, {"a": False}], False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": 1}, {"a": 1, "b": None}, False),
        ([1], [1, 2], False),
        ({}, [], False),
    ],
)
def test_data_is_equal_as_javascript_sees_it(first: Any, second: Any, equal: Any) -> None:
    assert (is_deep_equal_data(first, second), is_deep_equal_data(second, first)) == (equal, equal)


@settings(deadline=None)
@given(OBJECTS, OBJECTS)
def test_data_is_equal_when_its_json_is(first: dict[str, Any], second: dict[str, Any]) -> None:
    same = json.dumps(first, sort_keys=True) == json.dumps(second, sort_keys=True)
    assert is_deep_equal_data(first, second) == same
    assert is_deep_equal_data(first, json.loads(json.dumps(first)))


def test_vectors_are_as_alike_as_the_angle_between_them_is_small() -> None:
    assert [cosine_similarity([1, 2], other) for other in ([2, 4], [-1, -2], [2, -1], [0, 0])] == [
        pytest.approx(1),
        pytest.approx(-1),
        0.0,
        0.0,
    ]
    assert cosine_similarity([], []) == 0.0


@settings(deadline=None)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=8))
def test_a_similarity_is_symmetric_and_at_most_one(pairs: list[tuple[float, float]]) -> None:
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    similarity = cosine_similarity(first, second)
    assert similarity == cosine_similarity(second, first)
    assert math.isnan(similarity) or abs(similarity) < 1.01 or min(map(abs, (*first, *second))) < 1e-100


def test_vectors_of_different_lengths_are_refused() -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        cosine_similarity([1], [1, 2])
    assert (caught.value.message, caught.value.parameter, caught.value.value) == (
        "Invalid argument for parameter vector1,vector2: Vectors must have the same length",
        "vector1,vector2",
        {"vector1Length": 1, "vector2Length": 2},
    )


@settings(deadline=None)
@given(st.lists(st.integers(), max_size=20), st.integers(1, 7))
def test_chunks_are_full_but_the_last_and_give_the_list_again(items: list[int], size: int) -> None:
    chunks = split_array(items, size)
    assert [item for chunk in chunks for item in chunk] == items
    assert all(len(chunk) == size for chunk in chunks[:-1])
    assert all(0 < len(chunk) <= size for chunk in chunks[-1:])


def test_chunks_of_no_size_are_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="parameter chunkSize: chunkSize must be greater than 0"):
        split_array([1], 0)


def base64(data: bytes) -> str:
    return b64encode(data).decode()


@pytest.mark.parametrize(
    ("url", "text"),
    [
        (f"data:text/plain;base64,{base64(b'Hi')}", "Hi"),
        (f"data:text/plain;base64,{base64('ü'.encode())}", "Ã¼"),
        (f"data:text/plain;charset=utf-8;base64,{base64('ü'.encode())}", "ü"),
        (f'data:text/plain;CHARSET = "UTF-8";base64,{base64("ü".encode())}', "ü"),
        (f"data:text/plain;charset=utf-8;base64,{base64(b'a' + bytes([255]))}", "a\N{REPLACEMENT CHARACTER}"),
        (f"data:text/plain;charset=utf-8;base64,{base64('x'.encode('utf-8-sig'))}", "x"),
        (f"data:text/plain;charset=latin1;base64,{base64(bytes([0x80]))}", "€"),
        (f"data:text/plain;charset=utf-16;base64,{base64('x'.encode('utf-16-le'))}", "x"),
        ("data:text/plain;base64,", ""),
    ],
)
def test_a_data_url_has_text_in_its_charset(url: str, text: str) -> None:
    assert get_text_from_data_url(url) == text


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("Hi", "Invalid data URL format"),
        ("data:text/plain;base64", "Invalid data URL format"),
        ("text/plain,SGk=", "Invalid data URL format"),
        ("data:text/plain;base64,!!!", "Error decoding data URL"),
        ("data:text/plain;charset=klingon;base64,SGk=", "Error decoding data URL"),
    ],
)
def test_what_is_no_data_url_is_refused(url: str, problem: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        get_text_from_data_url(url)
    assert (caught.value.message, caught.value.value) == (
        f"Invalid argument for parameter dataUrl: {problem}",
        url,
    )


def test_canonical_json_sorts_keys_as_javascript_does() -> None:
    value = {"\uff61": 1, "😀": 2, "b": [True, None, 1.5, {"z": 1, "a": "\ud800"}], "10": 3, "9": 4}
    expected = '{"10":3,"9":4,"b":[true,null,1.5,{"a":"\\ud800","z":1}],"😀":2,"\uff61":1}'
    assert canonical_json(value) == expected


@settings(deadline=None)
@given(OBJECTS, st.randoms())
def test_a_hash_does_not_depend_on_the_order_of_keys(value: dict[str, Any], random: Any) -> None:
    keys = list(value)
    random.shuffle(keys)
    digest = hash_canonical({key: value[key] for key in keys})
    assert digest == hash_canonical(value)
    assert urlsafe_b64decode(digest + "=") == hashlib.sha256(canonical_json(value).encode()).digest()
