"""Streams of plain text: from text streams, in responses, read back, and as UI message streams."""

from typing import Any

import pytest

from ai_sdk import create_text_stream_response, to_text_stream
from ai_sdk.generate_text.text_stream_part import TextStreamTextDeltaPart, TextStreamTextStartPart
from ai_sdk.ui.transform_text_to_ui_message_stream import decode_text_stream, transform_text_to_ui_message_stream
from tests.ui_message_stream.streams import Endless, collect, stream_of

pytestmark = pytest.mark.anyio


async def test_only_texts_are_taken_and_the_source_is_closed() -> None:
    source = Endless(TextStreamTextStartPart(id="1"), TextStreamTextDeltaPart(id="1", text="Hi"))
    texts = to_text_stream(stream=source.stream())
    assert await anext(texts) == "Hi"
    await texts.aclose()
    assert source.closed.is_set()


async def test_a_response_sends_each_text_at_once() -> None:
    response = create_text_stream_response(stream=stream_of(["Gr", "üße"]), status=201, headers={"X-A": "1"})
    assert (response.status, response.headers) == (201, {"content-type": "text/plain; charset=utf-8", "x-a": "1"})
    assert await collect(response.body) == [b"Gr", "üße".encode()]


async def test_halves_of_a_character_are_joined_and_lone_ones_replaced() -> None:
    response = create_text_stream_response(stream=stream_of(["a\ud83d", "\ude00b", "\ude00", "\ud83d"]))
    assert b"".join(await collect(response.body)).decode() == "a😀b\ufffd\ufffd"


async def test_an_error_cuts_the_response() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"} if not sent else await Endless().stream().__anext__()

    response = create_text_stream_response(stream=stream_of(["Hi", LookupError("gone")]))
    with pytest.raises(LookupError, match="gone"):
        await response({"type": "http"}, receive, send)
    assert [message.get("body") for message in sent] == [None, b"Hi"]


async def test_bytes_become_texts_with_whole_characters() -> None:
    pieces = stream_of(["ü".encode()[:1], "ü".encode()[1:] + b"!", b"\xff"])
    assert await collect(decode_text_stream(pieces)) == ["ü!", "\ufffd"]


async def test_text_is_the_only_part_of_a_message() -> None:
    chunks = await collect(transform_text_to_ui_message_stream(stream=stream_of(["Hi", "!"])))
    assert [chunk.get("delta", chunk["type"]) for chunk in chunks] == [
        *("start", "start-step", "text-start", "Hi", "!"),
        *("text-end", "finish-step", "finish"),
    ]
