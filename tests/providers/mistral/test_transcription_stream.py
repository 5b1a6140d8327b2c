"""Live transcription on Mistral."""

from base64 import b64decode
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import AISDKError, InvalidArgumentError, JSONParseError, TypeValidationError
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController, AbortError
from ai_sdk.provider_utils.json import stringify
from ai_sdk.provider_utils.websocket import WebSocketError
from ai_sdk.providers.mistral import create_mistral
from ai_sdk.providers.mistral.transcription.stream import MistralTranscriptionStream, read_event
from ai_sdk.testing.loopback_websocket import LoopbackWebSocketServer, WebSocketSession
from tests.providers.transcription_streams import JSON, START, Audio, transcribe

pytestmark = pytest.mark.anyio

CREATED, UPDATED = {"type": "session.created"}, {"type": "session.updated"}
DONE = {"type": "transcription.done", "text": "all"}
END = {"type": "input_audio.end"}
ENDED = [
    {"type": "response-metadata", "modelId": "ears", "body": DONE},
    {"type": "finish", "text": "all", "segments": [], "providerMetadata": {"mistral": {"segments": []}}},
]


def model(server: LoopbackWebSocketServer) -> Any:
    return create_mistral(api_key="key", base_url=f"{server.url}/v1").transcription("ears")


def saying(*events: Any) -> Any:
    async def answer(session: WebSocketSession) -> None:
        await session.send(CREATED)
        await session.receive_until("session.update")
        await session.send(UPDATED)
        await session.receive_until("input_audio.end")
        await session.send(*events)

    return answer


def mistral(**options: Any) -> dict[str, Any]:
    return {"providerOptions": {"mistral": options}}


def update(**settings: Any) -> dict[str, Any]:
    session = {"audio_format": {"encoding": "pcm_s16le", "sample_rate": 16000}, **settings}
    return {"type": "session.update", "session": session}


async def test_audio_goes_to_a_session_that_was_configured_and_texts_come_back() -> None:
    segments = [
        {"text": "Six", "start": 0, "end": 1, "speaker_id": "mate"},
        {"text": "bells", "start": 1, "end": None},
    ]
    usage = {"prompt_audio_seconds": 3, "deep": {"a": [1, None]}}
    end = {"type": "transcription.done", "text": "Six bells", "model": "ears-3", "language": "en"}
    events = [
        {"type": "transcription.text.delta", "text": "Six "},
        {"type": "transcription.segment", "text": "Six", "start": 0.5, "end": 1.25, "speaker_id": "mate"},
        {"type": "transcription.segment", "text": "bells", "start": None},
        {**end, "segments": segments, "usage": usage},
    ]
    transcript = await transcribe(model, saying(*events), headers={"x-call": "2"})
    assert transcript.sent == [
        update(),
        {"type": "input_audio.append", "audio": "AQI="},
        {"type": "input_audio.append", "audio": "AwQF"},
        END,
    ]
    session = transcript.session
    assert (session.path, session.close_code) == ("/v1/audio/transcriptions/realtime?model=ears", 1005)
    assert (session.headers["authorization"], session.headers["x-call"]) == ("Bearer key", "2")
    assert transcript.request == {"body": f"ws://{session.headers['host']}{session.path}"}
    assert (transcript.response.model_id, transcript.audio.is_closed) == ("ears", True)
    speaker = {"mistral": {"speakerId": "mate"}}
    final = {"type": "transcript-final", "text": "Six", "startSecond": 0.5, "endSecond": 1.25}
    metadata = [
        {"text": "Six", "startSecond": 0, "endSecond": 1, "speakerId": "mate"},
        {"text": "bells", "startSecond": 1},
    ]
    assert transcript.parts == [
        START,
        {"type": "transcript-delta", "delta": "Six "},
        {**final, "providerMetadata": speaker},
        {"type": "transcript-final", "text": "bells"},
        {"type": "response-metadata", "modelId": "ears-3", "body": events[-1]},
        {
            "type": "finish",
            "text": "Six bells",
            "segments": [{"text": "Six", "startSecond": 0, "endSecond": 1}],
            "language": "en",
            "durationInSeconds": 3,
            "usage": usage,
            "providerMetadata": {"mistral": {"usage": usage, "segments": metadata}},
        },
    ]


async def test_options_become_the_settings_of_the_session() -> None:
    detection = {
        "startThreshold": 0.5,
        "eagerEndThreshold": 0.1,
        "endThreshold": 1,
        "minSilenceMs": 10,
        "endTimeoutMs": 20,
    }
    options = mistral(
        language="fr",
        contextBias=["Zed"],
        diarize=True,
        targetStreamingDelayMs=480,
        speakerReferences={"ann": "QUJD"},
        turnDetection=detection,
    )
    transcript = await transcribe(model, saying(DONE), inputAudioFormat={"type": "audio/pcm", "rate": 24000}, **options)
    assert transcript.sent[0]["session"] == {
        "audio_format": {"encoding": "pcm_s16le", "sample_rate": 24000},
        "target_streaming_delay_ms": 480,
        "language": "fr",
        "context_bias": ["Zed"],
        "diarize": True,
        "speaker_references": {"ann": "QUJD"},
        "turn_detection": {
            "start_threshold": 0.5,
            "eager_end_threshold": 0.1,
            "end_threshold": 1,
            "min_silence_ms": 10,
            "end_timeout_ms": 20,
        },
    }
    assert transcript.parts == [START, *ENDED]


