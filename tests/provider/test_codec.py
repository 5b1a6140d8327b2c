"""Specification values from and to the JSON that TypeScript has for them, and the errors."""

import copy
import importlib
import pickle
import pkgutil
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from ai_sdk import provider as v4
from ai_sdk.provider import errors
from ai_sdk.provider.codec import URL, dump, dump_error, load
from ai_sdk.provider.spec import ReceivedSpec

PROMPT = [
    {"role": "system", "content": "Be brief."},
    {
        "role": "user",
        "content": [
            {"type": "text", "text": "Hi", "providerOptions": {"toy": {"cache": None}}},
            {"type": "file", "mediaType": "image/png", "data": {"type": "url", "url": "https://a.example/x.png"}},
            {"type": "file", "mediaType": "text/plain", "data": {"type": "data", "data": b"\x00"}},
        ],
    },
    {
        "role": "assistant",
        "content": [
            {"type": "reasoning", "text": "hm"},
            {"type": "tool-call", "toolCallId": "1", "toolName": "clock", "input": {"zone": None}},
        ],
    },
    {
        "role": "tool",
        "content": [
            {"type": "tool-result", "toolCallId": "1", "toolName": "clock", "output": {"type": "json", "value": None}},
            {"type": "tool-approval-response", "approvalId": "a", "approved": False},
        ],
    },
]


def test_call_options_survive_the_way_in_and_out() -> None:
    options = {
        "prompt": PROMPT,
        "maxOutputTokens": 10,
        "temperature": 0.5,
        "responseFormat": {"type": "json", "schema": {"type": "object"}},
        "tools": [
            {"type": "function", "name": "clock", "inputSchema": {"type": "object"}, "inputExamples": [{"input": {}}]},
            {"type": "provider", "id": "toy.search", "name": "search", "args": {"maxResults": 1}},
        ],
        "toolChoice": {"type": "tool", "toolName": "clock"},
        "headers": {"x-a": "1"},
    }
    assert dump(load(v4.LanguageModelV4CallOptions, options)) == options


@pytest.mark.parametrize(
    "part",
    [
        {"type": "stream-start", "warnings": [{"type": "unsupported", "feature": "topK"}]},
        {"type": "source", "sourceType": "url", "id": "1", "url": "https://a.example"},
        {"type": "source", "sourceType": "document", "id": "1", "mediaType": "text/plain", "title": "t"},
        {"type": "tool-result", "toolCallId": "1", "toolName": "t", "result": {"a": None}, "isError": True},
        {"type": "raw", "rawValue": {"a": None}},
        {"type": "raw"},
        {
            "type": "finish",
            "usage": {"inputTokens": {"total": 1}, "outputTokens": {}},
            "finishReason": {"unified": "stop"},
        },
        {"type": "response-metadata", "id": "r", "timestamp": datetime(2030, 1, 1, tzinfo=UTC)},
    ],
)
def test_stream_parts_are_told_apart_by_their_type(part: dict[str, object]) -> None:
    loaded = load(v4.LanguageModelV4StreamPart, part)
    assert loaded.type == part["type"]
    assert dump(loaded) == part


def test_snake_case_keys_are_accepted_too() -> None:
    loaded = load(v4.LanguageModelV4ToolCall, {"tool_call_id": "1", "tool_name": "t", "input": "{}"})
    assert dump(loaded) == {"type": "tool-call", "toolCallId": "1", "toolName": "t", "input": "{}"}


def test_what_does_not_fit_is_an_error_that_names_the_path() -> None:
    with pytest.raises(ValidationError, match=r"user\.content\.0\.text"):
        load(v4.LanguageModelV4CallOptions, {"prompt": [{"role": "user", "content": [{"type": "text"}]}]})


def test_urls_are_marked_so_that_they_can_be_told_from_text() -> None:
    dumped = dump(v4.SharedV4FileDataUrl(url="https://a.example/x"))
    assert (type(dumped["url"]), dumped["url"]) == (URL, "https://a.example/x")


class ReceivedTextEnd(v4.LanguageModelV4TextEnd, ReceivedSpec):
    __slots__ = ("received",)


def test_a_received_value_is_written_as_it_was_read() -> None:
    part = ReceivedTextEnd(id="0")
    part.received = {"type": "text-end", "id": "0", "new": None}
    assert dump([part]) == [{"type": "text-end", "id": "0", "new": None}]


