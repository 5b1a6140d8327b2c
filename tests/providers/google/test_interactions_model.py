"""The language model on the Interactions API against a server in the process: at once, polled, and streamed late."""

from typing import Any

import anyio
import httpx
import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import APICallError, InvalidArgumentError, LanguageModelV4
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.providers.google import GoogleInteractionsLanguageModel
from ai_sdk.providers.google.errors import GoogleError
from tests.providers.google.calls import JumpingClock, call, config, provider, read
from tests.providers.openai.server import Pieces, Server, events, reply, stream
from tests.providers.responses_laws import cut

pytestmark = pytest.mark.anyio

AGENT = {"agent": "deep-research-preview-04-2026"}
BASE = "https://generativelanguage.googleapis.com/v1beta/interactions"
OUTPUT = {"type": "model_output", "content": [{"type": "text", "text": "Hi"}]}
DONE = {"id": "i/1", "status": "completed", "steps": [OUTPUT]}
RUNNING = {"id": "i/1", "status": "in_progress"}
BACKGROUND = {"background": True}


def event(kind: str, number: int, **more: Any) -> dict[str, Any]:
    return {"event_type": kind, "event_id": f"e {number}", **more}


EVENTS = [
    event("interaction.created", 1, interaction={"id": "i/1"}),
    event("step.start", 2, index=0, step={"type": "model_output"}),
    event("step.delta", 3, index=0, delta={"type": "text", "text": "größer"}),
    event("step.stop", 4, index=0),
    event("interaction.completed", 5, interaction={"id": "i/1", "status": "completed"}),
]
TYPES = ["stream-start", "response-metadata", "text-start", "text-delta", "text-end", "finish"]


def asked(server: Server) -> list[tuple[str, str]]:
    return [(request.method, str(request.url).removeprefix(BASE)) for request in server.requests]


def body(request: httpx.Request) -> Any:
    return httpx.Response(200, content=request.content).json()


def broken(status: int = 500) -> httpx.Response:
    return reply({"error": {"code": status, "message": "dark", "status": "INTERNAL"}}, status)


class Breaking(Pieces):
    """A body whose connection breaks at its end."""

    async def __aiter__(self) -> Any:
        async for piece in super().__aiter__():
            yield piece
        raise httpx.ReadError("reset")


async def test_a_model_answers_and_streams() -> None:
    server = Server(reply(DONE), stream(events(*EVENTS, done=False)))
    model = provider(server).interactions("gemini-2.5-flash")
    assert isinstance(model, LanguageModelV4)
    result = await model.do_generate(call())
    assert [part["type"] for part in await read(model)] == TYPES
    assert [dump(part)["text"] for part in result.content] == ["Hi"]
    assert asked(server) == [("POST", ""), ("POST", "")]
    assert body(server.requests[1]) == {**body(server.requests[0]), "stream": True}


BODY = events(*EVENTS, done=False)


@given(st.sets(st.integers(1, len(BODY) - 1), max_size=6))
async def test_any_split_of_the_bytes_gives_the_same_parts(cuts: set[int]) -> None:
    whole = await read(provider(Server(stream(BODY))).interactions("m"))
    assert await read(provider(Server(stream(cut(BODY, cuts)))).interactions("m")) == whole


@pytest.mark.parametrize("given_agent", [{"agent": "a"}, {"managedAgent": "a"}, {"managed_agent": "a"}])
def test_an_agent_is_named_instead_of_a_model(given_agent: Any) -> None:
    model = provider(Server()).interactions(given_agent)
    assert (model.agent, model.model_id) == ("a", "a")
    with pytest.raises(InvalidArgumentError, match="Pass a model id"):
        provider(Server()).interactions({"agents": "a"})


def test_the_api_fetches_media_itself_unless_the_configuration_says_otherwise() -> None:
    urls = provider(Server()).interactions("m").supported_urls
    assert set(urls) == {"image/*", "application/pdf", "audio/*", "video/*"}
    assert GoogleInteractionsLanguageModel("m", config(supported_urls=dict)).supported_urls == {}


async def test_an_agent_is_asked_at_growing_intervals_until_it_is_done() -> None:
    server, clock = Server(reply(RUNNING), *(reply(RUNNING) for _ in range(5)), reply(DONE)), JumpingClock()
    with use_clock(clock):
        result = await provider(server).interactions(AGENT).do_generate(call())
    assert clock.slept == [1, 2, 4, 8, 10, 10]
    assert asked(server) == [("POST", ""), *[("GET", "/i%2F1")] * 6]
    assert result.finish_reason.unified == "stop"


async def test_a_model_that_is_not_in_the_background_is_not_asked_again() -> None:
    result = await provider(Server(reply(RUNNING))).interactions("m").do_generate(call())
    assert result.finish_reason.raw == "in_progress"


async def test_an_agent_that_takes_too_long_is_an_error() -> None:
    server, clock = Server(reply(RUNNING), *(reply(RUNNING) for _ in range(3))), JumpingClock()
    with use_clock(clock), pytest.raises(GoogleError, match=r"timed out polling interaction i/1 after 5000ms\."):
        await provider(server).interactions(AGENT).do_generate(call(google={"pollingTimeoutMs": 5000}))
    assert clock.slept == [1, 2, 4]


