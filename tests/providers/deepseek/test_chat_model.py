"""The DeepSeek chat model against a server in the process."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    APICallError,
    InvalidResponseDataError,
    LanguageModelV4,
    LanguageModelV4FinishReason,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4ToolCall,
    LanguageModelV4Usage,
)
from ai_sdk.providers.deepseek import create_deepseek
from tests.providers.chat_laws import chunk, how_odd_json_ends, json_values, parts_of_pieces
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import client, options, read

pytestmark = pytest.mark.anyio

MESSAGE = {
    "role": "assistant",
    "content": "Noon.",
    "reasoning_content": "Hm",
    "tool_calls": [
        {"id": "1", "type": "function", "function": {"name": "a", "arguments": "{}"}},
        {"function": {"name": "b", "arguments": ""}},
    ],
}
LOGPROBS = {"content": [{"token": "a", "logprob": -1, "bytes": [97], "top_logprobs": []}], "reasoning_content": None}
ANSWER = {
    "object": "chat.completion",
    "system_fingerprint": "f",
    "choices": [
        {"index": 0, "message": MESSAGE, "finish_reason": "insufficient_system_resource", "logprobs": LOGPROBS}
    ],
    "usage": {"prompt_tokens": 1, "prompt_cache_hit_tokens": None},
}
BODY = events(chunk({"reasoning_content": "größer"}), chunk({"content": "Züge 🚂"}), chunk({}, "stop"))


def model(server, **settings):
    given = {"api_key": "key", "generate_id": lambda: "made", **settings}
    return create_deepseek(**given, http_client=client(server))("deepseek-chat")


def test_it_is_a_language_model_whose_images_are_fetched_for_it():
    chat = model(Server())
    assert isinstance(chat, LanguageModelV4)
    assert (chat.provider, list(chat.supported_urls)) == ("deepseek.chat", ["image/*"])


async def test_an_answer_is_read_with_what_deepseek_says_of_it():
    result = await model(Server(reply(ANSWER))).do_generate(options())
    assert result.content == [
        LanguageModelV4Reasoning(text="Hm"),
        LanguageModelV4ToolCall(tool_call_id="1", tool_name="a", input="{}"),
        LanguageModelV4ToolCall(tool_call_id="made", tool_name="b", input=""),
        LanguageModelV4Text(text="Noon."),
    ]
    assert result.finish_reason == LanguageModelV4FinishReason(unified="error", raw="insufficient_system_resource")
    assert result.provider_metadata == {
        "deepseek": {
            "promptCacheHitTokens": None,
            "responseObject": "chat.completion",
            "choiceIndex": 0,
            "messageRole": "assistant",
            "toolCallTypes": ["function"],
            "logprobs": LOGPROBS,
            "systemFingerprint": "f",
        }
    }


async def test_an_answer_may_say_nothing():
    result = await model(Server(reply({"choices": [{"message": {}}]}))).do_generate(options())
    assert (result.content, result.usage, result.provider_metadata) == ([], LanguageModelV4Usage(), {"deepseek": {}})


async def test_an_answer_without_choices_is_invalid():
    with pytest.raises(InvalidResponseDataError, match="did not contain any choices"):
        await model(Server(reply({"choices": []}))).do_generate(options())


async def test_a_stream_is_asked_for_with_token_counts():
    server = Server(stream(BODY))
    await read(model(server), options())
    assert (server.body["stream"], server.body["stream_options"]) == (True, {"include_usage": True})


async def test_an_error_status_raises_with_deepseeks_words():
    with pytest.raises(APICallError, match=r"^No\.$"):
        await model(Server(reply({"error": {"message": "No."}}, 400))).do_generate(options())


@given(st.lists(st.integers(0, len(BODY)), max_size=12))
async def test_any_byte_split_of_a_stream_gives_the_same_parts(cuts):
    assert await parts_of_pieces(model, BODY, cuts) == await parts_of_pieces(model, BODY, [])


@given(json_values, st.lists(json_values, max_size=4))
async def test_any_json_is_read_or_raises_an_error_of_ours(answer, values):
    assert set(await how_odd_json_ends(model, answer, values)) <= {"done", "refused"}
