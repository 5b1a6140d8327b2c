"""Prompts as Anthropic messages: system, user, tool and assistant messages."""

import pytest

from ai_sdk.provider import InvalidArgumentError, UnsupportedFunctionalityError
from tests.providers.anthropic.build import build, messages, warnings

EPHEMERAL = {"anthropic": {"cacheControl": {"type": "ephemeral"}}}
CACHED = {"cache_control": {"type": "ephemeral"}}
PNG, PDF = "iVBORw0KGgo=", "JVBERi0xLjQ="


def user(*parts, **more):
    return {"role": "user", "content": list(parts), **more}


def assistant(*parts, **more):
    return {"role": "assistant", "content": list(parts), **more}


def tool(*parts, **more):
    return {"role": "tool", "content": list(parts), **more}


def text(words, **more):
    return {"type": "text", "text": words, **more}


def file(media_type, data, **more):
    return {"type": "file", "mediaType": media_type, "data": data, **more}


def call(name="focus", tool_input=None, **more):
    given = {"a": 1} if tool_input is None else tool_input
    return {"type": "tool-call", "toolCallId": "1", "toolName": name, "input": given, **more}


def result(output, **more):
    return {"type": "tool-result", "toolCallId": "1", "toolName": "focus", "output": output, **more}


def url(address):
    return {"type": "url", "url": address}


def data(contents):
    return {"type": "data", "data": contents}


def user_content(*parts):
    (message,) = messages(user(*parts))
    return message["content"]


def assistant_content(*parts, **options):
    return messages(user(text("Hi")), assistant(*parts), user(text("Go")), **options)[1]["content"]


@pytest.mark.parametrize(
    ("part", "block"),
    [
        (text("a", providerOptions=EPHEMERAL), {"type": "text", "text": "a", **CACHED}),
        (
            file("image/*", data(PNG)),
            {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PNG}},
        ),
        (
            file("image/*", url("https://a.dev/x")),
            {"type": "image", "source": {"type": "url", "url": "https://a.dev/x"}},
        ),
        (
            file("application/pdf", data(PDF), filename="a.pdf"),
            {
                "type": "document",
                "source": {"type": "base64", "media_type": "application/pdf", "data": PDF},
                "title": "a.pdf",
            },
        ),
        (
            file("text/plain", data("77u/w6k=")),
            {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "é"}},
        ),
        (
            file("text/plain", data(b"b")),
            {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "b"}},
        ),
        (
            file(
                "text/plain",
                url("https://a.dev/x"),
                providerOptions={"anthropic": {"title": "T", "context": "C", "citations": {"enabled": True}}},
            ),
            {
                "type": "document",
                "source": {"type": "url", "url": "https://a.dev/x"},
                "title": "T",
                "context": "C",
                "citations": {"enabled": True},
            },
        ),
        (
            file("text/csv", {"type": "text", "text": "a,b"}),
            {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "a,b"}},
        ),
        (
            file("image/png", {"type": "reference", "reference": {"anthropic": "f"}}),
            {"type": "image", "source": {"type": "file", "file_id": "f"}},
        ),
        (
            file("text/csv", {"type": "reference", "reference": {"anthropic": "f"}}),
            {"type": "document", "source": {"type": "file", "file_id": "f"}},
        ),
        (
            file(
                "text/csv",
                {"type": "reference", "reference": {"anthropic": "f"}},
                providerOptions={"anthropic": {"containerUpload": True}},
            ),
            {"type": "container_upload", "file_id": "f"},
        ),
    ],
)
def test_user_parts_become_content_blocks(part, block):
    assert user_content(part) == [block]


def test_files_that_anthropic_does_not_take_are_refused():
    with pytest.raises(UnsupportedFunctionalityError, match="media type: audio/wav"):
        messages(user(file("audio/wav", data("AA=="))))


def test_a_compatible_provider_may_write_media_its_own_way():
    def convert(part):
        return {"type": "video", "source": part.data.url} if part.media_type == "video/mp4" else None

    video = file("video/mp4", url("https://a.dev/v"), providerOptions=EPHEMERAL)
    request = build(
        prompt=[user(video, file("image/*", url("https://a.dev/x")))], hooks={"convert_media_part": convert}
    )
    assert request.body["messages"][0]["content"] == [
        {"type": "video", "source": "https://a.dev/v", **CACHED},
        {"type": "image", "source": {"type": "url", "url": "https://a.dev/x"}},
    ]


