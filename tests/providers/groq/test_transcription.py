"""The transcription model against a server in the process."""

from datetime import UTC, datetime

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    InvalidArgumentError,
    TranscriptionModelV4,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
    TranscriptionModelV4UrlCallOptions,
)
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.providers.groq import create_groq
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 1, 2, tzinfo=UTC)
TEXT = {"text": "Hello.", "x_groq": {"id": "1"}}


class StoppedClock(SystemClock):
    def now(self) -> datetime:
        return NOW


def model(server: Server):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_groq(api_key="key", http_client=client).transcription("whisper-large-v3")


async def transcribe(server: Server, audio: bytes | str = b"RIFF", media_type: str = "audio/wav", **options):
    call = TranscriptionModelV4CallOptions(audio=audio, media_type=media_type, provider_options={"groq": options})
    with use_clock(StoppedClock()):
        return await model(server).do_generate(call)


def field(name: str) -> str:
    return f'Content-Disposition: form-data; name="{name}"'


def test_it_is_a_transcription_model():
    assert isinstance(model(Server()), TranscriptionModelV4)


@pytest.mark.parametrize("audio", [b"RIFF", "UklGRg=="])
async def test_audio_is_posted_as_a_file_with_options(audio):
    server = Server(reply(TEXT))
    await transcribe(
        server,
        audio,
        "audio/MPEG",
        language="en",
        prompt="Names: Zoë",
        responseFormat="verbose_json",
        temperature=0,
        timestampGranularities=["word", "segment"],
    )
    assert server.form == [
        (field("model"), "whisper-large-v3"),
        (f'{field("file")}; filename="audio.mp3"\r\nContent-Type: audio/mpeg', "RIFF"),
        (field("language"), "en"),
        (field("prompt"), "Names: Zoë"),
        (field("response_format"), "verbose_json"),
        (field("temperature"), "0"),
        (field("timestamp_granularities[]"), "word"),
        (field("timestamp_granularities[]"), "segment"),
    ]


SEGMENT = {
    "id": 0, "seek": 0, "start": 0.5, "end": 1, "text": "Hel", "tokens": [1], "temperature": 0, "avg_logprob": -0.1,
    "compression_ratio": 1, "no_speech_prob": 0,
}  # fmt: skip
WORD = {"word": "lo.", "start": 1, "end": 1.5}


@pytest.mark.parametrize(
    ("fields", "segments"),
    [
        ({}, []),
        (
            {"segments": [SEGMENT], "words": [WORD]},
            [TranscriptionModelV4Segment(text="Hel", start_second=0.5, end_second=1)],
        ),
        ({"words": [WORD]}, [TranscriptionModelV4Segment(text="lo.", start_second=1, end_second=1.5)]),
        ({"segments": [], "words": [WORD]}, []),
    ],
)
async def test_segments_are_read_or_else_words(fields, segments):
    body = {**TEXT, "language": "English", "duration": 1.5, **fields}
    result = await transcribe(Server(reply(body)))
    assert result == TranscriptionModelV4Result(
        text="Hello.",
        segments=segments,
        language="English",
        duration_in_seconds=1.5,
        warnings=[],
        response=TranscriptionModelV4ResultResponse(
            timestamp=NOW,
            model_id="whisper-large-v3",
            headers=result.response.headers,
            body=body,
        ),
    )


async def test_the_text_format_is_read_as_text():
    server = Server(httpx.Response(200, content="\ufeffGrüße".encode()))
    result = await transcribe(server, responseFormat="text")
    assert (result.text, result.segments, result.response.body) == ("Grüße", [], "Grüße")


async def test_options_that_do_not_fit_are_refused_before_any_request():
    server = Server()
    with pytest.raises(InvalidArgumentError):
        await transcribe(server, temperature=2)
    assert server.requests == []


def by_url(url: str) -> TranscriptionModelV4UrlCallOptions:
    return TranscriptionModelV4UrlCallOptions(audio=url)


async def test_groq_fetches_a_url_without_its_fragment():
    server = Server(reply(TEXT))
    result = await model(server).do_generate_from_url(by_url("https://a.dev/x y.wav#t=1"))
    assert result is not None
    assert result.text == "Hello."
    assert server.form == [(field("model"), "whisper-large-v3"), (field("url"), "https://a.dev/x%20y.wav")]


@pytest.mark.parametrize("url", ["ftp://a.dev/x", "https://user@a.dev/x", "https://:word@a.dev/x", "x.wav"])
async def test_other_urls_are_refused(url):
    with pytest.raises(InvalidArgumentError, match="requires an HTTP") as caught:
        await model(Server()).do_generate_from_url(by_url(url))
    assert caught.value.argument == "audio"


@pytest.mark.parametrize(
    ("status", "message", "falls_back"),
    [
        (400, "failed to retrieve media: received status code: 302", True),
        (400, "failed to retrieve media: received status code: 404", False),
        (401, "failed to retrieve media: received status code: 302", False),
    ],
)
async def test_a_redirect_of_the_audio_host_asks_for_a_download(status, message, falls_back):
    server = Server(reply({"error": {"message": message, "type": "t"}}, status))
    if falls_back:
        assert await model(server).do_generate_from_url(by_url("https://a.dev/x")) is None
    else:
        with pytest.raises(APICallError, match=message):
            await model(server).do_generate_from_url(by_url("https://a.dev/x"))
