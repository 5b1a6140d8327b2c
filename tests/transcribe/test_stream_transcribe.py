"""Live transcription: parts, values at the end, one reader, telemetry, and everything closed."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

import pytest

from ai_sdk import (
    NoTranscriptGeneratedError,
    StreamAlreadyConsumedError,
    UnsupportedFunctionalityError,
    experimental_stream_transcribe,
)
from ai_sdk.model.resolve_model import set_default_provider
from ai_sdk.provider import TranscriptionModelV4StreamOptions
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.provider_utils.websocket import WebSocketError
from ai_sdk.providers.openai import create_openai
from ai_sdk.telemetry.telemetry import Telemetry
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.testing import LoopbackWebSocketServer, MockProviderV4, MockTranscriptionModelV4, WebSocketSession
from ai_sdk.transcribe.stream_transcribe_result import StreamTranscriptionResult
from ai_sdk.version import AI_VERSION
from tests.instant_clock import START, InstantClock

pytestmark = pytest.mark.anyio

PCM = {"type": "audio/pcm", "rate": 16000}
DELTA = {"type": "transcript-delta", "delta": "Good "}
FINAL = {"type": "transcript-final", "text": "Good morning", "startSecond": 0, "endSecond": 1}
FINISH = {
    "type": "finish",
    "text": "Good morning",
    "segments": [{"text": "Good morning", "startSecond": 0, "endSecond": 1}],
    "language": "en",
    "durationInSeconds": 1,
    "usage": {"seconds": 1},
    "providerMetadata": {"p": {"x": 1}},
}
OTHER = {"type": "other", "message": "m"}


class Microphone:
    """Pieces of audio, then silence if it is told to wait; it notes that it was closed."""

    def __init__(self, *pieces: bytes | str, waits: bool = False) -> None:
        self._pieces = iter(pieces)
        self._waits = waits
        self.is_closed = False

    def __aiter__(self) -> AsyncIterator[bytes | str]:
        return self

    async def __anext__(self) -> bytes | str:
        for piece in self._pieces:
            return piece
        if self._waits:
            await asyncio.Event().wait()
        raise StopAsyncIteration

    async def aclose(self) -> None:
        self.is_closed = True


def model(*parts: Any, **result: Any) -> MockTranscriptionModelV4:
    return MockTranscriptionModelV4(do_stream={"stream": list(parts), **result})


def start(model: Any, audio: Any = b"\0\1", **options: Any) -> StreamTranscriptionResult:
    return experimental_stream_transcribe(model=model, audio=audio, input_audio_format=PCM, **options)


async def test_parts_come_as_they_are_and_values_at_the_end() -> None:
    metadata = {"type": "response-metadata", "modelId": "m2", "headers": {"a": "b"}, "body": "not kept"}
    listener = model({"type": "stream-start", "warnings": [OTHER]}, DELTA, metadata, FINAL, FINISH)
    with use_clock(InstantClock()):
        result = start(listener)
    assert [dump(part) async for part in result.full_stream] == [DELTA, FINAL]
    assert await result.text == "Good morning"
    assert dump(await result.segments) == FINISH["segments"]
    assert (await result.language, await result.duration_in_seconds) == ("en", 1)
    assert (dump(await result.warnings), await result.provider_metadata) == ([OTHER], {"p": {"x": 1}})
    assert dump(await result.responses) == [{"timestamp": START, "modelId": "m2", "headers": {"a": "b"}}]


async def test_awaiting_a_value_reads_the_stream_once() -> None:
    listener = model(DELTA, FINISH)
    result = start(listener)
    assert [await result.text, await result.text, await result.warnings] == ["Good morning", "Good morning", []]
    assert len(listener.do_stream_calls) == 1


async def test_nothing_is_asked_of_the_model_before_somebody_reads() -> None:
    listener, microphone = model(FINISH), Microphone()
    result = start(listener, microphone)
    await result.aclose()
    assert (listener.do_stream_calls, microphone.is_closed) == ([], True)
    with pytest.raises(AbortError):
        await result.text


async def test_there_is_one_reader() -> None:
    result = start(model(FINISH))
    assert result.full_stream is not None
    with pytest.raises(StreamAlreadyConsumedError, match=r"^fullStream can only be accessed once\.$"):
        assert result.full_stream is not None
    consumed = start(model(FINISH))
    await consumed.text
    with pytest.raises(StreamAlreadyConsumedError, match=r"^fullStream cannot be accessed after a result promise\.$"):
        assert consumed.full_stream is not None


async def test_the_model_gets_the_options() -> None:
    listener = model(FINISH)
    options: dict[str, Any] = {"provider_options": {"p": {"x": 1}}, "include_raw_chunks": True}
    await start(listener, ["AAE="], headers={"User-Agent": "me", "a": "b"}, **options).text
    (call,) = listener.do_stream_calls
    assert dump(call.input_audio_format) == PCM
    assert call.headers == {"user-agent": f"me ai/{AI_VERSION}", "a": "b"}
    assert (call.provider_options, call.include_raw_chunks) == ({"p": {"x": 1}}, True)


@pytest.mark.parametrize("parts", [[], [DELTA], [{**FINISH, "text": ""}]])
async def test_a_stream_without_transcript_is_an_error(parts: list[Any]) -> None:
    result = start(model(*parts, response={"modelId": "m3"}))
    with pytest.raises(NoTranscriptGeneratedError) as caught:
        await result.text
    assert [response.model_id for response in caught.value.responses] == ["m3"]
    with pytest.raises(NoTranscriptGeneratedError):
        await result.segments


async def test_an_error_of_the_model_comes_out_of_the_stream_and_of_every_value() -> None:
    microphone = Microphone()
    result = start(MockTranscriptionModelV4(do_stream=WebSocketError("broken")), microphone)
    with pytest.raises(WebSocketError, match="broken"):
        assert [part async for part in result.full_stream]
    with pytest.raises(WebSocketError, match="broken"):
        await result.language
    assert microphone.is_closed


async def test_models_that_cannot_stream_say_so() -> None:
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        start(MockTranscriptionModelV4(provider="p", model_id="m"))
    assert str(caught.value) == 'The p model "m" does not support streaming transcription.'


async def test_for_an_id_the_error_says_where_it_was_looked_up() -> None:
    set_default_provider(MockProviderV4(transcription_models={"custom": MockTranscriptionModelV4()}))
    try:
        with pytest.raises(UnsupportedFunctionalityError, match="String model IDs resolve through the global provider"):
            experimental_stream_transcribe(model="custom", audio=b"", input_audio_format=PCM)
    finally:
        set_default_provider(None)


async def hanging_model(closed: list[str]) -> MockTranscriptionModelV4:
    async def parts() -> AsyncGenerator[Any, None]:
        try:
            yield DELTA
            await asyncio.Event().wait()
        finally:
            closed.append("model")

    return MockTranscriptionModelV4(do_stream={"stream": parts()})


async def test_an_abort_ends_the_stream_even_when_the_model_does_not_look() -> None:
    closed: list[str] = []
    controller, microphone = AbortController(), Microphone()
    result = start(await hanging_model(closed), microphone, abort_signal=controller.signal)
    with pytest.raises(RuntimeError, match="hung up"):
        async for _ in result.full_stream:
            asyncio.get_running_loop().call_soon(controller.abort, RuntimeError("hung up"))
    assert (closed, microphone.is_closed) == (["model"], True)
    with pytest.raises(RuntimeError, match="hung up"):
        await result.text


async def test_leaving_the_block_closes_model_and_audio() -> None:
    closed: list[str] = []
    microphone = Microphone()
    async with start(await hanging_model(closed), microphone) as result:
        async for _ in result.full_stream:
            break
    assert (closed, microphone.is_closed) == (["model"], True)
    with pytest.raises(AbortError):
        await result.text


class Listener(Telemetry):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.events: list[Any] = []

    def experimental_on_stream_transcription_start(self, event: Any) -> None:
        self.events.append(event)

    def experimental_on_stream_transcription_end(self, event: Any) -> None:
        self.events.append(event)

    def on_error(self, event: Any) -> None:
        self.events.append(event)

    def on_abandon(self, call_id: str) -> None:
        self.events.append(call_id)


async def listening_model(options: TranscriptionModelV4StreamOptions) -> dict[str, Any]:
    assert [piece async for piece in options.audio] == [b"\0\1\2", "AAE="]
    return {"stream": [FINISH]}


async def test_telemetry_hears_of_start_and_end_and_of_the_length_of_the_audio() -> None:
    listener = Listener()
    result = start(
        MockTranscriptionModelV4(do_stream=listening_model),
        Microphone(b"\0\1\2", "AAE="),
        headers={"a": "b"},
        telemetry=TelemetryOptions(integrations=listener),
    )
    await result.text
    begun, ended = listener.events
    assert (begun.operation_id, begun.audio.byte_length, begun.audio.media_type) == (
        "ai.streamTranscribe",
        None,
        "audio/pcm",
    )
    assert (dump(begun.input_audio_format), begun.headers) == (PCM, {"a": "b"})
    assert (ended.call_id, ended.audio.byte_length, ended.text, ended.usage) == (
        begun.call_id,
        5,
        "Good morning",
        {"seconds": 1},
    )


async def test_telemetry_hears_of_a_failure_once() -> None:
    listener = Listener()
    result = start(MockTranscriptionModelV4(do_stream=ValueError("no")), telemetry={"integrations": listener})
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            await result.text
    assert [type(event).__name__ for event in listener.events] == [
        "StreamTranscriptionStartEvent",
        "TelemetryErrorEvent",
    ]


async def test_telemetry_hears_of_a_reader_that_leaves() -> None:
    listener = Listener()
    async with start(await hanging_model([]), telemetry={"integrations": listener}) as result:
        async for _ in result.full_stream:
            break
    begun, abandoned = listener.events
    assert abandoned == begun.call_id


async def test_a_live_transcription_over_a_websocket_from_end_to_end() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.receive_until("append")
        kind = "conversation.item.input_audio_transcription"
        await session.send({"type": f"{kind}.delta", "item_id": "1", "delta": "Good"})
        await session.send({"type": f"{kind}.completed", "item_id": "1", "transcript": "Good morning"})

    microphone = Microphone(b"\0\1", waits=True)
    async with LoopbackWebSocketServer(answer) as server:
        openai = create_openai(api_key="key", base_url=server.url)
        result = start(openai.transcription("gpt-realtime-whisper"), microphone)
        assert [part.type async for part in result.full_stream] == ["transcript-delta", "transcript-final"]
        assert (await result.text, microphone.is_closed) == ("Good morning", True)
        assert json.loads(server.sessions[0].messages[0])["type"] == "session.update"
