from datetime import UTC, datetime

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import LanguageModelV4ResponseMetadata
from ai_sdk.provider_utils.create_language_model_response_metadata import create_language_model_response_metadata
from ai_sdk.provider_utils.timestamp import date_from_seconds, date_from_text


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        (1700000000, datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        (1.9999, datetime(1970, 1, 1, 0, 0, 1, 999000, tzinfo=UTC)),
        (-1, datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (1e300, None),
        (10**400, None),
        (float("inf"), None),
        (float("nan"), None),
        (None, None),
    ],
)
def test_seconds_become_a_time_to_the_millisecond(seconds: float | None, expected: datetime | None) -> None:
    assert date_from_seconds(seconds) == expected


@given(st.one_of(st.integers(), st.floats()))
def test_any_number_is_a_time_or_none(seconds: float) -> None:
    assert date_from_seconds(seconds) is None or isinstance(date_from_seconds(seconds), datetime)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-02", datetime(2026, 1, 2, tzinfo=UTC)),
        ("2026-01-02T03:04:05Z", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2026-01-02T03:04:05.123999-01:00", datetime(2026, 1, 2, 4, 4, 5, 123000, tzinfo=UTC)),
        ("2026-01-02T03:04:05", datetime(2026, 1, 2, 3, 4, 5).astimezone(UTC)),
        ("0001-01-01T00:00:00+23:00", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_text_becomes_a_time_to_the_millisecond(text: str | None, expected: datetime | None) -> None:
    assert date_from_text(text) == expected


@given(st.text())
def test_any_text_is_a_time_or_none(text: str) -> None:
    assert date_from_text(text) is None or isinstance(date_from_text(text), datetime)


def test_response_metadata_keeps_what_is_known() -> None:
    assert create_language_model_response_metadata(id="r1", created=0) == LanguageModelV4ResponseMetadata(
        id="r1", timestamp=datetime(1970, 1, 1, tzinfo=UTC)
    )
