"""The prompt as `contents`."""

from typing import Any

import pytest

from ai_sdk.provider import LanguageModelV4Prompt, NoSuchProviderReferenceError, UnsupportedFunctionalityError
from ai_sdk.provider.codec import load
from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.providers.google.generate_content.messages.convert import convert_to_google_messages
from ai_sdk.providers.google.generate_content.messages.settings import MessageSettings
from tests.providers.google.calls import PIXEL

GEMINI_3 = MessageSettings(is_gemini_3_model=True)
OLDER = MessageSettings(supports_function_response_parts=False)
VERTEX = MessageSettings(namespaces=("googleVertex", "vertex"), includes_function_call_ids=False)
IMAGE = {"inlineData": {"mimeType": "image/png", "data": PIXEL}}


def convert(*messages: Any, settings: MessageSettings | None = None) -> Any:
    return convert_to_google_messages(load(LanguageModelV4Prompt, list(messages)), settings)


def user(*content: Any) -> dict[str, Any]:
    return {"role": "user", "content": list(content)}


def assistant(*content: Any) -> dict[str, Any]:
    return {"role": "assistant", "content": list(content)}


def google(**options: Any) -> dict[str, Any]:
    return {"providerOptions": {"google": options}}


def file(data: Any, media_type: str = "image/png", **options: Any) -> dict[str, Any]:
    return {"type": "file", "data": data, "mediaType": media_type, **(google(**options) if options else {})}


def named(media_type: str, uri: str) -> dict[str, Any]:
    return {"fileData": {"mimeType": media_type, "fileUri": uri}}


def data(value: Any) -> dict[str, Any]:
    return {"type": "data", "data": value}


def url(value: str, **more: Any) -> dict[str, Any]:
    return {"type": "url", "url": value, **more}


def parts_of(part: Any, settings: MessageSettings | None = None, *, role: str = "user") -> Any:
    (content,) = convert({"role": role, "content": [part]}, settings=settings).contents
    return content["parts"]


@pytest.mark.parametrize(
    ("part", "wire"),
    [
        (file(data(PIXEL), "image/*"), IMAGE),
        (file(data(b"%PDF-"), "application/pdf"), {"inlineData": {"mimeType": "application/pdf", "data": "JVBERi0="}}),
        (
            file({"type": "text", "text": "é"}, "text/markdown"),
            {"inlineData": {"mimeType": "text/markdown", "data": "w6k="}},
        ),
        (file({"type": "text", "text": "é"}, "text"), {"inlineData": {"mimeType": "text/plain", "data": "w6k="}}),
        (file(url("https://a.dev/a b.png")), named("image/png", "https://a.dev/a%20b.png")),
        (file(url("gs://b/a%20b", originalUrl="gs://b/a b")), named("image/png", "gs://b/a b")),
        (file({"type": "reference", "reference": {"google": "files/1"}}), named("image/png", "files/1")),
        (
            file(url("https://a.dev/v"), "video/mp4", videoMetadata={"startOffset": "1s", "fps": 2, "x": 1}),
            {**named("video/mp4", "https://a.dev/v"), "videoMetadata": {"startOffset": "1s", "fps": 2}},
        ),
    ],
)
def test_files_of_the_user_are_inline_or_named(part: Any, wire: Any) -> None:
    assert parts_of(part) == [wire]


@pytest.mark.parametrize(
    ("message", "settings", "error", "text"),
    [
        (user(file(url("https://a.dev/i"), "image/*")), None, UnsupportedFunctionalityError, "must specify subtype"),
        (user(file({"type": "reference", "reference": {"x": "1"}})), None, NoSuchProviderReferenceError, "google"),
        (
            user(file({"type": "reference", "reference": {"google": "1"}})),
            VERTEX,
            UnsupportedFunctionalityError,
            "references",
        ),
        (user(file(data(PIXEL), videoMetadata={"fps": 0})), None, TypeValidationError, "fps"),
        (assistant(file(url("https://a.dev/i"))), None, UnsupportedFunctionalityError, "File data URLs"),
        (
            assistant({**file(url("https://a.dev/i")), "type": "reasoning-file"}),
            None,
            UnsupportedFunctionalityError,
            "URLs",
        ),
        (
            assistant(file({"type": "reference", "reference": {"google": "1"}})),
            VERTEX,
            UnsupportedFunctionalityError,
            "ref",
        ),
    ],
)
def test_files_that_cannot_be_sent_are_refused(message: Any, settings: Any, error: Any, text: str) -> None:
    with pytest.raises(error, match=text):
        convert(message, settings=settings)


