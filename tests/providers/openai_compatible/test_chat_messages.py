"""Prompts become chat messages."""

from base64 import b64encode

import pytest

from ai_sdk.provider import LanguageModelV4Prompt, NoSuchProviderReferenceError, UnsupportedFunctionalityError
from ai_sdk.provider.codec import load
from ai_sdk.providers.openai_compatible.chat.messages import convert_to_openai_compatible_chat_messages

OWN = {"openaiCompatible": {"cache": True}}


def convert(*messages, **settings):
    return convert_to_openai_compatible_chat_messages(load(LanguageModelV4Prompt, list(messages)), **settings)


def user(*parts, **fields):
    return {"role": "user", "content": list(parts), **fields}


def text(value="Hi", **fields):
    return {"type": "text", "text": value, **fields}


def file(data, media_type, **fields):
    return {"type": "file", "mediaType": media_type, "data": data, **fields}


def data(content):
    return {"type": "data", "data": content}


def url(location):
    return {"type": "url", "url": location}


def encode(content: bytes) -> str:
    return b64encode(content).decode()


def test_messages_and_parts_carry_their_options_to_the_wire():
    assert convert(
        {"role": "system", "content": "Be brief.", "providerOptions": OWN},
        user(text(providerOptions=OWN)),
        user(text(), text("you", providerOptions=OWN), providerOptions={"openaiCompatible": {"name": "Zoë"}}),
        user(text(providerOptions={"other": {"cache": True}})),
    ) == [
        {"role": "system", "content": "Be brief.", "cache": True},
        {"role": "user", "content": "Hi", "cache": True},
        {
            "role": "user",
            "content": [{"type": "text", "text": "Hi"}, {"type": "text", "text": "you", "cache": True}],
            "name": "Zoë",
        },
        {"role": "user", "content": "Hi"},
    ]


