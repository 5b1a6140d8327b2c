"""Prompts as Converse wants them."""

import pytest

from ai_sdk.provider import (
    LanguageModelV4AssistantMessage,
    LanguageModelV4CustomPart,
    LanguageModelV4FilePart,
    LanguageModelV4ReasoningPart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4ToolApprovalResponsePart,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputText,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataText,
    SharedV4FileDataUrl,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.language_model.prompt import (
    LanguageModelV4ToolResultContentCustom,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
)
from ai_sdk.providers.amazon_bedrock.chat.files import DocumentNames
from ai_sdk.providers.amazon_bedrock.chat.messages import convert_to_amazon_bedrock_chat_messages as convert
from ai_sdk.providers.amazon_bedrock.chat.tool_call_id import normalize_tool_call_id

POINT = {"amazonBedrock": {"cachePoint": {"type": "default"}}}
HOUR = {"bedrock": {"cache_point": {"type": "default", "ttl": "1h"}}}
POINT_BLOCK = {"cachePoint": {"type": "default"}}
HOUR_BLOCK = {"cachePoint": {"type": "default", "ttl": "1h"}}
PNG = b"\x89PNG\r\n\x1a\n"
PNG_SENT = "iVBORw0KGgo="


def text(value: str, **options) -> LanguageModelV4TextPart:
    return LanguageModelV4TextPart(text=value, provider_options=options or None)


def user(*parts, **more) -> LanguageModelV4UserMessage:
    return LanguageModelV4UserMessage(content=list(parts), **more)


def assistant(*parts, **more) -> LanguageModelV4AssistantMessage:
    return LanguageModelV4AssistantMessage(content=list(parts), **more)


def file(data, media_type: str, **more) -> LanguageModelV4FilePart:
    return LanguageModelV4FilePart(data=data, media_type=media_type, **more)


def data(content: bytes | str = b"x") -> SharedV4FileDataData:
    return SharedV4FileDataData(data=content)


def result(output, call_id: str = "1", **more) -> LanguageModelV4ToolResultPart:
    return LanguageModelV4ToolResultPart(tool_call_id=call_id, tool_name="t", output=output, **more)


def sent_result(content, call_id: str = "1"):
    return {"toolResult": {"toolUseId": call_id, "content": content}}


def user_content(*parts):
    _, messages = convert([user(*parts)])
    return messages[0]["content"]


OUTPUT = LanguageModelV4ToolResultOutputText(value="r")


def test_system_messages_come_first_with_their_cache_points() -> None:
    prompt = [
        LanguageModelV4SystemMessage(content="a", provider_options=POINT),
        LanguageModelV4SystemMessage(content="b"),
        user(text("c")),
    ]
    assert convert(prompt) == (
        [{"text": "a"}, POINT_BLOCK, {"text": "b"}],
        [{"role": "user", "content": [{"text": "c"}]}],
    )
    with pytest.raises(UnsupportedFunctionalityError, match="Multiple system messages"):
        convert([user(text("c")), LanguageModelV4SystemMessage(content="late")])


def test_users_and_tools_in_a_row_are_one_message() -> None:
    approval = LanguageModelV4ToolApprovalResponsePart(approval_id="a", approved=True)
    prompt = [
        user(text("a", **POINT), provider_options=HOUR),
        LanguageModelV4ToolMessage(content=[approval, result(OUTPUT, provider_options=POINT)]),
        user(text("b")),
    ]
    content = [{"text": "a"}, POINT_BLOCK, HOUR_BLOCK, sent_result([{"text": "r"}]), POINT_BLOCK, {"text": "b"}]
    assert convert(prompt) == ([], [{"role": "user", "content": content}])


def test_a_cache_point_may_be_switched_off() -> None:
    assert user_content(text("a", amazonBedrock={"cachePoint": False}, bedrock={"cachePoint": {}})) == [{"text": "a"}]


def test_content_can_be_guarded() -> None:
    content = user_content(
        text("a", amazonBedrock={"guardContent": True, "guardContentQualifiers": ["query"]}),
        text("b", bedrock={"guardContent": True}),
        text("c", amazonBedrock={"guardContent": False}),
        file(data(PNG), "image/png", provider_options={"amazonBedrock": {"guardContent": True}}),
    )
    image = {"image": {"format": "png", "source": {"bytes": PNG_SENT}}}
    assert content == [
        {"guardContent": {"text": {"text": "a", "qualifiers": ["query"]}}},
        {"guardContent": {"text": {"text": "b"}}},
        {"text": "c"},
        {"guardContent": image},
    ]


def test_files_are_images_videos_or_documents() -> None:
    cited = {"bedrock": {"citations": {"enabled": True}}}
    content = user_content(
        file(data(PNG), "image/*"),
        file(data("AAAA"), "video/3gpp"),
        file(SharedV4FileDataUrl(url="s3://harbour/a.mov"), "video/quicktime"),
        file(data("QQ=="), "application/pdf", filename="tide table.v1.pdf", provider_options=cited),
        file(SharedV4FileDataText(text="ü"), "text"),
        file(SharedV4FileDataText(text="ü"), "text/html", filename="漢.html"),
    )
    assert content == [
        {"image": {"format": "png", "source": {"bytes": PNG_SENT}}},
        {"video": {"format": "three_gp", "source": {"bytes": "AAAA"}}},
        {"video": {"format": "mov", "source": {"s3Location": {"uri": "s3://harbour/a.mov"}}}},
        {
            "document": {
                "format": "pdf",
                "name": "tide table",
                "source": {"bytes": "QQ=="},
                "citations": {"enabled": True},
            }
        },
        {"document": {"format": "txt", "name": "document-1", "source": {"bytes": "w7w="}}},
        {"document": {"format": "html", "name": "document-2", "source": {"bytes": "w7w="}}},
    ]


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (file(SharedV4FileDataReference(reference={"a": "b"}), "image/png"), "file parts with provider references"),
        (file(SharedV4FileDataUrl(url="https://a.example/a.png"), "image/png"), "File URL data"),
        (file(SharedV4FileDataUrl(url="s3://a/a.pdf"), "application/pdf"), "File URL data"),
        (file(data(), "image/bmp"), "Unsupported image mime type: image/bmp, expected one of: image/jpeg, image/png"),
        (file(data(), "audio/wav"), "Unsupported file mime type: audio/wav, expected one of: application/pdf"),
        (file(data(), "video/x-msvideo"), "Unsupported video mime type: video/x-msvideo"),
    ],
)
def test_files_that_bedrock_does_not_take_are_errors(part, message: str) -> None:
    with pytest.raises(UnsupportedFunctionalityError, match=message):
        user_content(part)


