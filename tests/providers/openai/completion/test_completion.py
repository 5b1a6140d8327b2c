from itertools import pairwise
from typing import Any

import pytest
from ai_sdk_generated.openai.completion import wire
from hypothesis import given, settings, strategies as st
from pydantic import TypeAdapter, ValidationError

from ai_sdk.provider import (
    AISDKError,
    APICallError,
    InvalidPromptError,
    InvalidResponseDataError,
    LanguageModelV4,
    LanguageModelV4CallOptions,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import dump, load
from ai_sdk.providers.openai.completion.stream import OpenAICompletionStream
from tests.providers.openai.server import Server, events, reply, stream

pytestmark = pytest.mark.anyio

USER = {"role": "user", "content": [{"type": "text", "text": "Hi"}]}
FACTS = {"id": "c1", "model": "m-1", "created": 1}
USAGE = {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}
READ_USAGE = {"inputTokens": {"total": 3, "noCache": 3}, "outputTokens": {"total": 4, "text": 4}, "raw": USAGE}
LOGPROBS = {"tokens": ["a"], "token_logprobs": [-0.5], "top_logprobs": None}
ERROR = {"error": {"message": "slow down", "code": "rate_limit_exceeded"}}
ANSWER = {**FACTS, "choices": [{"text": "Hello", "finish_reason": "stop", "logprobs": LOGPROBS}], "usage": USAGE}


def call(**options: Any) -> LanguageModelV4CallOptions:
    return load(LanguageModelV4CallOptions, {"prompt": [USER], **options})


async def generate(**options: Any) -> tuple[Any, Any]:
    server = Server(reply(ANSWER))
    result = await server.provider().completion("gpt-3.5-turbo-instruct").do_generate(call(**options))
    return server.body, dump(result)


async def parts_of(body: Any) -> list[dict[str, Any]]:
    result = await Server(stream(body)).provider().completion("m").do_stream(call())
    return [dump(part) async for part in result.stream]


def choice(text: str, finish_reason: str | None = None, **more: Any) -> dict[str, Any]:
    return {**FACTS, "choices": [{"text": text, "index": 0, "finish_reason": finish_reason, **more}]}


async def test_a_call_sends_the_prompt_as_a_dialogue_and_stops_before_the_users_turn() -> None:
    prompt = [
        {"role": "system", "content": "Be brief."},
        USER,
        {"role": "assistant", "content": [{"type": "text", "text": "Yes"}, {"type": "reasoning", "text": "hm"}]},
        {"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]},
    ]
    body, result = await generate(prompt=prompt, stopSequences=["."], maxOutputTokens=5, seed=1)
    assert body == {
        "model": "gpt-3.5-turbo-instruct",
        "prompt": "Be brief.\n\nuser:\nHi\n\nassistant:\nYes\n\nuser:\nab\n\nassistant:\n",
        "stop": ["\nuser:", "."],
        "max_tokens": 5,
        "seed": 1,
    }
    assert result["content"] == [{"type": "text", "text": "Hello"}]
    assert (result["usage"], result["finishReason"]) == (READ_USAGE, {"unified": "stop", "raw": "stop"})
    assert result["providerMetadata"] == {"openai": {"logprobs": LOGPROBS}}
    assert (result["response"]["id"], result["warnings"]) == ("c1", [])


async def test_provider_options_have_their_wire_names_and_the_providers_own_win() -> None:
    server = Server(reply(ANSWER))
    options = {"openai": {"echo": True, "suffix": "s", "user": "o", "logprobs": 2}, "acme": {"user": "a"}}
    model = server.provider(name="acme").completion("m")
    await model.do_generate(call(providerOptions=options))
    sent = {key: server.body[key] for key in ("echo", "suffix", "user", "logprobs")}
    assert sent == {"echo": True, "suffix": "s", "user": "a", "logprobs": 2}


@pytest.mark.parametrize(("given", "sent"), [(True, 0), (False, None), (3, 3)])
async def test_logprobs_are_a_switch_or_a_number(given: Any, sent: Any) -> None:
    body, _ = await generate(providerOptions={"openai": {"logprobs": given}})
    assert body.get("logprobs") == sent


async def test_what_a_completion_model_lacks_is_warned_of() -> None:
    _, result = await generate(
        topK=1,
        tools=[{"type": "function", "name": "a", "inputSchema": {}}],
        toolChoice={"type": "auto"},
        responseFormat={"type": "json"},
    )
    details = {"details": "JSON response format is not supported."}
    assert result["warnings"] == [
        {"type": "unsupported", "feature": "topK"},
        {"type": "unsupported", "feature": "tools"},
        {"type": "unsupported", "feature": "toolChoice"},
        {"type": "unsupported", "feature": "responseFormat", **details},
    ]


@pytest.mark.parametrize(
    ("message", "error"),
    [
        ({"role": "system", "content": "late"}, InvalidPromptError),
        ({"role": "tool", "content": []}, UnsupportedFunctionalityError),
        (
            {
                "role": "assistant",
                "content": [{"type": "tool-call", "toolCallId": "1", "toolName": "a", "input": {}}],
            },
            UnsupportedFunctionalityError,
        ),
    ],
)
async def test_a_prompt_that_is_no_dialogue_is_refused(message: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        await generate(prompt=[USER, message])


async def test_an_answer_without_choices_is_an_error() -> None:
    with pytest.raises(InvalidResponseDataError):
        await Server(reply({"choices": []})).provider().completion("m").do_generate(call())


async def test_a_stream_asks_for_usage_and_gives_the_parts_in_order() -> None:
    server = Server(
        stream(events(choice("Hel", logprobs=LOGPROBS), choice("lo", "length"), {"choices": [], "usage": USAGE}))
    )
    model = server.provider().completion("m")
    result = await model.do_stream(call())
    parts = [dump(part) async for part in result.stream]
    assert isinstance(model, LanguageModelV4)
    assert (server.body["stream"], server.body["stream_options"]) == (True, {"include_usage": True})
    assert parts.pop(1)["id"] == "c1"
    assert parts == [
        {"type": "stream-start", "warnings": []},
        {"type": "text-start", "id": "0"},
        {"type": "text-delta", "id": "0", "delta": "Hel"},
        {"type": "text-delta", "id": "0", "delta": "lo"},
        {"type": "text-end", "id": "0"},
        {
            "type": "finish",
            "finishReason": {"unified": "length", "raw": "length"},
            "usage": READ_USAGE,
            "providerMetadata": {"openai": {"logprobs": LOGPROBS}},
        },
    ]


async def test_an_error_before_output_fails_the_call() -> None:
    with pytest.raises(APICallError, match="slow down") as caught:
        await parts_of(events(choice(""), ERROR))
    assert caught.value.status_code == 429


async def test_errors_after_output_are_parts_and_the_reason() -> None:
    parts = await parts_of(events(choice("a"), ERROR, "{broken", choice("b")))
    assert [part["error"]["statusCode"] for part in parts if isinstance(part.get("error"), dict)] == [429]
    assert [part["type"] for part in parts].count("error") == 2
    assert parts[-1]["finishReason"] == {"unified": "error"}


def test_a_stream_without_a_chunk_was_interrupted() -> None:
    assert [dump(part) for part in OpenAICompletionStream().finish()] == [
        {
            "type": "finish",
            "finishReason": {"unified": "interrupted"},
            "usage": {"inputTokens": {}, "outputTokens": {}},
            "providerMetadata": {"openai": {}},
        }
    ]


WHOLE = events(choice("Grüße 🐝"), choice("b", "stop"), {"choices": [], "usage": USAGE})


@settings(max_examples=40, deadline=None)
@given(cuts=st.lists(st.integers(0, len(WHOLE)), max_size=20))
async def test_any_split_of_the_bytes_gives_the_same_parts(cuts: list[int]) -> None:
    pieces = [WHOLE[start:end] for start, end in pairwise([0, *sorted(cuts), len(WHOLE)])]
    assert await parts_of(pieces) == await parts_of(WHOLE)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["text", "index"]), inner, max_size=3),
    max_leaves=6,
)
CHOICES = st.fixed_dictionaries({"text": JSON, "index": JSON}, optional={"finish_reason": JSON, "logprobs": JSON})
CHUNKS = TypeAdapter[Any](wire.OpenaiCompletionChunk)


@given(st.lists(st.fixed_dictionaries({}, optional={"choices": st.lists(CHOICES) | JSON, "id": JSON, "error": JSON})))
def test_arbitrary_chunks_end_in_a_finish_part(chunks: list[Any]) -> None:
    state = OpenAICompletionStream()
    for chunk in chunks:
        try:
            value = CHUNKS.validate_python(chunk)
        except ValidationError:
            assert [part.type for part in state.error(AISDKError("unreadable"))] == ["error"]
        else:
            state.feed(value)
    assert state.finish()[-1].type == "finish"
