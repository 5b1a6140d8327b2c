"""The speech model of Mistral."""

from datetime import UTC, datetime

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    InvalidArgumentError,
    RequestMetadata,
    SharedV4WarningUnsupported,
    SpeechModelV4,
    SpeechModelV4CallOptions,
    SpeechModelV4Result,
    SpeechModelV4ResultResponse,
)
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.providers.mistral import create_mistral
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 1, 2, tzinfo=UTC)
ANSWER = {"audio_data": "SUQz"}
MINIMAL = {"model": "voice-1", "input": "Bread!", "response_format": "mp3", "stream": False}


class StoppedClock(SystemClock):
    def now(self) -> datetime:
        return NOW


def model(server: Server):
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    return create_mistral(api_key="key", http_client=client).speech("voice-1")


async def speak(server: Server, mistral=None, **options):
    given = None if mistral is None else {"mistral": mistral}
    with use_clock(StoppedClock()):
        return await model(server).do_generate(
            SpeechModelV4CallOptions(text="Bread!", provider_options=given, **options)
        )


async def test_a_text_is_said():
    server = Server(reply(ANSWER))
    result = await speak(server, headers={"x-call": "1"})
    assert isinstance(model(server), SpeechModelV4)
    request = server.requests[0]
    assert (str(request.url), server.body) == ("https://api.mistral.ai/v1/audio/speech", MINIMAL)
    assert [request.headers[name] for name in ("authorization", "x-call")] == ["Bearer key", "1"]
    assert result == SpeechModelV4Result(
        audio="SUQz",
        warnings=[],
        request=RequestMetadata(body='{"model":"voice-1","input":"Bread!","response_format":"mp3","stream":false}'),
        response=SpeechModelV4ResultResponse(
            timestamp=NOW, model_id="voice-1", headers=result.response.headers, body=ANSWER
        ),
    )


async def test_a_voice_to_clone_wins_and_is_shown_nowhere():
    server = Server(reply(ANSWER), reply({"message": "No."}, 400))
    options = {"refAudio": "UklGRg==", "expressiveness": 5, "phonemeHints": {"brød": ["ʁ"]}}
    result = await speak(server, options, voice="baker", output_format="opus")
    sent = {"ref_audio": "UklGRg==", "expressiveness": 5, "phoneme_hints": {"brød": ["ʁ"]}, "response_format": "opus"}
    assert server.body == MINIMAL | sent
    assert result.request is not None
    assert '"ref_audio":"[redacted]"' in result.request.body
    with pytest.raises(APICallError) as caught:
        await speak(server, options)
    assert caught.value.request_body_values["ref_audio"] == "[redacted]"


async def test_a_saved_voice_is_sent_by_its_id():
    server = Server(reply(ANSWER))
    await speak(server, voice="baker")
    assert server.body == MINIMAL | {"voice_id": "baker"}


async def test_what_mistral_does_not_take_is_left_out_with_warnings():
    server = Server(reply(ANSWER))
    result = await speak(server, output_format="aac", instructions="", speed=1, language="da")
    assert server.body == MINIMAL
    assert result.warnings == [
        SharedV4WarningUnsupported(
            feature="outputFormat", details="Unsupported output format: aac. Using mp3 instead."
        ),
        SharedV4WarningUnsupported(
            feature="instructions",
            details="Mistral speech models do not support the `instructions` option. "
            "Use a reference audio clip to guide delivery.",
        ),
        SharedV4WarningUnsupported(
            feature="speed", details="Mistral speech models do not support the `speed` option. It was ignored."
        ),
        SharedV4WarningUnsupported(
            feature="language",
            details="Mistral speech models do not support the `language` option. "
            "Language is inferred from the input text and voice.",
        ),
    ]


async def test_an_option_out_of_range_is_refused():
    with pytest.raises(InvalidArgumentError):
        await speak(Server(), {"expressiveness": 6})
