from typing import Any

import pytest

from ai_sdk.provider import (
    AISDKError,
    InvalidArgumentError,
    LanguageModelV4Message,
    LanguageModelV4Prompt,
    NoSuchProviderReferenceError,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import load
from ai_sdk.providers.openai.chat.messages import convert_to_openai_chat_messages

BREAKPOINT = {"mode": "explicit"}
CACHED = {"openai": {"promptCacheBreakpoint": BREAKPOINT}}
PNG = "iVBORw0KGgo="


def prompt(*messages: dict[str, Any]) -> LanguageModelV4Prompt:
    return [load(LanguageModelV4Message, message) for message in messages]


def convert(*messages: dict[str, Any], **settings: Any) -> list[dict[str, Any]]:
    converted, warnings = convert_to_openai_chat_messages(prompt(*messages), **settings)
    assert warnings == []
    return converted


def user(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"role": "user", "content": list(parts)}


def text(value: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "text": value, **more}


def file(media_type: str, **data: Any) -> dict[str, Any]:
    return {"type": "file", "mediaType": media_type, "data": data}


@pytest.mark.parametrize("mode", ["system", "developer"])
def test_a_system_message_has_the_role_of_the_mode(mode: str) -> None:
    named = {"role": "system", "content": "Be brief.", "providerOptions": {"openai": {"name": "boss"}}}
    assert convert(named, system_message_mode=mode) == [{"role": mode, "name": "boss", "content": "Be brief."}]


def test_a_system_message_can_be_removed() -> None:
    messages = prompt({"role": "system", "content": "Be brief."})
    assert convert_to_openai_chat_messages(messages, "remove") == (
        [],
        [SharedV4WarningOther(message="system messages are removed for this model")],
    )


def test_one_text_is_sent_as_text_and_several_as_parts() -> None:
    assert convert(user(text("a")), user(text("a"), text("b"))) == [
        {"role": "user", "content": "a"},
        {"role": "user", "content": [text("a"), text("b")]},
    ]


def test_a_prompt_cache_breakpoint_turns_text_into_a_part() -> None:
    part = text("a", prompt_cache_breakpoint=BREAKPOINT)
    assert convert(
        {"role": "system", "content": "a", "providerOptions": CACHED},
        user(text("a", providerOptions=CACHED)),
        {"role": "assistant", "content": [text("a", providerOptions=CACHED), text("b")]},
        {"role": "user", "content": [text("a", providerOptions={"openai": {"promptCacheBreakpoint": None}})]},
    ) == [
        {"role": "system", "content": [part]},
        {"role": "user", "content": [part]},
        {"role": "assistant", "content": [part, text("b")]},
        {"role": "user", "content": "a"},
    ]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (
            file("image/*", type="data", data=PNG),
            {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PNG}"}},
        ),
        (
            file("image/png", type="url", url="https://a.example/x.png"),
            {"type": "image_url", "image_url": {"url": "https://a.example/x.png"}},
        ),
        (
            {
                **file("image", type="data", data=b"\x89PNG"),
                "providerOptions": {"openai": {"imageDetail": "low", "promptCacheBreakpoint": BREAKPOINT}},
            },
            {
                "type": "image_url",
                "image_url": {"url": "data:image/png;base64,iVBORw==", "detail": "low"},
                "prompt_cache_breakpoint": BREAKPOINT,
            },
        ),
        (
            file("audio/wav", type="data", data="AAAA"),
            {"type": "input_audio", "input_audio": {"data": "AAAA", "format": "wav"}},
        ),
        (
            file("audio/mpeg", type="data", data=b"\0"),
            {"type": "input_audio", "input_audio": {"data": "AA==", "format": "mp3"}},
        ),
        (
            {**file("application/pdf", type="data", data="AAAA"), "filename": "a.pdf"},
            {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,AAAA"}},
        ),
        (
            file("application/pdf", type="data", data="AAAA"),
            {"type": "file", "file": {"filename": "part-1.pdf", "file_data": "data:application/pdf;base64,AAAA"}},
        ),
        (
            file("any/thing", type="reference", reference={"openai": "file-1"}),
            {"type": "file", "file": {"file_id": "file-1"}},
        ),
    ],
)
def test_a_file_is_sent_as_its_kind_wants(part: dict[str, Any], expected: dict[str, Any]) -> None:
    assert convert(user(text("see"), part)) == [{"role": "user", "content": [text("see"), expected]}]


