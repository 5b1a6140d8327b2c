"""Call options and prompts become the body of a chat request to Alibaba Cloud."""

import pytest

from ai_sdk.provider import InvalidArgumentError, LanguageModelV4CallOptions, UnsupportedFunctionalityError
from ai_sdk.provider.codec import load
from ai_sdk.providers.alibaba.chat.request import build_request
from tests.providers.chat_laws import warned

PNG = "iVBORw0KGgo="
SCHEMA = {"type": "object"}
MARK = {"type": "ephemeral"}
CACHED = {"providerOptions": {"alibaba": {"cacheControl": MARK}}}


def text(value, **more):
    return {"type": "text", "text": value, **more}


def message(role, content, **more):
    return {"role": role, "content": content, **more}


PROMPT = [message("user", [text("Hi")])]


def build(settings, model_id="qwen-plus", alibaba=None):
    given = {"prompt": PROMPT, "providerOptions": {"alibaba": alibaba or {}}, **settings}
    request = build_request(model_id, load(LanguageModelV4CallOptions, given))
    assert request.body.pop("model") == model_id
    return request.body, warned(request.warnings)


def settings_of(settings, model_id="qwen-plus", **alibaba):
    body, warnings = build(settings, model_id, alibaba)
    body.pop("messages")
    return body, warnings


def messages_of(*prompt, **alibaba):
    body, warnings = build({"prompt": list(prompt)}, alibaba=alibaba)
    return body["messages"], warnings


def test_settings_are_sent_but_for_the_frequency_penalty():
    given = {"maxOutputTokens": 1, "temperature": 0, "topP": 1, "topK": 2, "presencePenalty": 3, "frequencyPenalty": 4}
    assert settings_of({**given, "stopSequences": ["x"], "seed": 5}) == (
        {
            "max_tokens": 1,
            "temperature": 0,
            "top_p": 1,
            "top_k": 2,
            "presence_penalty": 3,
            "stop": ["x"],
            "seed": 5,
        },
        ["frequencyPenalty"],
    )


@pytest.mark.parametrize(
    ("reasoning", "alibaba", "thinking"),
    [
        (None, {}, {}),
        ("provider-default", {}, {}),
        ("none", {}, {"enable_thinking": False}),
        ("low", {}, {"enable_thinking": True, "thinking_budget": 1638}),
        ("xhigh", {}, {"enable_thinking": True, "thinking_budget": 14746}),
        ("high", {"enableThinking": False}, {"enable_thinking": False}),
        ("none", {"thinkingBudget": 5}, {"thinking_budget": 5}),
    ],
)
def test_thinking_comes_from_the_options_else_from_the_call(reasoning, alibaba, thinking):
    assert settings_of({"reasoning": reasoning}, **alibaba) == (thinking, [])


@pytest.mark.parametrize(
    ("model_id", "alibaba", "sent", "reasoning"),
    [
        ("qwen-plus", {}, {}, [None, "two"]),
        ("qwen-plus", {"preserveThinking": True}, {"preserve_thinking": True}, ["one", "two"]),
        ("qwen3.7-max", {}, {"preserve_thinking": True}, ["one", "two"]),
        ("qwen3.7-max", {"preserveThinking": False}, {"preserve_thinking": False}, [None, "two"]),
    ],
)
def test_thoughts_before_the_last_question_go_back_where_they_are_preserved(model_id, alibaba, sent, reasoning):
    def thought(value):
        return message("assistant", [{"type": "reasoning", "text": value}, text("a")])

    body, _ = build({"prompt": [thought("one"), PROMPT[0], thought("two")]}, model_id, alibaba)
    first, _, last = body.pop("messages")
    assert (body, [first.get("reasoning_content"), last["reasoning_content"]]) == (sent, reasoning)


def test_a_schema_goes_to_models_that_take_one():
    response_format = {"type": "json", "schema": SCHEMA, "description": "d"}
    json_schema = {"schema": SCHEMA, "name": "response", "description": "d"}
    body, warnings = settings_of({"responseFormat": response_format}, "qwen3.7-plus-x")
    assert body["response_format"] == {"type": "json_schema", "json_schema": json_schema}
    assert warnings == []


@pytest.mark.parametrize(
    ("schema", "demand", "warnings"),
    [
        ({}, "You MUST answer with JSON.", []),
        (
            {"schema": SCHEMA},
            'JSON schema:\n{"type":"object"}\nYou MUST answer with a JSON object that matches the JSON schema above.',
            ["responseFormat JSON schema"],
        ),
    ],
)
def test_others_are_asked_for_json_in_words(schema, demand, warnings):
    body, features = build({"responseFormat": {"type": "json", **schema}})
    assert (body["response_format"], features) == ({"type": "json_object"}, warnings)
    assert body["messages"][0] == {"role": "system", "content": demand}


