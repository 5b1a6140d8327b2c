"""Prompts as Cohere's messages and documents."""

import pytest

from ai_sdk.provider import (
    InvalidArgumentError,
    LanguageModelV4AssistantMessage,
    LanguageModelV4FilePart,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolApprovalResponsePart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.providers.cohere.chat.messages import convert_to_cohere_chat_prompt

TEXT = SharedV4FileDataText(text="log")
URL = SharedV4FileDataUrl(url="https://a.dev/x y.png")
REFERENCE = SharedV4FileDataReference(reference={"cohere": "f"})


def text(value: str) -> LanguageModelV4TextPart:
    return LanguageModelV4TextPart(text=value)


def file(media_type, data, **more) -> LanguageModelV4FilePart:
    return LanguageModelV4FilePart(media_type=media_type, data=data, **more)


def user(*parts) -> LanguageModelV4UserMessage:
    return LanguageModelV4UserMessage(content=list(parts))


def test_system_messages_and_texts_are_strings():
    prompt = [LanguageModelV4SystemMessage(content="Be brief."), user(text("Hi"), text(""), text(" there"))]
    assert convert_to_cohere_chat_prompt(prompt) == (
        [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi there"}],
        [],
    )


def test_beside_an_image_texts_are_parts_and_empty_ones_are_left_out():
    image = file("image/*", SharedV4FileDataData(data=b"\x89PNG"), provider_options={"cohere": {"detail": "low"}})
    messages, documents = convert_to_cohere_chat_prompt([user(text("A"), image, text(""), file("image/png", URL))])
    assert documents == []
    assert messages == [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "A"},
                {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw==", "detail": "low"}},
                {"type": "image_url", "image_url": {"url": "https://a.dev/x%20y.png"}},
            ],
        }
    ]


def test_other_files_are_documents_and_leave_no_trace_in_the_message():
    data = SharedV4FileDataData
    parts = [
        file("text/plain", TEXT, filename="log.txt"),
        file("application/json", data(data=b"\xef\xbb\xbf{\xff}")),
        file("text/csv", data(data="YQ==")),
    ]
    assert convert_to_cohere_chat_prompt([user(text("Read"), *parts)]) == (
        [{"role": "user", "content": "Read"}],
        [
            {"data": {"text": "log", "title": "log.txt"}},
            {"data": {"text": "{\N{REPLACEMENT CHARACTER}}"}},
            {"data": {"text": "YQ=="}},
        ],
    )


@pytest.mark.parametrize(
    ("part", "functionality"),
    [
        (file("image/png", REFERENCE), "image file parts with provider references"),
        (file("image/svg+xml", TEXT), "image file parts with text data"),
        (file("text/plain", REFERENCE), "file parts with provider references"),
        (file("text/plain", URL), "File URL data"),
    ],
)
def test_files_that_cohere_does_not_take_are_refused(part, functionality):
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        convert_to_cohere_chat_prompt([user(part)])
    assert caught.value.functionality == functionality


def test_an_unknown_detail_of_an_image_is_refused():
    part = file("image/png", URL, provider_options={"cohere": {"detail": "huge"}})
    with pytest.raises(InvalidArgumentError):
        convert_to_cohere_chat_prompt([user(part)])


def test_an_answer_is_its_text_or_its_calls():
    thought = LanguageModelV4ReasoningPart(text="Hm.")
    call = LanguageModelV4ToolCallPart(tool_call_id="c", tool_name="clock", input={"größe": 1.0})
    answers = [[thought, text("A"), text("b")], [text("Let me see."), call], []]
    prompt = [LanguageModelV4AssistantMessage(content=parts) for parts in answers]
    function = {"name": "clock", "arguments": '{"größe":1}'}
    assert convert_to_cohere_chat_prompt(prompt)[0] == [
        {"role": "assistant", "content": "Ab"},
        {"role": "assistant", "tool_calls": [{"id": "c", "type": "function", "function": function}]},
        {"role": "assistant", "content": ""},
    ]


def test_each_tool_result_is_a_message_and_approvals_are_none():
    result = LanguageModelV4ToolResultPart(
        tool_call_id="c", tool_name="clock", output=LanguageModelV4ToolResultOutputJson(value=[12])
    )
    approval = LanguageModelV4ToolApprovalResponsePart(approval_id="a", approved=True)
    messages, _ = convert_to_cohere_chat_prompt([LanguageModelV4ToolMessage(content=[approval, result])])
    assert messages == [{"role": "tool", "content": "[12]", "tool_call_id": "c"}]
