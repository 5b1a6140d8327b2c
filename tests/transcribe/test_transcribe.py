"""`transcribe` turns audio into text: held in memory, fetched by the provider, or downloaded."""

import asyncio
from typing import Any

import pytest

from ai_sdk.error.no_output_errors import NoTranscriptGeneratedError
from ai_sdk.error.prompt_errors import InvalidDataContentError
from ai_sdk.provider import (
    APICallError,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
)
from ai_sdk.provider.codec import URL, dump
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.provider_utils.download import Download
from ai_sdk.provider_utils.response_handler import DownloadError
from ai_sdk.telemetry.telemetry import Telemetry, TelemetryErrorEvent
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.testing import MockTranscriptionModelV4
from ai_sdk.transcribe import audio_source
from ai_sdk.transcribe.transcribe import transcribe
from ai_sdk.util.download.download_function import DownloadRequest
from ai_sdk.version import AI_VERSION
from tests.instant_clock import START, InstantClock

WAV, FLAC = b"RIFF\0\0\0\0WAVE", b"fLaC"
ADDRESS = "https://a.example/speech"
ANSWER = {
    "text": "Hello",
    "segments": [{"text": "Hello", "start_second": 0, "end_second": 1.5}],
    "language": "en",
    "duration_in_seconds": 1.5,
    "response": {"timestamp": START, "model_id": "m"},
}


class Recorder(Telemetry):
    def __init__(self) -> None:
        self.events: list[Any] = []

    def on_start(self, event: Any) -> None:
        self.events.append(event)

    on_end = on_error = on_start


class Downloads:
    """Answers each download with a file, and remembers the requests."""

    def __init__(self, data: bytes, media_type: str | None = None) -> None:
        self.answer, self.requests = Download(data=data, media_type=media_type), list[DownloadRequest]()

    async def __call__(self, request: DownloadRequest) -> Download:
        self.requests.append(request)
        return self.answer


def run(model: Any, audio: Any = WAV, **settings: Any) -> Any:
    return asyncio.run(transcribe(model=model, audio=audio, **settings))


def test_the_result_is_what_the_model_returned() -> None:
    assert dump(run(MockTranscriptionModelV4(do_generate=ANSWER))) == {
        "text": "Hello",
        "segments": [{"text": "Hello", "startSecond": 0, "endSecond": 1.5}],
        "language": "en",
        "durationInSeconds": 1.5,
        "warnings": [],
        "responses": [{"timestamp": START, "modelId": "m"}],
        "providerMetadata": {},
    }


def test_the_model_gets_bytes_all_options_and_this_library_in_the_user_agent() -> None:
    model, signal = MockTranscriptionModelV4(do_generate=ANSWER), AbortController().signal
    settings = {"timestamp_granularities": ["word"], "provider_options": {"mock": {"o": 1}}, "abort_signal": signal}
    run(model, "ZkxhQw==", **settings, headers={"X-Team": "a"})
    headers = {"x-team": "a", "user-agent": f"ai/{AI_VERSION}"}
    assert model.do_generate_calls == [
        TranscriptionModelV4CallOptions(audio=FLAC, media_type="audio/flac", headers=headers, **settings)
    ]


def test_audio_of_an_unknown_kind_counts_as_wav() -> None:
    model = MockTranscriptionModelV4(do_generate=ANSWER)
    run(model, b"?")
    assert model.do_generate_calls[0].media_type == "audio/wav"


def test_a_url_is_downloaded_for_a_model_that_does_not_fetch() -> None:
    model, downloads, signal = MockTranscriptionModelV4(do_generate=ANSWER), Downloads(FLAC), AbortController().signal
    run(model, ADDRESS, download=downloads, abort_signal=signal)
    assert downloads.requests == [DownloadRequest(url=ADDRESS, abort_signal=signal)]
    assert (model.do_generate_calls[0].audio, model.do_generate_calls[0].media_type) == (FLAC, "audio/flac")