@pytest.mark.parametrize(
    ("part", "error", "functionality"),
    [
        (file("text/plain", type="text", text="a"), UnsupportedFunctionalityError, "text file parts"),
        (file("audio/wav", type="url", url="https://a.example"), UnsupportedFunctionalityError, "with URLs"),
        (file("audio/ogg", type="data", data="AAAA"), UnsupportedFunctionalityError, "media type audio/ogg"),
        (file("text/plain", type="data", data="AAAA"), UnsupportedFunctionalityError, "media type text/plain"),
        (file("application/pdf", type="url", url="https://a.example"), UnsupportedFunctionalityError, "PDF file parts"),
        (file("image/*", type="data", data="AAAA"), UnsupportedFunctionalityError, "must specify subtype"),
        (file("any/thing", type="reference", reference={"xai": "1"}), NoSuchProviderReferenceError, "openai"),
    ],
)
def test_a_file_that_chat_does_not_take_is_refused(
    part: dict[str, Any], error: type[AISDKError], functionality: str
) -> None:
    with pytest.raises(error, match=functionality):
        convert(user(part))


@pytest.mark.parametrize(
    ("tool_input", "arguments"),
    [
        ({"city": "Zürich", "days": 3.0}, '{"city":"Zürich","days":3}'),
        ('{"a" : 1}', '{"a" : 1}'),
        ("[1]", "{}"),
        ("not json", "{}"),
        ([1], "{}"),
        (None, "{}"),
    ],
)
def test_tool_arguments_are_the_text_of_an_object(tool_input: Any, arguments: str) -> None:
    call = {"type": "tool-call", "toolCallId": "c1", "toolName": "weather", "input": tool_input}
    converted = {"id": "c1", "type": "function", "function": {"name": "weather", "arguments": arguments}}
    assert convert({"role": "assistant", "content": [call]}, {"role": "assistant", "content": [text("a"), call]}) == [
        {"role": "assistant", "content": None, "tool_calls": [converted]},
        {"role": "assistant", "content": "a", "tool_calls": [converted]},
    ]


def test_an_assistant_message_keeps_its_text_and_name_and_drops_its_reasoning() -> None:
    message = {
        "role": "assistant",
        "content": [{"type": "reasoning", "text": "hm"}, text("a"), text("b")],
        "providerOptions": {"openai": {"name": "bee"}},
    }
    assert convert(message, {"role": "assistant", "content": []}) == [
        {"role": "assistant", "name": "bee", "content": "ab"},
        {"role": "assistant", "content": ""},
    ]


@pytest.mark.parametrize(
    ("output", "content"),
    [
        ({"type": "text", "value": "warm"}, "warm"),
        ({"type": "json", "value": {"t": 20.0}}, '{"t":20}'),
        ({"type": "error-text", "value": "no"}, '{"error":"no"}'),
        ({"type": "error-json", "value": {"code": 1}}, '{"error":{"code":1}}'),
        ({"type": "execution-denied"}, "Tool call execution denied."),
        ({"type": "execution-denied", "reason": "too dear"}, "too dear"),
        ({"type": "content", "value": [text("a")]}, '[{"type":"text","text":"a"}]'),
        (
            {"type": "content", "value": [text("a"), text("b", providerOptions=CACHED)]},
            [
                text(
                    '[{"type":"text","text":"a"},{"type":"text","text":"b","providerOptions":'
                    '{"openai":{"promptCacheBreakpoint":{"mode":"explicit"}}}}]',
                    prompt_cache_breakpoint=BREAKPOINT,
                )
            ],
        ),
        ({"type": "text", "value": "a", "providerOptions": CACHED}, [text("a", prompt_cache_breakpoint=BREAKPOINT)]),
    ],
)
def test_a_tool_result_is_sent_as_text(output: dict[str, Any], content: Any) -> None:
    result = {"type": "tool-result", "toolCallId": "c1", "toolName": "weather", "output": output}
    approval = {"type": "tool-approval-response", "approvalId": "a1", "approved": True}
    assert convert({"role": "tool", "content": [approval, result]}) == [
        {"role": "tool", "tool_call_id": "c1", "content": content}
    ]


def test_a_tool_message_has_no_name() -> None:
    messages = prompt({"role": "tool", "content": [], "providerOptions": {"openai": {"name": "bee"}}})
    assert convert_to_openai_chat_messages(messages) == (
        [],
        [SharedV4WarningUnsupported(feature="message name on tool messages")],
    )


def test_message_options_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="invalid openai provider options"):
        convert({"role": "system", "content": "a", "providerOptions": {"openai": {"name": 1}}})
