"""The Moonshot AI provider and its model against a server in the process."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    APICallError,
    InvalidResponseDataError,
    LanguageModelV4,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4Usage,
    LoadAPIKeyError,
    NoSuchModelError,
)
from ai_sdk.provider_utils.chat_response import create_chat_usage
from ai_sdk.providers.moonshotai import create_moonshotai, moonshotai
from tests.providers.chat_laws import chunk, how_odd_json_ends, json_values, parts_of_pieces
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import client, options, read

LOGPROBS = {"content": [{"token": "a", "logprob": -1, "bytes": [97], "top_logprobs": []}]}
MESSAGE = {
    "role": "assistant",
    "content": "Noon.",
    "reasoning_content": "Hm",
    "tool_calls": [{"type": "function", "function": {"name": "a", "arguments": "{}"}}],
}
USAGE = {
    "prompt_tokens": 5,
    "completion_tokens": 4,
    "prompt_tokens_details": {"cached_tokens": 2},
    "completion_tokens_details": {"reasoning_tokens": 3},
}
ANSWER = {
    "object": "chat.completion",
    "choices": [{"index": 0, "message": MESSAGE, "finish_reason": "stop", "logprobs": LOGPROBS}],
    "usage": USAGE,
}
BODY = events(chunk({"reasoning_content": "größer"}), chunk({"content": "Züge 🚂"}), chunk({}, "stop"))


def model(server):
    provider = create_moonshotai(api_key="key", generate_id=lambda: "made", http_client=client(server))
    return provider("kimi-k3")


def test_each_accessor_makes_its_model_and_other_kinds_raise():
    models = [moonshotai("a"), moonshotai.chat_model("a"), moonshotai.language_model("a")]
    assert [(each.model_id, each.provider) for each in models] == [("a", "moonshotai.chat")] * 3
    assert isinstance(models[0], LanguageModelV4)
    for accessor in (moonshotai.embedding_model, moonshotai.image_model):
        with pytest.raises(NoSuchModelError):
            accessor("a")


def test_only_uploaded_files_are_fetched_by_moonshot():
    patterns = moonshotai("a").supported_urls
    fetched = {
        kind: [url for url in ("ms://a", "https://a.dev") if any(pattern.search(url) for pattern in given)]
        for kind, given in patterns.items()
    }
    assert fetched == {"image/*": ["ms://a"], "video/*": ["ms://a"]}


@pytest.mark.anyio
async def test_the_key_is_read_at_the_request(monkeypatch):
    monkeypatch.delenv("MOONSHOT_API_KEY", raising=False)
    with pytest.raises(LoadAPIKeyError, match="Moonshot API key"):
        await moonshotai.request_headers()
    monkeypatch.setenv("MOONSHOT_API_KEY", "from-environment")
    assert (await moonshotai.request_headers())["authorization"] == "Bearer from-environment"


@pytest.mark.anyio
async def test_an_answer_is_read_with_what_moonshot_says_of_it():
    result = await model(Server(reply(ANSWER))).do_generate(options())
    assert result.content == [
        LanguageModelV4Reasoning(text="Hm"),
        LanguageModelV4ToolCall(tool_call_id="made", tool_name="a", input="{}"),
        LanguageModelV4Text(text="Noon."),
    ]
    assert result.usage == create_chat_usage(prompt=5, completion=4, cache_read=2, reasoning=3, raw=USAGE)
    assert result.provider_metadata == {
        "moonshotai": {
            "logprobs": LOGPROBS,
            "responseObject": "chat.completion",
            "choiceIndex": 0,
            "messageRole": "assistant",
            "toolCallTypes": ["function"],
        }
    }


@pytest.mark.anyio
async def test_an_answer_may_say_nothing_but_not_lack_a_choice():
    server = Server(reply({"choices": [{"message": {}}]}), reply({"choices": []}))
    result = await model(server).do_generate(options())
    assert (result.content, result.usage) == ([], LanguageModelV4Usage())
    with pytest.raises(InvalidResponseDataError):
        await model(server).do_generate(options())


@pytest.mark.anyio
async def test_a_stream_is_asked_for_with_token_counts():
    server = Server(stream(BODY))
    await read(model(server), options())
    assert (server.body["stream"], server.body["stream_options"]) == (True, {"include_usage": True})


@pytest.mark.anyio
async def test_an_error_status_raises_with_moonshots_words():
    with pytest.raises(APICallError, match=r"^No\.$"):
        await model(Server(reply({"error": {"message": "No."}}, 400))).do_generate(options())


@pytest.mark.anyio
@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    assert await parts_of_pieces(model, BODY, cuts) == await parts_of_pieces(model, BODY, [])


@pytest.mark.anyio
@given(json_values, st.lists(json_values, max_size=4))
async def test_any_json_is_read_or_raises_an_error_of_ours(answer, values):
    assert set(await how_odd_json_ends(model, answer, values)) <= {"done", "refused"}