def test_system_messages_come_first_and_have_a_field_of_their_own() -> None:
    systems = [{"role": "system", "content": text} for text in ("a", "b")]
    prompt = convert(*systems, user({"type": "text", "text": "c"}))
    assert prompt.system_instruction == {"parts": [{"text": "a"}, {"text": "b"}]}
    assert prompt.contents == [{"role": "user", "parts": [{"text": "c"}]}]
    with pytest.raises(UnsupportedFunctionalityError, match="beginning of the conversation"):
        convert(user(), systems[0])


def test_gemma_reads_system_messages_in_the_first_user_turn() -> None:
    gemma = MessageSettings(is_gemma_model=True)
    systems = [{"role": "system", "content": text} for text in ("a", "b")]
    prompt = convert(*systems, user({"type": "text", "text": "c"}), settings=gemma)
    assert prompt.system_instruction is None
    assert prompt.contents == [{"role": "user", "parts": [{"text": "a\n\nb\n\n"}, {"text": "c"}]}]
    assert convert(*systems, settings=gemma).contents == []
    assert convert(systems[0], assistant(), settings=gemma).contents == [{"role": "model", "parts": []}]


@pytest.mark.parametrize(
    ("part", "wire"),
    [
        ({"type": "text", "text": ""}, None),
        ({"type": "text", "text": "", **google(thoughtSignature="s")}, {"text": "", "thoughtSignature": "s"}),
        ({"type": "text", "text": "a", **google(thoughtSignature=5)}, {"text": "a", "thoughtSignature": "5"}),
        ({"type": "reasoning", "text": "a"}, {"text": "a", "thought": True}),
        ({"type": "reasoning", "text": ""}, None),
        ({"type": "reasoning-file", "data": data(PIXEL), "mediaType": "image/png"}, {**IMAGE, "thought": True}),
        (file(data(PIXEL), thought=True, thoughtSignature="s"), {**IMAGE, "thought": True, "thoughtSignature": "s"}),
        (file({"type": "text", "text": "é"}, "x"), {"inlineData": {"mimeType": "text/plain", "data": "w6k="}}),
        (file({"type": "reference", "reference": {"google": "f"}}), named("image/png", "f")),
        ({"type": "custom", "kind": "google.odd"}, None),
        (
            {
                "type": "tool-call",
                "toolCallId": "1",
                "toolName": "code_execution",
                "input": '{"language":"P","code":"1","x":2}',
                "providerExecuted": True,
            },
            {"executableCode": {"language": "P", "code": "1"}},
        ),
        (
            {
                "type": "tool-result",
                "toolCallId": "1",
                "toolName": "code_execution",
                "output": {"type": "json", "value": {"outcome": "OK", "output": ""}},
            },
            {"codeExecutionResult": {"outcome": "OK", "output": ""}},
        ),
        ({"type": "tool-result", "toolCallId": "1", "toolName": "t", "output": {"type": "text", "value": "a"}}, None),
        (
            {
                "type": "tool-call",
                "toolCallId": "1",
                "toolName": "t",
                "input": "{}",
                **google(serverToolCallId="2", serverToolType="S"),
            },
            {"toolCall": {"toolType": "S", "args": {}, "id": "2"}},
        ),
        (
            {
                "type": "tool-result",
                "toolCallId": "1",
                "toolName": "t",
                "output": {"type": "text", "value": "a"},
                **google(serverToolCallId="2", serverToolType="S", thoughtSignature="s"),
            },
            {"toolResponse": {"toolType": "S", "response": {}, "id": "2"}, "thoughtSignature": "s"},
        ),
        (
            {
                "type": "tool-result",
                "toolCallId": "1",
                "toolName": "t",
                "output": {"type": "json", "value": [1]},
                **google(serverToolCallId="", serverToolType="S"),
            },
            None,
        ),
        (
            {"type": "tool-call", "toolCallId": "1", "toolName": "t", "input": "no"},
            {"functionCall": {"id": "1", "name": "t", "args": "no"}},
        ),
        (
            {"type": "tool-call", "toolCallId": "1", "toolName": "t", "input": None},
            {"functionCall": {"id": "1", "name": "t", "args": None}},
        ),
    ],
)
def test_earlier_answers_are_sent_back(part: Any, wire: Any) -> None:
    assert parts_of(part, role="assistant") == ([] if wire is None else [wire])


