"""A prompt becomes Moonshot AI's messages."""

import pytest

from ai_sdk.provider import (
    InvalidPromptError,
    LanguageModelV4Prompt,
    NoSuchProviderReferenceError,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import load
from ai_sdk.providers.moonshotai.chat.messages import convert_to_moonshotai_chat_messages
from tests.providers.chat_laws import warned

PNG = "iVBORw0KGgo="


def convert(*messages, model_id="kimi-k3", is_json_object=False):
    """The messages and what the warnings are about."""
    converted, warnings = convert_to_moonshotai_chat_messages(
        load(LanguageModelV4Prompt, list(messages)), model_id=model_id, is_json_object=is_json_object
    )
    return converted, warned(warnings)


def text(value):
    return {"type": "text", "text": value}


def file(media_type, kind, value):
    return {"type": "file", "mediaType": media_type, "data": {"type": kind, kind: value}}


def message(role, content, **options):
    return {"role": role, "content": content, "providerOptions": {"moonshotai": options}}


def media(kind, url):
    return {"type": f"{kind}_url", f"{kind}_url": {"url": url}}


def test_turns_keep_names_thoughts_and_calls():
    call = {"type": "tool-call", "toolCallId": "1", "toolName": "clock", "input": {}}
    result = {"type": "tool-result", "toolCallId": "1", "toolName": "clock", "output": {"type": "json", "value": 12}}
    assert convert(
        message("system", "S", name="s"),
        message("user", [text("a")], name="u"),
        message("assistant", [{"type": "reasoning", "text": "hm"}, text("b")], name="a"),
        message("assistant", [call]),
        message("tool", [result], name="t"),
        message("assistant", []),
    ) == (
        [
            {"role": "system", "content": "S", "name": "s"},
            {"role": "user", "content": "a", "name": "u"},
            {"role": "assistant", "content": "b", "name": "a", "reasoning_content": "hm"},
            {
                "role": "assistant",
                "content": None,
                "tool_calls": [{"id": "1", "type": "function", "function": {"name": "clock", "arguments": "{}"}}],
            },
            {"role": "tool", "tool_call_id": "1", "content": "12"},
            {"role": "assistant", "content": ""},
        ],
        ["message name on tool messages"],
    )


@pytest.mark.parametrize(
    ("part", "converted"),
    [
        (text("a"), text("a")),
        (file("image/*", "data", PNG), media("image", f"data:image/png;base64,{PNG}")),
        (file("image", "url", "https://a.dev/a"), media("image", "https://a.dev/a")),
        (file("video/*", "url", "ms://v"), media("video", "ms://v")),
        (file("video/mp4", "data", "AA=="), media("video", "data:video/mp4;base64,AA==")),
        (file("image/png", "reference", {"moonshotai": "ms://i"}), media("image", "ms://i")),
        (file("video/mp4", "reference", {"moonshotai": "ms://v"}), media("video", "ms://v")),
        (file("text/plain", "text", "notes"), text("notes")),
        (file("text/plain", "url", "https://a.dev/t"), text("https://a.dev/t")),
        (file("text/plain", "data", "77u/aGk="), text("hi")),
    ],
)
def test_texts_images_and_videos_are_sent(part, converted):
    messages, warnings = convert(message("user", [text("x"), part]))
    assert (messages, warnings) == ([{"role": "user", "content": [text("x"), converted]}], [])


def test_bytes_that_are_no_utf_8_are_replaced():
    prompt = load(LanguageModelV4Prompt, [message("user", [text("x"), file("text/plain", "data", "")])])
    prompt[0].content[1].data.data = b"a\xff"
    messages, _ = convert_to_moonshotai_chat_messages(prompt, model_id="kimi-k3")
    assert messages[0]["content"][1] == text("a\N{REPLACEMENT CHARACTER}")


@pytest.mark.parametrize(
    ("part", "error"),
    [
        (file("application/pdf", "data", "AA=="), UnsupportedFunctionalityError),
        (file("image/tiff", "data", "AA=="), UnsupportedFunctionalityError),
        (file("image/tiff", "url", "https://a.dev/a"), UnsupportedFunctionalityError),
        (file("image/png", "text", "a"), UnsupportedFunctionalityError),
        (file("audio/wav", "reference", {"moonshotai": "ms://a"}), UnsupportedFunctionalityError),
        (file("image/png", "reference", {"moonshotai": "a"}), UnsupportedFunctionalityError),
        (file("image/png", "reference", {"openai": "a"}), NoSuchProviderReferenceError),
    ],
)
def test_files_that_moonshot_does_not_take_are_refused(part, error):
    with pytest.raises(error):
        convert(message("user", [text("x"), part]))


HORN = {"type": "function", "name": "horn", "inputSchema": {"type": "object"}, "strict": True}


@pytest.mark.parametrize("model_id", ["kimi-k3", "kimi-next"])
def test_a_system_message_may_bring_tools(model_id):
    function = {"name": "horn", "parameters": {"type": "object"}, "strict": True}
    assert convert(message("system", "", tools=[HORN]), model_id=model_id) == (
        [{"role": "system", "tools": [{"type": "function", "function": function}]}],
        [],
    )


def test_where_tools_cannot_be_brought_the_message_is_left_out():
    assert convert(message("system", "", tools=[HORN]), model_id="kimi-k2.6") == (
        [],
        ['dynamic tool loading for model "kimi-k2.6"'],
    )


def test_a_list_without_tools_brings_none():
    assert convert(message("system", "S", tools=[])) == ([{"role": "system", "content": "S"}], [])


def test_a_last_assistant_message_may_be_partial():
    messages, _ = convert(message("assistant", [text("One,")], partial=True))
    assert messages == [{"role": "assistant", "content": "One,", "partial": True}]


@pytest.mark.parametrize(
    ("messages", "is_json_object", "error"),
    [
        ([message("system", "S", tools=[HORN])], False, "must use empty content"),
        ([message("user", [text("a")], tools=[HORN])], False, "must be configured on a system message"),
        ([message("user", [text("a")], partial=True)], False, "on an assistant message"),
        ([message("assistant", [text("a")], partial=True), message("user", [text("b")])], False, "the final message"),
        ([message("assistant", [text("a")], partial=True)], True, "JSON object response format"),
    ],
)
def test_tools_and_partial_messages_elsewhere_are_refused(messages, is_json_object, error):
    with pytest.raises(InvalidPromptError, match=error):
        convert(*messages, is_json_object=is_json_object)
