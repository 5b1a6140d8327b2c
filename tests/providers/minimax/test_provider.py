"""The provider: two APIs with one key, and language models that behave as Anthropic's earlier release."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import LanguageModelV4, LoadAPIKeyError, NoSuchModelError, VideoModelV4, VideoModelV4CallOptions
from ai_sdk.provider.codec import dump
from ai_sdk.providers.minimax import MiniMaxVideoModel, create_minimax
from ai_sdk.version import VERSION
from tests.providers.openai.server import Pieces, Server, events, reply, stream
from tests.providers.responses_laws import client, cut, options, read

pytestmark = pytest.mark.anyio

ANSWER = {
    "type": "message",
    "content": [{"type": "text", "text": "Hello"}],
    "usage": {"input_tokens": 1, "output_tokens": 2},
}
EVENTS = (
    {"type": "message_start", "message": {"id": "msg_1", "model": "m", "usage": {"input_tokens": 3}}},
    {"type": "content_block_start", "index": 0, "content_block": {"type": "thinking", "thinking": ""}},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "thinking_delta", "thinking": "größer"}},
    {"type": "content_block_stop", "index": 0},
    {"type": "content_block_start", "index": 1, "content_block": {"type": "text", "text": ""}},
    {"type": "content_block_delta", "index": 1, "delta": {"type": "text_delta", "text": "Züge 🚂"}},
    {"type": "content_block_stop", "index": 1},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 2}},
    {"type": "message_stop"},
)
BODY = events(*EVENTS, done=False)
ADAPTIVE = {"type": "adaptive"}
VIDEO = VideoModelV4CallOptions(prompt="Lanterns")


def provider(server: Server, **settings):
    return create_minimax(**{"api_key": "key", **settings}, http_client=client(server))


def test_every_way_to_ask_for_a_model_gives_one():
    minimax = create_minimax(api_key="key")
    chats = [make("minimax-m3") for make in (minimax, minimax.language_model, minimax.chat)]
    assert all(isinstance(model, LanguageModelV4) for model in chats)
    assert {(model.provider, model.model_id) for model in chats} == {("minimax.messages", "minimax-m3")}
    assert chats[0].supported_urls == {}
    videos = [make("MiniMax-H3") for make in (minimax.video, minimax.video_model)]
    assert all(isinstance(model, MiniMaxVideoModel) and isinstance(model, VideoModelV4) for model in videos)
    assert {(model.provider, model.model_id, model.max_videos_per_call) for model in videos} == {
        ("minimax.video", "MiniMax-H3", 1)
    }


@pytest.mark.parametrize("kind", ["embedding_model", "text_embedding_model", "image_model"])
def test_there_are_no_other_models(kind):
    with pytest.raises(NoSuchModelError):
        getattr(create_minimax(api_key="key"), kind)("m")


async def test_a_message_is_posted_with_the_key_in_a_header_of_its_own():
    server = Server(reply(ANSWER))
    minimax = provider(server, base_url="https://proxy.dev/v1/", headers={"X-Own": "1"})
    result = await minimax("minimax-m3").do_generate(options(provider_options={"minimax": {"thinking": ADAPTIVE}}))
    (request,) = server.requests
    names = ("x-api-key", "authorization", "anthropic-version", "x-own")
    assert (str(request.url), [request.headers.get(name) for name in names]) == (
        "https://proxy.dev/v1/messages",
        ["key", None, "2023-06-01", "1"],
    )
    assert f"ai-sdk-minimax/{VERSION}" in request.headers["user-agent"]
    assert server.body == {
        "model": "minimax-m3",
        "max_tokens": 4096,
        "thinking": {"type": "adaptive"},
        "messages": [{"role": "user", "content": [{"type": "text", "text": "Hello"}]}],
    }
    assert dump(result.content) == [{"type": "text", "text": "Hello"}]
    assert set(result.provider_metadata) == {"anthropic", "minimax"}


async def test_the_key_comes_from_the_environment_at_the_request(monkeypatch):
    monkeypatch.delenv("MINIMAX_API_KEY", raising=False)
    server = Server(reply(ANSWER), reply({"task_id": "t"}))
    minimax = create_minimax(http_client=client(server))
    for call in (minimax("m").do_generate(options()), minimax.video("v").do_start(VIDEO)):
        with pytest.raises(LoadAPIKeyError, match="the MINIMAX_API_KEY environment variable"):
            await call
    monkeypatch.setenv("MINIMAX_API_KEY", "from-environment")
    await minimax("m").do_generate(options())
    await minimax.video("v").do_start(VIDEO)
    chat, video = server.requests
    assert (str(chat.url), chat.headers["x-api-key"]) == (
        "https://api.minimax.io/anthropic/v1/messages",
        "from-environment",
    )
    assert (str(video.url), video.headers["authorization"], "x-api-key" in video.headers) == (
        "https://api.minimax.io/v2/video_generation",
        "Bearer from-environment",
        False,
    )


async def test_a_video_is_asked_for_at_an_address_of_its_own_with_the_same_headers():
    server = Server(reply({"task_id": "t"}))

    async def headers():
        return {"X-Own": "1", "authorization": "Bearer mine"}

    minimax = provider(server, video_base_url="https://film.dev/", headers=headers)
    await minimax.video("MiniMax-H3").do_start(VIDEO)
    (request,) = server.requests
    assert (str(request.url), request.headers["x-own"], request.headers["authorization"]) == (
        "https://film.dev/v2/video_generation",
        "1",
        "Bearer mine",
    )
    assert f"ai-sdk-minimax/{VERSION}" in request.headers["user-agent"]


async def test_a_stream_does_not_report_the_start_of_a_message():
    parts = await read(provider(Server(stream(BODY)))("minimax-m3"), options())
    assert [part.type for part in parts] == [
        "stream-start",
        "response-metadata",
        "reasoning-start",
        "reasoning-delta",
        "reasoning-end",
        "text-start",
        "text-delta",
        "text-end",
        "finish",
    ]


@given(st.sets(st.integers(1, len(BODY) - 1), max_size=12))
async def test_where_the_bytes_are_split_does_not_matter(cuts):
    whole = await read(provider(Server(stream(BODY)))("minimax-m3"), options())
    pieces = Pieces(cut(BODY, cuts))
    assert await read(provider(Server(stream(pieces)))("minimax-m3"), options()) == whole
    assert pieces.is_closed