@pytest.mark.parametrize(
    ("header", "media_type"),
    [
        ("Audio/MP4; codecs=1", "audio/mp4"),
        ("application/octet-stream", "audio/flac"),
        ("audio/*", "audio/flac"),
        ("", "audio/flac"),
    ],
)
def test_the_servers_media_type_counts_when_it_is_one_of_audio(header: str, media_type: str) -> None:
    model = MockTranscriptionModelV4(do_generate=ANSWER)
    run(model, ADDRESS, download=Downloads(FLAC, header))
    assert model.do_generate_calls[0].media_type == media_type


def test_a_url_goes_to_a_model_that_fetches_it() -> None:
    model = MockTranscriptionModelV4(do_generate_from_url=ANSWER)
    run(model, URL(ADDRESS), timestamp_granularities=["segment"])
    [options] = model.do_generate_from_url_calls
    assert (options.audio, options.timestamp_granularities, model.do_generate_calls) == (ADDRESS, ["segment"], [])


def test_an_own_download_function_wins_over_the_provider() -> None:
    model = MockTranscriptionModelV4(do_generate=ANSWER, do_generate_from_url=ANSWER)
    run(model, ADDRESS, download=Downloads(WAV))
    assert (len(model.do_generate_calls), model.do_generate_from_url_calls) == (1, [])


class DecliningModel(MockTranscriptionModelV4):
    """Cannot fetch the URL, which a model says with `None`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.declined = 0

        async def decline(_: Any) -> TranscriptionModelV4Result | None:
            self.declined += 1
            return None

        self.do_generate_from_url = decline


def test_a_url_that_the_provider_declines_is_downloaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    downloaded: list[str] = []

    async def download(url: str, *, abort_signal: Any) -> Download:
        downloaded.append(url)
        return Download(data=FLAC)

    error = APICallError("busy", url="http://a", request_body_values={}, status_code=500)
    model, recorder = DecliningModel(do_generate=[error, ANSWER]), Recorder()
    monkeypatch.setattr(audio_source, "download", download)
    with use_clock(InstantClock()):
        run(model, ADDRESS, telemetry=TelemetryOptions(integrations=recorder))
    assert (model.declined, downloaded, [call.audio for call in model.do_generate_calls]) == (
        1,
        [ADDRESS],
        [FLAC, FLAC],
    )
    start, end = recorder.events
    assert dump(start.audio) == {}
    assert dump(end.audio) == {"byteLength": 4, "mediaType": "audio/flac"}


def test_no_transcript_at_all_is_an_error_and_an_empty_one_is_not() -> None:
    response = TranscriptionModelV4ResultResponse(timestamp=START, model_id="m")

    def answer(text: Any) -> TranscriptionModelV4Result:
        return TranscriptionModelV4Result(text=text, segments=[], warnings=[], response=response)

    assert run(MockTranscriptionModelV4(do_generate=lambda _: answer(""))).text == ""
    with pytest.raises(NoTranscriptGeneratedError, match="No transcript generated") as raised:
        run(MockTranscriptionModelV4(do_generate=lambda _: answer(None)))
    assert raised.value.responses == [response]


def test_text_that_is_no_base64_is_refused_and_telemetry_hears_of_it() -> None:
    recorder, model = Recorder(), MockTranscriptionModelV4(do_generate=ANSWER)
    with pytest.raises(InvalidDataContentError, match="not a base64-encoded media"):
        run(model, "!", telemetry=TelemetryOptions(integrations=recorder))
    start, error = recorder.events
    assert (dump(start.audio), start.operation_id, model.do_generate_calls) == ({}, "ai.transcribe", [])
    assert isinstance(error, TelemetryErrorEvent)


def test_a_download_that_is_not_allowed_is_refused() -> None:
    with pytest.raises(DownloadError):
        run(MockTranscriptionModelV4(do_generate=ANSWER), "http://127.0.0.1:1/speech")


def test_telemetry_gets_facts_and_not_the_audio() -> None:
    recorder = Recorder()
    run(MockTranscriptionModelV4(do_generate=ANSWER), telemetry=TelemetryOptions(integrations=recorder))
    start, end = recorder.events
    assert dump(start.audio) == dump(end.audio) == {"byteLength": 12, "mediaType": "audio/wav"}
    assert (end.call_id, end.text, end.duration_in_seconds) == (start.call_id, "Hello", 1.5)
