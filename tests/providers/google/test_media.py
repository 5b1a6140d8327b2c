"""Embedding, image, speech and transcription on Google."""

from typing import Any

import pytest

from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    ImageModelV4,
    ImageModelV4CallOptions,
    InvalidArgumentError,
    SpeechModelV4,
    SpeechModelV4CallOptions,
    TooManyEmbeddingValuesForCallError,
    TranscriptionModelV4,
    TranscriptionModelV4CallOptions,
    UnsupportedFunctionalityError,
)
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.providers.google import GoogleImageSettings, GoogleSpeechModel, get_google_speech_input
from ai_sdk.providers.google.errors import GoogleError
from tests.providers.google.calls import MOMENT, PIXEL, JumpingClock, config, provider
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

BASE = "https://generativelanguage.googleapis.com/v1beta"
ANSWER = {"embedding": {"values": [0.5, 1]}}


def google(**options: Any) -> dict[str, Any]:
    return {"providerOptions": {"google": options}}


async def embed(answer: Any, **options: Any) -> tuple[Any, Server]:
    server = Server(reply(answer))
    model = provider(server).embedding("e-1")
    assert isinstance(model, EmbeddingModelV4)
    return dump(await model.do_embed(load(EmbeddingModelV4CallOptions, options))), server


async def test_one_value_is_embedded_by_itself() -> None:
    result, server = await embed(ANSWER, values=["a"], dimensions=2, headers={"X-Call": "1"})
    assert str(server.requests[0].url) == f"{BASE}/models/e-1:embedContent"
    assert server.requests[0].headers["x-call"] == "1"
    assert server.body == {"model": "models/e-1", "content": {"parts": [{"text": "a"}]}, "outputDimensionality": 2}
    response = result.pop("response")
    assert (response["body"], response["headers"]["content-type"]) == (ANSWER, "application/json")
    assert result == {"warnings": [], "embeddings": [[0.5, 1]]}


async def test_several_values_are_embedded_in_a_batch_with_files_of_their_own() -> None:
    image = {"inlineData": {"mimeType": "image/png", "data": PIXEL}}
    options = google(content=[[image], None], outputDimensionality=8, taskType="CLUSTERING")
    answer = {"embeddings": [{"values": [1]}, {"values": [2]}]}
    result, server = await embed(answer, values=["", "b"], dimensions=2, **options)
    assert str(server.requests[0].url) == f"{BASE}/models/e-1:batchEmbedContents"
    same = {"model": "models/e-1", "outputDimensionality": 8, "taskType": "CLUSTERING"}
    assert server.body == {
        "requests": [
            {**same, "content": {"role": "user", "parts": [image]}},
            {**same, "content": {"role": "user", "parts": [{"text": "b"}]}},
        ]
    }
    assert result["embeddings"] == [[1], [2]]


async def test_a_file_stands_beside_its_value() -> None:
    file = {"fileData": {"fileUri": "u", "mimeType": "m"}}
    _, server = await embed({"embedding": {"values": []}}, values=["a"], **google(content=[[file]]))
    assert server.body["content"] == {"parts": [{"text": "a"}, file]}


async def test_calls_that_cannot_be_made_are_refused() -> None:
    with pytest.raises(TooManyEmbeddingValuesForCallError):
        await embed({}, values=["a"] * 101)
    with pytest.raises(GoogleError, match=r"entries \(2\) must match the number of values \(1\)"):
        await embed({}, values=["a"], **google(content=[None, None]))
    with pytest.raises(InvalidArgumentError):
        await embed({}, values=["a"], **google(content=[[]]))


def test_options_of_many_values_are_cut_as_the_values_are() -> None:
    transform = provider(Server()).embedding("e-1").transform_provider_options
    options = {"google": {"content": [None, [{"text": "b"}]], "taskType": "CLUSTERING"}, "other": {}}
    cut = {"google": {"content": [[{"text": "b"}]], "taskType": "CLUSTERING"}, "other": {}}
    assert transform(options, values=["a", "b"], start_index=1, end_index=2) == cut
    for same in (None, {}, {"google": {"content": 1}}):
        assert transform(same, values=["a"], start_index=0, end_index=1) == same
    with pytest.raises(GoogleError, match="must match"):
        transform(options, values=["a"], start_index=0, end_index=1)


def picture(*parts: Any, **more: Any) -> dict[str, Any]:
    candidate = {"content": {"parts": list(parts)}, "finishReason": "STOP", **more}
    return {"candidates": [candidate], "usageMetadata": {"promptTokenCount": 2, "candidatesTokenCount": 3}}


PICTURE = picture(
    {"text": "see"},
    {"inlineData": {"mimeType": "image/png", "data": PIXEL}},
    {"inlineData": {"mimeType": "a/b", "data": "AA"}},
)


