"""Streaming speech and transcription behind the gateway: frames, parts, and the gateway's errors."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    SharedV4AudioFormat,
    SpeechModelV4StreamOptions,
    SpeechModelV4StreamTextPart,
    StreamingSpeechModelV4,
    StreamingTranscriptionModelV4,
    TranscriptionModelV4StreamOptions,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.providers.gateway import (
    GatewayAuthenticationError,
    GatewayError,
    GatewayForbiddenError,
    GatewayResponseError,
    create_gateway,
)
from ai_sdk.testing import LoopbackWebSocketServer, WebSocketSession
from tests.scripted_socket import ScriptedSocket

pytestmark = pytest.mark.anyio

PCM = {"type": "audio/pcm", "rate": 24000}
FINISH: dict[str, Any] = {"type": "finish", "text": "Hi", "segments": []}
DELTA = {"type": "transcript-delta", "delta": "H"}
AUDIO = {"type": "audio", "audio": "AAE=", "audioFormat": PCM}
SAID: dict[str, Any] = {"type": "finish", "usage": {"inputCharacters": 2}}
FAILED = "Invalid error response format: Gateway request failed: "


class Items:
    """What is streamed in; it notes that it was closed."""

    def __init__(self, *items: Any) -> None:
        self._items = iter(items)
        self.is_closed = False

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        for item in self._items:
            if isinstance(item, Exception):
                raise item
            return item
        raise StopAsyncIteration

    async def aclose(self) -> None:
        self.is_closed = True


def listening(audio: Items | None = None, **more: Any) -> TranscriptionModelV4StreamOptions:
    audio_format = SharedV4AudioFormat(type="audio/pcm", rate=24000)
    return TranscriptionModelV4StreamOptions(audio=audio or Items(b"\0\1"), input_audio_format=audio_format, **more)


def speaking(*parts: dict[str, Any], **more: Any) -> SpeechModelV4StreamOptions:
    text = [SpeechModelV4StreamTextPart(**part) for part in parts or ({"text": "Hi"},)]
    return SpeechModelV4StreamOptions(text=Items(*text), **more)


async def stream(socket: ScriptedSocket, options: Any, **settings: Any) -> Any:
    gateway = create_gateway(api_key="key", base_url="https://host/v4/ai", websocket=socket, **settings)
    if isinstance(options, SpeechModelV4StreamOptions):
        return await gateway.speech("elevenlabs/eleven_v3").do_stream(options)
    return await gateway.transcription("openai/gpt-realtime-whisper").do_stream(options)


async def read(result: Any) -> list[Any]:
    return [dump(part) async for part in result.stream]


async def fail(result: Any) -> tuple[list[Any], Exception]:
    parts: list[Any] = []
    with pytest.raises(Exception) as caught:  # noqa: PT011 - compared by whoever calls
        async for part in result.stream:
            parts.append(dump(part))  # noqa: PERF401 - what came before the error counts
    return parts, caught.value


async def test_a_transcription_over_a_real_websocket() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.receive_until("audio-done")
        await session.send({"type": "stream-start", "warnings": []}, DELTA, FINISH)

    async with LoopbackWebSocketServer(answer) as server:
        gateway = create_gateway(api_key="key", base_url=server.url, team_id_or_slug="tëam")
        model = gateway.experimental_transcription("openai/gpt-realtime-whisper")
        assert isinstance(model, StreamingTranscriptionModelV4)
        result = await model.do_stream(
            listening(Items(b"\0\1" * 50_000, "AAI="), provider_options={"openai": {"language": "de"}})
        )
        assert await read(result) == [{"type": "stream-start", "warnings": []}, DELTA, FINISH]
    (session,) = server.sessions
    start, *audio, done = session.messages
    assert json.loads(start) == {
        "type": "transcription-stream.start",
        "inputAudioFormat": PCM,
        "providerOptions": {"openai": {"language": "de"}},
    }
    assert result.request is not None
    assert result.request.body == json.loads(start)
    assert [len(frame) for frame in audio] == [65536, 34464, 2]
    assert done == '{"type":"transcription-stream.audio-done"}'
    assert session.path == "/transcription-model?ai-model-id=openai%2Fgpt-realtime-whisper"
    assert session.protocols == ["ai-gateway-transcription.v1", "ai-gateway-auth.key", "ai-gateway-team.dMOrYW0"]
    assert session.headers["ai-transcription-model-specification-version"] == "4"
    assert session.close_code == 1000


async def test_speech_over_a_real_websocket() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.receive_until("text-done")
        await session.send(AUDIO, SAID)

    options = speaking(
        {"text": "Good ", "voice": "a", "provider_options": {"e": {"turn": 1}}},
        {"text": "morning"},
        voice="v",
        output_format=SharedV4AudioFormat(type="audio/pcm", rate=24000),
        instructions="slowly",
        speed=1.5,
        language="en",
        provider_options={"gateway": {"zero_data_retention": True}},
        include_raw_chunks=True,
    )
    async with LoopbackWebSocketServer(answer) as server:
        model = create_gateway(api_key="key", base_url=server.url).experimental_speech("elevenlabs/eleven_v3")
        assert isinstance(model, StreamingSpeechModelV4)
        assert await read(await model.do_stream(options)) == [AUDIO, SAID]
    (session,) = server.sessions
    assert [json.loads(message) for message in session.messages] == [
        {
            "type": "speech-stream.start",
            "voice": "v",
            "outputFormat": PCM,
            "instructions": "slowly",
            "speed": 1.5,
            "language": "en",
            "providerOptions": {"gateway": {"zeroDataRetention": True}},
            "includeRawChunks": True,
        },
        {"type": "speech-stream.text-delta", "delta": "Good ", "voice": "a", "providerOptions": {"e": {"turn": 1}}},
        {"type": "speech-stream.text-delta", "delta": "morning"},
        {"type": "speech-stream.text-done"},
    ]
    assert session.path == "/speech-model?ai-model-id=elevenlabs%2Feleven_v3"
    assert (session.protocols, session.close_code) == (["ai-gateway-speech.v1", "ai-gateway-auth.key"], 1000)


async def test_long_texts_are_cut_between_characters_and_empty_ones_carry_their_voice() -> None:
    socket = ScriptedSocket(AUDIO, SAID, after="text-done")
    smileys = "\N{GRINNING FACE}" * 5000
    parts: list[dict[str, Any]] = [
        {"text": "x" + smileys, "voice": "a", "provider_options": {"e": {}}},
        {"text": ""},
        {"text": "", "voice": "b"},
    ]
    await read(await stream(socket, speaking(*parts)))
    deltas = [json.loads(frame) for frame in socket.sent[1:-1]]
    assert [len(delta["delta"].encode("utf-16-le")) // 2 for delta in deltas] == [8191, 1810, 0]
    assert "".join(delta["delta"] for delta in deltas) == "x" + smileys
    assert [delta["voice"] for delta in deltas] == ["a", "a", "b"]
    assert ["providerOptions" in delta for delta in deltas] == [True, False, False]


async def test_parts_that_are_newer_than_this_library_lose_nothing() -> None:
    warning = {"type": "newer", "why": 1}
    sent: list[Any] = [
        {"type": "stream-start", "warnings": [warning]},
        {"type": "newer"},
        {"type": "transcript-delta"},
        {**DELTA, "more": 1},
        {"type": "response-metadata", "timestamp": None, "modelId": "m"},
        FINISH,
    ]
    parts = await read(await stream(ScriptedSocket(*sent, after="done"), listening()))
    metadata = {"type": "response-metadata", "modelId": "m"}
    assert parts == [sent[0], {**DELTA, "more": 1}, metadata, FINISH]


async def test_an_error_part_stops_the_audio_and_its_error_is_raised_at_the_close() -> None:
    audio = Items()
    error = {"type": "error", "error": {"type": "forbidden", "message": "not for you"}}
    result = await stream(ScriptedSocket(error, DELTA, after="done", code=1011), listening(audio))
    iterator = aiter(result.stream)
    assert dump(await anext(iterator)) == error
    assert audio.is_closed
    assert dump(await anext(iterator)) == DELTA
    with pytest.raises(GatewayForbiddenError, match="not for you"):
        await anext(iterator)


async def test_an_error_part_of_speech_holds_the_gateways_error() -> None:
    error = {"type": "error", "error": {"type": "authentication_error", "message": "no"}}
    parts, raised = await fail(await stream(ScriptedSocket(error, after="done", code=1011), speaking()))
    assert [type(part["error"]) for part in parts] == [GatewayAuthenticationError]
    assert isinstance(raised, GatewayAuthenticationError)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ({"type": "odd", "message": "m"}, "m"),
        ({"message": 5}, '{"message":5}'),
        ("text", "text"),
        (None, "unknown error"),
    ],
)
async def test_an_error_of_unknown_shape_is_told(error: Any, told: str) -> None:
    socket = ScriptedSocket({"type": "error", "error": error}, after="done")
    _, raised = await fail(await stream(socket, listening()))
    assert (type(raised), str(raised)) == (
        GatewayResponseError,
        f"{FAILED}AI Gateway transcription stream failed: {told}",
    )


@pytest.mark.parametrize(
    ("options", "code", "reason", "message"),
    [
        (listening, 1000, "", "AI Gateway transcription stream closed before a finish part was received"),
        (listening, None, "", "Connection error on AI Gateway transcription stream"),
        (speaking, 1000, "", "AI Gateway speech stream closed before a finish part was received (code 1000)."),
        (speaking, 1011, "why", "AI Gateway speech stream closed before a finish part was received (code 1011: why)."),
        (speaking, 1006, "", "Connection error on AI Gateway speech stream"),
    ],
)
async def test_an_end_without_finish_part_is_an_error(
    options: Any, code: int | None, reason: str, message: str
) -> None:
    _, raised = await fail(await stream(ScriptedSocket(after="done", code=code, reason=reason), options()))
    assert (type(raised), str(raised)) == (GatewayResponseError, FAILED + message)


async def test_an_error_of_the_audio_is_a_gateway_error_with_its_cause() -> None:
    _, raised = await fail(await stream(ScriptedSocket(after="-"), listening(Items(ValueError("no microphone")))))
    assert isinstance(raised, GatewayResponseError)
    assert (str(raised), repr(raised.cause)) == (f"{FAILED}no microphone", "ValueError('no microphone')")


@pytest.mark.parametrize("options", [listening, speaking])
async def test_an_abort_keeps_its_reason(options: Any) -> None:
    controller = AbortController()
    controller.abort(RuntimeError("hung up"))
    _, raised = await fail(await stream(ScriptedSocket(), options(abort_signal=controller.signal)))
    assert repr(raised) == "RuntimeError('hung up')"


async def test_a_refused_handshake_is_the_gateways_error() -> None:
    async with LoopbackWebSocketServer(lambda _: asyncio.sleep(0), refuse=401) as server:
        model = create_gateway(api_key="key", base_url=server.url).speech("a/b")
        _, raised = await fail(await model.do_stream(speaking()))
    assert isinstance(raised, GatewayError)
    assert raised.status_code == 401


async def test_closing_a_stream_that_nobody_reads_closes_what_is_streamed_in() -> None:
    audio = Items()
    result = await stream(ScriptedSocket(), listening(audio))
    await result.stream.aclose()
    assert audio.is_closed


VALUES: st.SearchStrategy[Any] = (
    st.none() | st.text(max_size=4) | st.floats() | st.lists(st.text(max_size=2), max_size=2) | st.just({})
)
KINDS = ["stream-start", "transcript-delta", "transcript-final", "audio", "raw", "error", "response-metadata", "finish"]
PARTS = st.fixed_dictionaries(
    {"type": st.sampled_from(KINDS) | VALUES},
    optional={
        "warnings": st.just([]) | VALUES,
        "delta": st.text(max_size=3) | VALUES,
        "text": st.text(max_size=3) | VALUES,
        "audio": st.sampled_from(["AAE=", "*"]) | VALUES,
        "audioFormat": st.just(PCM) | VALUES,
        "segments": st.just([]) | VALUES,
        "timestamp": st.just("2026-01-01T00:00:00Z") | VALUES,
        "rawValue": VALUES,
        "error": VALUES,
        "channelIndex": VALUES,
    },
)
MESSAGES = st.lists(PARTS.map(json.dumps) | st.text(max_size=6) | st.binary(max_size=6), max_size=6)


@given(st.sampled_from([listening, speaking]), MESSAGES, st.sampled_from([None, 1000, 1006, 1011]))
def test_whatever_the_server_sends_only_our_own_errors_come_out(
    options: Any, messages: list[str | bytes], code: int | None
) -> None:
    async def run() -> list[Any]:
        socket, parts = ScriptedSocket(*messages, after="done", code=code), []
        result = await stream(socket, options())
        try:
            async for part in result.stream:
                parts.append(dump(part)["type"])  # noqa: PERF401 - what came before an error counts
        except AISDKError:
            parts.append("failed")
        return parts

    assert asyncio.run(run())[-1] in {"finish", "failed"}