@pytest.mark.parametrize(
    ("filename", "name"),
    [
        ("Tides (2024) [v-1].pdf", "Tides (2024) [v-1]"),
        ("a\t\n b\ufeffc.md", "a b c"),
        ("x_y&z", "xyz"),
        ("a" * 199 + " b", "a" * 199),
        (" . ", "document-1"),
        ("漢", "document-1"),
        (None, "document-1"),
    ],
)
def test_documents_have_names_that_bedrock_takes(filename: str | None, name: str) -> None:
    assert DocumentNames().name(filename) == name


def test_results_of_tools_hold_text_and_files() -> None:
    parts = [
        LanguageModelV4ToolResultContentText(text="see"),
        LanguageModelV4ToolResultContentFile(data=data(PNG), media_type="image/png"),
        LanguageModelV4ToolResultContentFile(data=SharedV4FileDataUrl(url="s3://a/v"), media_type="video/mp4"),
        LanguageModelV4ToolResultContentFile(data=data("QQ=="), media_type="text/csv", filename="r.csv"),
    ]
    outputs = [
        LanguageModelV4ToolResultOutputContent(value=parts),
        LanguageModelV4ToolResultOutputErrorJson(value={"a": 1.0}),
        LanguageModelV4ToolResultOutputExecutionDenied(),
        LanguageModelV4ToolResultOutputExecutionDenied(reason="No."),
    ]
    _, messages = convert([LanguageModelV4ToolMessage(content=[result(output) for output in outputs])])
    assert messages[0]["content"] == [
        sent_result(
            [
                {"text": "see"},
                {"image": {"format": "png", "source": {"bytes": PNG_SENT}}},
                {"video": {"format": "mp4", "source": {"s3Location": {"uri": "s3://a/v"}}}},
                {"document": {"format": "csv", "name": "r", "source": {"bytes": "QQ=="}}},
            ]
        ),
        sent_result([{"text": '{"a":1}'}]),
        sent_result([{"text": "Tool call execution denied."}]),
        sent_result([{"text": "No."}]),
    ]


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (LanguageModelV4ToolResultContentCustom(), "unsupported tool content part type: custom"),
        (
            LanguageModelV4ToolResultContentFile(data=SharedV4FileDataText(text="t"), media_type="text/plain"),
            'tool result file data of type "text"',
        ),
        (
            LanguageModelV4ToolResultContentFile(data=SharedV4FileDataUrl(url="https://a/b"), media_type="image/png"),
            'tool result file data of type "url"',
        ),
    ],
)
def test_results_that_bedrock_does_not_take_are_errors(part, message: str) -> None:
    output = LanguageModelV4ToolResultOutputContent(value=[part])
    with pytest.raises(UnsupportedFunctionalityError, match=message):
        convert([LanguageModelV4ToolMessage(content=[result(output)])])


