"""Images, speech and transcription on xAI, against a server in the process."""

import httpx
import pytest

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    ImageModelV4FileUrl,
    InvalidResponseDataError,
    SpeechModelV4CallOptions,
    TranscriptionModelV4CallOptions,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.response_handler import DownloadError
from ai_sdk.providers.xai import create_xai
from ai_sdk.providers.xai.errors import XaiImageBlockedError
from tests.providers.openai.server import Server, reply
from tests.providers.responses_laws import client

pytestmark = pytest.mark.anyio

PNG = ImageModelV4FileData(media_type="image/png", data=b"hi")
LINK = ImageModelV4FileUrl(url="https://a.dev/x.png")


def provider(server):
    return create_xai(api_key="key", http_client=client(server))


async def draw(server, **settings):
    return (
        await provider(server)
        .image("grok-imagine-image")
        .do_generate(ImageModelV4CallOptions(prompt="fog", **settings))
    )


IMAGE_BODY = {"model": "grok-imagine-image", "prompt": "fog", "n": 1, "response_format": "b64_json"}


@pytest.mark.parametrize(
    ("settings", "path", "added"),
    [
        ({}, "/v1/images/generations", {}),
        ({"files": []}, "/v1/images/generations", {}),
        (
            {"files": [PNG]},
            "/v1/images/edits",
            {"image": {"url": "data:image/png;base64,aGk=", "type": "image_url"}},
        ),
        (
            {"files": [LINK, LINK]},
            "/v1/images/edits",
            {"images": [{"url": "https://a.dev/x.png", "type": "image_url"}] * 2},
        ),
        (
            {"aspect_ratio": "1:1", "provider_options": {"xai": {"aspect_ratio": "2:1", "quality": "low"}}},
            "/v1/images/generations",
            {"aspect_ratio": "1:1", "quality": "low"},
        ),
        (
            {"provider_options": {"xai": {"aspect_ratio": "2:1"}}},
            "/v1/images/generations",
            {"aspect_ratio": "2:1"},
        ),
    ],
)
async def test_images_are_made_and_edited(settings, path, added):
    server = Server(reply({"data": [{"b64_json": "aGk=", "revised_prompt": "r"}], "usage": {"cost_in_usd_ticks": 3}}))
    result = await draw(server, **settings)
    assert (server.requests[0].url.path, server.body) == (path, {**IMAGE_BODY, **added})
    assert (result.images, result.provider_metadata) == (
        ["aGk="],
        {"xai": {"images": [{"revisedPrompt": "r"}], "costInUsdTicks": 3}},
    )


async def test_what_image_models_do_not_take_has_a_warning():
    result = await draw(Server(reply({"data": []})), size="1x1", seed=1, mask=PNG)
    assert [warning.feature for warning in result.warnings] == ["size", "seed", "mask"]
    assert result.images == []


async def test_images_at_urls_are_downloaded_without_the_key():
    server = Server(
        reply({"data": [{"url": "https://a.dev/1"}, {"url": "https://a.dev/2", "b64_json": "x"}]}),
        httpx.Response(200, content=b"1"),
        httpx.Response(200, content=b"2"),
    )
    assert sorted((await draw(server)).images) == [b"1", b"2"]
    assert ["authorization" in request.headers for request in server.requests] == [True, False, False]


@pytest.mark.parametrize(
    ("image", "error"),
    [
        ({"b64_json": "x", "respect_moderation": False}, XaiImageBlockedError),
        ({"url": "http://127.0.0.1/x"}, DownloadError),
        ({}, InvalidResponseDataError),
    ],
)
async def test_an_image_that_cannot_be_had_raises(image, error):
    with pytest.raises(error):
        await draw(Server(reply({"data": [image]})))


async def speak(server, **settings):
    return await provider(server).speech().do_generate(SpeechModelV4CallOptions(text="Pears", **settings))


SPEECH_BODY = {"text": "Pears", "voice_id": "eve", "language": "auto", "output_format": {"codec": "mp3"}}


