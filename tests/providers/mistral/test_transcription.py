"""The transcription model of Mistral."""

from datetime import UTC, datetime

import httpx
import pytest

from ai_sdk.provider import (
    InvalidArgumentError,
    SharedV4WarningUnsupported,
    TranscriptionModelV4,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
)
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.providers.mistral import create_mistral
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 1, 2, tzinfo=UTC)
MINIMAL = {"model": "ears-1", "text": "Rest."}
SEGMENT = {"text": "Rest.", "start": 0, "end": 1.5}


class StoppedClock(SystemClock):
    def now(self) -> datetime:
        return NOW


def model(server: Server, model_id: str):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_mistral(api_key="key", http_client=client).transcription(model_id)


async def transcribe(server: Server, audio=b"RIFF", media_type="audio/wav", model_id="ears", **mistral):
    options = TranscriptionModelV4CallOptions(
        audio=audio, media_type=media_type, provider_options={"mistral": mistral} if mistral else None
    )
    with use_clock(StoppedClock()):
        return await model(server, model_id).do_generate(options)


def field(name):
    return f'Content-Disposition: form-data; name="{name}"'


@pytest.mark.parametrize("audio", [b"RIFF", "UklGRg=="])
async def test_audio_is_posted_as_a_file(audio):
    server = Server(reply(MINIMAL))
    assert isinstance(model(server, "ears"), TranscriptionModelV4)
    result = await transcribe(server, audio, "Audio/MPEG")
    assert str(server.requests[0].url) == "https://api.mistral.ai/v1/audio/transcriptions"
    file = f'{field("file")}; filename="audio.mp3"\r\nContent-Type: audio/mpeg'
    assert server.form == [(field("model"), "ears"), (file, "RIFF")]
    assert result == TranscriptionModelV4Result(
        text="Rest.",
        segments=[],
        warnings=[],
        response=TranscriptionModelV4ResultResponse(
            timestamp=NOW, model_id="ears-1", headers=result.response.headers, body=MINIMAL
        ),
    )


async def test_options_are_fields_and_lists_are_repeated():
    server = Server(reply(MINIMAL))
    options = {"language": "da", "temperature": 0, "diarize": False, "timestampGranularities": ["segment", "word"]}
    await transcribe(server, **options, contextBias=["rug", "surdej"])
    assert server.form[2:] == [
        (field("language"), "da"),
        (field("temperature"), "0"),
        (field("timestamp_granularities"), "segment"),
        (field("timestamp_granularities"), "word"),
        (field("diarize"), "false"),
        (field("context_bias"), "rug"),
        (field("context_bias"), "surdej"),
    ]


async def test_options_for_realtime_are_left_out_with_warnings():
    server = Server(reply(MINIMAL))
    result = await transcribe(server, targetStreamingDelayMs=80, speakerReferences={}, turnDetection={})
    details = "This option is only supported for realtime transcription."
    assert result.warnings == [
        SharedV4WarningUnsupported(feature=f"providerOptions.mistral.{name}", details=details)
        for name in ("targetStreamingDelayMs", "speakerReferences", "turnDetection")
    ]
    assert len(server.form) == 2


@pytest.mark.parametrize(
    ("model_id", "options", "option"),
    [
        ("voxtral-mini-latest", {"timestampGranularities": ["word"], "returnLanguage": True}, "timestampGranularities"),
        ("ears", {"timestampGranularities": ["word"], "returnLanguage": True}, "returnLanguage"),
    ],
)
async def test_some_options_do_not_go_with_a_language(model_id, options, option):
    message = f"providerOptions.mistral.language cannot be combined with providerOptions.mistral.{option}"
    with pytest.raises(InvalidArgumentError, match=message):
        await transcribe(Server(), model_id=model_id, language="da", **options)


async def test_segments_usage_and_language_are_read():
    usage = {"prompt_tokens": 1, "completion_tokens": None, "prompt_audio_seconds": 7, "request_count": 2}
    told = {**SEGMENT, "type": "transcription_segment", "score": 0, "speaker_id": ""}
    body = {**MINIMAL, "language": "en", "segments": [SEGMENT, told], "usage": usage}
    result = await transcribe(Server(reply(body)))
    segment = TranscriptionModelV4Segment(text="Rest.", start_second=0, end_second=1.5)
    timed = {"text": "Rest.", "startSecond": 0, "endSecond": 1.5}
    metadata = {
        "usage": {"promptTokens": 1, "promptAudioSeconds": 7, "requestCount": 2},
        "segments": [{**timed, "type": "transcription_segment", "score": 0, "speakerId": ""}],
    }
    assert result == TranscriptionModelV4Result(
        text="Rest.",
        segments=[segment, segment],
        language="en",
        duration_in_seconds=7,
        warnings=[],
        usage=usage,
        response=result.response,
        provider_metadata={"mistral": metadata},
    )


async def test_the_last_segment_gives_the_duration_where_usage_does_not():
    result = await transcribe(Server(reply({**MINIMAL, "segments": [SEGMENT]})))
    assert (result.duration_in_seconds, result.provider_metadata, result.usage) == (1.5, None, None)
