"""`generate_speech` makes audio: one call of the model, retried, with telemetry around it."""

import asyncio
from typing import Any

import pytest

from ai_sdk.error.no_output_errors import NoSpeechGeneratedError
from ai_sdk.generate_speech.audio_media_type import find_audio_media_type, measure_audio
from ai_sdk.generate_speech.generate_speech import generate_speech
from ai_sdk.generate_speech.speech_events import GenerateSpeechEndEvent, GenerateSpeechStartEvent
from ai_sdk.provider import APICallError, SpeechModelV4CallOptions
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.telemetry.telemetry import Telemetry, TelemetryErrorEvent
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.testing import MockSpeechModelV4
from ai_sdk.version import AI_VERSION
from tests.instant_clock import START, InstantClock

WAV = b"RIFF\0\0\0\0WAVE"
RESPONSE = {"timestamp": START, "model_id": "m", "headers": {"content-type": "audio/wav"}, "body": b"..."}


class Recorder(Telemetry):
    def __init__(self) -> None:
        self.events: list[Any] = []

    def on_start(self, event: Any) -> None:
        self.events.append(event)

    on_end = on_error = on_start


def run(model: MockSpeechModelV4, **settings: Any) -> Any:
    return asyncio.run(generate_speech(model=model, text="Hello", **settings))


def test_the_result_has_the_audio_and_the_response() -> None:
    answer = {
        "audio": WAV, "warnings": [{"type": "other", "message": "careful"}], "response": RESPONSE,
        "provider_metadata": {"mock": {"a": 1}},
    }  # fmt: skip
    assert dump(run(MockSpeechModelV4(do_generate=answer))) == {
        "audio": {"mediaType": "audio/wav", "base64": "UklGRgAAAABXQVZF", "format": "wav"},
        "warnings": [{"type": "other", "message": "careful"}],
        "responses": [
            {"timestamp": START, "modelId": "m", "headers": {"content-type": "audio/wav"}, "body": b"..."},
        ],
        "providerMetadata": {"mock": {"a": 1}},
    }


def test_the_model_gets_all_options_and_this_library_in_the_user_agent() -> None:
    model, signal = MockSpeechModelV4(do_generate={"audio": WAV}), AbortController().signal
    settings = {
        "voice": "v", "output_format": "wav", "instructions": "slowly", "speed": 1.5, "language": "en",
        "provider_options": {"mock": {"o": 1}}, "abort_signal": signal,
    }  # fmt: skip
    run(model, **settings, headers={"X-Team": "a"})
    headers = {"x-team": "a", "user-agent": f"ai/{AI_VERSION}"}
    assert model.do_generate_calls == [SpeechModelV4CallOptions(text="Hello", headers=headers, **settings)]


@pytest.mark.parametrize("audio", [b"", ""])
def test_no_audio_is_an_error_with_the_response(audio: bytes | str) -> None:
    model = MockSpeechModelV4(do_generate={"audio": audio, "response": RESPONSE})
    with pytest.raises(NoSpeechGeneratedError, match="No speech audio generated") as raised:
        run(model)
    assert [response.model_id for response in raised.value.responses] == ["m"]


def test_a_failed_call_is_tried_again() -> None:
    error = APICallError("busy", url="http://a", request_body_values={}, status_code=500)
    clock = InstantClock()
    with use_clock(clock):
        result = run(MockSpeechModelV4(do_generate=[error, {"audio": WAV}]))
    assert (result.audio.data, clock.slept) == (WAV, [2.0])


@pytest.mark.parametrize(
    ("audio", "headers", "output_format", "expected"),
    [
        (WAV, {"content-type": "audio/aac"}, "pcm", "audio/wav"),
        (b"?", {"Content-Type": "Audio/AAC; rate=1"}, "pcm", "audio/aac"),
        (b"?", {"content-type": "application/octet-stream"}, " PCM ", "audio/pcm"),
        (b"?", None, "mulaw", "audio/mulaw"),
        (b"?", None, "audio/l16", "audio/l16"),
        (b"?", None, "flac", "audio/mp3"),
        ("Pz8/", None, None, "audio/mp3"),
    ],
)
def test_the_media_type_comes_from_the_bytes_the_header_or_the_format(
    audio: Any, headers: Any, output_format: str | None, expected: str
) -> None:
    assert find_audio_media_type(audio, headers, output_format) == expected


@pytest.mark.parametrize(
    ("audio", "length"), [(b"abc", 3), ("", 0), ("YQ==", 1), ("YWI=", 2), ("YW\nJj", 3), ("YQ", 1)]
)
def test_audio_is_measured_in_bytes(audio: bytes | str, length: int) -> None:
    assert measure_audio(audio) == length


def test_telemetry_gets_facts_and_not_the_audio() -> None:
    recorder = Recorder()
    answer = {"audio": "UklGRgAAAABXQVZF", "response": RESPONSE, "usage": {"characters": 5}}
    run(MockSpeechModelV4(do_generate=answer), voice="v", telemetry=TelemetryOptions(integrations=recorder))
    start, end = recorder.events
    assert isinstance(start, GenerateSpeechStartEvent)
    assert isinstance(end, GenerateSpeechEndEvent)
    assert (start.operation_id, start.voice, start.max_retries) == ("ai.generateSpeech", "v", 2)
    assert dump(end.audio) == {"byteLength": 12, "mediaType": "audio/wav", "format": "wav"}
    assert (end.call_id, end.usage, end.response.body) == (start.call_id, {"characters": 5}, None)


def test_telemetry_hears_of_the_error() -> None:
    recorder = Recorder()
    with pytest.raises(NoSpeechGeneratedError):
        run(MockSpeechModelV4(do_generate={"audio": b""}), telemetry=TelemetryOptions(integrations=recorder))
    assert isinstance(recorder.events[-1], TelemetryErrorEvent)
