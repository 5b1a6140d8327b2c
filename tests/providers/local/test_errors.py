"""What goes wrong with a local server, above all that it is not there; and the models that it has."""

import socket
from datetime import UTC, datetime

import pytest

from ai_sdk.provider import APICallError, stringify
from ai_sdk.provider_utils.aiohttp_transport import AiohttpTransport
from ai_sdk.provider_utils.transport import HttpRequest
from ai_sdk.providers.local import (
    LocalModel,
    ServerNotRunningError,
    create_llama_cpp,
    create_lm_studio,
    create_ollama,
    create_vllm,
)
from ai_sdk.providers.local.server import LocalServer
from ai_sdk.providers.local.transport import LocalTransport
from ai_sdk.testing import LoopbackServer, Reply
from tests.providers.responses_laws import options, read

pytestmark = pytest.mark.anyio

HINTS = {
    create_ollama: "is Ollama running? Start it with `ollama serve`, or set OLLAMA_HOST",
    create_lm_studio: "is LM Studio's server running? Start it with `lms server start`, or set LM_STUDIO_BASE_URL",
    create_vllm: "is vLLM running? Start it with `vllm serve MODEL`, or set VLLM_BASE_URL",
    create_llama_cpp: (
        "is llama.cpp's server running? Start it with `llama-server -m MODEL.gguf`, or set LLAMA_CPP_BASE_URL"
    ),
}


def json(value, status=200):
    return lambda _: Reply(status=status, headers={"content-type": "application/json"}, chunks=[value.encode()])


@pytest.fixture
def nobody():
    """Return an address at which nothing listens."""
    with socket.socket() as bound:  # bound but not listening, so that nobody else takes the port
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


@pytest.mark.parametrize("create", HINTS)
async def test_when_nothing_listens_the_error_says_what_to_start(create, nobody):
    async with create(base_url=nobody + "/v1") as provider:
        calls = (provider.list_models(), provider("m").do_generate(options()), provider("m").do_stream(options()))
        for call in calls:
            with pytest.raises(APICallError) as caught:
                await call
            error = caught.value
            expected = f"nothing listens at {nobody}: {HINTS[create]} or `base_url` to where it is."
            assert error.message == f"Cannot connect to API: {expected}"
            assert isinstance(error.cause, ServerNotRunningError)
            assert type(error.cause.cause).__name__ == "ConnectError"
            assert (error.is_retryable, error.url.startswith(nobody)) == (True, True)


async def test_another_http_client_says_the_same(nobody):
    client = AiohttpTransport()
    async with create_ollama(base_url=nobody + "/v1", http_client=client) as provider:
        with pytest.raises(APICallError, match="is Ollama running"):
            await provider.list_models()
    await client.aclose()


class Unreachable:
    """A transport that tried two addresses in vain."""

    errors = (OSError,)

    def __init__(self) -> None:
        self.is_closed = False

    async def send(self, request, *, follow_redirects=True):
        attempts = ExceptionGroup("attempts", [TimeoutError(), ConnectionRefusedError()])
        raise OSError("all failed") from attempts

    async def aclose(self):
        self.is_closed = True


async def test_one_refused_address_among_several_is_enough():
    transport = LocalTransport(Unreachable(), LocalServer(title="T", start="t", address_variable="T_URL"))
    with pytest.raises(ServerNotRunningError, match=r"nothing listens at http://t\.lan: is T running\?"):
        await transport.send(HttpRequest(method="GET", url="http://t.lan/v1/models", headers={}))


async def test_closing_closes_what_is_beneath():
    beneath = Unreachable()
    await LocalTransport(beneath, LocalServer(title="T", start="t", address_variable="T_URL")).aclose()
    assert beneath.is_closed


async def test_a_connection_that_breaks_is_no_sign_that_the_server_is_missing():
    async with (
        LoopbackServer(lambda _: Reply(status=0)) as server,
        create_ollama(base_url=server.url + "/v1") as provider,
    ):
        with pytest.raises(APICallError, match=r"^Cannot connect to API: ") as caught:
            await provider.list_models()
    assert not isinstance(caught.value.cause, ServerNotRunningError)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": {"message": "model 'm' not found", "type": "api_error", "code": None}}, "model 'm' not found"),
        ({"error": "Unexpected endpoint"}, "Unexpected endpoint"),
        ({"object": "error", "message": "too long", "code": 400}, "too long"),
        ({"detail": "Not Found"}, "Not Found"),
    ],
)
async def test_errors_are_read_in_the_ways_that_servers_write_them(body, message):
    async with (
        LoopbackServer(json(stringify(body), 404)) as server,
        create_vllm(base_url=server.url + "/v1") as provider,
    ):
        calls = (provider.list_models(), provider("m").do_generate(options()))
        for call in calls:
            with pytest.raises(APICallError) as caught:
                await call
            assert (caught.value.message, caught.value.status_code) == (message, 404)


async def test_an_error_in_a_stream_is_a_part():
    events = Reply(headers={"content-type": "text/event-stream"}, chunks=[b'data: {"error":"out of memory"}\n\n'])
    async with LoopbackServer(lambda _: events) as server, create_ollama(base_url=server.url + "/v1") as provider:
        parts = await read(provider("m"), options())
    assert [part.error for part in parts if part.type == "error"] == ["out of memory"]


async def test_models_are_listed_with_all_that_the_server_says_of_them():
    first = {"id": "qwen3:8b", "object": "model", "created": 1700000000, "owned_by": "library"}
    second = {"id": "m", "created": 0, "max_model_len": 4096}
    async with (
        LoopbackServer(json(stringify({"object": "list", "data": [first, second]}))) as server,
        create_vllm(base_url=server.url + "/v1", headers={"x-own": "1"}) as provider,
    ):
        models = await provider.list_models(headers={"x-call": "2"})
    assert models == [
        LocalModel(
            id="qwen3:8b", created=datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC), owned_by="library", details=first
        ),
        LocalModel(id="m", created=None, owned_by=None, details=second),
    ]
    (request,) = server.requests
    assert (request.method, request.path, request.headers["x-own"], request.headers["x-call"]) == (
        "GET",
        "/v1/models",
        "1",
        "2",
    )


async def test_a_server_without_models_has_none():
    async with (
        LoopbackServer(json('{"object":"list","data":null}')) as server,
        create_ollama(base_url=server.url + "/v1") as provider,
    ):
        assert await provider.list_models() == []


async def test_a_listing_that_is_none_is_an_error():
    async with LoopbackServer(json('{"models":[]}')) as server, create_ollama(base_url=server.url + "/v1") as provider:
        with pytest.raises(APICallError, match="Invalid JSON response"):
            await provider.list_models()
