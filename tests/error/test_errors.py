"""The errors of the core: what they are called, say and carry."""

import pickle
from typing import Any

import pytest

import ai_sdk.error
from ai_sdk.error import (
    InvalidArgumentError,
    InvalidDataContentError,
    InvalidMessageRoleError,
    InvalidStreamPartError,
    InvalidToolApprovalError,
    InvalidToolApprovalSignatureError,
    InvalidToolInputError,
    MessageConversionError,
    MissingToolResultsError,
    NoImageGeneratedError,
    NoObjectGeneratedError,
    NoOutputGeneratedError,
    NoSpeechGeneratedError,
    NoSuchProviderError,
    NoSuchToolError,
    NoTranscriptGeneratedError,
    NoTranslationGeneratedError,
    NoVideoGeneratedError,
    RetryError,
    StreamAlreadyConsumedError,
    StreamProviderError,
    ToolCallNotFoundForApprovalError,
    ToolCallRepairError,
    ToolChoiceViolationError,
    UIMessageStreamError,
    UnsupportedModelVersionError,
)
from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4ToolChoiceNone,
    LanguageModelV4ToolChoiceRequired,
    LanguageModelV4ToolChoiceTool,
    NoSuchModelError,
)
from ai_sdk.provider.codec import dump_error
from ai_sdk.provider.errors import InvalidArgumentError as ProviderInvalidArgumentError

CAUSE = ValueError("odd")
NO_TOOL = NoSuchToolError(tool_name="weather")


def choice_violation(choice: Any) -> ToolChoiceViolationError:
    return ToolChoiceViolationError(
        tool_choice=choice, finish_reason="stop", provider="groq.chat", model_id="m", content=[]
    )