def reasoning(value: str, **payload) -> LanguageModelV4ReasoningPart:
    return LanguageModelV4ReasoningPart(text=value, provider_options={"amazonBedrock": payload} if payload else None)


def test_only_signed_or_hidden_reasoning_goes_back() -> None:
    prompt = [
        user(text("q")),
        assistant(
            reasoning(" a ", signature="s"),
            reasoning("", redactedContent="c"),
            reasoning("", redactedData="d"),
            reasoning("unsigned"),
            reasoning("empty", other=1),
            text(" "),
            LanguageModelV4CustomPart(kind="x.y"),
        ),
    ]
    assert convert(prompt)[1][1] == {
        "role": "assistant",
        "content": [
            {"reasoningContent": {"reasoningText": {"text": " a ", "signature": "s"}}},
            {"reasoningContent": {"redactedContent": "c"}},
            {"reasoningContent": {"redactedReasoning": {"data": "d"}}},
            {"text": " "},
        ],
    }


def test_an_assistant_says_nothing_empty_and_does_not_end_with_blanks() -> None:
    prompt = [user(text("q")), assistant(text(" a "), text(" "), text(" b \ufeff"))]
    assert convert(prompt)[1][1]["content"] == [{"text": " a "}, {"text": "b"}]
    assert convert([*prompt, user(text("r"))])[1][1]["content"] == [{"text": " a "}, {"text": " b \ufeff"}]
    assert convert([user(text("q")), assistant(text(" ", **POINT))])[1] == [
        {"role": "user", "content": [{"text": "q"}]}
    ]


def test_results_within_an_assistants_turn_break_it_up_and_roles_still_alternate() -> None:
    call = LanguageModelV4ToolCallPart(tool_call_id="1", tool_name="t !é", input="odd", provider_options=POINT)
    prompt = [
        user(text("q")),
        assistant(call, result(OUTPUT, provider_options=HOUR), text("so")),
        assistant(LanguageModelV4ToolCallPart(tool_call_id="2", tool_name="é", input={}), result(OUTPUT, "2")),
        user(text("and?")),
    ]
    prompt[2].provider_options = POINT
    assert convert(prompt)[1][1:] == [
        {
            "role": "assistant",
            "content": [{"toolUse": {"toolUseId": "1", "name": "t", "input": {"rawInvalidInput": "odd"}}}, POINT_BLOCK],
        },
        {"role": "user", "content": [sent_result([{"text": "r"}]), HOUR_BLOCK]},
        {"role": "assistant", "content": [{"text": "so"}, {"toolUse": {"toolUseId": "2", "name": "_", "input": {}}}]},
        {"role": "user", "content": [sent_result([{"text": "r"}], "2"), POINT_BLOCK, {"text": "and?"}]},
    ]


def test_mistral_gets_ids_of_nine_letters_and_digits() -> None:
    assert normalize_tool_call_id("tooluse_bpe7-x", is_mistral=True) == "i4l3lCPe8"
    assert normalize_tool_call_id("abcDEF789", is_mistral=True) == "abcDEF789"
    assert normalize_tool_call_id("tooluse_bpe7-x", is_mistral=False) == "tooluse_bpe7-x"
    _, messages = convert([LanguageModelV4ToolMessage(content=[result(OUTPUT, "tooluse_bpe7-x")])], is_mistral=True)
    assert messages[0]["content"] == [sent_result([{"text": "r"}], "i4l3lCPe8")]
