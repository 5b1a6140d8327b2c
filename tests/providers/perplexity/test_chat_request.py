"""Call options and prompts become the body of a chat request to Perplexity."""

import pytest

from ai_sdk.provider import InvalidArgumentError, LanguageModelV4CallOptions, UnsupportedFunctionalityError
from ai_sdk.provider.codec import load
from ai_sdk.providers.perplexity.chat.request import build_request
from tests.providers.chat_laws import warned

PNG, PDF = "iVBORw0KGgo=", "JVBERi0="
PROMPT = [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]


def build(settings, **perplexity):
    given = {"prompt": PROMPT, "providerOptions": {"perplexity": perplexity}, **settings}
    request = build_request("sonar", load(LanguageModelV4CallOptions, given))
    return request.body, warned(request.warnings)


def messages_of(*prompt):
    return build({"prompt": list(prompt)})[0]["messages"]


SENT = [{"role": "user", "content": "Hi"}]


def test_settings_are_sent_or_warned_of():
    given = {"maxOutputTokens": 1, "temperature": 0, "topP": 1, "topK": 2, "presencePenalty": 3, "frequencyPenalty": 4}
    assert build({**given, "stopSequences": ["x"], "seed": 5, "reasoning": "low"}) == (
        {
            "model": "sonar",
            "max_tokens": 1,
            "temperature": 0,
            "top_p": 1,
            "top_k": 2,
            "presence_penalty": 3,
            "frequency_penalty": 4,
            "messages": SENT,
        },
        ["topK", "stopSequences", "seed", "reasoning"],
    )


def test_options_go_into_the_body_over_settings_and_under_messages():
    options = {"search_mode": "web", "temperature": 1, "web_search_options": {"x": None}, "new": [1], "messages": []}
    assert build({"temperature": 0, "reasoning": "provider-default"}, **options) == (
        {"model": "sonar", **options, "messages": SENT},
        [],
    )


@pytest.mark.parametrize(
    ("response_format", "sent"),
    [
        ({"type": "text"}, None),
        ({"type": "json"}, {"type": "json_schema", "json_schema": {}}),
        ({"type": "json", "schema": {"a": 1}}, {"type": "json_schema", "json_schema": {"schema": {"a": 1}}}),
    ],
)
def test_json_is_asked_for_by_schema(response_format, sent):
    assert build({"responseFormat": response_format})[0].get("response_format") == sent


def test_options_that_do_not_fit_are_refused():
    with pytest.raises(InvalidArgumentError, match="invalid perplexity provider options"):
        build({}, search_mode="films")


def text(value):
    return {"type": "text", "text": value}


def file(media_type, kind, value, **more):
    return {"type": "file", "mediaType": media_type, "data": {"type": kind, kind: value}, **more}


def image(url):
    return {"type": "image_url", "image_url": {"url": url}}


def pdf(url, **name):
    return {"type": "file_url", "file_url": {"url": url}, **name}


def test_turns_are_text_without_thoughts_and_calls():
    call = {"type": "tool-call", "toolCallId": "1", "toolName": "a", "input": {}}
    assert messages_of(
        {"role": "system", "content": "S"},
        {"role": "user", "content": [text("a"), text("b")]},
        {"role": "assistant", "content": [{"type": "reasoning", "text": "hm"}, text("c"), call]},
    ) == [
        {"role": "system", "content": "S"},
        {"role": "user", "content": "ab"},
        {"role": "assistant", "content": "c"},
    ]


def test_images_and_pdfs_are_sent_inline_or_by_url():
    parts = [
        (text("Look"), text("Look")),
        (file("image/*", "data", PNG), image(f"data:image/png;base64,{PNG}")),
        (file("image/*", "url", "https://a.dev/a"), image("https://a.dev/a")),
        (file("application/*", "data", PDF), pdf(PDF, file_name="document-3.pdf")),
        (file("application/pdf", "data", PDF, filename="a.pdf"), pdf(PDF, file_name="a.pdf")),
        (file("application/pdf", "url", "https://a.dev/b"), pdf("https://a.dev/b")),
        (file("application/pdf", "url", "https://a.dev/c", filename="c"), pdf("https://a.dev/c", file_name="c")),
    ]
    given, sent = zip(*parts, strict=True)
    assert messages_of({"role": "user", "content": list(given)}) == [{"role": "user", "content": list(sent)}]


@pytest.mark.parametrize(
    "message",
    [
        {"role": "tool", "content": []},
        *(
            {"role": "user", "content": [part]}
            for part in (
                file("audio/wav", "data", "AA=="),
                file("application/zip", "data", "AA=="),
                file("application/*", "url", "https://a.dev/a"),
                file("image/png", "text", "a"),
                file("image/png", "reference", {"perplexity": "f"}),
            )
        ),
    ],
)
def test_tool_messages_and_other_files_are_refused(message):
    with pytest.raises(UnsupportedFunctionalityError):
        messages_of(message)
