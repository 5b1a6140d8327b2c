"""What is sent to a backend, and what its answers become; errors keep the conversation to themselves."""

from collections.abc import AsyncGenerator, Sequence
from typing import Any

import pytest

from ai_sdk import DefaultChatTransport, TextStreamChatTransport, call_completion_api
from ai_sdk.error import InvalidArgumentError, UIMessageStreamError
from ai_sdk.provider.errors import APICallError, EmptyResponseBodyError, JSONParseError, TypeValidationError
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.testing import LoopbackServer, MockTransport, Reply, Request
from ai_sdk.ui.http_chat_transport import SendMessagesRequest

pytestmark = pytest.mark.anyio

API = "https://garden.test/api/chat"
MESSAGE = {"id": "u1", "role": "user", "parts": [{"type": "text", "text": "Grüße 🌱"}]}
HELLO: Sequence[Any] = (
    {"type": "start"},
    {"type": "text-start", "id": "1"},
    {"type": "text-delta", "id": "1", "delta": "Hi 🌱"},
    {"type": "text-end", "id": "1"},
    {"type": "finish"},
)


def answering(*replies: Reply) -> MockTransport:
    return MockTransport(list(replies))


async def send(transport: Any, **options: Any) -> AsyncGenerator[Any]:
    given = {"trigger": "submit-message", "chat_id": "c1", "message_id": None, "messages": [MESSAGE], **options}
    stream: AsyncGenerator[Any] = await transport.send_messages(**given)
    return stream


async def read(stream: AsyncGenerator[Any]) -> list[Any]:
    return [item async for item in stream]


async def test_messages_are_posted_as_use_chat_posts_them() -> None:
    server = answering(Reply.events(*HELLO, "[DONE]"))
    transport = DefaultChatTransport(
        api=API, http_client=server, headers=lambda: {"X-Bed": "4"}, body={"model": "a", "id": "is not replaced"}
    )
    stream = await send(transport, headers={"x-call": "1"}, body={"model": "b"}, message_id="u1")
    assert await read(stream) == list(HELLO)
    (request,) = server.requests
    assert (request.method, request.url, request.headers["content-type"]) == ("POST", API, "application/json")
    assert (request.headers["x-bed"], request.headers["x-call"]) == ("4", "1")
    assert request.json() == {
        "model": "b",
        "id": "c1",
        "messages": [MESSAGE],
        "trigger": "submit-message",
        "messageId": "u1",
    }
    assert "Grüße 🌱".encode() in request.body
    assert server.open_responses == 0


async def test_a_request_can_be_prepared() -> None:
    async def prepare(request: SendMessagesRequest) -> Any:
        assert (request.id, request.trigger, request.body) == ("c1", "submit-message", {"a": 1})
        assert (request.headers, request.request_metadata) == ({"x-bed": "4"}, "note")
        return {"api": f"{request.api}/last", "body": {"last": request.messages[-1]}, "headers": {"X-Own": "1"}}

    server = answering(Reply.events())
    transport = DefaultChatTransport(
        api=API, http_client=server, headers={"x-bed": "4"}, prepare_send_messages_request=prepare
    )
    await read(await send(transport, body={"a": 1}, metadata="note"))
    (request,) = server.requests
    assert (request.url, request.json()) == (f"{API}/last", {"last": MESSAGE})
    assert ("x-bed" in request.headers, request.headers["x-own"]) == (False, "1")


@pytest.mark.parametrize(
    ("api", "chat_id", "url"),
    [
        (API, "c1", f"{API}/c1/stream"),
        (f"{API}/?key=1#top", "a/b c!", f"{API}/a%2Fb%20c!/stream?key=1#top"),
    ],
)
async def test_a_running_answer_is_asked_for_by_the_chat_s_id(api: str, chat_id: str, url: str) -> None:
    server = answering(Reply.events(*HELLO))
    stream = await DefaultChatTransport(api=api, http_client=server).reconnect_to_stream(chat_id=chat_id)
    assert stream is not None
    assert await read(stream) == list(HELLO)
    assert (server.requests[0].method, server.requests[0].url) == ("GET", url)


async def test_no_running_answer_is_no_stream() -> None:
    server = answering(Reply(status=204))
    assert await DefaultChatTransport(api=API, http_client=server).reconnect_to_stream(chat_id="c1") is None
    assert server.open_responses == 0


async def test_a_chat_id_cannot_leave_the_path() -> None:
    with pytest.raises(InvalidArgumentError, match=r'Chat IDs must not be "\." or "\.\."'):
        await DefaultChatTransport(api=API, http_client=answering()).reconnect_to_stream(chat_id="..")


