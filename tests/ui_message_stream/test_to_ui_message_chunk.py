"""What each part of a text stream says to a frontend, and what it keeps from it."""

from typing import Any

import pytest
from ai_sdk_generated.ai.ui_message_stream.wire import UiMessageChunk

from ai_sdk import GeneratedFile, UserModelMessage, dynamic_tool, to_ui_message_chunk, tool
from ai_sdk.error.tool_errors import InvalidToolInputError
from ai_sdk.generate_text.text_stream_part import (
    TextStreamAbortPart,
    TextStreamCustomPart,
    TextStreamErrorPart,
    TextStreamFilePart,
    TextStreamFinishPart,
    TextStreamPart,
    TextStreamPingPart,
    TextStreamRawPart,
    TextStreamReasoningDeltaPart,
    TextStreamReasoningEndPart,
    TextStreamReasoningFilePart,
    TextStreamReasoningStartPart,
    TextStreamSourceDocumentPart,
    TextStreamSourceUrlPart,
    TextStreamStartPart,
    TextStreamSteeringMessagePart,
    TextStreamTextDeltaPart,
    TextStreamTextEndPart,
    TextStreamTextStartPart,
    TextStreamToolApprovalRequestPart,
    TextStreamToolApprovalResponsePart,
    TextStreamToolCallPart,
    TextStreamToolErrorPart,
    TextStreamToolInputDeltaPart,
    TextStreamToolInputEndPart,
    TextStreamToolInputStartPart,
    TextStreamToolOutputDeniedPart,
    TextStreamToolResultPart,
)
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import LanguageModelV4Citation, LanguageModelV4SourceUrl, SharedV4FileDataText
from ai_sdk.provider_utils.content_part import FilePart, ImagePart, TextPart
from ai_sdk.ui_message_stream.ui_message_chunks import ui_message_chunk_schema

META: dict[str, Any] = {"openai": {"itemId": "i"}}
FILE = GeneratedFile(data=b"Hi", media_type="text/plain")
CALL = TextStreamToolCallPart(tool_call_id="c", tool_name="soil", input={"bed": 7})
NAMED: dict[str, Any] = {"tool_call_id": "c", "tool_name": "soil"}
EVERYTHING: dict[str, Any] = {"provider_executed": True, "provider_metadata": META, "tool_metadata": {"m": 1}}
EVERYTHING_SAID = {"providerExecuted": True, "providerMetadata": META, "toolMetadata": {"m": 1}}
SOURCE = LanguageModelV4SourceUrl(id="s", url="https://leaves.test")