async def test_options_for_whole_files_are_warned_of() -> None:
    options = mistral(returnLanguage=True, temperature=0, timestampGranularities=["word"], turnDetection={})
    transcript = await transcribe(model, saying(DONE), inputAudioFormat={"type": "audio/pcm"}, **options)
    assert transcript.sent[0] == update(turn_detection={})
    details = "This option is not supported for realtime transcription."
    assert transcript.parts[0]["warnings"] == [
        {"type": "unsupported", "feature": f"providerOptions.mistral.{name}", "details": details}
        for name in ("returnLanguage", "temperature", "timestampGranularities")
    ]


async def test_large_chunks_are_sent_in_pieces_below_the_limit_of_a_message() -> None:
    audio = bytes(range(256)) * 600
    transcript = await transcribe(model, saying(DONE), audio=Audio(audio, b"", "YQ=="))
    _, *appends, end = transcript.sent
    pieces = [b64decode(append["audio"]) for append in appends]
    assert ([len(piece) for piece in pieces], end) == ([65536, 65536, 22528, 1], END)
    assert b"".join(pieces) == audio + b"a"


async def test_a_session_is_configured_and_fed_once() -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.send(UPDATED, CREATED, CREATED)
        await session.receive_until("session.update")
        await session.send(UPDATED, UPDATED)
        await session.receive_until("input_audio.end")
        await session.send(DONE)

    transcript = await transcribe(model, answer, audio=Audio(b"a"))
    assert transcript.sent == [update(), {"type": "input_audio.append", "audio": "YQ=="}, END]
    assert transcript.parts == [START, *ENDED]


async def test_raw_events_are_given_also_those_that_mean_nothing_here() -> None:
    turn = {"type": "turn.ended", "x": [1.5, None]}
    transcript = await transcribe(model, saying(turn, DONE), includeRawChunks=True)
    raws: list[Any] = [CREATED, UPDATED, turn, DONE]
    assert transcript.parts == [START, *({"type": "raw", "rawValue": raw} for raw in raws), *ENDED]


@pytest.mark.parametrize(
    ("event", "kind", "message"),
    [
        ({"type": "error", "error": {"message": "no credit"}}, WebSocketError, "no credit"),
        ({"type": "error", "error": "x"}, TypeValidationError, "Type validation failed"),
        ({"kind": "x"}, TypeValidationError, "Type validation failed"),
        ([1], TypeValidationError, "Type validation failed"),
        ("{oops", JSONParseError, "JSON parsing failed: Text: {oops."),
        ('{"type":"x","__proto__":{}}', JSONParseError, "forbidden prototype property"),
    ],
)
async def test_errors_and_what_is_no_event_end_the_stream(event: Any, kind: type[Exception], message: str) -> None:
    transcript = await transcribe(model, saying(event))
    assert isinstance(transcript.error, kind)
    assert message in str(transcript.error)
    assert (transcript.parts, transcript.audio.is_closed, transcript.session.close_code) == ([START], True, 1005)


@pytest.mark.parametrize(("reason", "told"), [("gone", "code: 1011, reason: gone"), ("", "code: 1011")])
async def test_a_connection_that_is_closed_early_is_an_error(reason: str, told: str) -> None:
    async def answer(session: WebSocketSession) -> None:
        await session.close(1011, reason)

    transcript = await transcribe(model, answer)
    assert isinstance(transcript.error, WebSocketError)
    message = "Mistral realtime transcription connection closed before transcription.done"
    assert (str(transcript.error), transcript.audio.is_closed) == (f"{message} ({told}).", True)


async def test_a_connection_that_breaks_is_an_error() -> None:
    async def answer(session: WebSocketSession) -> None:
        session.reset()

    transcript = await transcribe(model, answer)
    assert str(transcript.error) == "Mistral realtime transcription WebSocket error."


async def test_audio_that_fails_ends_the_stream() -> None:
    transcript = await transcribe(model, saying(), audio=Audio(OSError("microphone")))
    assert repr(transcript.error) == "OSError('microphone')"


async def test_a_call_that_was_aborted_connects_nowhere_and_closes_the_audio() -> None:
    controller = AbortController()
    controller.abort()
    transcript = await transcribe(model, saying(), abortSignal=controller.signal)
    assert isinstance(transcript.error, AbortError)
    assert (transcript.parts, transcript.session, transcript.audio.is_closed) == ([], None, True)


@pytest.mark.parametrize("audio_format", [{"type": "audio/wav"}, *({"type": "audio/pcm", "rate": n} for n in (0, -1))])
async def test_audio_that_is_not_pcm_is_refused(audio_format: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="requires audio/pcm"):
        await transcribe(model, saying(), inputAudioFormat=audio_format)


KINDS = ["session.created", "session.updated", "transcription.text.delta", "transcription.segment"]
FIELDS = st.sampled_from(["text", "start", "end", "speaker_id", "model", "language", "segments", "usage", "error"])
EVENTS = JSON | st.builds(
    lambda kind, rest: {**rest, "type": kind},
    st.sampled_from([*KINDS, "transcription.done", "error", "other"]),
    st.dictionaries(FIELDS, JSON),
)


@given(st.lists(EVENTS, max_size=4))
def test_events_of_any_shape_raise_nothing_but_our_errors(events: list[Any]) -> None:
    state = MistralTranscriptionStream("ears")
    parts: list[Any] = []
    try:
        for event in events:
            parts += state.feed(read_event(stringify(event)))
    except AISDKError:
        assert len(parts) <= 2 * len(events)
    assert state.is_finished == any(part.type == "finish" for part in parts)
    assert all(isinstance(dump(part)["type"], str) for part in parts)