def call(name: str, **options: Any) -> dict[str, Any]:
    return {
        "type": "tool-call",
        "toolCallId": name,
        "toolName": name,
        "input": {},
        **(google(**options) if options else {}),
    }


def test_gemini_3_wants_signatures_that_were_lost_replaced_and_says_so() -> None:
    prompt = convert(assistant(call("a"), call("a"), call("b", thoughtSignature="s"), call("c")), settings=GEMINI_3)
    signatures = [part.get("thoughtSignature") for part in prompt.contents[0]["parts"]]
    assert signatures == ["skip_thought_signature_validator"] * 2 + ["s", None]
    (warning,) = prompt.warnings
    assert warning.message.startswith("Replayed 2 `functionCall` part(s) for a Gemini 3 model")
    assert "(tools: `a`)" in warning.message


def test_a_server_call_does_not_sign_for_functions() -> None:
    server = call("s", serverToolCallId="1", serverToolType="S", thoughtSignature="s")
    prompt = convert(assistant(server, call("a")), settings=GEMINI_3)
    assert prompt.contents[0]["parts"][1]["thoughtSignature"] == "skip_thought_signature_validator"


@pytest.mark.parametrize(
    ("options", "plain", "vertex"),
    [
        ({"google": {"thoughtSignature": "g"}, "vertex": {"thoughtSignature": "v"}}, "g", "v"),
        ({"googleVertex": {"thoughtSignature": "x"}, "vertex": {"thoughtSignature": "v"}}, "x", "x"),
        ({"google": {"thoughtSignature": "g"}}, "g", "g"),
        ({"google": None, "openai": {"thoughtSignature": "o"}}, None, None),
    ],
)
def test_options_of_the_other_api_count_when_there_are_no_own(options: Any, plain: Any, vertex: Any) -> None:
    part = {"type": "text", "text": "a", "providerOptions": {key: value for key, value in options.items() if value}}
    sent = [parts_of(part, settings, role="assistant")[0].get("thoughtSignature") for settings in (None, VERTEX)]
    assert sent == [plain, vertex]


def result(output: Any, **options: Any) -> dict[str, Any]:
    return {
        "type": "tool-result",
        "toolCallId": "1",
        "toolName": "t",
        "output": output,
        **(google(**options) if options else {}),
    }


def response(content: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"functionResponse": {"id": "1", "name": "t", "response": {"name": "t", **content}, **more}}


LOOP: dict[str, Any] = {"name": "loop"}
LOOP["self"] = LOOP


@pytest.mark.parametrize(
    ("output", "content"),
    [
        ({"type": "text", "value": "a"}, {"content": "a"}),
        ({"type": "json", "value": {"a": None}}, {"content": {"a": None}}),
        ({"type": "json", "value": {"a": [{"$ref": "#/b"}]}}, {"content": '{"a":[{"$ref":"#/b"}]}'}),
        ({"type": "json", "value": None}, {"content": None}),
        ({"type": "error-text", "value": "e"}, {"error": "e"}),
        ({"type": "error-json", "value": [1]}, {"error": [1]}),
        ({"type": "execution-denied"}, {"error": "Tool call execution denied."}),
        ({"type": "execution-denied", "reason": "r"}, {"error": "r"}),
    ],
)
def test_results_of_functions_are_responses(output: Any, content: Any) -> None:
    assert parts_of(result(output), role="tool") == [response(content)]
    without_id = response(content)
    del without_id["functionResponse"]["id"]
    assert parts_of(result(output), VERTEX, role="tool") == [without_id]


