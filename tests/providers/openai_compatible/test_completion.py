"""Text completions: requests, answers and streams."""

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from ai_sdk.provider import (
    InvalidPromptError,
    InvalidResponseDataError,
    JSONParseError,
    LanguageModelV4CallOptions,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Prompt,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamStart,
    LanguageModelV4Text,
    LanguageModelV4TextDelta,
    LanguageModelV4TextEnd,
    LanguageModelV4TextStart,
    LanguageModelV4Usage,
    SharedV4WarningDeprecated,
    SharedV4WarningUnsupported,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import load
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.providers.openai_compatible.completion.messages import convert_to_openai_compatible_completion_prompt
from ai_sdk.providers.openai_compatible.completion.request import build_request
from ai_sdk.providers.openai_compatible.completion.stream import OpenAICompatibleCompletionStream
from tests.providers.openai.server import Server, events, reply, stream

pytestmark = pytest.mark.anyio

HI = {"role": "user", "content": [{"type": "text", "text": "Hi"}]}
RAW_USAGE = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5, "cost": 1}
USAGE = LanguageModelV4Usage(
    input_tokens=LanguageModelV4InputTokens(total=3, no_cache=3),
    output_tokens=LanguageModelV4OutputTokens(total=2, text=2),
    raw=RAW_USAGE,
)


def prompt(*messages):
    return convert_to_openai_compatible_completion_prompt(load(LanguageModelV4Prompt, list(messages)))


def test_a_dialogue_becomes_text_that_the_assistant_continues():
    image = {"type": "file", "mediaType": "image/png", "data": {"type": "data", "data": "AAAA"}}
    assert prompt(
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": [{"type": "text", "text": "Hi"}, image, {"type": "text", "text": " you"}]},
        {"role": "assistant", "content": [{"type": "reasoning", "text": "Hm"}, {"type": "text", "text": "Hello"}]},
        HI,
    ) == ("Be brief.\n\nuser:\nHi you\n\nassistant:\nHello\n\nuser:\nHi\n\nassistant:\n", ["\nuser:"])


TOOL_CALL = {"type": "tool-call", "toolCallId": "1", "toolName": "clock", "input": {}}


@pytest.mark.parametrize(
    ("messages", "error"),
    [
        ([], InvalidPromptError),
        ([HI, {"role": "system", "content": "Late."}], InvalidPromptError),
        ([{"role": "assistant", "content": [TOOL_CALL]}], UnsupportedFunctionalityError),
        ([{"role": "tool", "content": []}], UnsupportedFunctionalityError),
    ],
)
def test_what_is_no_plain_dialogue_is_refused(messages, error):
    with pytest.raises(error):
        prompt(*messages)


def build(name: str = "acme", **options: Any):
    request = build_request("m", name, load(LanguageModelV4CallOptions, {"prompt": [HI], **options}))
    assert request.body.pop("prompt") == "user:\nHi\n\nassistant:\n"
    return request.body, request.warnings


def test_a_call_without_options_stops_at_the_users_turn():
    assert build() == ({"model": "m", "stop": ["\nuser:"]}, [])


def test_every_setting_has_its_wire_name_and_options_are_sent_as_given_too():
    body, warnings = build(
        name="my-acme",
        maxOutputTokens=10,
        temperature=0,
        topP=0.5,
        frequencyPenalty=0.1,
        presencePenalty=0.2,
        stopSequences=["."],
        seed=7,
        topK=3,
        tools=[{"type": "function", "name": "clock", "inputSchema": {}}],
        toolChoice={"type": "auto"},
        responseFormat={"type": "json"},
        providerOptions={
            "my-acme": {"user": "raw", "suffix": "!"},
            "myAcme": {"user": "u", "echo": True, "logitBias": {"1": 2}, "own": None},
        },
    )
    assert body == {
        "model": "m",
        "echo": True,
        "logit_bias": {"1": 2},
        "logitBias": {"1": 2},
        "suffix": "!",
        "user": "u",
        "own": None,
        "max_tokens": 10,
        "temperature": 0,
        "top_p": 0.5,
        "frequency_penalty": 0.1,
        "presence_penalty": 0.2,
        "seed": 7,
        "stop": ["\nuser:", "."],
    }
    assert warnings == [
        SharedV4WarningDeprecated(setting="providerOptions key 'my-acme'", message="Use 'myAcme' instead."),
        SharedV4WarningUnsupported(feature="topK"),
        SharedV4WarningUnsupported(feature="tools"),
        SharedV4WarningUnsupported(feature="toolChoice"),
        SharedV4WarningUnsupported(feature="responseFormat", details="JSON response format is not supported."),
    ]


