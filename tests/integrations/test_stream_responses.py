"""What may be returned as a response, and what may not."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from pydantic import BaseModel

from ai_sdk import Output, stream_text
from ai_sdk.integrations.emit_events import emit_events
from ai_sdk.integrations.stream_responses import build_text_stream_response, build_ui_message_stream_response
from ai_sdk.testing import MockLanguageModelV4, simulate_readable_stream

pytestmark = pytest.mark.anyio


class Recipe(BaseModel):
    name: str


def result(text: str = "Hello there!", **options: Any) -> Any:
    return stream_text(model=MockLanguageModelV4(do_stream=text), prompt="Hi", **options)


async def chunks_of(response: Any) -> list[Any]:
    body = b"".join([piece async for piece in response.body]).decode()
    lines = [line.removeprefix("data: ") for line in body.split("\n\n") if line.startswith("data: {")]
    return [json.loads(line) for line in lines]


async def test_options_for_the_frontend_go_to_the_stream_of_a_result() -> None:
    ended: list[Any] = []
    response = build_ui_message_stream_response(
        result(),
        original_messages=[{"id": "1", "role": "user", "parts": [{"type": "text", "text": "Hi"}]}],
        generate_message_id=lambda: "answer",
        message_metadata=lambda part: {"model": "mock"} if part.type == "start" else None,
        on_end=ended.append,
        status=201,
        headers={"X-Chat": "7"},
        keep_alive_ms=None,
    )
    chunks = await chunks_of(response)
    assert (response.status, response.headers["x-chat"]) == (201, "7")
    assert chunks[0] == {"type": "start", "messageId": "answer", "messageMetadata": {"model": "mock"}}
    assert [message["id"] for message in ended[0].messages] == ["1", "answer"]


async def test_chunks_are_sent_as_they_are_and_take_no_options_of_results() -> None:
    def chunks() -> Any:
        return simulate_readable_stream(chunks=[{"type": "start"}])

    assert await chunks_of(build_ui_message_stream_response(chunks())) == [{"type": "start"}]
    with pytest.raises(TypeError, match="send_sources: these options go to the call that made the chunks"):
        build_ui_message_stream_response(chunks(), send_sources=True)


async def test_a_response_that_is_made_is_taken_as_it_is() -> None:
    made = build_ui_message_stream_response(result())
    assert build_ui_message_stream_response(made) is made
    assert build_text_stream_response(made) is made
    with pytest.raises(TypeError, match="status: these options go to the call that made the response"):
        build_ui_message_stream_response(made, status=201)


@pytest.mark.parametrize("build", [build_ui_message_stream_response, build_text_stream_response])
async def test_what_is_no_result_and_no_stream_is_refused(build: Any) -> None:
    with pytest.raises(TypeError, match=r"response needs a result or a stream of .*, not str"):
        build("Hello")


async def test_an_object_is_streamed_as_its_json_text() -> None:
    response = build_text_stream_response(result('{"name": "Soup"}', output=Output.object(Recipe)))
    assert b"".join([piece async for piece in response.body]) == b'{"name": "Soup"}'
    assert response.headers == {"content-type": "text/plain; charset=utf-8"}


async def test_the_error_text_of_a_broken_stream_is_that_of_on_error() -> None:
    async def broken() -> AsyncIterator[Any]:
        yield {"type": "start"}
        raise ValueError("no more ink")

    response = build_ui_message_stream_response(broken(), on_error=str)
    assert await chunks_of(response) == [{"type": "start"}, {"type": "error", "errorText": "no more ink"}]


async def test_closing_a_stream_of_events_closes_their_source() -> None:
    closed: list[bool] = []

    async def words() -> AsyncIterator[str]:
        try:
            yield "Hello"
            await asyncio.Event().wait()
        finally:
            closed.append(True)

    stream = emit_events(events=words(), handle=lambda emitter, word: emitter.text(word))
    taken = [(await anext(stream))["type"] for _ in range(4)]
    await stream.aclose()
    assert (taken, closed) == (["start", "start-step", "text-start", "text-delta"], [True])


async def test_what_a_handler_of_events_raises_is_an_error_chunk_after_what_it_told() -> None:
    def handle(emitter: Any, word: str) -> None:
        emitter.text(word)
        raise ValueError("secret")

    stream = emit_events(events=simulate_readable_stream(chunks=["Hello"]), handle=handle)
    assert [chunk async for chunk in stream][3:] == [
        {"type": "text-delta", "id": "text-1", "delta": "Hello"},
        {"type": "error", "errorText": "An error occurred."},
        {"type": "text-end", "id": "text-1"},
        {"type": "finish-step"},
        {"type": "finish", "finishReason": "error"},
    ]