def test_text_needs_no_response_format():
    assert settings_of({"responseFormat": {"type": "text"}}) == ({}, [])


TOOL = {"type": "function", "name": "clock", "inputSchema": {}}


@pytest.mark.parametrize(
    ("tools", "sent"),
    [
        ([], {}),
        (
            [TOOL],
            {
                "tools": [{"type": "function", "function": {"name": "clock", "parameters": {}}}],
                "tool_choice": "none",
                "parallel_tool_calls": False,
            },
        ),
    ],
)
def test_calls_side_by_side_are_a_matter_of_tools(tools, sent):
    assert settings_of({"tools": tools, "toolChoice": {"type": "none"}}, parallelToolCalls=False) == (sent, [])


def test_options_that_do_not_fit_are_refused():
    with pytest.raises(InvalidArgumentError, match="invalid alibaba provider options"):
        build({}, alibaba={"thinkingBudget": 0})


CALL = {"type": "tool-call", "toolCallId": "1", "toolName": "clock", "input": {}}
SENT_CALL = {"id": "1", "type": "function", "function": {"name": "clock", "arguments": "{}"}}


def result(value):
    output = {"type": "text", "value": value}
    return {"type": "tool-result", "toolCallId": value, "toolName": "clock", "output": output}


def test_a_messages_marker_belongs_to_its_last_part():
    messages, warnings = messages_of(
        message("system", "s", **CACHED),
        message("user", [text("a"), text("b")], **CACHED),
        message("assistant", [text("c"), CALL], **CACHED),
        message("tool", [result("d"), result("e")], **CACHED),
    )
    assert messages == [
        {"role": "system", "content": [text("s", cache_control=MARK)]},
        {"role": "user", "content": [text("a"), text("b", cache_control=MARK)]},
        {"role": "assistant", "content": [text("c", cache_control=MARK)], "tool_calls": [SENT_CALL]},
        {"role": "tool", "tool_call_id": "d", "content": "d"},
        {"role": "tool", "tool_call_id": "e", "content": [text("e", cache_control=MARK)]},
    ]
    assert warnings == []


def marked(marker):
    return {"providerOptions": {"alibaba": marker}}


@pytest.mark.parametrize(
    ("marker", "control"),
    [
        ({"cacheControl": {}}, {}),
        ({"cacheControl": None, "cache_control": "odd"}, "odd"),
        ({"cacheControl": ""}, None),
        ({"cache_control": 0}, None),
    ],
)
def test_a_marker_is_passed_on_unless_javascript_takes_it_for_none(marker, control):
    messages, _ = messages_of(message("user", [text("a", **marked(marker))]))
    assert messages[0]["content"][0].get("cache_control") == control


def test_each_marker_above_four_is_warned_of():
    messages, warnings = messages_of(message("user", [text("a", **CACHED) for _ in range(6)]))
    assert [part["cache_control"] for part in messages[0]["content"]] == [MARK] * 6
    assert warnings == ["other", "other"]


@pytest.mark.parametrize(
    ("content", "sent"),
    [
        ([], []),
        ([text("")], []),
        ([CALL], [{"role": "assistant", "content": None, "tool_calls": [SENT_CALL]}]),
        (
            [{"type": "reasoning", "text": "hm"}],
            [{"role": "assistant", "content": None, "reasoning_content": "hm"}],
        ),
    ],
)
def test_an_assistant_without_text_has_none(content, sent):
    assert messages_of(message("assistant", content))[0] == sent


def file(media_type, kind, value):
    return {"type": "file", "mediaType": media_type, "data": {"type": kind, kind: value}}


def test_images_are_sent_inline_or_by_url():
    parts = [file("image/*", "data", PNG), file("image/*", "url", "https://a.dev/a")]
    urls = [f"data:image/png;base64,{PNG}", "https://a.dev/a"]
    assert messages_of(message("user", parts))[0][0]["content"] == [
        {"type": "image_url", "image_url": {"url": url}} for url in urls
    ]


@pytest.mark.parametrize(
    "part",
    [
        file("application/pdf", "data", "AA=="),
        file("image/png", "text", "a"),
        file("image/png", "reference", {"alibaba": "f"}),
    ],
)
def test_other_files_are_refused(part):
    with pytest.raises(UnsupportedFunctionalityError):
        messages_of(message("user", [part]))