@pytest.mark.parametrize(("body", "message"), [(b"no water", "no water"), (b"", "Failed to fetch the chat response.")])
async def test_a_refusal_says_what_the_backend_says_and_nothing_of_the_conversation(body: bytes, message: str) -> None:
    server = answering(Reply(status=500, chunks=[body]))
    with pytest.raises(APICallError, match=message) as caught:
        await send(DefaultChatTransport(api=API, http_client=server))
    assert (caught.value.status_code, caught.value.request_body_values) == (500, None)
    assert server.open_responses == 0


async def test_a_backend_that_is_not_there_is_an_error_without_the_conversation() -> None:
    with pytest.raises(APICallError, match="Cannot connect to API") as caught:
        await send(DefaultChatTransport(api=API, http_client=answering(Reply(status=0))))
    assert caught.value.request_body_values is None


async def test_an_answer_without_a_body_is_an_error() -> None:
    with pytest.raises(EmptyResponseBodyError, match=r"The response body is empty\."):
        await send(DefaultChatTransport(api=API, http_client=answering(Reply(status=204))))


@pytest.mark.parametrize(
    ("event", "error"),
    [
        ("{no json", JSONParseError),
        ({"type": "smell"}, TypeValidationError),
        ({"type": "text-start"}, TypeValidationError),
    ],
)
async def test_an_event_that_is_no_chunk_is_an_error(event: Any, error: type[Exception]) -> None:
    server = answering(Reply.events(HELLO[0], event))
    with pytest.raises(error):
        await read(await send(DefaultChatTransport(api=API, http_client=server)))
    assert server.open_responses == 0


async def test_closing_a_stream_that_nobody_read_closes_the_response() -> None:
    for transport in (DefaultChatTransport, TextStreamChatTransport):
        server = answering(Reply.events(*HELLO))
        stream = await send(transport(api=API, http_client=server))
        assert server.open_responses == 1
        await stream.aclose()
        assert server.open_responses == 0


async def test_plain_text_becomes_one_part_however_its_characters_are_split() -> None:
    server = answering(Reply(chunks=[bytes([byte]) for byte in "Hi 🌱".encode()]))
    chunks = await read(await send(TextStreamChatTransport(api=API, http_client=server)))
    assert [chunk["type"] for chunk in (*chunks[:3], *chunks[-3:])] == [
        "start",
        "start-step",
        "text-start",
        "text-end",
        "finish-step",
        "finish",
    ]
    assert [chunk["delta"] for chunk in chunks[3:-3]] == ["H", "i", " ", "🌱"]


async def test_an_abort_ends_the_stream_of_a_real_connection() -> None:
    async def endless() -> Any:
        yield b'data: {"type":"start"}\n\n'
        while True:
            await until_stopped.signal.wait()
            return

    until_stopped, controller = AbortController(), AbortController()

    def serve(_: Request) -> Reply:
        return Reply(headers={"content-type": "text/event-stream"}, chunks=endless())

    async with LoopbackServer(serve) as server:
        transport = DefaultChatTransport(api=f"{server.url}/api/chat")
        stream = await send(transport, abort_signal=controller.signal)
        assert await anext(stream) == {"type": "start"}
        controller.abort()
        with pytest.raises(AbortError):
            await anext(stream)
        until_stopped.abort()
        await transport.aclose()


async def test_a_completion_arrives_piece_by_piece() -> None:
    seen: list[str] = []
    server = answering(Reply.events(*HELLO, "[DONE]"))
    completion = await call_completion_api(
        api=API, prompt="Greet", body={"bed": 4}, set_completion=seen.append, http_client=server
    )
    assert (completion, seen) == ("Hi 🌱", ["", "Hi 🌱"])
    assert server.requests[0].json() == {"prompt": "Greet", "bed": 4}
    assert server.requests[0].headers["user-agent"].startswith("ai-sdk/")


async def test_a_completion_in_plain_text() -> None:
    server = answering(Reply(chunks=[b"H", b"i"]))
    assert await call_completion_api(api=API, prompt="x", stream_protocol="text", http_client=server) == "Hi"


async def test_an_error_in_a_completion_is_raised() -> None:
    server = answering(Reply.events(HELLO[0], {"type": "error", "errorText": "no water"}), Reply(status=429))
    with pytest.raises(UIMessageStreamError, match="no water"):
        await call_completion_api(api=API, prompt="x", http_client=server)
    with pytest.raises(APICallError, match=r"Failed to fetch the chat response\."):
        await call_completion_api(api=API, prompt="x", http_client=server)
    assert server.open_responses == 0
    with pytest.raises(InvalidArgumentError, match="Unknown stream protocol: morse"):
        await call_completion_api(api=API, prompt="x", stream_protocol="morse", http_client=server)
