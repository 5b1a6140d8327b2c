from typing import Any

import httpx
import pytest

from ai_sdk.provider import APICallError, InvalidArgumentError, SpeechModelV4, SpeechModelV4CallOptions
from ai_sdk.provider.codec import dump
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio


async def speak(**options: Any) -> tuple[Any, Any]:
    server = Server(httpx.Response(200, headers={"content-type": "audio/mp3"}, content=b"sound"))
    model = server.provider().speech("tts-1")
    assert isinstance(model, SpeechModelV4)
    result = dump(await model.do_generate(SpeechModelV4CallOptions(text="Hi", **options)))
    return server.body, result


async def test_text_becomes_audio() -> None:
    body, result = await speak()
    assert body == {"model": "tts-1", "input": "Hi", "voice": "alloy", "response_format": "mp3"}
    assert (result["audio"], result["warnings"]) == (b"sound", [])
    assert result["request"] == {"body": '{"model":"tts-1","input":"Hi","voice":"alloy","response_format":"mp3"}'}
    assert (result["response"]["modelId"], result["response"]["headers"]["content-type"]) == ("tts-1", "audio/mp3")


async def test_settings_are_sent_and_provider_options_win() -> None:
    options = {"voice": "nova", "output_format": "wav", "speed": 2, "instructions": "slow"}
    body, _ = await speak(**options)
    assert body == {
        "model": "tts-1",
        "input": "Hi",
        "voice": "nova",
        "response_format": "wav",
        "speed": 2,
        "instructions": "slow",
    }
    body, _ = await speak(**options, provider_options={"openai": {"speed": 0.5, "instructions": None}})
    assert (body["speed"], body["instructions"]) == (0.5, "slow")


async def test_what_the_api_does_not_take_is_warned_of() -> None:
    body, result = await speak(output_format="midi", language="de")
    assert body["response_format"] == "mp3"
    assert [(warning["feature"], warning["details"]) for warning in result["warnings"]] == [
        ("outputFormat", "Unsupported output format: midi. Using mp3 instead."),
        (
            "language",
            'OpenAI speech models do not support language selection. Language parameter "de" was ignored.',
        ),
    ]


async def test_options_that_do_not_fit_are_refused() -> None:
    with pytest.raises(InvalidArgumentError):
        await speak(provider_options={"openai": {"speed": 5}})


async def test_an_error_body_is_read() -> None:
    server = Server(reply({"error": {"message": "no voice"}}, status=400))
    with pytest.raises(APICallError, match="no voice"):
        await server.provider().speech("tts-1").do_generate(SpeechModelV4CallOptions(text="Hi"))