EXAMPLES: list[tuple[TextStreamPart, dict[str, Any] | None]] = [
    (
        TextStreamTextStartPart(id="1", provider_metadata=META),
        {"type": "text-start", "id": "1", "providerMetadata": META},
    ),
    (TextStreamTextDeltaPart(id="1", text="Hi"), {"type": "text-delta", "id": "1", "delta": "Hi"}),
    (
        TextStreamTextDeltaPart(id="1", text="Hi", provider_metadata=META),
        {"type": "text-delta", "id": "1", "delta": "Hi", "providerMetadata": META},
    ),
    (
        TextStreamTextEndPart(id="1", citations=[LanguageModelV4Citation(source=SOURCE, cited_text="Hi")]),
        {
            "type": "text-end",
            "id": "1",
            "citations": [
                {
                    "source": {"type": "source", "sourceType": "url", "id": "s", "url": "https://leaves.test"},
                    "citedText": "Hi",
                }
            ],
        },
    ),
    (TextStreamReasoningStartPart(id="1"), {"type": "reasoning-start", "id": "1"}),
    (TextStreamReasoningDeltaPart(id="1", text="Hm"), {"type": "reasoning-delta", "id": "1", "delta": "Hm"}),
    (
        TextStreamReasoningEndPart(id="1", provider_metadata=META),
        {"type": "reasoning-end", "id": "1", "providerMetadata": META},
    ),
    (TextStreamCustomPart(kind="openai.thing"), {"type": "custom", "kind": "openai.thing"}),
    (
        TextStreamFilePart(file=FILE, provider_metadata=META),
        {"type": "file", "mediaType": "text/plain", "url": "data:text/plain;base64,SGk=", "providerMetadata": META},
    ),
    (
        TextStreamReasoningFilePart(file=FILE),
        {"type": "reasoning-file", "mediaType": "text/plain", "url": "data:text/plain;base64,SGk="},
    ),
    (
        TextStreamSourceUrlPart(id="s", url="https://leaves.test", title="Leaves", provider_metadata=META),
        {
            "type": "source-url",
            "sourceId": "s",
            "url": "https://leaves.test",
            "title": "Leaves",
            "providerMetadata": META,
        },
    ),
    (
        TextStreamSourceDocumentPart(id="s", media_type="text/plain", title="Leaves"),
        {"type": "source-document", "sourceId": "s", "mediaType": "text/plain", "title": "Leaves"},
    ),
    (
        TextStreamToolInputStartPart(id="c", tool_name="soil", input_encoding="json", title="Soil", **EVERYTHING),
        {
            "type": "tool-input-start",
            "toolCallId": "c",
            "toolName": "soil",
            "inputEncoding": "json",
            "title": "Soil",
            **EVERYTHING_SAID,
        },
    ),
    (
        TextStreamToolInputDeltaPart(id="c", delta="{"),
        {"type": "tool-input-delta", "toolCallId": "c", "inputTextDelta": "{"},
    ),
    (TextStreamToolInputEndPart(id="c"), None),
    (
        TextStreamToolCallPart(**NAMED, input={"bed": 7}, dynamic=True, title="Soil", **EVERYTHING),
        {
            "type": "tool-input-available",
            "toolCallId": "c",
            "toolName": "soil",
            "input": {"bed": 7},
            "dynamic": True,
            "title": "Soil",
            **EVERYTHING_SAID,
        },
    ),
    (
        TextStreamToolCallPart(
            **NAMED, input="{", invalid=True, error=InvalidToolInputError("bad", tool_input="{", tool_name="soil")
        ),
        {
            "type": "tool-input-error",
            "toolCallId": "c",
            "toolName": "soil",
            "input": "{",
            "errorText": "AI_InvalidToolInputError: bad",
        },
    ),
    (
        TextStreamToolApprovalRequestPart(
            approval_id="a",
            tool_call=TextStreamToolCallPart(**NAMED, input={"bed": 7}, input_schema_input={"bed": "7"}),
            reason="Dig?",
            is_automatic=False,
            signature="s",
        ),
        {
            "type": "tool-approval-request",
            "approvalId": "a",
            "toolCallId": "c",
            "inputSchemaInput": {"bed": "7"},
            "reason": "Dig?",
            "isAutomatic": False,
            "signature": "s",
        },
    ),
    (
        TextStreamToolApprovalResponsePart(approval_id="a", tool_call=CALL, approved=False, reason="No"),
        {"type": "tool-approval-response", "approvalId": "a", "approved": False, "reason": "No"},
    ),
    (
        TextStreamToolResultPart(**NAMED, input={}, output=None, preliminary=True, **EVERYTHING),
        {
            "type": "tool-output-available",
            "toolCallId": "c",
            "output": None,
            "preliminary": True,
            **EVERYTHING_SAID,
        },
    ),
    (
        TextStreamToolErrorPart(**NAMED, input={}, error=OSError("disk full")),
        {"type": "tool-output-error", "toolCallId": "c", "errorText": "OSError: disk full"},
    ),
    (TextStreamToolOutputDeniedPart(**NAMED), {"type": "tool-output-denied", "toolCallId": "c"}),
    (
        TextStreamSteeringMessagePart(id="m", message=UserModelMessage(content="Faster"), step_number=1),
        {"type": "steering-message", "id": "m", "parts": [{"type": "text", "text": "Faster"}]},
    ),
    (TextStreamStartPart(), {"type": "start"}),
    (
        TextStreamFinishPart(finish_reason="stop", total_usage=LanguageModelUsage()),
        {"type": "finish", "finishReason": "stop"},
    ),
    (TextStreamAbortPart(reason="enough"), {"type": "abort", "reason": "enough"}),
    (TextStreamErrorPart(error=OSError("password: 1234")), {"type": "error", "errorText": "An error occurred."}),
    (TextStreamRawPart(raw_value={}), None),
    (TextStreamPingPart(), None),
]


@pytest.mark.parametrize(("part", "chunk"), EXAMPLES, ids=lambda value: getattr(value, "type", ""))
def test_a_part_says(part: TextStreamPart, chunk: dict[str, Any] | None) -> None:
    assert to_ui_message_chunk(part, send_sources=True) == chunk


@pytest.mark.parametrize("chunk", [chunk for _, chunk in EXAMPLES if chunk], ids=lambda chunk: chunk["type"])
def test_a_chunk_has_no_field_that_clients_do_not_know(chunk: dict[str, Any]) -> None:
    validate = ui_message_chunk_schema().validate
    assert validate is not None
    assert validate(chunk) == chunk
    known = [
        {field.alias or name for name, field in model.model_fields.items()}
        for model in UiMessageChunk.__value__.__args__[0].__args__
        if chunk["type"] in getattr(model.model_fields["type"].annotation, "__args__", ())
    ]
    assert [chunk.keys() - fields for fields in known] == [set()]


