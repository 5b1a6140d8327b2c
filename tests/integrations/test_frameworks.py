"""Every framework streams, notices that a client is gone, slows down with it, and reports errors as chunks."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from ai_sdk import stream_text
from ai_sdk.integrations.resumable_streams import ResumableStreams
from ai_sdk.testing import MockLanguageModelV4
from tests.eventually import eventually
from tests.integrations import servers
from tests.integrations.loopback_provider import Provider, chunk, then_silence

pytestmark = pytest.mark.anyio
EVERY = pytest.mark.parametrize("serve", servers.ALL.values(), ids=servers.ALL)

HEADERS = {
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
    "x-vercel-ai-ui-message-stream": "v1",
    "x-accel-buffering": "no",
}
HELLO = [
    '{"type":"start"}',
    '{"type":"start-step"}',
    '{"type":"text-start","id":"0"}',
    '{"type":"text-delta","id":"0","delta":"Hello "}',
    '{"type":"text-delta","id":"0","delta":"there!"}',
    '{"type":"text-end","id":"0"}',
    '{"type":"finish-step"}',
    '{"type":"finish","finishReason":"stop"}',
    "[DONE]",
]


def hello(**options: Any) -> Any:
    return stream_text(model=MockLanguageModelV4(do_stream="Hello there!"), prompt="Hi", **options)


def events(body: str) -> list[str]:
    return [line.removeprefix("data: ") for line in body.split("\n\n") if line.startswith("data: ")]


@EVERY
async def test_a_result_is_streamed_with_the_headers_of_the_protocol(serve) -> None:
    async with (
        serve(lambda _: (hello(), {"headers": {"X-Chat": "7"}}), ResumableStreams()) as url,
        httpx.AsyncClient() as client,
    ):
        response = await client.post(f"{url}/chat")
    assert (response.status_code, events(response.text)) == (200, HELLO)
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
    assert response.headers["x-chat"] == "7"
    assert response.text.startswith(": stream-open\n\n")


@EVERY
async def test_text_is_streamed_plain(serve) -> None:
    async with serve(lambda _: (hello(), {}), ResumableStreams()) as url, httpx.AsyncClient() as client:
        response = await client.post(f"{url}/text")
    assert (response.text, response.headers["content-type"]) == ("Hello there!", "text/plain; charset=utf-8")


@EVERY
async def test_what_the_model_has_said_arrives_while_it_is_silent_and_a_client_that_leaves_ends_its_call(serve) -> None:
    async with Provider(then_silence) as provider:

        def respond(_: str) -> Any:
            return stream_text(model=provider.model, prompt="Hi"), {"keep_alive_ms": 50}

        async with serve(respond, ResumableStreams()) as url, httpx.AsyncClient() as client:
            async with client.stream("POST", f"{url}/chat") as response:
                async for line in response.aiter_lines():
                    if "Hello" in line:
                        break
                assert provider.server.open_connections == 1
            await eventually(lambda: provider.is_left)


@EVERY
async def test_a_slow_client_slows_the_model_and_leaving_ends_its_call(serve) -> None:
    sent = []

    async def flood() -> AsyncIterator[bytes]:
        for _ in range(100_000):
            sent.append(1)
            yield chunk("x" * 10_000)

    async with Provider(flood) as provider:

        def respond(_: str) -> Any:
            return stream_text(model=provider.model, prompt="Hi"), {}

        async with serve(respond, ResumableStreams()) as url, httpx.AsyncClient(timeout=60) as client:
            async with client.stream("POST", f"{url}/chat") as response:
                before = -1
                while before != len(sent) or not sent:
                    before = len(sent)
                    await asyncio.sleep(0.3)
                assert response.status_code == 200
                assert len(sent) < 3000
            await eventually(lambda: provider.is_left)


@EVERY
async def test_an_error_after_the_first_byte_is_an_error_chunk_and_a_proper_end(serve) -> None:
    async def broken() -> AsyncIterator[dict[str, Any]]:
        yield {"type": "start"}
        raise ValueError("the password is ...")

    async with serve(lambda _: (broken(), {}), ResumableStreams()) as url, httpx.AsyncClient() as client:
        response = await client.post(f"{url}/chat")
    assert events(response.text) == ['{"type":"start"}', '{"type":"error","errorText":"An error occurred."}', "[DONE]"]


async def test_a_generation_that_is_consumed_besides_goes_on_without_the_client() -> None:
    go_on = asyncio.Event()
    tasks = []

    async def waiting() -> AsyncIterator[bytes]:
        yield chunk("Hello")
        await go_on.wait()
        yield chunk(" there!")
        yield b"data: [DONE]\n\n"

    async with Provider(waiting) as provider:

        def respond(_: str) -> Any:
            result = stream_text(model=provider.model, prompt="Hi")
            tasks.append(asyncio.ensure_future(result.consume_stream()))
            tasks.append(asyncio.ensure_future(result.text))
            return result, {}

        async with servers.starlette(respond, ResumableStreams()) as url, httpx.AsyncClient() as client:
            async with client.stream("POST", f"{url}/chat") as response:
                async for line in response.aiter_lines():
                    if "Hello" in line:
                        break
            go_on.set()
            await asyncio.gather(*tasks)
    assert tasks[1].result() == "Hello there!"


ABORT = '{"type":"abort","reason":"AbortError: This operation was aborted"}'
RESUMABLE = {name: serve for name, serve in servers.ALL.items() if name != "django under WSGI"}


@pytest.mark.parametrize("serve", RESUMABLE.values(), ids=RESUMABLE)
async def test_a_resumable_stream_survives_its_client_can_be_resumed_and_ends_when_it_is_stopped(serve) -> None:
    streams = ResumableStreams()
    async with Provider(then_silence) as provider:

        def respond(_: str) -> Any:
            run = streams.start("chat")
            result = stream_text(model=provider.model, prompt="Hi", abort_signal=run.abort_signal)
            return result, {"consume_sse_stream": run.consume_sse_stream, "keep_alive_ms": 50}

        async with serve(respond, streams) as url, httpx.AsyncClient() as client:
            assert (await client.get(f"{url}/resume")).status_code == 204
            assert (await client.post(f"{url}/stop")).json() is False
            async with client.stream("POST", f"{url}/chat") as response:
                async for line in response.aiter_lines():
                    if "Hello" in line:
                        break
            seen = []
            async with client.stream("GET", f"{url}/resume") as response:
                assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
                async for line in response.aiter_lines():
                    seen += events(f"{line}\n\n")
                    if "Hello" in line:
                        assert provider.server.open_connections == 1
                        assert (await client.post(f"{url}/stop")).json() is True
            assert (seen[0], seen[-2:]) == ('{"type":"start"}', [ABORT, "[DONE]"])
            await eventually(lambda: provider.is_left)
            assert (await client.get(f"{url}/resume")).status_code == 204