def test_a_result_that_contains_itself_is_written_as_far_as_it_goes() -> None:
    (message,) = load(LanguageModelV4Prompt, [{"role": "tool", "content": [result({"type": "json", "value": 1})]}])
    message.content[0].output.value = LOOP
    (content,) = convert_to_google_messages([message]).contents
    assert content["parts"] == [response({"content": {"name": "loop", "self": "[Circular]"}})]


CONTENT = [
    {"type": "text", "text": "a"},
    {"type": "file", "data": data(PIXEL), "mediaType": "image/*"},
    {"type": "file", "data": data(b"%PDF-"), "mediaType": "application/pdf"},
    {"type": "file", "data": url(f"data:image/png;base64,{PIXEL}"), "mediaType": "image/png"},
    {"type": "file", "data": url("https://a.dev/i"), "mediaType": "image/png"},
    {"type": "file", "data": {"type": "reference", "reference": {"google": "f"}}, "mediaType": "image/png"},
    {"type": "custom"},
]
PDF = {"inlineData": {"mimeType": "application/pdf", "data": "JVBERi0="}}
LINK = '{"type":"file","data":{"type":"url","url":"https://a.dev/i"},"mediaType":"image/png"}'
REFERENCE = '{"type":"file","data":{"type":"reference","reference":{"google":"f"}},"mediaType":"image/png"}'


def test_responses_hold_files_and_describe_what_they_cannot_hold() -> None:
    text = f'a\n{LINK}\n{REFERENCE}\n{{"type":"custom"}}'
    expected = response({"content": text}, parts=[IMAGE, PDF, IMAGE])
    assert parts_of(result({"type": "content", "value": CONTENT}), role="tool") == [expected]
    empty = response({"content": "Tool executed successfully."})
    assert parts_of(result({"type": "content", "value": []}), role="tool") == [empty]


def test_older_models_get_files_beside_responses() -> None:
    inline_link = LINK.replace("https://a.dev/i", f"data:image/png;base64,{PIXEL}")
    said = "Tool executed successfully and returned this {} as a response"
    assert parts_of(result({"type": "content", "value": CONTENT}), OLDER, role="tool") == [
        response({"content": "a"}),
        IMAGE,
        {"text": said.format("image")},
        PDF,
        {"text": said.format("file")},
        *({"text": text} for text in (inline_link, LINK, REFERENCE, '{"type":"custom"}')),
    ]


@pytest.mark.parametrize(
    ("media_type", "supports", "is_named"),
    [("image/png", True, True), ("image/gif", True, False), ("image/png", False, False)],
)
def test_responses_name_cloud_storage_files_where_that_works(
    *, media_type: str, supports: bool, is_named: bool
) -> None:
    settings = MessageSettings(supports_google_cloud_storage_urls=supports)
    item = {"type": "file", "data": url("gs://b/x%20y", originalUrl="gs://b/x y"), "mediaType": media_type}
    (part,) = parts_of(result({"type": "content", "value": [item]}), settings, role="tool")
    assert part["functionResponse"].get("parts") == ([named(media_type, "gs://b/x y")] if is_named else None)


def test_results_of_server_tools_go_back_into_the_models_turn() -> None:
    own = google(serverToolCallId="2", serverToolType="S")["providerOptions"]["google"]
    approval = {"type": "tool-approval-response", "approvalId": "a", "approved": True}
    tool = {"role": "tool", "content": [result({"type": "json", "value": [1]}, **own), approval]}
    wire = {"toolResponse": {"toolType": "S", "response": [1], "id": "2"}}
    assert convert(assistant({"type": "text", "text": "a"}), tool).contents == [
        {"role": "model", "parts": [{"text": "a"}, wire]},
        {"role": "user", "parts": []},
    ]
    assert convert(user(), tool).contents[1]["parts"] == [response({"content": [1]})]
