"""Providers that are OpenAI-compatible but for a dialect: what all of them have in common."""

from itertools import pairwise

import anyio
import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4CallOptions,
    LanguageModelV4Reasoning,
    LanguageModelV4Text,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    LoadAPIKeyError,
    NoSuchModelError,
)
from ai_sdk.providers.baseten import create_baseten
from ai_sdk.providers.cerebras import create_cerebras
from ai_sdk.providers.deepinfra import create_deepinfra
from ai_sdk.providers.fireworks import create_fireworks
from ai_sdk.providers.openai_compatible.dialect_provider import ChatDialectProvider
from ai_sdk.providers.togetherai import create_togetherai
from ai_sdk.providers.vercel import create_vercel
from tests.providers.openai.server import Server, events, reply, stream

CREATE = {
    "baseten": create_baseten,
    "cerebras": create_cerebras,
    "deepinfra": create_deepinfra,
    "fireworks": create_fireworks,
    "togetherai": create_togetherai,
    "vercel": create_vercel,
}
ENVIRONMENT = {name: f"{name.upper()}_API_KEY" for name in CREATE} | {"togetherai": "TOGETHER_API_KEY"}
WITHOUT_IMAGES = ("baseten", "cerebras", "vercel")
OPTIONS = LanguageModelV4CallOptions(prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])])
EACH = pytest.mark.parametrize("name", CREATE)
CHUNKS = events(
    {"id": "r", "choices": [{"delta": {"reasoning_content": "größer"}}]},
    {"choices": [{"delta": {"content": "Züge 🚂"}}]},
    {"choices": [{"delta": {"tool_calls": [{"index": 0, "id": "1", "function": {"name": "f", "arguments": "{}"}}]}}]},
    {"choices": [{"delta": {}, "finish_reason": "tool_calls"}], "usage": {"prompt_tokens": 1}},
)
KEYS = ("choices", "delta", "content", "error", "message", "usage", "tool_calls", "function", "finish_reason", "code")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=8,
)


def make(name: str, server: Server, **settings):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return CREATE[name](**{"api_key": "key", **settings}, http_client=client)


async def read(name: str, *pieces: bytes):
    result = await make(name, Server(stream(pieces)))("m").do_stream(OPTIONS)
    return [part async for part in result.stream]


@EACH
def test_a_model_id_makes_a_chat_model(name):
    provider = CREATE[name]()
    for model in (provider("m"), provider.chat_model("m"), provider.language_model("m")):
        assert (model.model_id, model.provider, model.specification_version) == ("m", f"{name}.chat", "v4")


@EACH
@pytest.mark.anyio
async def test_the_key_comes_from_the_environment_at_the_request(name, monkeypatch):
    monkeypatch.delenv(ENVIRONMENT[name], raising=False)
    provider = CREATE[name]()
    with pytest.raises(LoadAPIKeyError, match=ENVIRONMENT[name]):
        await provider.request_headers()
    monkeypatch.setenv(ENVIRONMENT[name], "from-environment")
    headers = await provider.request_headers()
    assert headers["authorization"] == "Bearer from-environment"
    assert (headers["user-agent"] or "").replace("/", "-").startswith(f"ai-sdk-{name}-")


@EACH
@pytest.mark.anyio
async def test_text_stands_before_reasoning_in_a_whole_answer(name):
    message = {"content": "Hello", "reasoning_content": "Greet."}
    server = Server(reply({"choices": [{"message": message, "finish_reason": "stop"}]}))
    answer = await make(name, server, base_url="https://own.dev/v1/")("m").do_generate(OPTIONS)
    assert answer.content == [LanguageModelV4Text(text="Hello"), LanguageModelV4Reasoning(text="Greet.")]
    assert str(server.requests[0].url).startswith("https://own.dev/v1/")


@pytest.mark.parametrize("name", WITHOUT_IMAGES)
def test_providers_without_images_say_so(name):
    with pytest.raises(NoSuchModelError):
        CREATE[name]().image_model("m")


@EACH
@given(cuts=st.sets(st.integers(1, len(CHUNKS) - 1), max_size=8))
def test_any_byte_split_of_a_stream_gives_the_same_parts(name, cuts):
    edges = [0, *sorted(cuts), len(CHUNKS)]
    pieces = [CHUNKS[start:end] for start, end in pairwise(edges)]
    assert anyio.run(read, name, *pieces) == anyio.run(read, name, CHUNKS)


@EACH
@given(chunks=st.lists(JSON, max_size=3))
def test_arbitrary_chunks_raise_nothing_but_our_errors(name, chunks):
    try:
        parts = anyio.run(read, name, events(*chunks))
    except AISDKError:
        return
    assert parts[-1].type == "finish"


def test_a_provider_must_say_its_dialect():
    with pytest.raises(NotImplementedError):
        ChatDialectProvider().chat_dialect("m")
