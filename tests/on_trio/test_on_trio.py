"""What rests on an event loop does so on trio too: requests, streams with several readers, tools, timers, closing."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing

import anyio
import pytest
from anyio.from_thread import start_blocking_portal

from ai_sdk import (
    AbortController,
    AbortError,
    APICallError,
    generate_text,
    is_step_count,
    smooth_stream,
    stream_text,
    tool,
)
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, MockLanguageModelV4, Reply, Request, answer_openai_chat
from tests.eventually import eventually

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "trio"


async def answer(request: Request) -> Reply:
    """Answer like a model, or, when asked for silence, begin to answer and go no further."""
    said = answer_openai_chat(request)
    if b"silence" not in request.body:
        return said

    async def unfinished() -> AsyncIterator[bytes]:
        yield next(iter(said.chunks))
        await asyncio.Event().wait()

    return Reply(headers=said.headers, chunks=unfinished())


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with start_blocking_portal("asyncio") as portal, portal.wrap_async_context_manager(LoopbackServer(answer)) as it:
        yield it


async def test_a_call_over_the_default_client_and_one_to_nobody(server: LoopbackServer) -> None:
    async with create_openai_compatible(name="x", base_url=server.url) as provider:
        assert (await generate_text(model=provider("m"), prompt="Hi there")).text == "You said: Hi there"
    await eventually(lambda: server.open_connections == 0)
    async with create_openai_compatible(name="x", base_url="http://127.0.0.1:9") as provider:
        with pytest.raises(APICallError, match="Cannot connect to API"):
            await generate_text(model=provider("m"), prompt="Hi", max_retries=0)


async def test_a_stream_with_several_readers_and_a_transform(server: LoopbackServer) -> None:
    seen: list[list[str]] = []
    async with create_openai_compatible(name="x", base_url=server.url) as provider:
        result = stream_text(model=provider("m"), prompt="one two", experimental_transform=smooth_stream(delay_in_ms=1))

        async def read() -> None:
            seen.append([text async for text in result.text_stream])

        async with anyio.create_task_group() as group:
            group.start_soon(read)
            group.start_soon(read)
        assert await result.text == "You said: one two"
    assert seen == [["You ", "said: ", "one ", "two"]] * 2


# Those that httpx and httpcore leave to trio's finalizer.
@pytest.mark.filterwarnings("ignore:Async generator '(httpx|httpcore):ResourceWarning")
async def test_leaving_a_stream_closes_its_connection(server: LoopbackServer) -> None:
    async with create_openai_compatible(name="x", base_url=server.url) as provider:
        async with stream_text(model=provider("m"), prompt="silence") as result, aclosing(result.text_stream) as text:
            assert await anext(text) == "You "
            assert server.open_connections == 1
        await eventually(lambda: server.open_connections == 0)


@pytest.mark.parametrize("how", ["cancelled", "aborted", "too long"])
async def test_a_call_that_is_stopped_closes_its_connection(server: LoopbackServer, how: str) -> None:
    controller = AbortController()
    limit = 0.2 if how == "too long" else None
    async with create_openai_compatible(name="x", base_url=server.url) as provider:

        async def call() -> None:
            with pytest.raises(AbortError) if how != "cancelled" else pytest.raises(anyio.get_cancelled_exc_class()):
                await generate_text(
                    model=provider("m"), prompt="silence", abort_signal=controller.signal, timeout=limit, max_retries=0
                )

        async with anyio.create_task_group() as group:
            group.start_soon(call)
            await eventually(lambda: len(server.requests) == 1)
            if how == "cancelled":
                group.cancel_scope.cancel()
            elif how == "aborted":
                controller.abort()
        await eventually(lambda: server.open_connections == 0)


async def test_tools_run_side_by_side_and_off_the_event_loop() -> None:
    both = anyio.Event()

    @tool
    async def first() -> str:
        """Wait for the other tool."""
        with anyio.fail_after(5):
            await both.wait()
        return "first"

    @tool
    def second() -> str:
        """Let the other tool go on, from a thread."""
        anyio.from_thread.run_sync(both.set)
        return "second"

    calls = [{"type": "tool-call", "toolCallId": name, "toolName": name, "input": "{}"} for name in ("first", "second")]
    usage = {"inputTokens": {}, "outputTokens": {}}
    asks = {"content": calls, "finishReason": {"unified": "tool-calls"}, "usage": usage, "warnings": []}
    result = await generate_text(
        model=MockLanguageModelV4(do_generate=[asks, "Done."]),
        prompt="Go",
        tools=[first, second],
        stop_when=is_step_count(2),
    )
    assert [each.output for each in result.steps[0].tool_results] == ["first", "second"]
    assert result.text == "Done."