def test_cache_control_of_a_message_goes_to_its_last_part_in_a_namespace_of_choice():
    request = build(
        prompt=[user(text("a"), text("b"), providerOptions={"cloud": {"cache_control": {"type": "x"}}, **EPHEMERAL})],
        hooks={"cache_control_provider_options_name": "cloud"},
    )
    blocks = request.body["messages"][0]["content"]
    assert blocks == [{"type": "text", "text": "a"}, {"type": "text", "text": "b", "cache_control": {"type": "x"}}]


@pytest.mark.parametrize(
    ("output", "block"),
    [
        ({"type": "text", "value": "a"}, {"content": "a"}),
        ({"type": "json", "value": {"a": 1.0}}, {"content": '{"a":1}'}),
        ({"type": "error-text", "value": "a"}, {"content": "a", "is_error": True}),
        ({"type": "error-json", "value": None}, {"content": "null", "is_error": True}),
        ({"type": "execution-denied"}, {"content": "Tool call execution denied."}),
        ({"type": "execution-denied", "reason": "No."}, {"content": "No."}),
    ],
)
def test_tool_outputs_become_results(output, block):
    assert messages(tool(result(output)))[0]["content"] == [{"type": "tool_result", "tool_use_id": "1", **block}]


def test_results_with_content_keep_text_and_files_and_warn_of_the_rest():
    reference = {"type": "reference", "reference": {"anthropic": "f"}}
    value = [
        text("a", providerOptions=EPHEMERAL),
        file("image/*", data(PNG)),
        file("application/pdf", data(PDF)),
        file("image/png", url("https://a.dev/x")),
        file("text/csv", reference),
        {"type": "custom", "providerOptions": {"anthropic": {"type": "tool-reference", "toolName": "t"}}},
        file("text/csv", data("YQ==")),
        file("text/csv", {"type": "text", "text": "a"}),
        {"type": "custom"},
    ]
    request = build(prompt=[tool(result({"type": "content", "value": value}))])
    assert request.body["messages"][0]["content"] == [
        {
            "type": "tool_result",
            "tool_use_id": "1",
            "content": [
                {"type": "text", "text": "a"},
                {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PNG}},
                {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": PDF}},
                {"type": "image", "source": {"type": "url", "url": "https://a.dev/x"}},
                {"type": "document", "source": {"type": "file", "file_id": "f"}},
                {"type": "tool_reference", "tool_name": "t"},
            ],
            **CACHED,
        }
    ]
    assert warnings(request) == [
        "unsupported tool content part type: file with media type: text/csv",
        "unsupported tool content part type: file with data type: text",
        "unsupported custom tool content part",
    ]


def test_approvals_are_left_out_and_tool_results_join_the_user():
    approval = {"type": "tool-approval-response", "approvalId": "a", "approved": True}
    done = {"type": "text", "value": "a"}
    found = messages(tool(approval, result(done), providerOptions=EPHEMERAL), user(text("b")))
    assert found == [
        {
            "role": "user",
            "content": [
                {"type": "tool_result", "tool_use_id": "1", "content": "a", **CACHED},
                {"type": "text", "text": "b"},
            ],
        }
    ]


def test_a_prefilled_answer_is_trimmed_as_javascript_does():
    assert messages(user(text("Hi")), assistant(text(" a "), text("\u00a0 b \ufeff"), text("")))[1]["content"] == [
        {"type": "text", "text": " a "},
        {"type": "text", "text": "b"},
    ]


def test_an_empty_answer_is_left_out():
    assert [message["role"] for message in messages(user(text("Hi")), assistant(text("")))] == ["user"]


def test_tool_uses_move_behind_text_but_not_across_thoughts():
    thought = {"type": "reasoning", "text": "t", "providerOptions": {"anthropic": {"signature": "s"}}}
    blocks = assistant_content(call(), text("a"), thought, call(), text("b"))
    assert [block["type"] for block in blocks] == ["text", "tool_use", "thinking", "text", "tool_use"]