def test_the_text_format_is_no_cause_for_a_warning():
    assert build(responseFormat={"type": "text"})[1] == []


def model(server: Server, **settings):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    provider = create_openai_compatible(name="acme", base_url="https://a.dev/v1", http_client=client, **settings)
    return provider.completion_model("m")


OPTIONS = load(LanguageModelV4CallOptions, {"prompt": [HI]})


async def test_an_answer_is_text_with_usage_and_metadata():
    choice = {"text": "Hello", "finish_reason": "length"}
    server = Server(reply({"id": "r", "model": "m", "created": 0, "choices": [choice], "usage": RAW_USAGE}))
    result = await model(server).do_generate(OPTIONS)
    assert str(server.requests[0].url) == "https://a.dev/v1/completions"
    assert result.content == [LanguageModelV4Text(text="Hello")]
    assert result.finish_reason == LanguageModelV4FinishReason(unified="length", raw="length")
    assert result.usage == USAGE
    assert result.response is not None
    assert (result.response.id, result.response.timestamp) == ("r", datetime(1970, 1, 1, tzinfo=UTC))


async def test_an_answer_without_text_is_empty_and_one_without_choice_is_invalid():
    result = await model(Server(reply({"choices": [{"text": "", "finish_reason": "new"}]}))).do_generate(OPTIONS)
    assert (result.content, result.finish_reason.unified, result.usage) == ([], "other", LanguageModelV4Usage())
    with pytest.raises(InvalidResponseDataError):
        await model(Server(reply({"choices": []}))).do_generate(OPTIONS)


async def test_a_stream_is_one_text_block():
    chunks = [
        {"id": "r", "choices": [{"index": 0, "text": "Hel"}]},
        {"choices": [{"index": 0, "text": "lo", "finish_reason": "stop"}]},
        {"choices": [], "usage": RAW_USAGE},
    ]
    server = Server(stream(events(*chunks)))
    result = await model(server, include_usage=True).do_stream(OPTIONS)
    assert [part async for part in result.stream] == [
        LanguageModelV4StreamStart(warnings=[]),
        LanguageModelV4ResponseMetadataPart(id="r"),
        LanguageModelV4TextStart(id="0"),
        LanguageModelV4TextDelta(id="0", delta="Hel"),
        LanguageModelV4TextDelta(id="0", delta="lo"),
        LanguageModelV4TextEnd(id="0"),
        LanguageModelV4Finish(finish_reason=LanguageModelV4FinishReason(unified="stop", raw="stop"), usage=USAGE),
    ]
    assert (server.body["stream"], server.body["stream_options"]) == (True, {"include_usage": True})


async def test_usage_is_asked_for_only_when_the_dialect_says_so():
    server = Server(stream(events()))
    options = load(
        LanguageModelV4CallOptions, {"prompt": [HI], "providerOptions": {"acme": {"stream_options": {"own": 1}}}}
    )
    result = await model(server).do_stream(options)
    await result.stream.aclose()  # type: ignore[attr-defined]
    assert "stream_options" not in server.body


def test_errors_are_parts_and_an_empty_stream_only_finishes():
    state = OpenAICompatibleCompletionStream()
    error = JSONParseError(text="", cause=ValueError())
    assert state.error(error) == [LanguageModelV4Error(error=error)]
    reason = LanguageModelV4FinishReason(unified="error")
    assert state.finish() == [LanguageModelV4Finish(finish_reason=reason, usage=LanguageModelV4Usage())]
    reason = LanguageModelV4FinishReason(unified="other")
    finish = LanguageModelV4Finish(finish_reason=reason, usage=LanguageModelV4Usage())
    assert OpenAICompatibleCompletionStream().finish() == [finish]


async def test_an_error_event_is_an_error_part():
    result = await model(Server(stream(events({"error": {"message": "No."}})))).do_stream(OPTIONS)
    parts = [part async for part in result.stream]
    assert parts[1] == LanguageModelV4Error(error={"message": "No."})


def test_urls_that_the_provider_fetches_are_none_by_default():
    assert model(Server()).supported_urls == {}
