from typing import Any

import pytest

from ai_sdk.provider import (
    InvalidArgumentError,
    TranscriptionModelV4,
    TranscriptionModelV4CallOptions,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import dump
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

FIELD = 'Content-Disposition: form-data; name="{}"'
WORDS = [{"word": "Hi", "start": 0, "end": 0.5}]
SEGMENT = {
    "id": 0,
    "seek": 0,
    "start": 0,
    "end": 1.5,
    "text": "Hi there",
    "tokens": [1],
    "temperature": 0,
    "avg_logprob": -0.1,
    "compression_ratio": 1,
    "no_speech_prob": 0,
}
SPOKEN = {"type": "transcript.text.segment", "id": "s1", "start": 0, "end": 1, "text": "Hi", "speaker": "A"}


async def transcribe(
    model_id: str = "whisper-1", answer: dict[str, Any] | None = None, **options: Any
) -> tuple[list[tuple[str, str]], Any]:
    server = Server(reply({"text": "Hi there", **(answer or {})}))
    model = server.provider().transcription(model_id)
    assert isinstance(model, TranscriptionModelV4)
    call = TranscriptionModelV4CallOptions(**{"audio": b"sound", "media_type": "audio/wav", **options})
    result = dump(await model.do_generate(call))
    return server.form, result


def fields(form: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return names and values of the text fields behind model and file."""
    return [
        (head.removeprefix('Content-Disposition: form-data; name="').removesuffix('"'), value)
        for head, value in form[2:]
    ]


def features(result: Any) -> list[str]:
    return [warning["feature"] for warning in result["warnings"]]


@pytest.mark.parametrize("audio", [b"sound", "c291bmQ="])
async def test_a_recording_is_sent_as_a_file_of_its_type(audio: bytes | str) -> None:
    form, result = await transcribe(audio=audio, media_type="audio/mpeg")
    assert form == [
        (FIELD.format("model"), "whisper-1"),
        (FIELD.format("file") + '; filename="audio.mp3"\r\nContent-Type: audio/mpeg', "sound"),
        (FIELD.format("response_format"), "verbose_json"),
        (FIELD.format("timestamp_granularities[]"), "segment"),
    ]
    assert (result["text"], result["segments"], features(result)) == ("Hi there", [], [])


@pytest.mark.parametrize(
    ("model_id", "given", "sent"),
    [
        ("gpt-4o-transcribe", None, []),
        ("gpt-4o-transcribe-diarize", None, [("response_format", "diarized_json"), ("chunking_strategy", "auto")]),
        (
            "own-model",
            {
                "include": ["logprobs"],
                "language": "de",
                "languages": ["de", "en"],
                "keywords": ["hive"],
                "prompt": "bees",
                "temperature": 0.5,
            },
            [
                ("include[]", "logprobs"),
                ("language", "de"),
                ("languages[]", "de"),
                ("languages[]", "en"),
                ("keywords[]", "hive"),
                ("prompt", "bees"),
                ("temperature", "0.5"),
            ],
        ),
        (
            "own-model",
            {"chunkingStrategy": {"type": "server_vad", "prefixPaddingMs": 5}},
            [("temperature", "0"), ("chunking_strategy", '{"type":"server_vad","prefix_padding_ms":5}')],
        ),
        (
            "whisper-1",
            {"timestampGranularities": ["word", "segment"]},
            [
                ("response_format", "verbose_json"),
                ("temperature", "0"),
                ("timestamp_granularities[]", "word"),
                ("timestamp_granularities[]", "segment"),
            ],
        ),
    ],
)
async def test_provider_options_are_fields_of_the_form(
    model_id: str, given: dict[str, Any] | None, sent: list[tuple[str, str]]
) -> None:
    form, _ = await transcribe(model_id, provider_options=None if given is None else {"openai": given})
    assert fields(form) == sent


@pytest.mark.parametrize(
    ("model_id", "wanted", "own", "warned"),
    [
        ("whisper-1", ["word"], None, []),
        ("gpt-4o-transcribe", ["word"], None, ["timestampGranularities"]),
        ("gpt-4o-transcribe-diarize", ["segment", "word"], None, ["timestampGranularities"]),
        ("whisper-1", ["word", "segment"], ["segment"], ["timestampGranularities"]),
        ("own-model", None, ["word"], ["providerOptions.openai.timestampGranularities"]),
    ],
)
async def test_times_that_will_not_come_are_warned_of(
    model_id: str, wanted: list[str] | None, own: list[str] | None, warned: list[str]
) -> None:
    options = None if own is None else {"openai": {"timestampGranularities": own}}
    _, result = await transcribe(model_id, timestamp_granularities=wanted, provider_options=options)
    assert features(result) == warned


async def test_a_transcript_has_segments_and_words_with_their_times() -> None:
    _, result = await transcribe(answer={"segments": [SEGMENT], "words": WORDS, "duration": 1.5})
    assert (result["segments"], result["words"], result["durationInSeconds"]) == (
        [{"text": "Hi there", "startSecond": 0, "endSecond": 1.5}],
        [{"text": "Hi", "startSecond": 0, "endSecond": 0.5}],
        1.5,
    )
    assert "providerMetadata" not in result


async def test_words_stand_in_for_segments() -> None:
    _, result = await transcribe(answer={"words": WORDS})
    assert result["segments"] == result["words"] == [{"text": "Hi", "startSecond": 0, "endSecond": 0.5}]


async def test_speakers_and_languages_are_provider_metadata() -> None:
    _, result = await transcribe(answer={"segments": [SPOKEN, SEGMENT], "languages": [{"code": "de", "x": 1}]})
    assert result["providerMetadata"] == {
        "openai": {
            "segments": [{"text": "Hi", "startSecond": 0, "endSecond": 1, "speaker": "A"}],
            "languages": [{"code": "de"}],
        }
    }


@pytest.mark.parametrize(
    ("answer", "language"),
    [
        ({"language": "german"}, "de"),
        ({"language": "de"}, "de"),
        ({"language": "klingon"}, None),
        ({"languages": [{"code": "fr"}]}, "fr"),
        ({"languages": [{"code": "fr"}, {"code": "de"}]}, None),
        ({"languages": [{"code": "french"}]}, None),
        ({"language": "klingon", "languages": [{"code": "fr"}]}, "fr"),
        ({}, None),
    ],
)
async def test_the_language_is_a_code(answer: dict[str, Any], language: str | None) -> None:
    _, result = await transcribe(answer=answer)
    assert result.get("language") == language


@pytest.mark.parametrize(
    ("usage", "seconds"),
    [
        ({"type": "duration", "seconds": 3}, 3),
        ({"type": "duration", "seconds": "3"}, None),
        ({"type": "duration", "seconds": True}, None),
        ({"type": "tokens", "seconds": 3}, None),
    ],
)
async def test_the_duration_may_stand_in_the_usage(usage: dict[str, Any], seconds: int | None) -> None:
    _, result = await transcribe(answer={"usage": usage})
    assert (result.get("durationInSeconds"), result["usage"]) == (seconds, usage)


async def test_a_model_for_live_streams_takes_no_recording() -> None:
    with pytest.raises(UnsupportedFunctionalityError, match="non-streaming transcription with gpt-live-transcribe"):
        await transcribe("gpt-live-transcribe")


async def test_audio_that_is_not_base64_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="not valid base64"):
        await transcribe(audio="not base64!")
