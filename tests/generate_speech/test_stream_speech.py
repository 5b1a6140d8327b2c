"""Streaming speech: audio and parts, values at the end, one reader, and everything closed."""

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

import pytest

from ai_sdk import (
    NoSpeechGeneratedError,
    SpeechTextPart,
    StreamAlreadyConsumedError,
    StreamProviderError,
    StreamSpeechErrorEvent,
    StreamSpeechResult,
    UnsupportedFunctionalityError,
    experimental_stream_speech,
)
from ai_sdk.model.resolve_model import set_default_provider
from ai_sdk.provider import SpeechModelV4StreamOptions
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.providers.gateway import create_gateway
from ai_sdk.testing import LoopbackWebSocketServer, MockProviderV4, MockSpeechModelV4, WebSocketSession
from ai_sdk.version import AI_VERSION
from tests.instant_clock import START, InstantClock

pytestmark = pytest.mark.anyio

PCM = {"type": "audio/pcm", "rate": 24000}
AUDIO = {"type": "audio", "audio": "AAE=", "audioFormat": PCM}
BYTES = {"type": "audio", "audio": b"\0\1", "audioFormat": PCM}
FINISH: dict[str, Any] = {"type": "finish", "usage": {"inputCharacters": 2}, "providerMetadata": {"p": {"x": 1}}}
OTHER = {"type": "other", "message": "m"}


class Writer:
    """Pieces of text, then a pause if it is told to wait; it notes that it was closed."""

    def __init__(self, *pieces: Any, waits: bool = False) -> None:
        self._pieces = iter(pieces)
        self._waits = waits
        self.is_closed = False

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        for piece in self._pieces:
            return piece
        if self._waits:
            await asyncio.Event().wait()
        raise StopAsyncIteration

    async def aclose(self) -> None:
        self.is_closed = True


def model(*parts: Any, **result: Any) -> MockSpeechModelV4:
    return MockSpeechModelV4(do_stream={"stream": list(parts), **result})


def start(model: Any, text: Any = "Hi", **options: Any) -> StreamSpeechResult:
    return experimental_stream_speech(model=model, text=text, **options)


async def test_audio_comes_as_bytes_and_values_at_the_end() -> None:
    metadata = {"type": "response-metadata", "modelId": "m2", "body": {"b": 1}}
    raw = {"type": "raw", "rawValue": 1}
    empty = {**AUDIO, "audio": ""}
    marker = {**empty, "id": "1", "providerMetadata": {"turn": {}}}
    speaker = model({"type": "stream-start", "warnings": [OTHER]}, AUDIO, raw, empty, marker, metadata, FINISH)
    with use_clock(InstantClock()):
        result = start(speaker)
    assert [dump(part) async for part in result.full_stream] == [BYTES, raw, {**marker, "audio": b""}]
    assert dump(await result.usage) == {"inputCharacters": 2}
    assert (dump(await result.warnings), await result.provider_metadata) == ([OTHER], {"p": {"x": 1}})
    assert dump(await result.responses) == [{"timestamp": START, "modelId": "m2", "body": {"b": 1}}]


async def test_the_audio_alone_leaves_out_what_is_empty() -> None:
    marker = {**AUDIO, "audio": b"", "providerMetadata": {"turn": {}}}
    result = start(model(BYTES, {"type": "raw", "rawValue": 1}, marker, BYTES, {"type": "finish"}))
    assert [piece async for piece in result.audio_stream] == [b"\0\1", b"\0\1"]
    assert (dump(await result.usage), await result.provider_metadata) == ({}, {})


async def given_texts(text: Any) -> list[Any]:
    texts: list[Any] = []

    async def answer(options: SpeechModelV4StreamOptions) -> dict[str, Any]:
        texts.extend([dump(part) async for part in options.text])
        return {"stream": [AUDIO, FINISH]}

    await start(MockSpeechModelV4(do_stream=answer), text).usage
    return texts


async def test_text_may_be_whole_or_in_pieces_with_voices() -> None:
    hi = {"type": "text", "text": "Hi"}
    spoken = {**hi, "voice": "a", "providerOptions": {"p": {}}}
    part = SpeechTextPart(text="Hi", voice="a", provider_options={"p": {}})
    assert await given_texts("Hi") == [hi]
    assert await given_texts(["Hi", part]) == [hi, spoken]
    assert await given_texts(Writer("Hi", {"text": "Hi", "voice": "a", "providerOptions": {"p": {}}})) == [hi, spoken]
    assert await given_texts(word for word in ("Hi",)) == [hi]


async def test_the_model_gets_the_options() -> None:
    speaker = model(AUDIO, FINISH)
    settings: dict[str, Any] = {
        "voice": "v",
        "instructions": "i",
        "speed": 1.5,
        "language": "en",
        "provider_options": {"p": {}},
        "include_raw_chunks": True,
    }
    await start(speaker, output_format=PCM, headers={"a": "b"}, **settings).usage
    (call,) = speaker.do_stream_calls
    assert {name: getattr(call, name) for name in settings} == settings
    assert call.headers == {"a": "b", "user-agent": f"ai/{AI_VERSION}"}
    assert dump(call.output_format) == PCM