@pytest.mark.parametrize(
    ("options", "part"),
    [
        ({"send_reasoning": False}, TextStreamReasoningStartPart(id="1")),
        ({"send_reasoning": False}, TextStreamReasoningFilePart(file=FILE)),
        ({}, TextStreamSourceUrlPart(id="s", url="https://leaves.test")),
        ({"send_start": False}, TextStreamStartPart()),
        ({"send_finish": False}, TextStreamFinishPart(finish_reason="stop", total_usage=LanguageModelUsage())),
    ],
)
def test_what_shall_not_be_sent_is_not(options: dict[str, Any], part: TextStreamPart) -> None:
    assert to_ui_message_chunk(part, **options) is None


def test_the_start_has_the_message_id_and_metadata() -> None:
    chunk = to_ui_message_chunk(TextStreamStartPart(), response_message_id="m", message_metadata={"model": "x"})
    assert chunk == {"type": "start", "messageId": "m", "messageMetadata": {"model": "x"}}


def error_text(part: TextStreamPart, **options: Any) -> Any:
    chunk = to_ui_message_chunk(part, **options)
    assert chunk is not None
    return chunk["errorText"]


def test_who_handles_errors_also_handles_those_of_tools() -> None:
    failed = TextStreamToolErrorPart(**NAMED, error=OSError("disk full"))
    assert error_text(failed, on_error=lambda error: f"<{error}>") == "<disk full>"
    assert error_text(failed, on_error=str, redact_tool_errors=False) == "OSError: disk full"
    assert error_text(failed, redact_tool_errors=True) == "An error occurred."


def test_what_a_provider_said_of_its_own_tool_survives() -> None:
    failed = TextStreamToolErrorPart(**NAMED, error={"code": "too_many", "limit": 3.0}, provider_executed=True)
    assert error_text(failed, redact_tool_errors=True) == '{"code":"too_many","limit":3}'
    invalid: TextStreamPart = TextStreamToolCallPart(
        **NAMED, input={}, invalid=True, error=OSError("x"), provider_executed=True
    )
    assert error_text(invalid) == "An error occurred."


def test_an_error_without_text_is_masked() -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    assert error_text(TextStreamToolErrorPart(**NAMED, error=MuteError())) == "An error occurred."


def test_listed_tools_say_whether_they_are_dynamic() -> None:
    @tool
    def soil(bed: int) -> str:
        return str(bed)

    tools = {"soil": soil, "other": dynamic_tool(name="other", input_schema={})}
    static = to_ui_message_chunk(TextStreamToolCallPart(**NAMED, input={}, dynamic=True), tools=tools)
    other: TextStreamPart = TextStreamToolCallPart(tool_call_id="c", tool_name="other", input={})
    dynamic = to_ui_message_chunk(other, tools=tools)
    assert static == {"type": "tool-input-available", "toolCallId": "c", "toolName": "soil", "input": {}}
    assert dynamic == {**static, "toolName": "other", "dynamic": True}


def test_inputs_and_outputs_of_a_users_own_types_become_json() -> None:
    from pydantic import BaseModel

    class Bed(BaseModel):
        number: int

    call = to_ui_message_chunk(TextStreamToolCallPart(**NAMED, input=Bed(number=7)))
    result = to_ui_message_chunk(TextStreamToolResultPart(**NAMED, input={}, output=[Bed(number=7)]))
    assert call is not None
    assert result is not None
    assert (call["input"], result["output"]) == ({"number": 7}, [{"number": 7}])


def test_an_approval_of_an_input_that_was_not_refined_does_not_repeat_it() -> None:
    call = TextStreamToolCallPart(**NAMED, input={"bed": 7}, input_schema_input={"bed": 7.0})
    chunk = to_ui_message_chunk(TextStreamToolApprovalRequestPart(approval_id="a", tool_call=call))
    assert chunk == {"type": "tool-approval-request", "approvalId": "a", "toolCallId": "c"}


def test_a_message_that_steers_brings_its_files() -> None:
    content = [
        TextPart(text="See", provider_options=META),
        FilePart(data=b"Hi", media_type="text/plain", filename="a.txt"),
        FilePart(data=SharedV4FileDataText(text="Hi"), media_type="text/plain"),
        ImagePart(image="https://leaves.test/a.png"),
        FilePart(data={"openai": "file-1"}, media_type="image/png"),
    ]
    part = {"type": "steering-message", "id": "m", "message": {"role": "user", "content": content}, "stepNumber": 1}
    chunk = to_ui_message_chunk(part)
    assert chunk is not None
    assert chunk["parts"] == [
        {"type": "text", "text": "See", "providerMetadata": META},
        {"type": "file", "mediaType": "text/plain", "filename": "a.txt", "url": "data:text/plain;base64,SGk="},
        {"type": "file", "mediaType": "text/plain", "url": "data:text/plain;base64,SGk="},
        {"type": "file", "mediaType": "image", "url": "https://leaves.test/a.png"},
        {"type": "file", "mediaType": "image/png", "url": "", "providerReference": {"openai": "file-1"}},
    ]


def test_a_part_of_no_known_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="Unknown chunk type: sound"):
        to_ui_message_chunk({"type": "sound"})