async def draw(answer: Any = PICTURE, model_id: str = "gemini-2.5-flash-image", **options: Any) -> tuple[Any, Server]:
    server = Server(reply(answer))
    model = provider(server).image(model_id)
    assert isinstance(model, ImageModelV4)
    with use_clock(JumpingClock()):
        return dump(await model.do_generate(load(ImageModelV4CallOptions, {"prompt": "a lamp", **options}))), server


async def test_an_image_is_asked_of_a_language_model() -> None:
    result, server = await draw(size="9x9", aspectRatio="16:9", seed=3, headers={"X-Call": "1"})
    assert str(server.requests[0].url) == f"{BASE}/models/gemini-2.5-flash-image:generateContent"
    assert server.requests[0].headers["x-call"] == "1"
    assert server.body == {
        "contents": [{"role": "user", "parts": [{"text": "a lamp"}]}],
        "generationConfig": {"responseModalities": ["IMAGE"], "imageConfig": {"aspectRatio": "16:9"}, "seed": 3},
    }
    assert [warning["feature"] for warning in result.pop("warnings")] == ["size"]
    assert result.pop("response")["timestamp"] == MOMENT
    metadata = result.pop("providerMetadata")["google"]
    assert (metadata["finishReason"], metadata["images"], metadata["promptFeedback"]) == ("STOP", [{}], None)
    assert result == {"images": [PIXEL], "usage": {"inputTokens": 2, "outputTokens": 3, "totalTokens": 5}}


@pytest.mark.parametrize(
    ("given", "aspect_ratio", "image_config"),
    [
        ({"imageConfig": {"imageSize": "2K", "aspectRatio": "1:1"}}, None, {"imageSize": "2K", "aspectRatio": "1:1"}),
        (
            {"image_config": {"image_size": "2K", "aspect_ratio": "1:1"}},
            "4:3",
            {"imageSize": "2K", "aspectRatio": "4:3"},
        ),
    ],
)
async def test_options_of_the_image_are_merged(given: Any, aspect_ratio: str | None, image_config: Any) -> None:
    options = google(**given, threshold="OFF", responseModalities=["TEXT"], googleSearch={"new": 1})
    _, server = await draw(**options, **({"aspectRatio": aspect_ratio} if aspect_ratio else {}))
    assert server.body["generationConfig"] == {"responseModalities": ["IMAGE"], "imageConfig": image_config}
    assert server.body["tools"] == [{"googleSearch": {"new": 1}}]
    assert len(server.body["safetySettings"]) == 4


async def test_images_to_edit_are_files_of_the_prompt() -> None:
    files = [
        {"type": "file", "mediaType": "image/png", "data": PIXEL},
        {"type": "file", "mediaType": "image/gif", "data": b"GIF"},
    ]
    _, server = await draw(files=files)
    data = [part["inlineData"] for part in server.body["contents"][0]["parts"][1:]]
    assert data == [{"mimeType": "image/png", "data": PIXEL}, {"mimeType": "image/gif", "data": "R0lG"}]
    with pytest.raises(UnsupportedFunctionalityError, match="must specify subtype"):
        await draw(files=[{"type": "url", "url": "https://a.dev/i.png"}])


async def test_a_refused_image_is_not_worth_trying_again() -> None:
    result, _ = await draw(picture(finishReason="IMAGE_SAFETY"))
    assert (result["images"], result["isRetryable"]) == ([], False)


async def test_images_that_cannot_be_made_are_refused() -> None:
    with pytest.raises(GoogleError, match="other than Gemini are no longer supported"):
        await draw(model_id="imagen-4")
    with pytest.raises(GoogleError, match="mask-based"):
        await draw(mask={"type": "file", "mediaType": "image/png", "data": PIXEL})


@pytest.mark.parametrize(
    "settings", [{"maxImagesPerCall": 4}, {"max_images_per_call": 4}, GoogleImageSettings(max_images_per_call=4)]
)
def test_what_an_image_model_takes_is_known_or_set(settings: Any) -> None:
    plain = provider(Server()).image("gemini-2.5-flash-image")
    assert (plain.max_images_per_call, plain.supports_file_inputs, plain.supports_mask_inputs) == (1, True, False)
    other = provider(Server()).image_model("gemini-9-image", settings)
    assert (other.max_images_per_call, other.supports_file_inputs, other.supports_mask_inputs) == (4, None, None)


OLD, NEW = "gemini-2.5-flash-preview-tts", "gemini-3.8-flash-tts"
SAMPLES = "AAECAw=="
VOICES = {
    "speakerVoiceConfigs": [
        {"speaker": name, "voiceConfig": {"prebuiltVoiceConfig": {"voiceName": "Kore"}}} for name in ("A", "B")
    ]
}


