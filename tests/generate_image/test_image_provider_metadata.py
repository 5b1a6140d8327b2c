"""Provider metadata of several calls: images are appended, the gateway's costs are added without rounding."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.generate_image.image_provider_metadata import get_image_provider_metadata, merge_image_provider_metadata

amounts = st.decimals(min_value=0, max_value=10**6, allow_nan=False, allow_infinity=False, places=6)


def merge(*calls: dict[str, Any]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for call in calls:
        merge_image_provider_metadata(merged, call)
    return merged


@given(amounts, amounts)
def test_costs_are_added_exactly(first: Decimal, second: Decimal) -> None:
    merged = merge({"gateway": {"cost": f"{first:f}"}}, {"gateway": {"cost": f"{second:f}"}})
    assert Decimal(merged["gateway"]["cost"]) == first + second


@pytest.mark.parametrize(
    ("first", "second", "total"),
    [
        ("1", "2", "3"),
        ("0.1", "0.2", "0.3"),
        ("0.50", "0.5", "1"),
        ("9.99", "0.011", "10.001"),
        ("10.0", "0.00", "10"),
        ("1e3", "2", "2"),
        (1, "2", "2"),
        ("-1", "2", "2"),
    ],
)
def test_a_total_is_written_short_and_what_is_no_amount_is_replaced(first: Any, second: str, total: str) -> None:
    assert merge({"gateway": {"marketCost": first}}, {"gateway": {"marketCost": second}}) == {
        "gateway": {"marketCost": total}
    }


def test_other_entries_of_the_gateway_are_replaced_and_no_images_are_left_out() -> None:
    merged = merge({"gateway": {"a": 1, "images": []}}, {"gateway": {"a": 2, "b": 3}})
    assert merged == {"gateway": {"a": 2, "b": 3}}


def test_other_providers_keep_their_images_alone_and_the_calls_stay_as_they_are() -> None:
    first = {"openai": {"images": [1], "x": 1}}
    assert merge(first, {"openai": {"images": [2, None]}}, {"mock": {}}) == {
        "openai": {"images": [1, 2, None]},
        "mock": {"images": []},
    }
    assert first == {"openai": {"images": [1], "x": 1}}


@pytest.mark.parametrize("metadata", [None, {}, {"a": {}}, {"a": {"images": [None, 1]}}, {"a": {"images": {"0": {}}}}])
def test_an_image_that_nothing_is_said_of_has_no_metadata(metadata: Any) -> None:
    assert get_image_provider_metadata(metadata, 0) is None
    assert get_image_provider_metadata(metadata, 1) is None


def test_an_image_has_what_each_provider_says_of_it() -> None:
    metadata = {"a": {"images": [{"x": 1}, {"x": 2}]}, "b": {"images": [{"y": 1}]}}
    assert get_image_provider_metadata(metadata, 0) == {"a": {"x": 1}, "b": {"y": 1}}
    assert get_image_provider_metadata(metadata, 1) == {"a": {"x": 2}}
