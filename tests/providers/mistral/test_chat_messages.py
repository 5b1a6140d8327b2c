"""Prompts as Mistral's chat messages."""

import pytest

from ai_sdk.provider import (
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolApprovalResponsePart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultOutputText,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.providers.mistral.chat.messages import convert_to_mistral_chat_messages
from ai_sdk.providers.mistral.errors import MistralError

BYTES = SharedV4FileDataData(data=b"%PDF")
URL = SharedV4FileDataUrl(url="https://a.dev/x")


def file(media_type, data):
    return LanguageModelV4FilePart(media_type=media_type, data=data)


def user(*parts):
    return LanguageModelV4UserMessage(content=list(parts))


def answer(*parts):
    return LanguageModelV4AssistantMessage(content=list(parts))


TEXT = LanguageModelV4TextPart(text="Hi")
CALL = LanguageModelV4ToolCallPart(tool_call_id="c", tool_name="clock", input={"a": 1.0})
RESULT = LanguageModelV4ToolResultPart(
    tool_call_id="c", tool_name="clock", output=LanguageModelV4ToolResultOutputText(value="noon")
)
CALL_SENT = {"id": "c", "type": "function", "function": {"name": "clock", "arguments": '{"a":1}'}}


def test_texts_images_and_pdfs_of_a_user_are_parts():
    parts = [
        TEXT,
        file("image", SharedV4FileDataData(data=b"\x89PNG")),
        file("image/webp", SharedV4FileDataData(data="AAAA")),
        file("image/*", URL),
        file("application", BYTES),
        file("application/pdf", URL),
    ]
    assert convert_to_mistral_chat_messages([LanguageModelV4SystemMessage(content="Be brief."), user(*parts)]) == [
        {"role": "system", "content": "Be brief."},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "Hi"},
                {"type": "image_url", "image_url": "data:image/png;base64,iVBORw=="},
                {"type": "image_url", "image_url": "data:image/webp;base64,AAAA"},
                {"type": "image_url", "image_url": "https://a.dev/x"},
                {"type": "document_url", "document_url": "data:application/pdf;base64,JVBERg=="},
                {"type": "document_url", "document_url": "https://a.dev/x"},
            ],
        },
    ]


@pytest.mark.parametrize(
    ("part", "functionality"),
    [
        (file("image/png", SharedV4FileDataReference(reference={})), "file parts with provider references"),
        (file("text/plain", SharedV4FileDataText(text="x")), "text file parts"),
        (file("audio/wav", BYTES), "Only images and PDF file parts are supported"),
        (file("application/*", URL), "Only images and PDF file parts are supported"),
        (
            file("application/*", SharedV4FileDataData(data="AAAA")),
            'file of media type "application/*" must specify subtype since it could not be auto-detected',
        ),
    ],
)
def test_other_files_are_refused(part, functionality):
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        convert_to_mistral_chat_messages([user(part)])
    assert caught.value.functionality == functionality


def test_an_answer_is_text_and_calls_and_the_last_one_is_continued():
    assert convert_to_mistral_chat_messages([answer(TEXT, CALL, TEXT), answer()]) == [
        {"role": "assistant", "content": "HiHi", "tool_calls": [CALL_SENT]},
        {"role": "assistant", "content": "", "prefix": True},
    ]


def test_an_answer_with_reasoning_is_a_list_of_parts():
    thought = LanguageModelV4ReasoningPart(text="Hm.")
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}], "closed": True}
    assert convert_to_mistral_chat_messages([answer(thought, TEXT), user()])[0] == {
        "role": "assistant",
        "content": [thinking, {"type": "text", "text": "Hi"}],
    }


@pytest.mark.parametrize("part", [file("image/png", BYTES), RESULT])
def test_an_answer_that_mistral_cannot_have_given_is_refused(part):
    with pytest.raises(MistralError, match=f"^Unsupported content type in assistant message: {part.type}$"):
        convert_to_mistral_chat_messages([answer(part)])


def test_each_tool_result_is_a_message_and_approvals_are_none():
    approval = LanguageModelV4ToolApprovalResponsePart(approval_id="a", approved=True)
    assert convert_to_mistral_chat_messages([LanguageModelV4ToolMessage(content=[approval, RESULT])]) == [
        {"role": "tool", "name": "clock", "tool_call_id": "c", "content": "noon"}
    ]