@pytest.mark.parametrize(
    ("part", "wire"),
    [
        (
            file(url("https://a.dev/c.png"), "image/*"),
            {"type": "image_url", "image_url": {"url": "https://a.dev/c.png"}},
        ),
        (
            file(data(b"\x89PNG"), "image"),
            {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{encode(bytes([0x89]) + b'PNG')}"}},
        ),
        (file(data("AAAA"), "video/mp4"), {"type": "video_url", "video_url": {"url": "data:video/mp4;base64,AAAA"}}),
        (file(data("AAAA"), "audio/wav"), {"type": "input_audio", "input_audio": {"data": "AAAA", "format": "wav"}}),
        (file(data("AAAA"), "audio/mpeg"), {"type": "input_audio", "input_audio": {"data": "AAAA", "format": "mp3"}}),
        (
            file(data("AAAA"), "application/pdf"),
            {"type": "file", "file": {"filename": "document.pdf", "file_data": "data:application/pdf;base64,AAAA"}},
        ),
        (
            file(data("AAAA"), "application/pdf", filename="a.pdf"),
            {"type": "file", "file": {"filename": "a.pdf", "file_data": "data:application/pdf;base64,AAAA"}},
        ),
        (file(data(encode("Grüße".encode())), "text/plain"), {"type": "text", "text": "Grüße"}),
        (file(data("\ufeffGrüße".encode()), "text/csv"), {"type": "text", "text": "Grüße"}),
        (file(url("https://a.dev/a.txt"), "text/plain"), {"type": "text", "text": "https://a.dev/a.txt"}),
        (file({"type": "text", "text": "inline"}, "text/plain"), {"type": "text", "text": "inline"}),
        (
            file({"type": "reference", "reference": {"acme": "file-1"}}, "image/png"),
            {"type": "file", "file": {"file_id": "file-1"}},
        ),
    ],
)
def test_files_become_parts(part, wire):
    (message,) = convert(user({**part, "providerOptions": OWN}), provider="acme")
    assert message == {"role": "user", "content": [{**wire, "cache": True}]}


@pytest.mark.parametrize(
    ("part", "functionality"),
    [
        (file(url("https://a.dev/a.wav"), "audio/wav"), "audio file parts with URLs"),
        (file(data("AAAA"), "audio/ogg"), "audio media type audio/ogg"),
        (file(url("https://a.dev/a.pdf"), "application/pdf"), "PDF file parts with URLs"),
        (file(data("AAAA"), "application/zip"), "file part media type application/zip"),
        (file(data("AAAA"), "font/woff"), "file part media type font/woff"),
        (file({"type": "text", "text": "a"}, "image/svg+xml"), "text file parts"),
    ],
)
def test_other_files_are_refused(part, functionality):
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        convert(user(part))
    assert caught.value.functionality == functionality


def test_a_file_of_another_provider_is_refused():
    part = file({"type": "reference", "reference": {"other": "1"}}, "image/png")
    with pytest.raises(NoSuchProviderReferenceError):
        convert(user(part), provider="acme")


def call(tool_input, **options):
    return {
        "type": "tool-call",
        "toolCallId": "1",
        "toolName": "clock",
        "input": tool_input,
        "providerOptions": options,
    }


def wire_call(arguments, **fields):
    return {"id": "1", "type": "function", "function": {"name": "clock", "arguments": arguments}, **fields}


def test_an_assistant_message_has_text_reasoning_and_calls():
    content = [{"type": "reasoning", "text": "Hm."}, text("A moment."), call({"a": 1}, **OWN)]
    assert convert({"role": "assistant", "content": content, "providerOptions": OWN}) == [
        {
            "role": "assistant",
            "content": "A moment.",
            "reasoning_content": "Hm.",
            "tool_calls": [wire_call('{"a":1}', cache=True)],
            "cache": True,
        }
    ]


@pytest.mark.parametrize(
    ("content", "wire"),
    [
        ([], {"content": ""}),
        ([call("x")], {"content": None, "tool_calls": [wire_call('"x"')]}),
        ([call("{}")], {"content": None, "tool_calls": [wire_call("{}")]}),
    ],
)
def test_content_is_empty_text_without_calls_and_null_with_them(content, wire):
    assert convert({"role": "assistant", "content": content}) == [{"role": "assistant", **wire}]


@pytest.mark.parametrize(
    ("options", "signature"),
    [
        ({"acme": {"thoughtSignature": "own"}, "google": {"thoughtSignature": "g"}}, "own"),
        ({"google": {"thoughtSignature": "g"}}, "g"),
        ({"acme": {"thoughtSignature": 1}}, "1"),
        ({"acme": {"thoughtSignature": ""}, "google": {"thoughtSignature": "g"}}, None),
        ({"other": {"thoughtSignature": "o"}}, None),
    ],
)
def test_a_thought_signature_goes_back_with_its_call(options, signature):
    (message,) = convert({"role": "assistant", "content": [call({}, **options)]}, provider_options_key="acme")
    extra = {} if signature is None else {"extra_content": {"google": {"thought_signature": signature}}}
    assert message["tool_calls"] == [wire_call("{}", **extra)]


def tool(output, **fields):
    result = {"type": "tool-result", "toolCallId": "1", "toolName": "clock", "output": output, **fields}
    approval = {"type": "tool-approval-response", "approvalId": "2", "approved": True}
    return {"role": "tool", "content": [approval, result]}


@pytest.mark.parametrize(
    ("output", "content"),
    [
        ({"type": "text", "value": "noon"}, "noon"),
        ({"type": "error-text", "value": "broken"}, "broken"),
        ({"type": "json", "value": {"hour": 12.0}}, '{"hour":12}'),
        ({"type": "error-json", "value": None}, "null"),
        ({"type": "execution-denied"}, "Tool call execution denied."),
        ({"type": "execution-denied", "reason": "No."}, "No."),
        ({"type": "content", "value": [text("noon")]}, '[{"type":"text","text":"noon"}]'),
        (
            {"type": "content", "value": [file(data(b"\x01"), "image/png")]},
            '[{"type":"file","data":{"type":"data","data":{"0":1}},"mediaType":"image/png"}]',
        ),
    ],
)
def test_a_tool_result_becomes_a_message_and_an_approval_none(output, content):
    assert convert(tool(output, providerOptions=OWN)) == [
        {"role": "tool", "tool_call_id": "1", "content": content, "cache": True}
    ]


def test_a_tool_result_has_parts_where_the_provider_takes_them():
    output = {"type": "content", "value": [text("noon"), file(url("https://a.dev/c.png"), "image/png")]}
    (message,) = convert(tool(output), supports_multi_part_tool_content=True)
    assert message["content"] == [
        {"type": "text", "text": "noon"},
        {"type": "image_url", "image_url": {"url": "https://a.dev/c.png"}},
    ]


def test_custom_parts_of_tool_results_are_refused_where_the_provider_takes_parts():
    output = {"type": "content", "value": [{"type": "custom"}]}
    with pytest.raises(UnsupportedFunctionalityError, match="custom tool content parts"):
        convert(tool(output), supports_multi_part_tool_content=True)
