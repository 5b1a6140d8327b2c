"""The mock transport answers a provider's requests without a network."""

import pytest

from ai_sdk.provider import (
    APICallError,
    LanguageModelV4CallOptions,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.provider_utils.transport import HttpRequest, Transport
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, MockTransport, Reply, answer_openai_chat

pytestmark = pytest.mark.anyio

OPTIONS = LanguageModelV4CallOptions(
    prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Good morning")])]
)
DELTA = {"id": "1", "choices": [{"index": 0, "delta": {"content": "Hi"}}]}


def chat(transport: MockTransport):
    provider = create_openai_compatible(
        name="test", base_url="https://a.example/v1", api_key="k", http_client=transport
    )
    return provider("some-model")


async def test_a_function_that_serves_the_loopback_server_serves_the_transport_too() -> None:
    transport = MockTransport(answer_openai_chat)
    result = await chat(transport).do_generate(OPTIONS)
    assert [part.text for part in result.content] == ["You said: Good morning"]
    (request,) = transport.requests
    assert (request.method, request.url, request.path) == (
        "POST",
        "https://a.example/v1/chat/completions",
        "/v1/chat/completions",
    )
    assert request.headers["authorization"] == "Bearer k"
    assert request.json()["model"] == "some-model"
    assert (isinstance(transport, Transport), transport.open_responses) == (True, 0)


async def test_replies_of_a_list_are_given_in_turn_until_none_is_left() -> None:
    transport = MockTransport([Reply.json({"error": {"message": "no"}}, status=529), Reply.events(DELTA, "[DONE]")])
    with pytest.raises(APICallError) as raised:
        await chat(transport).do_generate(OPTIONS)
    assert raised.value.status_code == 529
    result = await chat(transport).do_stream(OPTIONS)
    assert [part.delta async for part in result.stream if part.type == "text-delta"] == ["Hi"]
    with pytest.raises(AssertionError, match=r"no reply is left for request 3: POST https://a\.example/v1/chat"):
        await chat(transport).do_generate(OPTIONS)


async def test_a_connection_that_breaks_is_an_error_that_may_be_tried_again() -> None:
    with pytest.raises(APICallError) as raised:
        await chat(MockTransport(Reply(status=0))).do_generate(OPTIONS)
    assert (str(raised.value), raised.value.is_retryable) == (
        "Cannot connect to API: the connection was reset",
        True,
    )


async def test_a_stream_that_breaks_off_gives_what_came_and_then_the_error() -> None:
    result = await chat(MockTransport(Reply.events(DELTA, reset=True))).do_stream(OPTIONS)
    with pytest.raises(APICallError):
        [part async for part in result.stream]


async def test_a_response_counts_as_open_until_it_is_closed_and_no_less_after() -> None:
    transport = MockTransport(Reply(chunks=[b"a", b"", b"b"]))
    response = await transport.send(HttpRequest(method="GET", url="https://a.example", headers={}))
    assert (transport.open_responses, [piece async for piece in response.pieces]) == (1, [b"a", b"b"])
    for _ in range(2):
        await response.close()
    assert (transport.open_responses, transport.requests[0].path) == (0, "/")


async def test_an_asynchronous_answer_and_a_body_in_pieces_are_awaited() -> None:
    async def pieces():
        yield b"a"
        yield b"b"

    async def answer(request):
        return Reply(status=201, headers={"X-Length": str(len(request.body))}, chunks=pieces())

    request = HttpRequest(method="PUT", url="https://a.example/b?c=d", headers={}, content=pieces())
    response = await MockTransport(answer).send(request)
    assert (response.status_code, response.reason, response.headers) == (201, "Created", {"x-length": "2"})
    assert [piece async for piece in response.pieces] == [b"a", b"b"]


async def test_the_loopback_server_sends_a_status_that_has_no_name() -> None:
    async with LoopbackServer(lambda _: Reply.json({}, status=529)) as server:
        provider = create_openai_compatible(name="test", base_url=server.url)
        async with provider:
            with pytest.raises(APICallError) as raised:
                await provider("some-model").do_generate(OPTIONS)
        assert raised.value.status_code == 529
        assert server.requests[0].url == f"{server.url}/chat/completions"
