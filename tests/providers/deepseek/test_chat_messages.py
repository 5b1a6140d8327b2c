"""A prompt becomes DeepSeek's messages."""

import pytest

from ai_sdk.provider import (
    AISDKError,
    InvalidPromptError,
    LanguageModelV4Prompt,
    NoSuchProviderReferenceError,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import load
from ai_sdk.providers.deepseek import DeepSeekChatConfig
from ai_sdk.providers.deepseek.chat.messages import convert_to_deepseek_chat_messages
from tests.providers.chat_laws import warned

PNG = "iVBORw0KGgo="
URL = "https://a.dev/a.png"


def convert(*messages, model_id="deepseek-chat", **hooks):
    """The messages and what the warnings are about."""
    given = {"provider": "deepseek.chat", "url": None, "headers": None, "transport": None, **hooks}
    prompt = load(LanguageModelV4Prompt, list(messages))
    converted, warnings = convert_to_deepseek_chat_messages(prompt, None, model_id, DeepSeekChatConfig(**given))
    return converted, warned(warnings)


def text(value):
    return {"type": "text", "text": value}


def file(media_type, kind, value, **options):
    key = {"data": "data", "url": "url", "reference": "reference", "text": "text"}[kind]
    own = {"providerOptions": {"deepseek": options}} if options else {}
    return {"type": "file", "mediaType": media_type, "data": {"type": kind, key: value}, **own}


def user(*parts, **options):
    return message("user", list(parts), options)


def message(role, content, options=None):
    own = {"providerOptions": {"deepseek": options}} if options else {}
    return {"role": role, "content": content, **own}


def call(name="clock"):
    return {"type": "tool-call", "toolCallId": "1", "toolName": name, "input": {"a": 1}}


def result(output):
    return message("tool", [{"type": "tool-result", "toolCallId": "1", "toolName": "clock", "output": output}])


def image(url, **detail):
    return {"type": "image_url", "image_url": {"url": url, **detail}}


CALL = {"id": "1", "type": "function", "function": {"name": "clock", "arguments": '{"a":1}'}}


def test_names_go_with_every_message_but_a_tools():
    spoken = [
        message("system", "S", {"name": "s"}),
        user(text("a"), text("b"), name="u"),
        message("assistant", [text("c")], {"name": "a"}),
        {**result({"type": "text", "value": "d"}), "providerOptions": {"deepseek": {"name": "t"}}},
    ]
    assert convert(*spoken) == (
        [
            {"role": "system", "content": "S", "name": "s"},
            {"role": "user", "content": "ab", "name": "u"},
            {"role": "assistant", "content": "c", "name": "a"},
            {"role": "tool", "tool_call_id": "1", "content": "d"},
        ],
        ["message name on tool messages"],
    )


@pytest.mark.parametrize(("model_id", "first", "second"), [("deepseek-chat", None, "yz"), ("deepseek-pro", "x", "yz")])
def test_older_models_forget_what_they_thought_before_the_last_question(model_id, first, second):
    def thought(value):
        return {"type": "reasoning", "text": value}

    messages, _ = convert(
        message("assistant", [thought("x")]),
        user(text("a")),
        message("assistant", [thought("y"), thought("z"), call()]),
        model_id=model_id,
    )
    assert [each.get("reasoning_content") for each in messages] == [first, None, second]
    assert messages[2] == {"role": "assistant", "content": "", "reasoning_content": "yz", "tool_calls": [CALL]}


def test_a_v4_model_is_told_that_it_did_not_think():
    messages, _ = convert(message("assistant", [text("a")]), model_id="deepseek-v4-flash")
    assert messages == [{"role": "assistant", "content": "a", "reasoning_content": ""}]


def test_images_are_sent_inline_by_url_and_by_id_and_other_files_left_out():
    parts = [
        text("Look"),
        file("image/jpg", "data", PNG),
        file("image/*", "data", PNG, imageDetail="high"),
        file("image/png", "url", URL, imageDetail="low"),
        file("image/png", "data", PNG, fileData=True),
        file("image/png", "reference", {"deepseek": "f1"}),
        file("image/png", "text", "x"),
        file("audio/wav", "data", "AA=="),
    ]
    feature = "user message part type: file"
    assert convert(user(*parts)) == (
        [
            {
                "role": "user",
                "content": [
                    text("Look"),
                    image(f"data:image/jpeg;base64,{PNG}"),
                    image(f"data:image/png;base64,{PNG}", detail="high"),
                    image(URL, detail="low"),
                    {"type": "file", "file_data": f"data:image/png;base64,{PNG}"},
                    {"type": "file", "file_id": "f1"},
                ],
            }
        ],
        [feature, feature],
    )


def test_without_an_image_a_message_stays_text():
    assert convert(user(text("a"), file("application/pdf", "data", "AA=="))) == (
        [{"role": "user", "content": "a"}],
        ["user message part type: file"],
    )


def test_images_of_a_tool_result_are_sent_and_the_rest_left_out():
    value = [
        text("See"),
        file("image/png", "data", PNG, imageDetail="low", fileData=True),
        file("image/gif", "url", URL),
        file("image/png", "reference", {"deepseek": "f1"}),
        file("image/png", "text", "x"),
        file("application/pdf", "data", "AA=="),
        {"type": "custom"},
    ]
    messages, warnings = convert(result({"type": "content", "value": value}))
    assert messages[0]["content"] == [
        text("See"),
        image(f"data:image/png;base64,{PNG}", detail="low"),
        image(URL),
        {"type": "file", "file_id": "f1"},
    ]
    assert warnings == [f"tool result content part type: {kind}" for kind in ("file", "file", "custom")]


def test_a_tool_result_without_images_is_text():
    content = {"type": "content", "value": [text("a")]}
    assert convert(result(content))[0][0]["content"] == '[{"type":"text","text":"a"}]'


@pytest.mark.parametrize(
    ("part", "error"),
    [
        (file("image/bmp", "data", PNG), UnsupportedFunctionalityError),
        (file("image/*", "url", URL), UnsupportedFunctionalityError),
        (file("image/png", "reference", {"openai": "f"}), NoSuchProviderReferenceError),
        (file("image/png", "url", URL + "a" * 8192), InvalidPromptError),
        (file("image/png", "url", URL, fileData=True), InvalidPromptError),
        (file("image/png", "data", PNG, fileData=True, imageDetail="low"), InvalidPromptError),
    ],
)
def test_images_that_deepseek_does_not_take_are_refused(part, error):
    with pytest.raises(error):
        convert(user(part))


def test_a_last_assistant_message_may_be_a_prefix():
    prefixed = message("assistant", [text("One,")], {"prefix": True})
    messages, _ = convert(user(text("Count")), prefixed, supports_assistant_prefix_completion=True)
    assert messages[1] == {"role": "assistant", "content": "One,", "prefix": True}


@pytest.mark.parametrize(
    ("messages", "hooks", "error"),
    [
        ([user(text("a"), prefix=True)], {}, "requires `prefix: true` on an assistant message"),
        (
            [message("assistant", [text("a")], {"prefix": True}), user(text("b"))],
            {},
            "to be the final message",
        ),
        ([message("assistant", [text("a")], {"prefix": True})], {}, "requires a beta base URL"),
    ],
)
def test_a_prefix_elsewhere_is_refused(messages, hooks, error):
    with pytest.raises(AISDKError, match=error):
        convert(*messages, **hooks)