@pytest.mark.parametrize(
    ("method", "text"), [("do_generate", "cannot poll"), ("do_stream", "cannot stream the result")]
)
async def test_an_interaction_without_an_id_cannot_be_followed(method: str, text: str) -> None:
    model = provider(Server(reply({"status": "in_progress"}))).interactions(AGENT)
    with pytest.raises(GoogleError, match=text):
        await getattr(model, method)(call(google=BACKGROUND))


async def test_stopping_a_call_stops_the_agent_even_when_that_fails() -> None:
    controller = AbortController()
    server = Server(reply(RUNNING), reply(RUNNING), broken())
    options = call()
    options.abort_signal = controller.signal
    clock = JumpingClock(lambda count: controller.abort() if count == 2 else None)
    with use_clock(clock), pytest.raises(AbortError):
        await provider(server).interactions(AGENT).do_generate(options)
    assert asked(server) == [("POST", ""), ("GET", "/i%2F1"), ("POST", "/i%2F1/cancel")]
    assert server.requests[-1].content == b"{}"


async def test_cancelling_the_task_stops_the_agent() -> None:
    server = Server(reply(RUNNING), reply({}))
    with anyio.CancelScope() as scope, use_clock(JumpingClock(lambda _count: scope.cancel())):
        await provider(server).interactions(AGENT).do_generate(call())
    assert asked(server) == [("POST", ""), ("POST", "/i%2F1/cancel")]


async def test_a_background_interaction_is_streamed_from_an_address_of_its_own() -> None:
    first = reply(RUNNING)
    first.headers["x-gemini-service-tier"] = "flex"
    server = Server(first, stream(events(*EVENTS, EVENTS[2], done=False)))
    parts = await read(provider(server).interactions(AGENT), call(google=BACKGROUND))
    assert [part["type"] for part in parts] == TYPES
    assert parts[-1]["providerMetadata"] == {"google": {"interactionId": "i/1", "serviceTier": "flex"}}
    assert asked(server) == [("POST", ""), ("GET", "/i%2F1?stream=true")]
    assert server.requests[1].headers["accept"] == "text/event-stream"
    assert "stream" not in body(server.requests[0])


async def test_a_background_interaction_that_is_done_at_once_is_told_without_further_requests() -> None:
    server = Server(reply(DONE))
    parts = await read(provider(server).interactions("m"), call(google=BACKGROUND, includeRawChunks=True))
    assert [part["type"] for part in parts] == [*TYPES[:2], "raw", *TYPES[2:]]
    assert asked(server) == [("POST", "")]


async def test_a_connection_that_ends_is_taken_up_after_the_last_event() -> None:
    halves = [stream(Breaking([events(*EVENTS[:2], done=False)])), stream(events(EVENTS[2], done=False))]
    rest = stream(events(*EVENTS[3:], done=False))
    server, clock = Server(reply(RUNNING), *halves, rest), JumpingClock()
    with use_clock(clock):
        parts = await read(provider(server).interactions(AGENT), call(google=BACKGROUND))
    assert [part["type"] for part in parts] == TYPES
    assert asked(server)[2:] == [
        ("GET", "/i%2F1?stream=true&last_event_id=e+2"),
        ("GET", "/i%2F1?stream=true&last_event_id=e+3"),
    ]
    assert clock.slept == [0.5]


async def test_three_connections_that_fail_in_a_row_are_an_error_and_nothing_is_stopped() -> None:
    server, clock = Server(reply(RUNNING), broken(), stream(b""), broken(503)), JumpingClock()
    with use_clock(clock), pytest.raises(APICallError, match="dark"):
        await read(provider(server).interactions(AGENT), call(google=BACKGROUND))
    assert (clock.slept, len(server.requests)) == ([0.5, 1.0], 4)


async def test_three_empty_connections_are_an_error() -> None:
    server = Server(reply(RUNNING), stream(b""), stream(b""), stream(b""))
    with use_clock(JumpingClock()), pytest.raises(GoogleError, match="without producing any events"):
        await read(provider(server).interactions(AGENT), call(google=BACKGROUND))


@pytest.mark.parametrize("begin", [False, True])
async def test_a_stream_that_is_left_stops_the_agent_once(*, begin: bool) -> None:
    pieces = Pieces([events(each, done=False) for each in EVENTS])
    server = Server(reply(RUNNING), *([stream(pieces)] if begin else []), reply({}))
    result = await provider(server).interactions(AGENT).do_stream(call(google=BACKGROUND))
    if begin:
        async for part in result.stream:
            if part.type == "text-delta":
                break
    await result.stream.aclose()
    assert asked(server)[-1] == ("POST", "/i%2F1/cancel")
    assert (len(server.requests), pieces.is_closed) == ((3, True) if begin else (2, False))


async def test_a_stream_that_is_stopped_by_its_signal_stops_the_agent() -> None:
    controller = AbortController()
    server = Server(reply(RUNNING), broken(), reply({}))
    options = call(google=BACKGROUND)
    options.abort_signal = controller.signal
    with use_clock(JumpingClock(lambda _count: controller.abort())), pytest.raises(AbortError):
        await read(provider(server).interactions(AGENT), options)
    assert asked(server)[-1] == ("POST", "/i%2F1/cancel")


async def test_events_that_cannot_be_read_are_errors_of_the_stream() -> None:
    server = Server(reply(RUNNING), stream(events({"odd": 1}, *EVENTS, done=False)))
    parts = await read(provider(server).interactions(AGENT), call(google=BACKGROUND))
    assert [part["type"] for part in parts] == [TYPES[0], "error", *TYPES[1:]]
