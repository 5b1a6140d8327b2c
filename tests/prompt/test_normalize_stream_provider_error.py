"""Errors inside streams, as exceptions."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.error.stream_errors import StreamProviderError
from ai_sdk.prompt.normalize_stream_provider_error import normalize_stream_provider_error
from ai_sdk.provider_utils.stream_error import ProviderStreamError


def facts(error: Any) -> tuple[Any, ...]:
    made = normalize_stream_provider_error(error)
    assert isinstance(made, StreamProviderError)
    return str(made), made.type, made.code, made.status_code, made.is_retryable


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        ({"message": "odd"}, ("odd", None, None, None, False)),
        (
            {"type": "error", "error": {"message": "odd", "type": "bad_request", "code": "x"}},
            ("odd", "bad_request", "x", None, False),
        ),
        ({"type": "error", "error": {"message": "odd"}, "status": 429}, ("odd", "error", None, 429, True)),
        ({"response": {"error": {"message": "odd", "code": 503}}}, ("odd", None, 503, 503, True)),
        ({"response": {"error": "text"}, "error": {"message": "odd"}}, ("odd", None, None, None, False)),
        ({"message": "odd", "statusCode": "408"}, ("odd", None, None, 408, True)),
        ({"message": "odd", "status_code": 400.0}, ("odd", None, None, 400, False)),
        ({"message": "odd", "status": 200, "code": 409}, ("odd", None, 409, 409, True)),
        ({"message": "odd", "status": 400.5}, ("odd", None, None, None, False)),
        ({"message": "odd", "status": float("inf")}, ("odd", None, None, None, False)),
        ({"message": "odd", "status": float("nan")}, ("odd", None, None, None, False)),
        ({"message": "odd", "code": True, "error": None}, ("odd", None, None, None, False)),
        ({"message": " Overloaded "}, (" Overloaded ", None, None, 503, True)),
        ({"message": "Internal server error", "status": 400}, ("Internal server error", None, None, 400, True)),
        ({"message": "odd", "status": 500, "isRetryable": False}, ("odd", None, None, 500, False)),
        ({"message": "odd", "is_retryable": True}, ("odd", None, None, None, True)),
    ],
)
def test_data_that_describes_an_error_is_one(error: Any, expected: tuple[Any, ...]) -> None:
    assert facts(error) == expected
    assert normalize_stream_provider_error(error).data is error


def test_an_error_of_a_provider_of_ours_keeps_its_data() -> None:
    error = ProviderStreamError(message="odd", type="t", code="c", status_code=500, data={"raw": 1})
    assert facts(error) == ("odd", "t", "c", 500, True)
    assert normalize_stream_provider_error(error).data == {"raw": 1}


@pytest.mark.parametrize("error", [ValueError("odd"), "odd", None, {"error": "odd"}, {"message": 5}, [1], 5])
def test_anything_else_stays_as_it_is(error: Any) -> None:
    assert normalize_stream_provider_error(error) is error


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda values: st.dictionaries(
        st.sampled_from(["error", "response", "message", "status", "code", "type", "isRetryable"]), values, max_size=4
    ),
)


@settings(deadline=None)
@given(VALUES)
def test_nothing_that_a_provider_sends_breaks_it(error: Any) -> None:
    made = normalize_stream_provider_error(error)
    assert made is error or isinstance(made, StreamProviderError)
