"""The prompt as steps of an interaction."""

from typing import Any

import pytest

from ai_sdk.provider import LanguageModelV4Prompt, UnsupportedFunctionalityError
from ai_sdk.provider.codec import load
from ai_sdk.providers.google.interactions.messages.convert import convert_to_google_interactions_input
from tests.providers.google.calls import PIXEL


def convert(*messages: Any, **settings: Any) -> tuple[list[Any], list[str]]:
    prompt = load(LanguageModelV4Prompt, list(messages))
    result = convert_to_google_interactions_input(prompt, **settings)
    return result.steps, [warning.message.removeprefix("google.interactions: ") for warning in result.warnings]


def google(**options: Any) -> dict[str, Any]:
    return {"providerOptions": {"google": options}}


def user(*content: Any) -> dict[str, Any]:
    return {"role": "user", "content": list(content)}


def assistant(*content: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": list(content)}


def text(value: str) -> dict[str, str]:
    return {"type": "text", "text": value}


def file(media_type: str, data: Any, **options: Any) -> dict[str, Any]:
    return {"type": "file", "data": data, "mediaType": media_type, **(google(**options) if options else {})}


INLINE = {"type": "data", "data": PIXEL}
LINK = {"type": "url", "url": "https://a.dev/f"}
REFERENCE = {"type": "reference", "reference": {"google": "files/1"}}
AT_LINK = {"uri": "https://a.dev/f"}


@pytest.mark.parametrize(
    ("part", "block"),
    [
        (file("image/*", INLINE), {"type": "image", "data": PIXEL, "mime_type": "image/png", "resolution": "low"}),
        (file("image", LINK), {"type": "image", **AT_LINK, "resolution": "low"}),
        (file("audio/wav", LINK), {"type": "audio", **AT_LINK, "mime_type": "audio/wav"}),
        (file("text/csv", REFERENCE), {"type": "document", "uri": "files/1", "mime_type": "text/csv"}),
        (file("application/*", REFERENCE), {"type": "document", "uri": "files/1"}),
        (file("odd/x", {"type": "text", "text": "t"}), {"type": "text", "text": "t"}),
        (
            file("video/mp4", LINK, processing="agentic"),
            {"type": "video", **AT_LINK, "mime_type": "video/mp4", "resolution": "low", "processing": "agentic"},
        ),
        (
            file("video", LINK, processing={"type": "static", "startOffset": 1.0, "endOffset": "2", "fps": True}),
            {"type": "video", **AT_LINK, "resolution": "low", "processing": {"type": "static", "start_offset": "1s"}},
        ),
        (
            file("video", LINK, processing={"type": "static", "endOffset": 2.5, "fps": 3}),
            {
                "type": "video",
                **AT_LINK,
                "resolution": "low",
                "processing": {"type": "static", "end_offset": "2.5s", "fps": 3},
            },
        ),
    ],
)
def test_files_are_blocks_of_their_kind(part: Any, block: Any) -> None:
    assert convert(user(part), media_resolution="low") == ([{"type": "user_input", "content": [block]}], [])


def test_files_of_an_unknown_kind_are_left_out() -> None:
    assert convert(user(file("font/woff", INLINE))) == ([], ['unsupported file media type "font/woff"; part dropped.'])
    with pytest.raises(UnsupportedFunctionalityError, match="could not be auto-detected"):
        convert(user(file("audio/*", INLINE)))


@pytest.mark.parametrize("processing", ["fast", 3, ["static"], {"type": "agentic"}])
def test_a_video_is_not_processed_in_unknown_ways(processing: Any) -> None:
    steps, (warning,) = convert(user(file("video/mp4", LINK, processing=processing)))
    assert steps[0]["content"] == [{"type": "video", **AT_LINK, "mime_type": "video/mp4"}]
    assert warning.startswith("invalid providerOptions.google.processing")


def test_texts_that_follow_each_other_are_paragraphs_of_one() -> None:
    texts = file("text/plain", {"type": "text", "text": "c"})
    (step,), _ = convert(user(text("a"), text("b"), texts, file("image/png", LINK), text("d")))
    image = {"type": "image", **AT_LINK, "mime_type": "image/png"}
    assert step["content"] == [text("a\n\nb\n\nc"), image, text("d")]


def test_answers_become_steps_and_what_is_unknown_is_left_out() -> None:
    call = {"type": "tool-call", "toolCallId": "1", "toolName": "t"}
    steps, warnings = convert(
        assistant(
            text("a"),
            file("image/png", INLINE),
            file("font/x", INLINE),
            {"type": "reasoning", "text": "hm", **google(signature="s")},
            {"type": "reasoning", "text": ""},
            {**call, "input": {"x": 1}, **google(signature="s")},
            {**call, "input": '{"x":1}'},
            {**call, "input": "[1]"},
            {**call, "input": '{"__proto__":1}'},
            {**call, "input": None},
            {"type": "custom", "kind": "google.processing_call", **google(processingId="p", signature="s")},
            {"type": "custom", "kind": "google.processing_result", **google(processingCallId="p", signature=1)},
            {"type": "custom", "kind": "google.processing_call"},
            text("b"),
            {"type": "tool-result", "toolCallId": "1", "toolName": "t", "output": {"type": "text", "value": "x"}},
            text("c"),
        )
    )
    wire_call = {"type": "function_call", "id": "1", "name": "t"}
    assert steps == [
        {"type": "model_output", "content": [text("a"), {"type": "image", "data": PIXEL, "mime_type": "image/png"}]},
        {"type": "thought", "signature": "s", "summary": [text("hm")]},
        {"type": "thought"},
        {**wire_call, "arguments": {"x": 1}, "signature": "s"},
        {**wire_call, "arguments": {"x": 1}},
        {**wire_call, "arguments": {"value": [1]}},
        {**wire_call, "arguments": {"value": '{"__proto__":1}'}},
        {**wire_call, "arguments": {}},
        {"type": "processing_call", "id": "p", "signature": "s"},
        {"type": "processing_result", "call_id": "p"},
        {"type": "model_output", "content": [text("b"), text("c")]},
    ]
    assert warnings == [
        'unsupported file media type "font/x"; part dropped.',
        'unsupported or invalid custom assistant content part "google.processing_call"; part dropped.',
        'unsupported assistant content part type "tool-result"; part dropped.',
    ]


def result(output: Any, call_id: str = "1") -> dict[str, Any]:
    return {"type": "tool-result", "toolCallId": call_id, "toolName": "t", "output": output}


@pytest.mark.parametrize(
    ("output", "block"),
    [
        ({"type": "text", "value": "a"}, {"result": "a"}),
        ({"type": "json", "value": {"a": 1.0}}, {"result": '{"a":1}'}),
        ({"type": "error-text", "value": "e"}, {"is_error": True, "result": "e"}),
        ({"type": "error-json", "value": [1]}, {"is_error": True, "result": "[1]"}),
        ({"type": "execution-denied"}, {"is_error": True, "result": "Tool execution denied by user."}),
        ({"type": "execution-denied", "reason": "r"}, {"is_error": True, "result": "r"}),
        ({"type": "content", "value": []}, {"result": []}),
    ],
)
def test_results_are_blocks_of_a_user_step(output: Any, block: Any) -> None:
    (step,), warnings = convert({"role": "tool", "content": [{**result(output), **google(signature="s")}]})
    base = {"type": "function_result", "call_id": "1", "name": "t", "signature": "s"}
    assert (step, warnings) == ({"type": "user_input", "content": [{**base, **block}]}, [])


def test_results_hold_text_and_images_only() -> None:
    content = [
        text("a"),
        file("image/*", INLINE),
        file("image/*", LINK),
        file("image/png", REFERENCE),
        file("image/png", {"type": "text", "text": "t"}),
        file("application/pdf", INLINE),
        {"type": "custom"},
    ]
    approval = {"type": "tool-approval-response", "approvalId": "a", "approved": True}
    (step,), warnings = convert({"role": "tool", "content": [result({"type": "content", "value": content}), approval]})
    assert step["content"][0]["result"] == [
        text("a"),
        {"type": "image", "data": PIXEL, "mime_type": "image/png"},
        {"type": "image", **AT_LINK},
        {"type": "image", "uri": "files/1", "mime_type": "image/png"},
    ]
    assert [warning.split(";")[0][:62] for warning in warnings] == [
        'tool-result image part with `data.type === "text"` is not repr',
        'tool-result file with mediaType "application/pdf" is not suppo',
        'tool-result content part type "custom" is not supported',
        'unsupported tool message part type "tool-approval-response"',
    ]


HISTORY = [
    user(text("1")),
    assistant(
        {**text("a"), **google(interactionId="p")},
        {"type": "tool-call", "toolCallId": "1", "toolName": "t", "input": {}},
    ),
    {"role": "tool", "content": [result({"type": "text", "value": "x"})]},
    assistant({**text("b"), **google(interactionId="other")}),
    {"role": "tool", "content": [result({"type": "text", "value": "x"}), result({"type": "text", "value": "y"}, "2")]},
    user(text("2")),
]


def test_what_the_server_remembers_is_left_out() -> None:
    steps, warnings = convert(*HISTORY, previous_interaction_id="p")
    assert [step["type"] for step in steps] == ["user_input", "model_output", "user_input", "user_input"]
    assert [block["call_id"] for block in steps[2]["content"]] == ["2"]
    assert warnings == []


def test_a_server_that_stores_nothing_remembers_nothing() -> None:
    steps, (warning,) = convert(*HISTORY, previous_interaction_id="p", store=False)
    assert len(steps) == len(convert(*HISTORY)[0]) == 7
    assert "These are incoherent" in warning
