"""Live transcription on Google, and on Vertex AI, which says the same with another address and other credentials."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, InvalidArgumentError, LoadAPIKeyError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.provider_utils.websocket import WebSocketError
from ai_sdk.provider_utils.websockets_connector import connect_with_websockets
from ai_sdk.providers.google import create_google
from ai_sdk.providers.google.realtime_url import get_realtime_websocket_url
from ai_sdk.providers.google.transcription.stream import LiveTranscriptionStream
from ai_sdk.providers.google_vertex import create_google_vertex
from ai_sdk.testing.loopback_websocket import LoopbackWebSocketServer, WebSocketSession
from tests.providers.transcription_streams import JSON, START, Audio, transcribe

pytestmark = pytest.mark.anyio

EARS = "gemini-3.5-transcribe-live"
OVER = {"realtimeInput": {"audioStreamEnd": True}}
TURN_COMPLETE = {"serverContent": {"turnComplete": True}}


class HastyClock(SystemClock):
    """Lets a hundredth of a second do for three."""

    def call_later(self, seconds: float, callback: Any) -> Any:
        return super().call_later(seconds / 300, callback)


def google(server: LoopbackWebSocketServer, model_id: str = EARS) -> Any:
    return create_google(api_key="key", base_url=f"{server.url}/v1beta", headers={"x-own": "1"}).transcription(model_id)


def vertex(server: LoopbackWebSocketServer, model_id: str = EARS) -> Any:
    async def connect(url: str, *, headers: Mapping[str, str], protocols: Sequence[str]) -> Any:
        assert url.startswith("wss://europe-west4-aiplatform.googleapis.com/ws/")
        local = urlsplit(url)._replace(scheme="ws", netloc=urlsplit(server.url).netloc).geturl()
        return await connect_with_websockets(local, headers=headers, protocols=protocols)

    settings: Any = {"project": "lighthouse", "location": "europe-west4", "generate_auth_token": lambda: "lamp"}
    return create_google_vertex(**settings, headers={"x-own": "1"}, websocket=connect).transcription(model_id)


BOTH = pytest.mark.parametrize("model", [google, vertex])


def saying(*messages: Any) -> Any:
    async def answer(session: WebSocketSession) -> None:
        await session.receive()
        await session.send({"setupComplete": {}})
        await session.receive_until("audioStreamEnd")
        await session.send(*messages)

    return answer


def heard(text: str | None = None, **fields: Any) -> dict[str, Any]:
    return content(inputTranscription={**({} if text is None else {"text": text}), **fields})


def interim(text: str) -> dict[str, Any]:
    return content(interimInputTranscription={"text": text})


def content(**fields: Any) -> dict[str, Any]:
    return {"serverContent": fields}


def delta(text: str, number: int = 0) -> dict[str, Any]:
    return {"type": "transcript-delta", "id": f"google-segment-{number}", "delta": text}


def partial(text: str, number: int = 0) -> dict[str, Any]:
    return {"type": "transcript-partial", "id": f"google-segment-{number}", "text": text}


def final(text: str, number: int = 0) -> dict[str, Any]:
    return {"type": "transcript-final", "id": f"google-segment-{number}", "text": text}


def finish(text: str, **fields: Any) -> dict[str, Any]:
    return {"type": "finish", "text": text, "segments": [], **fields}


def chunk(data: str) -> dict[str, Any]:
    return {"realtimeInput": {"audio": {"data": data, "mimeType": "audio/pcm;rate=16000"}}}


async def test_audio_follows_the_acknowledged_setup_and_segments_become_the_transcript() -> None:
    usage = {"totalTokenCount": 7}
    messages = [
        heard("Six "),
        heard("bells", finished=True, languageCode="en"),
        {"inputTranscription": {"text": "All well", "finished": True}},
        {"usageMetadata": usage},
        content(interactionStatus="IDLE"),
    ]
    transcript = await transcribe(google, saying(*messages), headers={"x-call": "2"})
    setup = {"model": f"models/{EARS}", "inputAudioTranscription": {}}
    assert transcript.sent == [{"setup": setup}, chunk("AQI="), chunk("AwQF"), OVER]
    service = "google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent"
    session = transcript.session
    assert (session.path, session.close_code) == (f"/ws/{service}?key=key", 1000)
    assert (session.headers["x-own"], session.headers["x-call"]) == ("1", "2")
    assert "x-goog-api-key" not in session.headers
    assert (transcript.request, transcript.response.model_id) == ({"body": setup}, EARS)
    assert transcript.audio.is_closed
    metadata = {"google": {"usageMetadata": usage}}
    assert transcript.parts == [
        START,
        delta("Six "),
        delta("bells"),
        final("Six bells"),
        delta("All well", 1),
        final("All well", 1),
        finish("Six bells All well", language="en", usage=usage, providerMetadata=metadata),
    ]


async def test_vertex_names_the_model_in_its_project_and_takes_a_token() -> None:
    options = {"vertex": {"mode": "VERBATIM"}, "google": {"diarization": True}}
    transcript = await transcribe(vertex, saying(TURN_COMPLETE), providerOptions=options)
    model = f"projects/lighthouse/locations/europe-west4/publishers/google/models/{EARS}"
    setup = {"model": model, "inputAudioTranscription": {"mode": "VERBATIM"}}
    assert (transcript.sent[0], transcript.request) == ({"setup": setup}, {"body": setup})
    session = transcript.session
    assert session.path == "/ws/google.cloud.aiplatform.v1.LlmBidiService/BidiGenerateContent"
    assert (session.headers["authorization"], session.headers["x-own"]) == ("Bearer lamp", "1")
    assert transcript.parts == [START, finish("")]


@BOTH
async def test_options_go_into_the_setup(model: Any) -> None:
    options = {
        "languageCodes": ["en-US"],
        "customVocabulary": ["Zed"],
        "wordTimestamp": True,
        "diarization": False,
        "mode": "SMART",
    }
    transcript = await transcribe(model, saying(TURN_COMPLETE), providerOptions={"google": options})
    assert transcript.sent[0]["setup"]["inputAudioTranscription"] == options


async def test_the_last_interim_text_stands_in_for_a_final_one() -> None:
    messages = [interim("Si"), interim("Six"), heard("Ten"), interim("Eleven"), TURN_COMPLETE]
    with use_clock(HastyClock()):
        busy = content(turnComplete=True, interactionStatus="BUSY")
        transcript = await transcribe(google, saying(interim("Fi"), busy))
    assert transcript.parts == [START, partial("Fi"), final("Fi"), finish("Fi")]
    transcript = await transcribe(google, saying(*messages))
    assert transcript.parts == [
        START,
        partial("Si"),
        partial("Six"),
        delta("Ten"),
        partial("Eleven"),
        final("Ten"),
        finish("Ten"),
    ]


def test_turns_end_segments_while_there_is_audio_and_the_stream_after_it() -> None:
    state = LiveTranscriptionStream("Google Live")
    before = [heard("one"), TURN_COMPLETE, content(interactionStatus="IDLE")]
    assert [dump(part) for message in before for part in state.feed(message)] == [delta("one"), final("one")]
    state.is_audio_over = True
    after = [heard("two"), content(turnComplete=True, interactionStatus="REQUIRES_ACTION")]
    parts = [dump(part) for message in after for part in state.feed(message)]
    assert parts == [delta("two", 1), final("two", 1), finish("one two")]
    assert (state.is_finished, state.finish()) == (True, [])


@pytest.mark.parametrize(("messages", "text"), [([], ""), ([heard("late"), {"other": 1}], "late")])
async def test_a_stream_that_nothing_ends_ends_when_it_has_been_quiet(messages: list[Any], text: str) -> None:
    with use_clock(HastyClock()):
        transcript = await transcribe(google, saying(*messages))
    assert transcript.parts[-1] == finish(text)
    assert (transcript.session.close_code, transcript.audio.is_closed) == (1000, True)


async def test_a_close_after_the_audio_is_an_end() -> None:
    async def answer(session: WebSocketSession) -> None:
        await saying(heard("x"))(session)
        await session.close(1000, "bye")

    transcript = await transcribe(google, answer)
    assert transcript.parts == [START, delta("x"), final("x"), finish("x")]


@BOTH
@pytest.mark.parametrize(("reason", "told"), [("bad key", "code 1008, reason: bad key"), ("", "code 1008")])
async def test_a_close_before_the_end_of_the_audio_is_an_error(model: Any, reason: str, told: str) -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.receive()
        await session.close(1008, reason)

    transcript = await transcribe(model, answer)
    service = "Google" if model is google else "Vertex"
    closed = f"{service} Live transcription WebSocket closed unexpectedly before finishing ({told})."
    assert isinstance(transcript.error, WebSocketError)
    assert (str(transcript.error), transcript.parts, transcript.audio.is_closed) == (closed, [START], True)


@BOTH
async def test_a_connection_that_breaks_is_an_error(model: Any) -> None:
    async def answer(session: WebSocketSession) -> None:
        session.reset()

    transcript = await transcribe(model, answer)
    assert isinstance(transcript.error, WebSocketError)
    assert str(transcript.error).rstrip(".") == f"{'Google' if model is google else 'Vertex'} Live transcription error"


@BOTH
@pytest.mark.parametrize("message", ["quota", None])
async def test_an_error_message_ends_the_stream(model: Any, message: str | None) -> None:
    error = {} if message is None else {"message": message}
    transcript = await transcribe(model, saying(heard("x"), {"error": error}))
    assert isinstance(transcript.error, WebSocketError)
    service = "Google" if model is google else "Vertex"
    assert str(transcript.error) == (message or f"{service} Live API error")
    assert transcript.parts == [START, delta("x")]


async def test_raw_messages_are_given_before_their_parts_and_what_is_not_json_is_not() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.receive()
        await session.send("not json", {"other": None}, 5, b'{"setupComplete":{}}')
        await session.receive_until("audioStreamEnd")
        await session.send(TURN_COMPLETE)

    transcript = await transcribe(google, answer, includeRawChunks=True)
    raws: list[Any] = [{"other": None}, 5, {"setupComplete": {}}, TURN_COMPLETE]
    assert transcript.parts == [START, *({"type": "raw", "rawValue": raw} for raw in raws), finish("")]


async def test_audio_that_fails_ends_the_stream() -> None:
    transcript = await transcribe(google, saying(), audio=Audio(OSError("microphone")))
    assert repr(transcript.error) == "OSError('microphone')"


async def test_an_abort_ends_the_stream_and_closes_the_audio() -> None:
    controller = AbortController()

    async def answer(session: WebSocketSession) -> None:
        await saying()(session)
        controller.abort()

    transcript = await transcribe(google, answer, abortSignal=controller.signal)
    assert isinstance(transcript.error, AbortError)
    assert (transcript.parts, transcript.audio.is_closed) == ([START], True)


@BOTH
async def test_models_and_audio_that_the_live_api_does_not_take_are_refused(model: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="does not support streaming transcription"):
        await transcribe(lambda server: model(server, "gemini-3.5-transcribe"), saying())
    for audio_format in ({"type": "audio/wav"}, {"type": "audio/pcm", "rate": 8000}):
        with pytest.raises(InvalidArgumentError, match="only supports 16kHz 16-bit PCM"):
            await transcribe(model, saying(), inputAudioFormat=audio_format)


async def test_the_key_of_the_call_is_the_key_and_without_one_nothing_is_streamed() -> None:
    transcript = await transcribe(google, saying(TURN_COMPLETE), headers={"X-Goog-Api-Key": "other"})
    assert transcript.session.path.endswith("?key=other")

    def without_key(server: LoopbackWebSocketServer) -> Any:
        return create_google(api_key="k", base_url=server.url, headers={"x-goog-api-key": None}).transcription(EARS)

    with pytest.raises(LoadAPIKeyError, match="key is required for streaming transcription"):
        await transcribe(without_key, saying())


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        ("https://host/v1beta", "wss://host/ws/S"),
        ("https://host/proxy/v1alpha?team=a", "wss://host/proxy/ws/S?team=a"),
        ("http://host:8080", "ws://host:8080/ws/S"),
        ("https://host/v1/", "wss://host/v1/ws/S"),
    ],
)
def test_the_live_api_is_beside_the_version_of_the_other(base_url: str, url: str) -> None:
    assert get_realtime_websocket_url(base_url, "S") == url


NAMES = ["setupComplete", "serverContent", "inputTranscription", "interimInputTranscription", "usageMetadata", "error"]
FIELDS = st.sampled_from([*NAMES, "text", "finished", "languageCode", "turnComplete", "interactionStatus", "message"])
MESSAGES = st.recursive(JSON, lambda inner: st.dictionaries(FIELDS, inner), max_leaves=6)


@given(st.lists(MESSAGES, max_size=4))
def test_messages_of_any_shape_raise_nothing_but_our_errors(messages: list[Any]) -> None:
    state = LiveTranscriptionStream("Google Live")
    state.is_audio_over = len(messages) > 1
    parts: list[Any] = []
    try:
        for message in messages:
            parts += state.feed(message)
    except AISDKError:
        assert not state.is_finished
    parts += state.finish()
    finals = [part.text for part in parts if part.type == "transcript-final"]
    assert [dump(part)["text"] for part in parts if part.type == "finish"] == [" ".join(finals)]