def audio(mime_type: str | None = "audio/L16;rate=8000", data: str | None = SAMPLES) -> dict[str, Any]:
    inline = {"data": data, **({} if mime_type is None else {"mimeType": mime_type})}
    return {"candidates": [{}, {"content": {"parts": [{"text": "x"}, {"inlineData": inline}]}}]}


async def speak(model_id: str = OLD, answer: Any = None, **options: Any) -> tuple[Any, Any]:
    server = Server(reply(audio() if answer is None else answer))
    model = provider(server).speech(model_id)
    assert isinstance(model, SpeechModelV4)
    result = dump(await model.do_generate(load(SpeechModelV4CallOptions, {"text": "Ahoy", **options})))
    return result, server.body


def said(*parts: Any) -> list[Any]:
    return [{"role": "user", "parts": list(parts)}]


async def test_older_models_read_directions_in_the_prompt_and_give_samples_in_a_wav_file() -> None:
    result, body = await speak(instructions="Softly", voice="Puck", language="nb", speed=2, outputFormat="mp3")
    voice = {"voiceConfig": {"prebuiltVoiceConfig": {"voiceName": "Puck"}}, "languageCode": "nb"}
    config = {"responseModalities": ["AUDIO"], "speechConfig": voice}
    assert body == {"contents": said({"text": "Softly: Ahoy"}), "generationConfig": config}
    header = "524946462800000057415645666d742010000000010001"
    assert result["audio"].hex() == f"{header}00401f0000803e000002001000646174610400000000010203"
    assert [warning["feature"] for warning in result["warnings"]] == ["speed", "outputFormat"]
    assert result["providerMetadata"] == {"google": {"sampleRate": 8000, "mimeType": "audio/L16;rate=8000"}}


async def test_raw_samples_come_with_a_warning() -> None:
    result, _ = await speak(outputFormat="pcm")
    assert result["audio"] == b"\x00\x01\x02\x03"
    assert "mono, 8000 Hz" in result["warnings"][0]["details"]


@pytest.mark.parametrize(
    ("model_id", "answer", "size"),
    [
        (OLD, audio(None), 48),
        (NEW, audio(None), 4),
        (NEW, audio("audio/wav"), 4),
        (NEW, audio("audio/pcm"), 48),
        (OLD, {"candidates": []}, 0),
        (OLD, {**audio(data=None), "usageMetadata": {"a": 1}}, 0),
    ],
)
async def test_a_header_is_added_to_bare_samples_only(model_id: str, answer: Any, size: int) -> None:
    result, _ = await speak(model_id, answer)
    assert len(result["audio"]) == size
    assert result.get("usage") == answer.get("usageMetadata")


async def test_newer_models_take_directions_apart_and_a_format() -> None:
    _, body = await speak(
        NEW, instructions="Softly", outputFormat="alaw", language="auto", **google(speechMetadata={"speaker": "A"})
    )
    assert body["contents"] == said({"text": "Ahoy", "speechMetadata": {"style": "Softly", "speaker": "A"}})
    assert body["generationConfig"]["responseFormat"] == {"audio": {"mimeType": "AUDIO_ALAW"}}
    assert "languageCode" not in body["generationConfig"]["speechConfig"]
    _, body = await speak(NEW)
    assert (body["contents"], "responseFormat" in body["generationConfig"]) == (said({"text": "Ahoy"}), False)


async def test_turns_replace_the_text_and_name_their_speakers() -> None:
    turns = [
        {"text": "a", "speechMetadata": {"speaker": "A"}},
        {"text": "b", "speechMetadata": {"speaker": "B", "style": "s"}},
    ]
    result, body = await speak(NEW, **google(turns=turns, multiSpeakerVoiceConfig=VOICES))
    assert body["contents"] == said(*turns)
    assert body["generationConfig"]["speechConfig"] == {"multiSpeakerVoiceConfig": VOICES}
    assert [warning["feature"] for warning in result["warnings"]] == ["text"]


async def test_directions_would_break_a_labelled_transcript() -> None:
    result, body = await speak(instructions="Softly", **google(multiSpeakerVoiceConfig=VOICES))
    assert body["contents"] == said({"text": "Ahoy"})
    assert [warning["feature"] for warning in result["warnings"]] == ["instructions"]


@pytest.mark.parametrize(
    ("model_id", "options", "text"),
    [
        (OLD, {"voice": "voice_1"}, "Custom voices"),
        (OLD, google(turns=[{"text": "a"}]), "require Gemini 3.8"),
        (OLD, google(speechMetadata={}), "require Gemini 3.8"),
        (OLD, {"text": ""}, "non-empty"),
        (NEW, google(turns=[{"text": "a"}], speechMetadata={"style": "s"}), "on each turn"),
        (NEW, google(multiSpeakerVoiceConfig=VOICES, speechMetadata={"speaker": "C"}), "matching a configured speaker"),
        (NEW, {"text": "", **google(turns=[{"text": ""}])}, "non-empty"),
        (NEW, google(turns=[]), "invalid google provider options"),
    ],
)
async def test_speech_that_cannot_be_made_is_refused(model_id: str, options: Any, text: str) -> None:
    with pytest.raises(InvalidArgumentError, match=text):
        await speak(model_id, **options)


