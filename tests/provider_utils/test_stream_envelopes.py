"""The frames of streaming speech and transcription: what servers read and write, and what clients take."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import (
    APICallError,
    SharedV4AudioFormat,
    SpeechModelV4Audio,
    SpeechModelV4Error,
    TranscriptionModelV4Error,
    TranscriptionModelV4Raw,
    TranscriptionModelV4ResponseMetadataPart,
    TranscriptionModelV4TranscriptDelta,
)
from ai_sdk.provider_utils.speech_stream_envelope import (
    SpeechStreamStart,
    SpeechStreamTextDelta,
    SpeechStreamTextDone,
    parse_speech_stream_client_frame,
    parse_speech_stream_part,
    serialize_speech_stream_part,
)
from ai_sdk.provider_utils.stream_envelope import InvalidFrame, UnknownFrame
from ai_sdk.provider_utils.transcription_stream_envelope import (
    TranscriptionStreamAudioDone,
    TranscriptionStreamStart,
    parse_transcription_stream_client_frame,
    parse_transcription_stream_part,
    serialize_transcription_stream_part,
)

PCM = {"type": "audio/pcm", "rate": 16000}
AUDIO = {"type": "audio", "audio": "AAE=", "audioFormat": PCM}
FINISH = {"type": "finish", "text": "Hi", "segments": [{"text": "Hi", "startSecond": 0, "endSecond": 1}]}

START = {"type": "transcription-stream.start", "inputAudioFormat": PCM}
NO_FORMAT = "start frame must have an inputAudioFormat object with a string type"


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (START, TranscriptionStreamStart(frame=START)),
        ({"type": "transcription-stream.audio-done"}, TranscriptionStreamAudioDone()),
        ({"type": "newer"}, UnknownFrame()),
        ({"type": 1}, InvalidFrame(message="frame type must be a string")),
        ([], InvalidFrame(message="frame must be a JSON object")),
        ({"type": "transcription-stream.start"}, InvalidFrame(message=NO_FORMAT)),
        ({**START, "inputAudioFormat": {}}, InvalidFrame(message=NO_FORMAT)),
        (
            {**START, "inputAudioFormat": {"type": "a", "rate": "1"}},
            InvalidFrame(message="inputAudioFormat.rate must be a number when present"),
        ),
        ({**START, "providerOptions": []}, InvalidFrame(message="providerOptions must be an object when present")),
        ({**START, "includeRawChunks": 1}, InvalidFrame(message="includeRawChunks must be a boolean when present")),
    ],
)
def test_a_server_reads_the_frames_of_a_transcription(frame: Any, expected: Any) -> None:
    assert parse_transcription_stream_client_frame(json.dumps(frame)) == expected


SPEECH = {"type": "speech-stream.start"}
DELTA = {"type": "speech-stream.text-delta", "delta": "Hi"}


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (
            {**SPEECH, "voice": "v", "outputFormat": {**PCM, "x": 1}, "providerOptions": {"a": {}}, "extra": 1},
            SpeechStreamStart(frame={**SPEECH, "voice": "v", "outputFormat": PCM, "providerOptions": {"a": {}}}),
        ),
        ({**DELTA, "voice": "v"}, SpeechStreamTextDelta(delta="Hi", voice="v")),
        ({**DELTA, "providerOptions": {"a": {}}}, SpeechStreamTextDelta(delta="Hi", provider_options={"a": {}})),
        ({"type": "speech-stream.text-done"}, SpeechStreamTextDone()),
        ({"type": "newer"}, UnknownFrame()),
        ("text", InvalidFrame(message="frame must be a JSON object")),
        ({**SPEECH, "speed": "1"}, InvalidFrame(message="speed must be a number when present")),
        ({**SPEECH, "voice": None}, InvalidFrame(message="voice must be a string when present")),
        ({**SPEECH, "includeRawChunks": 1}, InvalidFrame(message="includeRawChunks must be a boolean when present")),
        (
            {**SPEECH, "outputFormat": {"type": "a", "rate": 0}},
            InvalidFrame(message="outputFormat must be an audio format object ({ type, rate? }) when present"),
        ),
        (
            {**SPEECH, "providerOptions": {"a": 1}},
            InvalidFrame(message="providerOptions must be an object of provider objects when present"),
        ),
        ({"type": "speech-stream.text-delta"}, InvalidFrame(message="text-delta frame must have a string delta")),
        ({**DELTA, "voice": 1}, InvalidFrame(message="text-delta voice must be a string when present")),
        (
            {**DELTA, "providerOptions": 1},
            InvalidFrame(message="text-delta providerOptions must be an object of provider objects when present"),
        ),
    ],
)
def test_a_server_reads_the_frames_of_speech(frame: Any, expected: Any) -> None:
    assert parse_speech_stream_client_frame(json.dumps(frame)) == expected


def test_what_is_no_json_or_pollutes_a_prototype_is_no_frame() -> None:
    for text in ("{", '{"__proto__":1,"type":"transcription-stream.audio-done"}'):
        assert parse_transcription_stream_client_frame(text) == InvalidFrame(message="malformed JSON")
        assert parse_speech_stream_client_frame(text) == InvalidFrame(message="malformed JSON")
        assert (parse_transcription_stream_part(text), parse_speech_stream_part(text)) == (None, None)


@pytest.mark.parametrize(
    "part",
    [
        {"type": "stream-start", "warnings": [{"type": "newer"}]},
        {"type": "transcript-delta", "delta": "x", "id": "1", "providerMetadata": {}},
        {"type": "transcript-partial", "text": "x", "startSecond": 1, "durationInSeconds": 1.5, "channelIndex": 0},
        {"type": "transcript-final", "text": "x", "endSecond": 2},
        {**FINISH, "language": "en", "durationInSeconds": 1, "usage": {}, "providerMetadata": {}},
        {"type": "raw", "rawValue": None},
        {"type": "error", "error": None},
        {"type": "response-metadata", "modelId": "m", "headers": {}, "body": 1},
    ],
)
def test_a_client_takes_the_parts_of_a_transcription(part: Any) -> None:
    assert parse_transcription_stream_part(json.dumps(part)) == part


@pytest.mark.parametrize(
    "part",
    [
        {"type": "stream-start"},
        {"type": "stream-start", "warnings": ["w"]},
        {"type": "transcript-delta", "delta": 1},
        {"type": "transcript-delta", "delta": "x", "id": None},
        {"type": "transcript-partial", "text": "x", "channelIndex": True},
        {"type": "transcript-final", "text": "x", "endSecond": "2"},
        {"type": "finish", "text": "x"},
        {**FINISH, "segments": [{"text": "x"}]},
        {**FINISH, "usage": []},
        {"type": "raw"},
        {"type": "error"},
        {"type": "response-metadata", "timestamp": "noon"},
        {"type": "response-metadata", "timestamp": 5},
        {"type": "response-metadata", "headers": []},
        {"type": "newer"},
        {},
        [],
    ],
)
def test_a_client_leaves_out_what_is_no_part_of_a_transcription(part: Any) -> None:
    assert parse_transcription_stream_part(json.dumps(part)) is None


@pytest.mark.parametrize(
    "part",
    [
        {**AUDIO, "id": "1", "providerMetadata": {}},
        {"type": "finish", "usage": {"inputCharacters": 1, "raw": {}}, "providerMetadata": {}},
        {"type": "stream-start", "warnings": [{"type": "other", "message": "m"}]},
        {"type": "raw", "rawValue": 1},
        {"type": "error", "error": "e"},
        {"type": "response-metadata", "modelId": "m"},
    ],
)
def test_a_client_takes_the_parts_of_speech(part: Any) -> None:
    assert parse_speech_stream_part(json.dumps(part)) == part


@pytest.mark.parametrize(
    "part",
    [
        {"type": "audio", "audio": "AAE="},
        {**AUDIO, "audio": 1},
        {**AUDIO, "audioFormat": {"type": ""}},
        {**AUDIO, "audioFormat": {"type": "a", "rate": -1}},
        {"type": "finish", "usage": {"inputTokens": "1"}},
        {"type": "stream-start", "warnings": 1},
        {"type": "stream-start", "warnings": [{"type": "unsupported"}]},
        {"type": "stream-start", "warnings": ["w"]},
        {"type": "raw"},
        {"type": "error"},
        {"type": "newer"},
        {"type": ["audio"]},
        5,
    ],
)
def test_a_client_leaves_out_what_is_no_part_of_speech(part: Any) -> None:
    assert parse_speech_stream_part(json.dumps(part)) is None


def test_warnings_of_unknown_kinds_are_left_out_of_speech() -> None:
    known = {"type": "deprecated", "setting": "s", "message": "m"}
    frame = json.dumps({"type": "stream-start", "warnings": [{"type": "newer"}, known]})
    assert parse_speech_stream_part(frame) == {"type": "stream-start", "warnings": [known]}


def test_timestamps_travel_as_text() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC)
    frame = serialize_transcription_stream_part(TranscriptionModelV4ResponseMetadataPart(timestamp=moment))
    assert frame == '{"type":"response-metadata","timestamp":"2026-01-02T03:04:05.678Z"}'
    expected = {"type": "response-metadata", "timestamp": moment}
    assert (parse_transcription_stream_part(frame), parse_speech_stream_part(frame)) == (expected, expected)
    assert parse_speech_stream_part('{"type":"response-metadata","timestamp":null}') == {"type": "response-metadata"}


def test_a_server_writes_audio_as_base64_and_exceptions_with_name_and_message() -> None:
    audio_format = SharedV4AudioFormat(type="audio/pcm", rate=16000)
    refused = APICallError("refused", url="u", request_body_values=None)
    written = [
        serialize_speech_stream_part(SpeechModelV4Audio(audio=b"\0\1", audio_format=audio_format)),
        serialize_speech_stream_part(SpeechModelV4Error(error=refused)),
        serialize_transcription_stream_part(TranscriptionModelV4Error(error=ValueError("no"))),
        serialize_transcription_stream_part(TranscriptionModelV4TranscriptDelta(delta="Hi")),
    ]
    assert written == [
        '{"type":"audio","audio":"AAE=","audioFormat":{"type":"audio/pcm","rate":16000}}',
        '{"type":"error","error":{"name":"AI_APICallError","message":"refused"}}',
        '{"type":"error","error":{"name":"ValueError","message":"no"}}',
        '{"type":"transcript-delta","delta":"Hi"}',
    ]


def test_what_json_has_no_word_for_is_not_written() -> None:
    assert serialize_transcription_stream_part(TranscriptionModelV4Raw(raw_value=object())) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)
TYPES = st.sampled_from(
    (
        *("stream-start", "transcript-delta", "transcript-partial", "transcript-final", "finish", "audio", "raw"),
        *(
            "error",
            "response-metadata",
            "speech-stream.start",
            "speech-stream.text-delta",
            "transcription-stream.start",
        ),
    )
)
KEYS = st.sampled_from(["warnings", "delta", "text", "segments", "audio", "audioFormat", "timestamp", "usage", "voice"])


@given(TYPES | JSON, st.dictionaries(KEYS, JSON, max_size=4))
def test_no_json_makes_a_parser_raise(kind: Any, rest: dict[str, Any]) -> None:
    text = json.dumps({"type": kind, **rest})
    for part in (parse_transcription_stream_part(text), parse_speech_stream_part(text)):
        assert part is None or part["type"] == kind
    assert parse_transcription_stream_client_frame(text).type in {"start", "audio-done", "invalid", "unknown"}
    assert parse_speech_stream_client_frame(text).type in {"start", "text-delta", "text-done", "invalid", "unknown"}
