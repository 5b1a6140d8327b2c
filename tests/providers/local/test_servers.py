"""The presets: where each server is looked for, with which key, and how its completions differ."""

import pytest

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    InvalidArgumentError,
    LanguageModelV4CallOptions,
    LanguageModelV4ResponseFormatJson,
    NoSuchModelError,
)
from ai_sdk.provider.codec import dump
from ai_sdk.providers.local import (
    create_llama_cpp,
    create_lm_studio,
    create_ollama,
    create_vllm,
    llama_cpp,
    lm_studio,
    ollama,
    vllm,
)
from ai_sdk.testing import LoopbackServer, Reply
from tests.providers.responses_laws import options, read

pytestmark = pytest.mark.anyio

FACTORIES = [create_ollama, create_lm_studio, create_vllm, create_llama_cpp]
ADDRESSES = {
    create_ollama: ("OLLAMA_HOST", "http://127.0.0.1:11434/v1"),
    create_lm_studio: ("LM_STUDIO_BASE_URL", "http://127.0.0.1:1234/v1"),
    create_vllm: ("VLLM_BASE_URL", "http://127.0.0.1:8000/v1"),
    create_llama_cpp: ("LLAMA_CPP_BASE_URL", "http://127.0.0.1:8080/v1"),
}
CHAT = b'{"id":"c","model":"m","choices":[{"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}]}'
TEXT = b'{"id":"c","model":"m","choices":[{"text":"Hi","index":0,"finish_reason":"stop"}]}'
VECTORS = b'{"data":[{"embedding":[0.5,1.0],"index":0}],"usage":{"prompt_tokens":2}}'
EVENTS = (
    b'data: {"id":"c","model":"m","choices":[{"delta":{"reasoning":"Hm"}}]}\n\n',
    b'data: {"id":"c","model":"m","choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n',
    b'data: {"id":"c","choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}\n\ndata: [DONE]\n\n',
)


@pytest.fixture(autouse=True)
def no_environment(monkeypatch):
    for variable in ("VLLM_API_KEY", "LLAMA_API_KEY", *(variable for variable, _ in ADDRESSES.values())):
        monkeypatch.delenv(variable, raising=False)


def answer(body: bytes, status: int = 200):
    return lambda _: Reply(status=status, headers={"content-type": "application/json"}, chunks=[body])


async def sent(create, call: LanguageModelV4CallOptions):
    """Return what a chat's body says beyond model and messages, and the warnings."""
    async with LoopbackServer(answer(CHAT)) as server, create(base_url=server.url + "/v1") as provider:
        result = await provider("m").do_generate(call)
    body = server.requests[0].json()
    return {name: value for name, value in body.items() if name not in {"model", "messages"}}, dump(result.warnings)


@pytest.mark.parametrize("create", FACTORIES)
def test_a_server_is_looked_for_where_it_usually_listens(create, monkeypatch):
    variable, usual = ADDRESSES[create]
    assert create().base_url == usual
    monkeypatch.setenv(variable, "http://gpu.lan:9000" if create is create_ollama else "http://gpu.lan:9000/v1/")
    assert create().base_url == "http://gpu.lan:9000/v1"
    assert create(base_url="http://other.lan/v1/").base_url == "http://other.lan/v1"


@pytest.mark.parametrize("create", FACTORIES)
def test_a_blank_address_is_an_error(create):
    with pytest.raises(InvalidArgumentError):
        _ = create(base_url=" ").base_url


def test_a_blank_variable_is_an_error_and_for_ollama_its_usual_place(monkeypatch):
    monkeypatch.setenv("VLLM_BASE_URL", "")
    with pytest.raises(InvalidArgumentError):
        _ = create_vllm().base_url
    monkeypatch.setenv("OLLAMA_HOST", "")
    assert create_ollama().base_url == "http://127.0.0.1:11434/v1"


@pytest.mark.parametrize(
    ("address", "base_url"),
    [
        ("gpu.lan", "http://gpu.lan:11434/v1"),
        ("gpu.lan:80", "http://gpu.lan:80/v1"),
        (":9000", "http://127.0.0.1:9000/v1"),
        ("0.0.0.0", "http://127.0.0.1:11434/v1"),  # noqa: S104 - read, not bound
        ("[::]:9000", "http://127.0.0.1:9000/v1"),
        ("[::1]", "http://[::1]:11434/v1"),
        (" 'gpu.lan' ", "http://gpu.lan:11434/v1"),
        ("http://gpu.lan", "http://gpu.lan/v1"),
        ("https://gpu.lan/ollama/", "https://gpu.lan/ollama/v1"),
    ],
)
def test_ollama_reads_its_variable_as_ollama_does(address, base_url, monkeypatch):
    monkeypatch.setenv("OLLAMA_HOST", address)
    assert create_ollama().base_url == base_url