async def test_vertex_reads_its_own_namespaces_first() -> None:
    server = Server(reply(audio()))
    options = {"vertex": {"multiSpeakerVoiceConfig": VOICES}, "google": {"turns": 1}}
    model = GoogleSpeechModel(OLD, config("google.vertex.speech", server))
    await model.do_generate(SpeechModelV4CallOptions(text="Ahoy", provider_options=options))
    assert server.body["generationConfig"]["speechConfig"] == {"multiSpeakerVoiceConfig": VOICES}


@pytest.mark.parametrize(
    ("options", "voice", "text", "is_custom"),
    [
        (None, None, "t", False),
        ({"turns": [{"text": "a"}, {"text": "b"}]}, None, "ab", False),
        ({"turns": [{"text": "a"}, 3]}, None, "t", False),
        ({"turns": []}, "voicekey_1", "t", True),
        ({"multiSpeakerVoiceConfig": {"speakerVoiceConfigs": [3, {"voiceConfig": {"voice": "v"}}]}}, None, "t", True),
        ({"multiSpeakerVoiceConfig": {"speakerVoiceConfigs": 3}}, None, "t", False),
        (3, "Kore", "t", False),
    ],
)
def test_what_will_be_said_is_known_without_the_model(*, options: Any, voice: Any, text: str, is_custom: bool) -> None:
    spoken = get_google_speech_input("t", voice, {"google": options})
    assert (spoken.text, spoken.uses_custom_voice) == (text, is_custom)


def word(text: str | None, start: str | None, end: str | None, kind: str = "word_info") -> dict[str, Any]:
    return {"type": kind, "text": text, "start_offset": start, "end_offset": end}


WORDS = [
    word("a", "0s", "9.400s"),
    word(None, "0s", "1s"),
    word("x", "soon", "1s"),
    word("x", "0s", "1e999s"),
    word("x", "0s", "1s", "odd"),
]
TRANSCRIPT = {
    "steps": [
        {
            "content": [
                {"type": "text", "text": "a ", "annotations": WORDS},
                {"type": "image"},
                {"type": "text", "text": "b"},
                {"type": "text"},
            ]
        },
        {"type": "thought"},
    ],
    "usage": {"total_tokens": 1},
}


async def transcribe(
    answer: Any = TRANSCRIPT, model_id: str = "gemini-3.5-transcribe", **options: Any
) -> tuple[Any, Any]:
    server = Server(reply(answer))
    model = provider(server).transcription(model_id)
    assert isinstance(model, TranscriptionModelV4)
    given = load(TranscriptionModelV4CallOptions, {"audio": b"\x00", "mediaType": "audio/wav", **options})
    return dump(await model.do_generate(given)), server.body


async def test_a_recording_is_transcribed_word_by_word() -> None:
    result, body = await transcribe()
    audio_input = {"type": "audio", "data": "AA==", "mime_type": "audio/wav"}
    assert body == {"model": "gemini-3.5-transcribe", "input": [audio_input]}
    assert (result["text"], result["segments"]) == ("a b", [{"text": "a", "startSecond": 0, "endSecond": 9.4}])
    assert (result["usage"], result["providerMetadata"]) == (
        {"total_tokens": 1},
        {"google": {"usage": {"total_tokens": 1}}},
    )


@pytest.mark.parametrize(
    ("options", "sent"),
    [
        ({"languageCodes": ["nb"], "customVocabulary": ["w"]}, {"language_codes": ["nb"], "custom_vocabulary": ["w"]}),
        ({"mode": "SMART", "diarization": True}, {"mode": {"type": "smart", "diarization_mode": "speaker"}}),
        ({"wordTimestamp": True}, {"mode": {"type": "verbatim", "timestamp_granularities": ["word"]}}),
        ({"wordTimestamp": False}, None),
    ],
)
async def test_options_of_a_transcript_are_a_mode(options: Any, sent: Any) -> None:
    _, body = await transcribe(**google(**options))
    assert body.get("generation_config") == (None if sent is None else {"transcription_config": sent})


async def test_an_empty_answer_is_an_empty_transcript_and_live_models_are_refused() -> None:
    result, _ = await transcribe({})
    assert {key: result[key] for key in ("text", "segments", "warnings")} == {
        "text": "",
        "segments": [],
        "warnings": [],
    }
    assert "usage" not in result
    with pytest.raises(InvalidArgumentError, match="only supports streaming transcription"):
        await transcribe(model_id="gemini-3.5-transcribe-live")
    with pytest.raises(APICallError):
        await transcribe({"steps": 3})
