"""Requests, results and errors as the outcome shows them."""

import hashlib
import math
from asyncio import CancelledError
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from ai_sdk.provider import APICallError, JSONParseError, LanguageModelV4ToolInputStart
from ai_sdk.provider.codec import URL
from ai_sdk.provider_utils.abort import AbortError
from conformance.normalize import normalize_error, normalize_value
from conformance.request import normalize_request
from conformance.subject import AiSdk

FOREIGN = AiSdk().foreign
JSON = {"content-type": "application/json"}


def body(content: bytes, **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return normalize_request("POST", "https://a.test/", named, content).get("body")


def test_headers_of_the_connection_are_dropped_and_the_others_sorted() -> None:
    headers = {
        "x-b": "",
        "host": "a.test",
        "user-agent": "x",
        "accept": "*/*",
        "content-length": "0",
        "x-replay-url": "u",
        "authorization": "k",
    }
    assert normalize_request("GET", "https://a.test/", headers, b"") == {
        "method": "GET",
        "url": "https://a.test/",
        "headers": {"authorization": "k", "x-b": ""},
    }


def test_an_accept_header_that_says_something_is_kept() -> None:
    assert normalize_request("GET", "u", {"accept": "text/event-stream"}, b"")["headers"] == {
        "accept": "text/event-stream"
    }


@pytest.mark.parametrize(
    ("content", "content_type", "expected"),
    [
        (b'{"a": 1.0}', "application/json", {"json": {"a": 1.0}}),
        (b'{"a"', "application/json", {"text": '{"a"'}),
        (b'{"a": 12345678901234567890}', "application/json", {"json": {"a": 12345678901234567000}}),
        (b'{"a": 1}', "text/plain", {"text": '{"a": 1}'}),
        (b"a=1&b=x+y&c=", "application/x-www-form-urlencoded", {"form": {"a": "1", "b": "x y", "c": ""}}),
        ("tä\n\t".encode(), "", {"text": "tä\n\t"}),
        (b"\x00a", "application/json", {"base64": "AGE="}),
        (b"\xff", "audio/wav", {"base64": "/w=="}),
        (b"", "application/json", None),
    ],
)
def test_a_body_is_shown_as_what_it_is(content: bytes, content_type: str, expected: Any) -> None:
    assert body(content, content_type=content_type) == expected


def test_long_bytes_are_shown_by_their_sum() -> None:
    content = bytes(901)
    assert body(content) == {"bytes": 901, "sha256": hashlib.sha256(content).hexdigest()}
    assert body(content[:900]) == {"base64": "A" * 1200}


def test_a_form_is_shown_field_by_field_and_its_boundary_hidden() -> None:
    content = (
        b'--b1\r\nContent-Disposition: form-data; name="model"\r\n\r\nm\r\n'
        b'--b1\r\nContent-Disposition: form-data; name="a[]"\r\nContent-Type: application/json\r\n\r\n{"x":1}\r\n'
        b'--b1\r\nContent-Disposition: form-data; name="file"; filename="a.wav"\r\nContent-Type: audio/wav\r\n\r\n'
        b"\xff\r\n--\x00\r\n--b1--\r\n"
    )
    request = normalize_request("POST", "u", {"content-type": "multipart/form-data; boundary=b1"}, content)
    assert request["headers"] == {"content-type": "multipart/form-data; boundary=<boundary>"}
    assert request["body"] == {
        "multipart": [
            {"name": "model", "text": "m"},
            {"name": "a[]", "contentType": "application/json", "json": {"x": 1}},
            {"name": "file", "filename": "a.wav", "contentType": "audio/wav", "base64": "/w0KLS0A"},
        ]
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"\x00", {"$bytes": "AA=="}),
        (datetime(2031, 1, 2, 3, 4, 5, 6789, tzinfo=UTC), {"$date": "2031-01-02T03:04:05.006Z"}),
        (datetime(2031, 1, 2, tzinfo=timezone(timedelta(hours=2))), {"$date": "2031-01-01T22:00:00.000Z"}),
        (URL("https://a.test/"), {"$url": "https://a.test/"}),
        (math.nan, {"$number": "NaN"}),
        (-math.inf, {"$number": "-Infinity"}),
        (2**60, 1152921504606847000),
        (2.0**60, 1152921504606847000),
        ((1, None, True), [1, None, True]),
        ("\x1b[31mred\x1b[0m", "red"),
        (
            LanguageModelV4ToolInputStart(id="1", tool_name="t"),
            {"type": "tool-input-start", "id": "1", "toolName": "t"},
        ),
        (object, {"$foreign": "builtins.type"}),
        ({1, 2}, {"$foreign": "builtins.set"}),
    ],
)
def test_a_value_is_shown_as_json(value: Any, expected: Any) -> None:
    assert normalize_value(value, FOREIGN) == expected


def test_what_is_no_contract_is_dropped_but_nothing_that_a_model_wrote() -> None:
    written = {"request": 1, "performance": 2, "headers": {"date": "x"}, "response": {"body": 1}}
    value = {
        "request": {"body": "x"},
        "performance": {},
        "response": {"id": "1", "headers": {"date": "x", "Content-Length": "1", "x-a": "1"}, "body": "x"},
        "usage": {"raw": written},
        "providerMetadata": {"mini": written},
        "content": [{"type": "tool-call", "input": written}, {"request": 1, "text": "t"}],
    }
    assert normalize_value(value, FOREIGN) == {
        "response": {"id": "1", "headers": {"x-a": "1"}},
        "usage": {"raw": written},
        "providerMetadata": {"mini": written},
        "content": [{"type": "tool-call", "input": written}, {"text": "t"}],
    }


def test_an_sdk_error_keeps_its_fields_but_not_the_request() -> None:
    error = APICallError(
        "no",
        url="u",
        request_body_values={"secret": 1},
        status_code=429,
        response_headers={"date": "x", "retry-after": "1"},
        response_body="{}",
        data={"request": 1, "headers": {"date": "kept"}},
        cause=JSONParseError(text="{", cause=ValueError("x")),
    )
    assert normalize_error(error, FOREIGN) == {
        "$error": {
            "name": "AI_APICallError",
            "message": "no",
            "url": "u",
            "statusCode": 429,
            "responseHeaders": {"retry-after": "1"},
            "responseBody": "{}",
            "isRetryable": True,
            "data": {"request": 1, "headers": {"date": "kept"}},
            "cause": {
                "$error": {
                    "name": "AI_JSONParseError",
                    "message": "JSON parsing failed: Text: {.\nError message: ValueError: x",
                    "text": "{",
                    "cause": {"$error": {"engine": True, "name": "ValueError"}},
                }
            },
        }
    }


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (AbortError(), {"name": "AbortError", "abort": True}),
        (CancelledError(), {"name": "AbortError", "abort": True}),
        (TimeoutError(), {"name": "TimeoutError", "abort": True}),
        (KeyError("x"), {"engine": True, "name": "KeyError"}),
    ],
)
def test_other_errors_are_shown_by_name(error: BaseException, expected: Any) -> None:
    assert normalize_error(error, FOREIGN) == {"$error": expected}