ERRORS: list[tuple[AISDKError, dict[str, Any]]] = [
    (
        InvalidArgumentError(parameter="maxRetries", value=None, message="must be a number"),
        {
            "name": "AI_InvalidArgumentError",
            "message": "Invalid argument for parameter maxRetries: must be a number",
            "parameter": "maxRetries",
            "value": None,
        },
    ),
    (
        InvalidDataContentError(content=3),
        {
            "name": "AI_InvalidDataContentError",
            "message": "Invalid data content. Expected a base64 string, Uint8Array, ArrayBuffer, or Buffer, "
            "but got number.",
            "content": 3,
        },
    ),
    (
        InvalidMessageRoleError(role="boss"),
        {
            "name": "AI_InvalidMessageRoleError",
            "message": 'Invalid message role: \'boss\'. Must be one of: "system", "user", "assistant", "tool".',
            "role": "boss",
        },
    ),
    (
        InvalidStreamPartError("no such part", chunk={"type": "x"}),
        {"name": "AI_InvalidStreamPartError", "message": "no such part", "chunk": {"type": "x"}},
    ),
    (
        InvalidToolApprovalError(approval_id="a1"),
        {
            "name": "AI_InvalidToolApprovalError",
            "message": 'Tool approval response references unknown approvalId: "a1". '
            "No matching tool-approval-request found in message history.",
            "approvalId": "a1",
        },
    ),
    (
        InvalidToolApprovalSignatureError(approval_id="a1", tool_call_id="c1", reason="missing signature"),
        {
            "name": "AI_InvalidToolApprovalSignatureError",
            "message": 'Tool approval signature verification failed for approval "a1" (tool call "c1"): '
            "missing signature",
            "approvalId": "a1",
            "toolCallId": "c1",
        },
    ),
    (
        InvalidToolInputError(tool_input="{", tool_name="weather", cause=CAUSE),
        {
            "name": "AI_InvalidToolInputError",
            "message": "Invalid input for tool weather: ValueError: odd",
            "toolInput": "{",
            "toolName": "weather",
            "cause": CAUSE,
        },
    ),
    (
        MessageConversionError("Unsupported role: x", original_message={"role": "x"}),
        {
            "name": "AI_MessageConversionError",
            "message": "Unsupported role: x",
            "originalMessage": {"role": "x"},
        },
    ),
    (
        MissingToolResultsError(tool_call_ids=["c1"]),
        {
            "name": "AI_MissingToolResultsError",
            "message": "Tool result is missing for tool call c1.",
            "toolCallIds": ["c1"],
        },
    ),
    (
        MissingToolResultsError(tool_call_ids=["c1", "c2"]),
        {
            "name": "AI_MissingToolResultsError",
            "message": "Tool results are missing for tool calls c1, c2.",
            "toolCallIds": ["c1", "c2"],
        },
    ),
    (
        NoImageGeneratedError(responses=[]),
        {"name": "AI_NoImageGeneratedError", "message": "No image generated.", "responses": []},
    ),
    (
        NoObjectGeneratedError(cause=CAUSE, text="", response={"id": "r"}, usage={}, finish_reason="length"),
        {
            "name": "AI_NoObjectGeneratedError",
            "message": "No object generated.",
            "text": "",
            "response": {"id": "r"},
            "usage": {},
            "finishReason": "length",
            "cause": CAUSE,
        },
    ),
    (NoOutputGeneratedError(), {"name": "AI_NoOutputGeneratedError", "message": "No output generated."}),
    (
        NoSpeechGeneratedError(responses=[1], cause=CAUSE),
        {
            "name": "AI_NoSpeechGeneratedError",
            "message": "No speech audio generated.",
            "responses": [1],
            "cause": CAUSE,
        },
    ),
    (
        NoTranscriptGeneratedError(responses=[]),
        {"name": "AI_NoTranscriptGeneratedError", "message": "No transcript generated.", "responses": []},
    ),
    (
        NoTranslationGeneratedError(response={}),
        {"name": "AI_NoTranslationGeneratedError", "message": "No translation generated.", "response": {}},
    ),
    (
        NoVideoGeneratedError("Nothing came.", responses=[]),
        {"name": "AI_NoVideoGeneratedError", "message": "Nothing came.", "responses": []},
    ),
    (
        NoSuchProviderError(model_id="x:m", model_type="imageModel", provider_id="x", available_providers=["a", "b"]),
        {
            "name": "AI_NoSuchProviderError",
            "message": "No such provider: x (available providers: a,b)",
            "modelId": "x:m",
            "modelType": "imageModel",
            "providerId": "x",
            "availableProviders": ["a", "b"],
        },
    ),
    (
        NO_TOOL,
        {
            "name": "AI_NoSuchToolError",
            "message": "Model tried to call unavailable tool 'weather'. No tools are available.",
            "toolName": "weather",
        },
    ),
    (
        NoSuchToolError(tool_name="weather", available_tools=["time", "date"]),
        {
            "name": "AI_NoSuchToolError",
            "message": "Model tried to call unavailable tool 'weather'. Available tools: time, date.",
            "toolName": "weather",
            "availableTools": ["time", "date"],
        },
    ),
    (
        RetryError("Failed after 2 attempts.", reason="errorNotRetryable", errors=[NO_TOOL, CAUSE]),
        {
            "name": "AI_RetryError",
            "message": "Failed after 2 attempts.",
            "reason": "errorNotRetryable",
            "lastError": CAUSE,
            "errors": [NO_TOOL, CAUSE],
        },
    ),
    (
        StreamAlreadyConsumedError(),
        {
            "name": "AI_StreamAlreadyConsumedError",
            "message": "This result supports one stream consumer. Choose one stream projection or response helper.",
        },
    ),
    (
        StreamProviderError("Overloaded", type="overloaded_error", code=529, status_code=529, data={"a": 1}),
        {
            "name": "AI_StreamProviderError",
            "message": "Overloaded",
            "type": "overloaded_error",
            "code": 529,
            "statusCode": 529,
            "isRetryable": True,
            "data": {"a": 1},
        },
    ),
    (
        ToolCallNotFoundForApprovalError(tool_call_id="c1", approval_id="a1"),
        {
            "name": "AI_ToolCallNotFoundForApprovalError",
            "message": 'Tool call "c1" not found for approval request "a1".',
            "toolCallId": "c1",
            "approvalId": "a1",
        },
    ),
    (
        ToolCallRepairError(cause=CAUSE, original_error=NO_TOOL),
        {
            "name": "AI_ToolCallRepairError",
            "message": "Error repairing tool call: ValueError: odd",
            "originalError": NO_TOOL,
            "cause": CAUSE,
        },
    ),
    (
        choice_violation(LanguageModelV4ToolChoiceTool(tool_name="weather")),
        {
            "name": "AI_ToolChoiceViolationError",
            "message": "Model response did not contain a call to the required tool 'weather'.",
            "toolChoice": {"type": "tool", "toolName": "weather"},
            "finishReason": "stop",
            "provider": "groq.chat",
            "modelId": "m",
            "content": [],
        },
    ),
    (
        UIMessageStreamError("No such part", chunk_type="text-delta", chunk_id="1"),
        {
            "name": "AI_UIMessageStreamError",
            "message": "No such part",
            "chunkType": "text-delta",
            "chunkId": "1",
        },
    ),
    (
        UnsupportedModelVersionError(version="v1", provider="old", model_id="m"),
        {
            "name": "AI_UnsupportedModelVersionError",
            "message": 'Unsupported model version v1 for provider "old" and model "m". '
            'Only models that implement specification version "v4" are supported.',
            "version": "v1",
            "provider": "old",
            "modelId": "m",
        },
    ),
]