@pytest.mark.parametrize(
    ("metadata", "blocks", "words"),
    [
        ({"signature": "s"}, [{"type": "thinking", "thinking": "t", "signature": "s"}], []),
        ({"redactedData": "r"}, [{"type": "redacted_thinking", "data": "r"}], []),
        ({}, [], ["unsupported reasoning metadata"]),
        (
            {"signature": "s", "cacheControl": {"type": "ephemeral"}},
            [{"type": "thinking", "thinking": "t", "signature": "s"}],
            ["cache_control cannot be set on thinking block. It will be ignored."],
        ),
    ],
)
def test_thoughts_go_back_with_their_signature(metadata, blocks, words):
    thought = {"type": "reasoning", "text": "t", "providerOptions": {"anthropic": metadata}}
    request = build(prompt=[user(text("Hi")), assistant(thought, text("a")), user(text("Go"))])
    assert request.body["messages"][1]["content"] == [*blocks, {"type": "text", "text": "a"}]
    assert warnings(request) == words


def test_thoughts_may_be_kept_back():
    thought = {"type": "reasoning", "text": "t", "providerOptions": {"anthropic": {"signature": "s"}}}
    request = build(prompt=[assistant(thought, text("a"))], providerOptions={"anthropic": {"sendReasoning": False}})
    assert request.body["messages"][0]["content"] == [{"type": "text", "text": "a"}]
    assert warnings(request) == ["sending reasoning content is disabled for this model"]


def test_summaries_and_citations_go_back_as_they_came():
    summary = {"anthropic": {"type": "compaction", "signature": "s"}}
    cited = {"anthropic": {"citations": [{"type": "char_location"}]}}
    assert assistant_content(text("So far.", providerOptions=summary), text("a", providerOptions=cited)) == [
        {"type": "compaction", "content": "So far.", "signature": "s"},
        {"type": "text", "text": "a", "citations": [{"type": "char_location"}]},
    ]


def test_a_fallback_goes_back_and_a_broken_one_does_not():
    def custom(kind, **metadata):
        return {"type": "custom", "kind": kind, "providerOptions": {"anthropic": metadata}}

    models = {"from": {"model": "a"}, "to": {"model": "b"}}
    good = custom("anthropic.fallback", type="fallback", **models)
    parts = [good, custom("anthropic.fallback"), custom("other.kind"), file("image/png", data(PNG)), text("a")]
    request = build(prompt=[assistant(*parts)])
    assert request.body["messages"][0]["content"] == [{"type": "fallback", **models}, {"type": "text", "text": "a"}]
    assert warnings(request) == ["anthropic fallback metadata must include from.model and to.model"]


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"a": 1}, {"a": 1}),
        ('{"a": 1}', {"a": 1}),
        ("[1]", {"rawInvalidInput": "[1]"}),
        ("no json", {"rawInvalidInput": "no json"}),
        ([1], {"rawInvalidInput": [1]}),
    ],
)
def test_tool_input_is_always_an_object(given, sent):
    assert assistant_content(call(tool_input=given)) == [
        {"type": "tool_use", "id": "1", "name": "focus", "input": sent}
    ]


def test_options_of_a_part_that_do_not_fit_are_refused():
    with pytest.raises(InvalidArgumentError, match="invalid anthropic provider options"):
        messages(user(file("application/pdf", data(PDF), providerOptions={"anthropic": {"title": 4}})))


def test_calls_of_a_toolset_are_calls_of_its_members():
    toolset = {"type": "provider", "id": "anthropic.computer_toolset_20260801", "name": "desk", "args": {}}
    old = {"anthropic": {"toolsetName": "computer"}}
    request = build(
        prompt=[
            assistant(
                call("desk", {"action": "key"}), call("desk", {}), call("old", {"action": "wait"}, providerOptions=old)
            ),
            tool({**result({"type": "text", "value": "a"}), "toolName": "desk"}),
        ],
        tools=[toolset],
    )
    blocks = [block for message in request.body["messages"] for block in message["content"]]
    assert [(block.get("name"), block["toolset_name"]) for block in blocks] == [
        ("key", "computer"),
        ("computer", "computer"),
        ("wait", "computer"),
        (None, "computer"),
    ]
    assert warnings(request) == ["toolset tool call for tool desk is missing the action"]