async def test_there_is_one_reader() -> None:
    result = start(model(AUDIO, FINISH))
    assert result.audio_stream is not None
    only = r"^Only one of audioStream or fullStream can be accessed, and only once\.$"
    with pytest.raises(StreamAlreadyConsumedError, match=only):
        assert result.full_stream is not None
    consumed = start(model(AUDIO, FINISH))
    await consumed.usage
    with pytest.raises(StreamAlreadyConsumedError, match=r"^audioStream cannot be accessed after a result promise\.$"):
        assert consumed.audio_stream is not None


@pytest.mark.parametrize("parts", [[], [FINISH], [{**AUDIO, "audio": b"", "providerMetadata": {}}, FINISH]])
async def test_a_stream_without_audio_is_an_error(parts: list[Any]) -> None:
    with pytest.raises(NoSpeechGeneratedError) as caught:
        await start(model(*parts, response={"modelId": "m3"})).usage
    assert [response.model_id for response in caught.value.responses] == ["m3"]


async def test_errors_that_are_parts_go_to_the_callback_and_do_not_end_the_stream() -> None:
    told: list[Any] = []
    error = {"type": "error", "error": {"code": 1}}
    result = start(model(AUDIO, error, AUDIO, FINISH), on_error=told.append)
    assert [part.type async for part in result.full_stream] == ["audio", "error", "audio"]
    assert told == [StreamSpeechErrorEvent(error={"code": 1})]


async def test_without_a_callback_errors_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    parts = [AUDIO, {"type": "error", "error": ValueError("no")}, FINISH]
    with caplog.at_level(logging.ERROR, logger="ai_sdk"):
        assert [piece async for piece in start(model(*parts)).audio_stream] == [b"\0\1"]
    assert [record.getMessage() for record in caplog.records] == ["no"]


async def test_a_stream_that_ends_too_early_tells_the_last_error() -> None:
    silent: Any = {"on_error": lambda _: None}
    told = {"type": "error", "error": ValueError("no")}
    with pytest.raises(ValueError, match="no"):
        await start(model(AUDIO, told), **silent).usage
    with pytest.raises(StreamProviderError, match=r"^The speech stream ended before it finished\.$") as caught:
        await start(model(AUDIO, {"type": "error", "error": {"code": 1}}), **silent).usage
    assert caught.value.data == {"code": 1}
    with pytest.raises(NoSpeechGeneratedError) as nothing:
        await start(model(told), **silent).usage
    assert repr(nothing.value.cause) == "ValueError('no')"


async def test_models_that_cannot_stream_say_so() -> None:
    with pytest.raises(UnsupportedFunctionalityError) as caught:
        start(MockSpeechModelV4(provider="p", model_id="m"))
    assert str(caught.value) == 'The p model "m" does not support streaming speech.'


async def test_for_an_id_the_error_says_where_it_was_looked_up() -> None:
    set_default_provider(MockProviderV4(speech_models={"custom": MockSpeechModelV4()}))
    try:
        with pytest.raises(UnsupportedFunctionalityError, match="String model IDs resolve through the global provider"):
            experimental_stream_speech(model="custom", text="Hi")
    finally:
        set_default_provider(None)


async def hanging_model(closed: list[str]) -> MockSpeechModelV4:
    async def parts() -> AsyncGenerator[Any, None]:
        try:
            yield AUDIO
            await asyncio.Event().wait()
        finally:
            closed.append("model")

    return MockSpeechModelV4(do_stream={"stream": parts()})


async def test_an_abort_ends_the_stream_even_when_the_model_does_not_look() -> None:
    closed: list[str] = []
    controller, writer = AbortController(), Writer()
    result = start(await hanging_model(closed), writer, abort_signal=controller.signal)
    with pytest.raises(AbortError):
        async for _ in result.audio_stream:
            asyncio.get_running_loop().call_soon(controller.abort)
    assert (closed, writer.is_closed) == (["model"], True)


async def test_an_abort_ends_a_call_that_has_no_stream_yet() -> None:
    async def never(_: SpeechModelV4StreamOptions) -> dict[str, Any]:
        await asyncio.Event().wait()
        return {}

    controller, writer = AbortController(), Writer()
    result = start(MockSpeechModelV4(do_stream=never), writer, abort_signal=controller.signal)
    asyncio.get_running_loop().call_later(0.01, controller.abort)
    with pytest.raises(AbortError):
        await result.usage
    assert writer.is_closed


async def test_leaving_the_block_closes_model_and_text() -> None:
    closed: list[str] = []
    writer = Writer()
    async with start(await hanging_model(closed), writer) as result:
        async for _ in result.audio_stream:
            break
    assert (closed, writer.is_closed) == (["model"], True)
    with pytest.raises(AbortError, match=r"^Speech stream was cancelled\.$"):
        await result.usage


async def test_text_is_spoken_over_a_websocket_while_it_is_written() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.receive_until("Good")
        await session.send(AUDIO)
        await session.receive_until("text-done")
        await session.send(AUDIO, FINISH)

    async with LoopbackWebSocketServer(answer) as server:
        heard = asyncio.Event()

        async def write() -> AsyncIterator[str]:
            yield "Good "
            await heard.wait()
            yield "morning"

        gateway = create_gateway(api_key="key", base_url=server.url)
        async with start(gateway.speech("elevenlabs/eleven_v3"), write()) as result:
            async for piece in result.audio_stream:
                assert piece == b"\0\1"
                heard.set()
            assert dump(await result.usage) == {"inputCharacters": 2}
        assert [json.loads(frame).get("delta") for frame in server.sessions[0].messages[1:-1]] == ["Good ", "morning"]