def test_a_port_that_is_none_is_an_error(monkeypatch):
    monkeypatch.setenv("OLLAMA_HOST", "gpu.lan:many")
    with pytest.raises(InvalidArgumentError, match=r"OLLAMA_HOST has no valid port: 'gpu.lan:many'"):
        _ = create_ollama().base_url


def test_the_default_instances_make_models_of_their_server():
    providers = (ollama, lm_studio, vllm, llama_cpp)
    assert [provider("m").provider for provider in providers] == [
        "ollama.chat",
        "lmstudio.chat",
        "vllm.chat",
        "llamacpp.chat",
    ]
    assert [
        ollama.language_model("m").provider,
        ollama.chat_model("m").provider,
        ollama.completion_model("m").provider,
        ollama.embedding_model("m").provider,
    ] == ["ollama.chat", "ollama.chat", "ollama.completion", "ollama.embedding"]
    with pytest.raises(NoSuchModelError):
        ollama.image_model("m")


@pytest.mark.parametrize(
    ("create", "variable"), [(create_vllm, "VLLM_API_KEY"), (create_llama_cpp, "LLAMA_API_KEY"), (create_ollama, None)]
)
async def test_a_key_is_sent_only_when_there_is_one(create, variable, monkeypatch):
    headers = []
    async with LoopbackServer(answer(b'{"data":[]}')) as server:
        base_url = server.url + "/v1"
        async with create(base_url=base_url) as provider, create(base_url=base_url, api_key="given") as keyed:
            await provider.list_models()
            if variable is not None:
                monkeypatch.setenv(variable, "from-environment")
            await provider.list_models()
            await keyed.list_models()
        headers = [request.headers.get("authorization") for request in server.requests]
    assert headers == [None, "Bearer from-environment" if variable else None, "Bearer given"]


async def test_a_chat_a_text_and_vectors_come_from_the_paths_of_openai():
    replies = {"/v1/chat/completions": CHAT, "/v1/completions": TEXT, "/v1/embeddings": VECTORS}
    async with (
        LoopbackServer(lambda request: answer(replies[request.path])(request)) as server,
        create_vllm(base_url=server.url + "/v1") as provider,
    ):
        chat = await provider("m").do_generate(options())
        text = await provider.completion_model("m").do_generate(options())
        call = EmbeddingModelV4CallOptions(values=["a"])
        vectors = await provider.embedding_model("m").do_embed(call)
    assert (dump(chat.content), dump(text.content)) == ([{"type": "text", "text": "Hi"}],) * 2
    assert (vectors.embeddings, vectors.usage.tokens) == ([[0.5, 1.0]], 2)


async def test_a_stream_is_asked_for_usage_and_may_hold_thoughts():
    events = Reply(headers={"content-type": "text/event-stream"}, chunks=EVENTS)
    async with LoopbackServer(lambda _: events) as server, create_ollama(base_url=server.url + "/v1") as provider:
        parts = await read(provider("m"), options())
    assert server.requests[0].json()["stream_options"] == {"include_usage": True}
    assert [part.delta for part in parts if part.type in {"reasoning-delta", "text-delta"}] == ["Hm", "Hi"]
    assert (parts[-1].usage.input_tokens.total, parts[-1].usage.output_tokens.total) == (3, 2)


@pytest.mark.parametrize("create", FACTORIES)
async def test_a_schema_is_sent(create):
    schema = {"type": "object"}
    body, warnings = await sent(create, options(response_format=LanguageModelV4ResponseFormatJson(schema=schema)))
    assert body == {
        "response_format": {
            "type": "json_schema",
            "json_schema": {"schema": schema, "strict": True, "name": "response"},
        }
    }
    assert warnings == []


@pytest.mark.parametrize("create", FACTORIES)
async def test_json_without_a_schema_is_any_object_for_lm_studio(create):
    body, _ = await sent(create, options(response_format=LanguageModelV4ResponseFormatJson()))
    any_object = {"name": "response", "schema": {"type": "object"}}
    assert body["response_format"] == (
        {"type": "json_schema", "json_schema": any_object} if create is create_lm_studio else {"type": "json_object"}
    )


@pytest.mark.parametrize(
    ("asked", "effort", "count"),
    [("none", "none", 0), ("low", "low", 0), ("minimal", "low", 1), ("xhigh", "high", 1), ("max", "high", 1)],
)
async def test_an_effort_that_servers_do_not_know_becomes_the_nearest(asked, effort, count):
    body, warnings = await sent(create_ollama, options(reasoning=asked))
    assert (body, len(warnings)) == ({"reasoning_effort": effort}, count)


async def test_options_that_are_the_servers_own_are_sent_as_they_are():
    body, _ = await sent(create_vllm, options(provider_options={"vllm": {"top_k": 5, "min_p": 0.1}}))
    assert body == {"top_k": 5, "min_p": 0.1}
