"""The models of Anthropic, xAI and others on Vertex AI."""

import base64
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    ImageModelV4CallOptions,
    InvalidArgumentError,
    LanguageModelV4InputTokens,
    LanguageModelV4OutputTokens,
    LanguageModelV4Usage,
    LoadSettingError,
    NoSuchModelError,
)
from ai_sdk.providers.google_vertex import anthropic, maas
from ai_sdk.providers.google_vertex.anthropic import create_google_vertex_anthropic, tools as anthropic_tools
from ai_sdk.providers.google_vertex.anthropic.requests import supports_native_structured_output
from ai_sdk.providers.google_vertex.maas import create_google_vertex_maas
from ai_sdk.providers.google_vertex.xai import create_google_vertex_xai
from ai_sdk.providers.google_vertex.xai.usage import convert_google_vertex_xai_usage
from tests.providers.google_vertex.build import SETTINGS, options, sent
from tests.providers.openai.server import Server, events, reply, stream
from tests.providers.responses_laws import client, cut, read

pytestmark = pytest.mark.anyio

CLAUDE, LLAMA, GROK = "claude-sonnet-4-5@20250929", "meta/llama-4-scout-17b-16e-instruct-maas", "xai/grok-4.1"
PROJECT = "projects/lighthouse/locations/europe-west4"
ANTHROPIC = f"https://europe-west4-aiplatform.googleapis.com/v1/{PROJECT}/publishers/anthropic/models/{CLAUDE}"
MAAS = f"https://europe-west4-aiplatform.googleapis.com/v1/{PROJECT}/endpoints/openapi"
XAI = f"https://aiplatform.googleapis.com/v1/{PROJECT}/endpoints/openapi"
MESSAGE = {
    "type": "message",
    "id": "m",
    "model": "claude",
    "content": [{"type": "text", "text": "Nine."}],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 1, "output_tokens": 2},
}
COMPLETION = {"choices": [{"message": {"content": "Nine."}, "finish_reason": "stop"}]}
JSON_ANSWER: Any = {"responseFormat": {"type": "json", "schema": {"type": "object", "properties": {}}}}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GOOGLE_VERTEX_PROJECT", "GOOGLE_VERTEX_LOCATION"):
        monkeypatch.delenv(name, raising=False)


def test_older_names_are_the_same_things() -> None:
    assert anthropic.create_vertex_anthropic is create_google_vertex_anthropic
    assert maas.vertex_maas is maas.google_vertex_maas


async def test_claude_is_named_by_the_address_and_the_version_by_the_body() -> None:
    server = Server(reply(MESSAGE), stream(events()))
    made = create_google_vertex_anthropic(**SETTINGS, headers={"x-tower": "n"}, http_client=client(server))
    for model in (made(CLAUDE), made.chat(CLAUDE)):
        assert (model.provider, model.supported_urls) == ("googleVertex.anthropic.messages", {})
    result = await made.messages(CLAUDE).do_generate(options())
    await read(made(CLAUDE), options())
    assert [part.text for part in result.content if part.type == "text"] == ["Nine."]
    assert sent(server) == [
        (f"{ANTHROPIC}:rawPredict", "Bearer lamp"),
        (f"{ANTHROPIC}:streamRawPredict", "Bearer lamp"),
    ]
    body = httpx.Response(200, content=server.requests[0].content).json()
    assert (body["anthropic_version"], "model" in body) == ("vertex-2023-10-16", False)
    assert server.requests[0].headers["x-tower"] == "n"


async def test_labels_go_into_a_header_unless_the_caller_sends_one() -> None:
    server = Server(reply(MESSAGE), reply(MESSAGE))
    model = create_google_vertex_anthropic(**SETTINGS, http_client=client(server))(CLAUDE)
    labels = {"providerOptions": {"vertex": {"labels": {"tower": "Süd"}}}}
    await model.do_generate(options(**labels))
    await model.do_generate(options(**labels, headers={"X-Vertex-AI-Labels": "own"}))
    written, own = (request.headers["x-vertex-ai-labels"] for request in server.requests)
    assert (base64.b64decode(written).decode(), own) == ('{"tower":"Süd"}', "own")


@pytest.mark.parametrize(
    ("model_id", "supported"),
    [
        ("claude-opus-4-5@20251101", True),
        ("claude-sonnet-5", True),
        ("claude-opus-4-1@20250805", False),
        ("claude-opus-4@20250514", False),
        ("claude-3-7-sonnet@20250219", False),
        ("claude-opus-4-5-fast", False),
    ],
)
def test_models_from_4_5_on_write_json_themselves(model_id: str, supported: bool) -> None:  # noqa: FBT001
    assert supports_native_structured_output(model_id) is supported


@pytest.mark.parametrize("native", [True, False])
async def test_json_by_the_model_itself_must_be_switched_on(native: bool) -> None:  # noqa: FBT001
    server = Server(reply(MESSAGE))
    made = create_google_vertex_anthropic(
        **SETTINGS, supports_native_structured_output=native, http_client=client(server)
    )
    await made(CLAUDE).do_generate(options(**JSON_ANSWER))
    assert ("output_config" in server.body, "tools" in server.body) == (native, not native)


def test_claude_is_looked_for_where_the_location_says() -> None:
    def where(**settings: Any) -> str:
        return create_google_vertex_anthropic(**settings).base_url

    assert where(base_url="https://proxy.test/") == "https://proxy.test"
    assert where(project="p", location="global").startswith("https://aiplatform.googleapis.com/v1/projects/p/")
    # Without either the API says what is missing.
    assert where() == (
        "https://undefined-aiplatform.googleapis.com/v1/projects/undefined/locations/undefined/publishers/anthropic/models"
    )
    with pytest.raises(InvalidArgumentError, match="Expected a single DNS label"):
        where(location="a.b")


