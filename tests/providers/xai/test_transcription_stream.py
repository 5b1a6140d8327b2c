"""Live transcription on xAI."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, APICallError, InvalidArgumentError, TranscriptionModelV4StreamOptions
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.websocket import WebSocketError
from ai_sdk.provider_utils.websockets_connector import connect_with_websockets
from ai_sdk.providers.xai import create_xai
from ai_sdk.providers.xai.transcription.stream import XaiTranscriptionStream
from ai_sdk.testing.loopback_websocket import LoopbackWebSocketServer, WebSocketSession
from tests.providers.transcription_streams import JSON, PCM, START, Audio, transcribe

pytestmark = pytest.mark.anyio


def model(server: LoopbackWebSocketServer) -> Any:
    return create_xai(api_key="key", base_url=f"{server.url}/v1", headers={"x-own": "1"}).transcription()


def saying(*events: Any) -> Any:
    async def answer(session: WebSocketSession) -> None:
        await session.send({"type": "transcript.created"})
        await session.receive_until("audio.done")
        await session.send(*events)

    return answer


def heard(text: str | None = None, **fields: Any) -> dict[str, Any]:
    return {"type": "transcript.partial", **({} if text is None else {"text": text}), **fields}


def said(text: str, **fields: Any) -> dict[str, Any]:
    return heard(text, is_final=True, speech_final=True, **fields)


def done(**fields: Any) -> dict[str, Any]:
    return {"type": "transcript.done", **fields}


def xai(**options: Any) -> dict[str, Any]:
    return {"providerOptions": {"xai": options}}


async def test_audio_is_sent_as_it_is_and_utterances_become_the_transcript() -> None:
    events = [
        heard("Si", start=0, duration=0.5),
        heard("Six", start=0, duration=1, is_final=True),
        said("Six bells.", start=0.25, duration=1.5),
        said("All well.", start=2),
        heard("Over"),
        done(text="", duration=3.5),
    ]
    transcript = await transcribe(model, saying(*events), headers={"x-call": "2"})
    assert transcript.sent == [b"\x01\x02", b"\x03\x04\x05", {"type": "audio.done"}]
    session = transcript.session
    assert (session.path, session.close_code) == ("/v1/stt?sample_rate=16000&encoding=pcm", 1000)
    names = ("authorization", "x-own", "x-call")
    assert [session.headers[name] for name in names] == ["Bearer key", "1", "2"]
    assert transcript.audio.is_closed
    assert transcript.parts == [
        START,
        {"type": "transcript-partial", "text": "Si", "startSecond": 0, "durationInSeconds": 0.5},
        {"type": "transcript-partial", "text": "Six", "startSecond": 0, "durationInSeconds": 1},
        {"type": "transcript-final", "text": "Six bells.", "startSecond": 0.25, "endSecond": 1.75},
        {"type": "transcript-final", "text": "All well.", "startSecond": 2},
        {"type": "transcript-partial", "text": "Over"},
        {"type": "finish", "text": "Six bells. All well. Over", "segments": [], "durationInSeconds": 3.5},
    ]
    assert transcript.request["body"].endswith("/v1/stt?sample_rate=16000&encoding=pcm")
    assert transcript.response.model_id == ""


async def test_each_channel_is_transcribed_by_itself_and_the_stream_ends_with_the_last() -> None:
    events = [
        said("Ahoy.", channel_index=1, start=1, duration=1),
        heard("Who", channel_index=0),
        done(channel_index=1, duration=2),
        said("Who?", channel_index=0),
        done(channel_index=0, text="Who goes?"),
    ]
    transcript = await transcribe(model, saying(*events), **xai(multichannel=True, channels=2, language="en"))
    first = {"id": "channel-1", "text": "Ahoy.", "startSecond": 1, "endSecond": 2, "channelIndex": 1}
    assert transcript.parts == [
        START,
        {"type": "transcript-final", **first},
        {"type": "transcript-partial", "id": "channel-0", "text": "Who", "channelIndex": 0},
        {"type": "transcript-final", "id": "channel-0", "text": "Who?", "channelIndex": 0},
        {
            "type": "finish",
            "text": "Who goes?\nAhoy.",
            "segments": [],
            "language": "en",
            "durationInSeconds": 2,
        },
    ]


async def test_settings_go_into_the_url() -> None:
    streaming = {"interimResults": True, "endpointing": 0, "smartTurn": 1e-7, "smartTurnTimeout": 100}
    options = xai(
        sampleRate=8000,
        audioFormat="mulaw",
        language="en",
        diarize=True,
        fillerWords=False,
        streaming=streaming,
        keyterm=["jib boom", "ü&="],
    )
    transcript = await transcribe(model, saying(done(text="x")), **options)
    assert transcript.session.path == (
        "/v1/stt?sample_rate=8000&encoding=mulaw&language=en&diarize=true&filler_words=false&interim_results=true"
        "&endpointing=0&smart_turn=1e-7&smart_turn_timeout=100&keyterm=jib+boom&keyterm=%C3%BC%26%3D"
    )
    assert transcript.parts[0] == START


@pytest.mark.parametrize(
    ("audio_format", "query"),
    [
        ({"type": "audio/pcmu", "rate": 8000}, "sample_rate=8000&encoding=mulaw"),
        ({"type": "audio/pcma"}, "encoding=alaw"),
    ],
)
async def test_the_encoding_follows_the_audio_format(audio_format: Any, query: str) -> None:
    options = {"inputAudioFormat": audio_format, **xai(keyterm="one")}
    transcript = await transcribe(model, saying(done(text="x")), **options)
    assert transcript.session.path == f"/v1/stt?{query}&keyterm=one"


async def test_what_live_transcription_leaves_out_is_warned_of() -> None:
    options = {"inputAudioFormat": {"type": "audio/wav"}, **xai(format=False)}
    transcript = await transcribe(model, saying(done(text="x")), **options)
    unsupported, other = transcript.parts[0]["warnings"]
    assert unsupported == {
        "type": "unsupported",
        "feature": "providerOptions.xai.format",
        "details": "xAI streaming transcription does not support format.",
    }
    assert other["message"].startswith('Unrecognized inputAudioFormat.type "audio/wav"; falling back to raw PCM')


async def test_raw_events_are_given_before_their_parts_and_what_is_not_json_is_not() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.send("nope", {"type": "other", "a": None}, 5, {"type": "transcript.created"})
        await session.receive_until("audio.done")
        await session.send(b'{"type":"transcript.done","text":"y"}')

    transcript = await transcribe(model, answer, includeRawChunks=True)
    raws: list[Any] = [{"type": "other", "a": None}, 5, {"type": "transcript.created"}]
    assert transcript.parts == [
        *({"type": "raw", "rawValue": raw} for raw in raws),
        START,
        {"type": "raw", "rawValue": {"type": "transcript.done", "text": "y"}},
        {"type": "finish", "text": "y", "segments": []},
    ]


@pytest.mark.parametrize(
    ("event", "message"),
    [({"type": "error", "message": "no credit"}, "no credit"), ({"type": "error"}, "xAI STT error")],
)
async def test_an_error_event_ends_the_stream(event: Any, message: str) -> None:
    transcript = await transcribe(model, saying(heard("x"), event))
    assert [part["type"] for part in transcript.parts] == ["stream-start", "transcript-partial"]
    assert isinstance(transcript.error, WebSocketError)
    assert (str(transcript.error), transcript.audio.is_closed) == (message, True)


async def test_a_connection_that_is_closed_early_ends_the_stream_without_a_finish() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.send({"type": "transcript.created"}, heard("x"))
        await session.close(1011, "bye")

    transcript = await transcribe(model, answer)
    assert [part["type"] for part in transcript.parts] == ["stream-start", "transcript-partial"]
    assert (transcript.error, transcript.audio.is_closed) == (None, True)


async def test_a_connection_that_breaks_is_an_error() -> None:
    async def answer(session: WebSocketSession) -> None:
        session.reset()

    transcript = await transcribe(model, answer)
    assert isinstance(transcript.error, WebSocketError)
    assert str(transcript.error) == "xAI streaming transcription error."


async def test_audio_that_fails_ends_the_stream() -> None:
    transcript = await transcribe(model, saying(), audio=Audio(b"a", OSError("microphone")))
    assert repr(transcript.error) == "OSError('microphone')"
    assert transcript.session.messages == [b"a"]


async def test_an_abort_ends_the_stream_and_closes_the_audio() -> None:
    controller = AbortController()

    async def answer(session: WebSocketSession) -> None:
        await session.send({"type": "transcript.created"})
        await session.receive_until("audio.done")
        controller.abort()

    transcript = await transcribe(model, answer, abortSignal=controller.signal)
    assert isinstance(transcript.error, AbortError)
    assert (transcript.parts, transcript.audio.is_closed) == ([START], True)


async def test_a_refused_connection_is_an_api_call_error() -> None:
    audio = Audio(b"a")
    async with LoopbackWebSocketServer(saying(), refuse=401) as server:
        options = load(TranscriptionModelV4StreamOptions, {"inputAudioFormat": PCM, "audio": audio})
        result = await model(server).do_stream(options)
        with pytest.raises(APICallError) as caught:
            await anext(result.stream)
    assert (caught.value.status_code, audio.is_closed) == (401, True)


async def test_a_stream_that_nobody_reads_connects_nowhere_and_closes_the_audio() -> None:
    audio = Audio(b"a")
    async with LoopbackWebSocketServer(saying()) as server:
        options = load(TranscriptionModelV4StreamOptions, {"inputAudioFormat": PCM, "audio": audio})
        result = await model(server).do_stream(options)
        await result.stream.aclose()
        assert (server.sessions, audio.is_closed) == ([], True)


async def test_the_connection_is_opened_by_the_connector_of_the_provider() -> None:
    opened: list[str] = []

    async def connect(url: str, *, headers: Mapping[str, str], protocols: Sequence[str]) -> Any:
        opened.append(url)
        return await connect_with_websockets(url, headers=headers, protocols=protocols)

    def make(server: LoopbackWebSocketServer) -> Any:
        return create_xai(api_key="key", base_url=server.url, websocket=connect).transcription()

    transcript = await transcribe(make, saying(done(text="x")))
    assert opened == [transcript.request["body"]]


async def test_channels_have_to_be_counted() -> None:
    with pytest.raises(InvalidArgumentError, match=r"xai.channels is required when providerOptions.xai.multichannel"):
        await transcribe(model, saying(), **xai(multichannel=True))


def test_a_final_text_takes_the_place_of_what_was_pending() -> None:
    state = XaiTranscriptionStream(warnings=[], language=None, channels=1)
    events = [heard("pending"), said(""), heard(), done()]
    parts = [dump(part) for event in events for part in state.feed(event)]
    assert parts[-1] == {"type": "finish", "text": "", "segments": []}
    assert state.is_finished


KINDS = st.sampled_from(["transcript.created", "transcript.partial", "transcript.done", "error", "other"])
FIELDS = st.sampled_from(["text", "start", "duration", "channel_index", "is_final", "speech_final", "message"])
EVENTS = JSON | st.builds(lambda kind, rest: {**rest, "type": kind}, KINDS, st.dictionaries(FIELDS, JSON))


@given(st.lists(EVENTS, max_size=6))
def test_events_of_any_shape_raise_nothing_but_our_errors(events: list[Any]) -> None:
    state = XaiTranscriptionStream(warnings=[], language=None, channels=2)
    parts: list[Any] = []
    try:
        for event in events:
            parts += state.feed(event)
    except AISDKError:
        assert not state.is_finished or any(part.type == "finish" for part in parts)
    assert all(isinstance(dump(part)["type"], str) for part in parts)
