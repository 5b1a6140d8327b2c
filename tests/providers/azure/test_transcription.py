"""Transcription on Azure: which interface is asked, and what Azure Speech says."""

import json

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    InvalidArgumentError,
    LoadAPIKeyError,
    SharedV4WarningUnsupported,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Segment,
)
from ai_sdk.providers.azure import create_azure
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

SPEECH_URL = "https://dome.cognitiveservices.azure.com/speechtotext/transcriptions:transcribe?api-version=2025-10-15"


def azure(server: Server, **settings):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_azure(**{"resource_name": "dome", "api_key": "key", **settings}, http_client=client)


def options(audio: bytes | str = b"RIFF", **given):
    return TranscriptionModelV4CallOptions(audio=audio, media_type="audio/wav", provider_options={"azure": given})


def spoken(*locales, **more):
    phrases = [{"text": "a", **({"locale": locale} if locale else {})} for locale in locales]
    return reply({"combinedPhrases": [{"text": "a"}, {"text": "b"}], "phrases": phrases, **more})


def definition(server: Server):
    return json.loads(next(body for head, body in server.form if 'name="definition"' in head))


async def test_mai_transcribe_2_is_asked_for_on_azure_speech():
    server = Server(spoken("en-US"))
    await azure(server).transcription("mai-TRANSCRIBE-2").do_generate(options("UklGRg=="))
    request = server.requests[0]
    assert (str(request.url), request.headers["ocp-apim-subscription-key"]) == (SPEECH_URL, "key")
    assert server.form[0] == (
        'Content-Disposition: form-data; name="audio"; filename="audio.wav"\r\nContent-Type: audio/wav',
        "RIFF",
    )
    assert definition(server) == {
        "enhancedMode": {"enabled": True, "model": "MAI-Transcribe-2", "modelOptions": {"timestamps": "segment"}}
    }


async def test_options_go_into_the_definition():
    server = Server(spoken())
    given = {
        "api": "speech",
        "timestamps": "word",
        "transcribeStyle": "clean",
        "locales": ["en"],
        "diarization": {"enabled": True},
        "phraseList": {"phrases": ["Vega"]},
    }
    await azure(server, speech_base_url="https://eastus.dev/").transcription("own").do_generate(options(**given))
    assert server.requests[0].url.host == "eastus.dev"
    assert definition(server) == {
        "enhancedMode": {
            "enabled": True,
            "model": "own",
            "modelOptions": {"timestamps": "word", "transcribeStyle": "clean"},
        },
        "locales": ["en"],
        "diarization": {"enabled": True},
        "phraseList": {"phrases": ["Vega"]},
    }


async def test_other_models_are_asked_for_on_openais_interface_with_warnings():
    server = Server(reply({"text": "hi"}))
    result = await azure(server).transcription("dep").do_generate(options(timestamps="word", locales=["en"]))
    assert str(server.requests[0].url) == "https://dome.openai.azure.com/openai/v1/audio/transcriptions?api-version=v1"
    details = "This option requires the Azure Speech API."
    assert result.warnings == [
        SharedV4WarningUnsupported(feature="providerOptions.azure.timestamps", details=details),
        SharedV4WarningUnsupported(feature="providerOptions.azure.locales", details=details),
    ]


async def test_the_interface_may_be_chosen():
    server = Server(reply({"text": "hi"}))
    await azure(server).transcription("mai-transcribe-2").do_generate(options(api="openai"))
    assert server.requests[0].url.path == "/openai/v1/audio/transcriptions"


@pytest.mark.parametrize(
    ("locales", "language"),
    [(["en-US", "en-GB"], "en"), (["en-US", "de-DE"], None), (["fil-PH"], None), ([None], None), ([], None)],
)
async def test_a_language_is_reported_when_it_is_one(locales, language):
    result = await azure(Server(spoken(*locales))).transcription("mai-transcribe-2").do_generate(options())
    assert (result.text, result.language) == ("a b", language)


async def test_phrases_with_times_are_segments():
    timed = {"text": "a", "offsetMilliseconds": 500, "durationMilliseconds": 1000, "speaker": 1}
    phrases = [timed, {"text": "b", "offsetMilliseconds": None}]
    answer = {"combinedPhrases": [], "durationMilliseconds": 2500, "phrases": phrases}
    result = await azure(Server(reply(answer))).transcription("mai-transcribe-2").do_generate(options())
    assert result.segments == [TranscriptionModelV4Segment(text="a", start_second=0.5, end_second=1.5)]
    assert (result.duration_in_seconds, result.provider_metadata) == (2.5, {"azure": {"phrases": phrases}})


@pytest.mark.parametrize("body", [{"error": {"message": "Noise."}}, {"message": "Noise."}])
async def test_an_error_is_flat_or_not(body):
    with pytest.raises(APICallError, match=r"^Noise\.$"):
        await azure(Server(reply(body, 400))).transcription("mai-transcribe-2").do_generate(options())


async def test_unknown_options_and_missing_keys_are_refused(monkeypatch):
    monkeypatch.delenv("AZURE_API_KEY", raising=False)
    with pytest.raises(InvalidArgumentError):
        await azure(Server()).transcription("m").do_generate(options(diarization={"enabled": True, "maxSpeakers": 2}))
    with pytest.raises(LoadAPIKeyError, match="Azure Speech API key is missing"):
        await azure(Server(), api_key=None).transcription("mai-transcribe-2").do_generate(options())
