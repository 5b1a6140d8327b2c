"""Prompts become Groq's chat messages."""

import pytest

from ai_sdk.provider import LanguageModelV4Prompt, UnsupportedFunctionalityError
from ai_sdk.provider.codec import load
from ai_sdk.providers.groq.chat.messages import convert_to_groq_chat_messages

PNG = "iVBORw0KGgo="


def convert(*messages):
    return convert_to_groq_chat_messages(load(LanguageModelV4Prompt, list(messages)))


def user(*parts):
    return {"role": "user", "content": list(parts)}


def image(data, media_type="image/png"):
    return {"type": "file", "mediaType": media_type, "data": data}


def test_a_system_message_and_a_single_text_are_plain():
    assert convert({"role": "system", "content": "Be brief."}, user({"type": "text", "text": "Hi"})) == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Hi"},
    ]


@pytest.mark.parametrize(
    ("part", "url"),
    [
        (image({"type": "url", "url": "https://a.dev/cat.png"}), "https://a.dev/cat.png"),
        (image({"type": "data", "data": PNG}), f"data:image/png;base64,{PNG}"),
        (image({"type": "data", "data": b"\x89PNG\r\n\x1a\n"}, "image/*"), f"data:image/png;base64,{PNG}"),
    ],
)
def test_images_become_urls(part, url):
    assert convert(user({"type": "text", "text": "What?"}, part)) == [
        {
            "role": "user",
            "content": [{"type": "text", "text": "What?"}, {"type": "image_url", "image_url": {"url": url}}],
        }
    ]


@pytest.mark.parametrize(
    ("part", "functionality"),
    [
        (image({"type": "reference", "reference": {"groq": "1"}}), "file parts with provider references"),
        (image({"type": "text", "text": "a"}, "text/plain"), "text file parts"),
        (image({"type": "data", "data": PNG}, "application/pdf"), "Non-image file content parts"),
    ],
)
def test_other_files_are_refused(part, functionality):
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        convert(user(part))
    assert caught.value.functionality == functionality


def call(tool_input):
    return {"type": "tool-call", "toolCallId": "1", "toolName": "clock", "input": tool_input}


@pytest.mark.parametrize(
    ("tool_input", "arguments"),
    [({"zone": "Zürich"}, '{"zone":"Zürich"}'), ('{"a": 1}', '{"a": 1}'), ("plain", '"plain"')],
)
def test_an_assistant_message_has_text_reasoning_and_calls(tool_input, arguments):
    content = [
        {"type": "reasoning", "text": "Let me "},
        {"type": "reasoning", "text": "see."},
        {"type": "text", "text": "A "},
        {"type": "text", "text": "moment."},
        call(tool_input),
    ]
    assert convert({"role": "assistant", "content": content}) == [
        {
            "role": "assistant",
            "content": "A moment.",
            "reasoning": "Let me see.",
            "tool_calls": [{"id": "1", "type": "function", "function": {"name": "clock", "arguments": arguments}}],
        }
    ]


def test_an_empty_assistant_message_has_empty_content():
    assert convert({"role": "assistant", "content": []}) == [{"role": "assistant", "content": ""}]


@pytest.mark.parametrize(
    ("output", "content"),
    [
        ({"type": "text", "value": "noon"}, "noon"),
        ({"type": "error-text", "value": "broken"}, "broken"),
        ({"type": "json", "value": {"hour": 12.0}}, '{"hour":12}'),
        ({"type": "error-json", "value": None}, "null"),
        ({"type": "execution-denied"}, "Tool call execution denied."),
        ({"type": "execution-denied", "reason": "No."}, "No."),
        ({"type": "content", "value": [{"type": "text", "text": "noon"}]}, '[{"type":"text","text":"noon"}]'),
    ],
)
def test_a_tool_result_becomes_a_message_and_an_approval_none(output, content):
    result = {"type": "tool-result", "toolCallId": "1", "toolName": "clock", "output": output}
    approval = {"type": "tool-approval-response", "approvalId": "2", "approved": True}
    assert convert({"role": "tool", "content": [approval, result]}) == [
        {"role": "tool", "tool_call_id": "1", "content": content}
    ]