def test_vertex_knows_some_of_anthropics_tools() -> None:
    made = create_google_vertex_anthropic(**SETTINGS)
    assert made.tools is anthropic_tools
    assert len(anthropic_tools.__all__) == 10
    with pytest.raises(NoSuchModelError):
        made.image_model("m")


async def test_open_models_get_the_token_and_headers_of_the_settings_last() -> None:
    server = Server(reply(COMPLETION))
    made = create_google_vertex_maas(**SETTINGS, headers={"x-tower": "settings"}, http_client=client(server))
    result = await made(LLAMA).do_generate(options(headers={"x-tower": "call", "authorization": "Basic call"}))
    assert [part.text for part in result.content if part.type == "text"] == ["Nine."]
    assert sent(server) == [(f"{MAAS}/chat/completions", "Basic call, Bearer lamp")]
    assert server.requests[0].headers["x-tower"] == "settings"
    assert server.body["max_tokens"] == 8192


async def test_llama_says_no_more_than_the_caller_wants_and_others_are_not_told() -> None:
    server = Server(reply(COMPLETION), reply(COMPLETION))
    made = create_google_vertex_maas(**SETTINGS, http_client=client(server))
    await made(LLAMA).do_generate(options(maxOutputTokens=12))
    await made.language_model("openai/gpt-oss-20b-maas").do_generate(options())
    bodies = [httpx.Response(200, content=request.content).json() for request in server.requests]
    assert [body.get("max_tokens") for body in bodies] == [12, None]


async def test_open_models_embed_and_draw_and_a_drawing_is_downloaded_without_credentials() -> None:
    image = {"data": [{"url": "https://pictures.test/a.png"}]}
    server = Server(reply({"data": [{"embedding": [0.5]}]}), reply(image), reply("png"), reply(COMPLETION))
    made = create_google_vertex_maas(**SETTINGS, http_client=client(server))
    embedded = await made.embedding_model("e5").do_embed(EmbeddingModelV4CallOptions(values=["a"]))
    drawn = await made.image_model("i").do_generate(ImageModelV4CallOptions(prompt="a", n=1, provider_options={}))
    assert (embedded.embeddings, drawn.images) == ([[0.5]], [b'"png"'])
    assert sent(server) == [
        (f"{MAAS}/embeddings", "Bearer lamp"),
        (f"{MAAS}/images/generations", "Bearer lamp"),
        ("https://pictures.test/a.png", None),
    ]
    assert made.completion_model("c").provider == "vertex.maas.completion"


def test_open_models_need_a_project_and_are_global_by_default() -> None:
    assert create_google_vertex_maas(project="p").base_url == (
        "https://aiplatform.googleapis.com/v1/projects/p/locations/global/endpoints/openapi"
    )
    assert create_google_vertex_maas(base_url="https://proxy.test/").base_url == "https://proxy.test"
    with pytest.raises(LoadSettingError, match="GOOGLE_VERTEX_PROJECT"):
        create_google_vertex_maas()(LLAMA)
    with pytest.raises(InvalidArgumentError, match="Expected a single DNS label"):
        create_google_vertex_maas(project="p", location="a.b")(LLAMA)


async def test_grok_is_asked_without_reasoning_effort_and_counts_reasoning_beside_the_answer() -> None:
    usage = {
        "prompt_tokens": 10,
        "completion_tokens": 4,
        "prompt_tokens_details": {"cached_tokens": 6},
        "completion_tokens_details": {"reasoning_tokens": 5},
    }
    server = Server(reply({**COMPLETION, "usage": usage}))
    model = create_google_vertex_xai(**SETTINGS, http_client=client(server))(GROK)
    result = await model.do_generate(options(providerOptions={"googleVertex": {"reasoningEffort": "low"}}))
    assert sent(server) == [(f"{XAI}/chat/completions", "Bearer lamp")]
    assert "reasoning_effort" not in server.body
    assert result.usage == LanguageModelV4Usage(
        input_tokens=LanguageModelV4InputTokens(total=10, no_cache=4, cache_read=6),
        output_tokens=LanguageModelV4OutputTokens(total=9, text=4, reasoning=5),
        raw=usage,
    )


def test_grok_without_usage_counts_nothing() -> None:
    assert convert_google_vertex_xai_usage(None) == LanguageModelV4Usage()


def test_grok_takes_addresses_of_images_and_has_no_other_models() -> None:
    made = create_google_vertex_xai(project="p")
    assert list(made(GROK).supported_urls) == ["image/*"]
    assert made.base_url == "https://aiplatform.googleapis.com/v1/projects/p/locations/global/endpoints/openapi"
    with pytest.raises(NoSuchModelError):
        made.embedding_model("m")


@given(st.lists(st.integers(0, 200)))
async def test_any_split_of_a_stream_gives_the_same_parts(cuts: list[int]) -> None:
    delta = {"choices": [{"index": 0, "delta": {"content": "Nine."}, "finish_reason": "stop"}]}
    body = events(delta, {"choices": [], "usage": {"prompt_tokens": 3, "completion_tokens": 2}})
    server = Server(stream(body), stream(cut(body, [min(each, len(body)) for each in cuts])))
    model = create_google_vertex_xai(**SETTINGS, http_client=client(server))(GROK)
    whole, split = await read(model, options()), await read(model, options())
    assert split == whole
    assert server.requests[0].content.count(b'"include_usage":true') == 1