@pytest.mark.parametrize(("error", "dumped"), ERRORS, ids=lambda value: getattr(value, "name", ""))
def test_an_error_has_the_name_the_message_and_the_fields_of_typescript(
    error: AISDKError, dumped: dict[str, Any]
) -> None:
    assert dump_error(error) == dumped
    assert str(error) == dumped["message"]


@pytest.mark.parametrize("error", [error for error, _ in ERRORS], ids=lambda error: error.name)
def test_an_error_survives_pickling(error: AISDKError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(copy) is type(error)
    assert {name: repr(value) for name, value in vars(copy).items()} == {
        name: repr(value) for name, value in vars(error).items()
    }


def test_every_error_of_the_package_is_tested_and_every_name_exists() -> None:
    classes = {getattr(ai_sdk.error, name) for name in ai_sdk.error.__all__}
    tested = {type(error) for error, _ in ERRORS}
    assert {kind for kind in classes if isinstance(kind, type) and issubclass(kind, AISDKError)} == tested


@pytest.mark.parametrize(
    ("content", "kind"), [("x", "string"), (True, "boolean"), (1.5, "number"), (None, "object"), (print, "function")]
)
def test_bad_data_is_named_as_javascript_names_its_type(content: Any, kind: str) -> None:
    assert InvalidDataContentError(content=content).message.endswith(f"but got {kind}.")


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (
            LanguageModelV4ToolChoiceNone(),
            "Model response contained a tool call even though tool choice was none.",
        ),
        (
            LanguageModelV4ToolChoiceRequired(),
            "Model response did not contain a tool call even though tool choice was required.",
        ),
    ],
)
def test_a_violated_tool_choice_is_described(choice: Any, message: str) -> None:
    assert choice_violation(choice).message == message


@pytest.mark.parametrize(
    ("status_code", "retryable"), [(None, False), (400, False), (408, True), (409, True), (429, True), (500, True)]
)
def test_an_error_in_a_stream_is_retryable_by_its_status(status_code: int | None, retryable: Any) -> None:
    assert StreamProviderError("x", status_code=status_code).is_retryable is retryable
    assert StreamProviderError("x", status_code=status_code, is_retryable=not retryable).is_retryable is not retryable


def test_who_catches_unknown_models_catches_unknown_providers() -> None:
    assert issubclass(NoSuchProviderError, NoSuchModelError)


def test_the_two_errors_about_arguments_are_different() -> None:
    assert not issubclass(InvalidArgumentError, ProviderInvalidArgumentError)


def test_a_retry_error_without_errors_has_no_last_one() -> None:
    assert RetryError("aborted", reason="abort", errors=[]).last_error is None