@pytest.mark.parametrize(
    ("settings", "added", "features"),
    [
        ({}, {}, []),
        ({"voice": "ara", "language": "de", "speed": 2}, {"voice_id": "ara", "language": "de", "speed": 2}, []),
        ({"output_format": "opus"}, {}, ["outputFormat"]),
        ({"instructions": "softly"}, {}, ["instructions"]),
        (
            {"output_format": "wav", "provider_options": {"xai": {"bitRate": 32000, "sampleRate": 8000}}},
            {"output_format": {"codec": "wav", "sample_rate": 8000}},
            ["providerOptions"],
        ),
        (
            {"provider_options": {"xai": {"bitRate": 32000, "textNormalization": None}}},
            {"output_format": {"codec": "mp3", "bit_rate": 32000}, "text_normalization": None},
            [],
        ),
    ],
)
async def test_a_text_is_said(settings, added, features):
    server = Server(httpx.Response(200, headers={"x-trace-id": "t"}, content=b"mp3"))
    result = await speak(server, **settings)
    assert (server.requests[0].url.path, server.body) == ("/v1/tts", {**SPEECH_BODY, **added})
    assert (result.audio, result.provider_metadata) == (b"mp3", {"xai": {"traceId": "t"}})
    assert [warning.feature for warning in result.warnings] == features


@pytest.mark.parametrize(
    ("envelope", "audio", "metadata"),
    [
        ({}, b"", {}),
        (
            {
                "audio": "bXAz",
                "content_type": "audio/mpeg",
                "duration": 1.5,
                "audio_timestamps": {"graph_chars": ["P"], "graph_times": [[0, 0.5]]},
            },
            b"mp3",
            {
                "duration": 1.5,
                "contentType": "audio/mpeg",
                "audioTimestamps": {"graphChars": ["P"], "graphTimes": [[0, 0.5]]},
            },
        ),
    ],
)
async def test_the_times_of_characters_come_with_the_audio(envelope, audio, metadata):
    result = await speak(Server(reply(envelope)), provider_options={"xai": {"withTimestamps": True}})
    assert (result.audio, result.provider_metadata) == (audio, {"xai": metadata})
    assert result.response.body == envelope


FIELD = 'Content-Disposition: form-data; name="{}"'
FILE = 'Content-Disposition: form-data; name="file"; filename="audio.{}"\r\nContent-Type: audio/{}'


@pytest.mark.parametrize(
    ("audio", "media_type", "given", "fields"),
    [
        ("bXAz", "audio/mpeg", {}, [(FILE.format("mp3", "mpeg"), "mp3")]),
        (
            b"mp3",
            "audio/wav",
            {"diarize": False, "channels": 2, "keyterm": ["a", "b"], "language": None},
            [
                (FIELD.format("channels"), "2"),
                (FIELD.format("diarize"), "false"),
                (FIELD.format("keyterm"), "a"),
                (FIELD.format("keyterm"), "b"),
                (FILE.format("wav", "wav"), "mp3"),
            ],
        ),
        (b"mp3", "audio/wav", {"keyterm": "a"}, [(FIELD.format("keyterm"), "a"), (FILE.format("wav", "wav"), "mp3")]),
    ],
)
async def test_audio_is_heard_with_the_file_last(audio, media_type, given, fields):
    words = [{"text": "Pick", "start": 0, "end": 0.5}]
    server = Server(reply({"text": "Pick", "language": "", "duration": 2, "words": words}))
    call = TranscriptionModelV4CallOptions(audio=audio, media_type=media_type, provider_options={"xai": given})
    result = await provider(server).transcription().do_generate(call)
    assert (server.requests[0].url.path, server.form) == ("/v1/stt", fields)
    heard = {name: value for name, value in dump(result).items() if name != "response"}
    assert heard == {
        "text": "Pick",
        "segments": [{"text": "Pick", "startSecond": 0, "endSecond": 0.5}],
        "durationInSeconds": 2,
        "warnings": [],
    }