def test_an_error_is_dumped_with_its_own_fields_and_cause() -> None:
    cause = ValueError("boom")
    error = errors.APICallError("m", url="u", request_body_values={"key": "k"}, status_code=400, cause=cause)
    assert dump_error(error) == {
        "name": "AI_APICallError",
        "message": "m",
        "url": "u",
        "statusCode": 400,
        "isRetryable": False,
        "cause": cause,
    }
    assert error.__cause__ is cause


def test_a_null_value_that_does_not_fit_is_dumped_as_null() -> None:
    error = errors.TypeValidationError(value=None, cause=ValueError("v"))
    assert dump_error(error)["value"] is None
    assert "context" not in dump_error(error)


EXAMPLES: list[tuple[errors.AISDKError, str]] = [
    (errors.EmptyResponseBodyError(), "Empty response body"),
    (errors.InvalidPromptError("no user", prompt=[]), "Invalid prompt: no user"),
    (errors.InvalidResponseDataError(data={"a": 1.0}), 'Invalid response data: {"a":1}.'),
    (errors.InvalidResponseDataError("odd", data=None), "odd"),
    (
        errors.JSONParseError(text="{", cause=ValueError("bad")),
        "JSON parsing failed: Text: {.\nError message: ValueError: bad",
    ),
    (errors.NoContentGeneratedError(), "No content generated."),
    (errors.NoSuchModelError(model_id="m", model_type="imageModel"), "No such imageModel: m"),
    (
        errors.NoSuchProviderReferenceError(provider="a", reference={"b": "1", "c": "2"}),
        "No provider reference found for provider 'a'. Available providers: b, c",
    ),
    (
        errors.TooManyEmbeddingValuesForCallError(
            provider="p", model_id="m", max_embeddings_per_call=1, values=["a", "b"]
        ),
        (
            'Too many values for a single embedding call. The p model "m" can only embed up to 1 values per call, '
            "but 2 values were provided."
        ),
    ),
    (
        errors.TypeValidationError(
            value=1,
            cause=errors.AISDKError("deep"),
            context=errors.TypeValidationContext(field="a[0]", entity_name="part", entity_id="7"),
        ),
        'Type validation failed for a[0] (part, id: "7"): Value: 1.\nError message: AI_Error: deep',
    ),
    (errors.UnsupportedFunctionalityError(functionality="video"), "'video' functionality not supported."),
]


@pytest.mark.parametrize(("error", "message"), EXAMPLES)
def test_errors_say_what_the_typescript_errors_say(error: errors.AISDKError, message: str) -> None:
    assert (error.message, str(error)) == (message, message)


@pytest.mark.parametrize("error", [error for error, _ in EXAMPLES])
def test_errors_can_be_copied_and_sent_to_other_processes(error: errors.AISDKError) -> None:
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own bytes
        assert (type(twin), str(twin)) == (type(error), str(error))
        assert {name: repr(getattr(twin, name)) for name in twin.fields} == {
            name: repr(getattr(error, name)) for name in error.fields
        }


@pytest.mark.parametrize(
    ("status", "retryable"), [(None, False), (400, False), (408, True), (409, True), (429, True), (500, True)]
)
def test_calls_may_be_tried_again_after_these_answers(status: int | None, retryable: bool) -> None:  # noqa: FBT001
    assert errors.APICallError("m", url="u", request_body_values={}, status_code=status).is_retryable is retryable
    assert errors.APICallError("m", url="u", request_body_values={}, is_retryable=True).is_retryable


def test_a_type_validation_error_is_not_wrapped_twice() -> None:
    value = {"a": 1}
    error = errors.TypeValidationError(value=value, cause=ValueError())
    assert errors.TypeValidationError.wrap(value=value, cause=error) is error
    assert errors.TypeValidationError.wrap(value={}, cause=error).cause is error


@pytest.mark.parametrize(
    ("error", "message"),
    [(None, "unknown error"), ("text", "text"), (KeyError("k"), "KeyError: 'k'"), ({"a": [1.0]}, '{"a":[1]}')],
)
def test_any_error_can_be_said_in_one_text(error: object, message: str) -> None:
    assert errors.get_error_message(error) == message


def test_the_package_offers_every_public_name_of_its_modules_and_no_other() -> None:
    public: set[str] = set()
    for module in pkgutil.walk_packages(v4.__path__, "ai_sdk.provider."):
        if module.name.rpartition(".")[2] not in {"codec", "spec"}:
            public |= set(getattr(importlib.import_module(module.name), "__all__", ()))
    assert set(v4.__all__) == public
    assert all(getattr(v4, name) is not None for name in v4.__all__ if name != "JSONValue")
    with pytest.raises(AttributeError, match=r"module 'ai_sdk\.provider' has no attribute 'LanguageModelV9'"):
        _ = v4.LanguageModelV9
