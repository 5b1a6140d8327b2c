"""Embeddings, images, videos, speech and transcripts."""

from dataclasses import asdict
from typing import Any

import pytest

from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Usage,
    ImageModelV4CallOptions,
    InvalidArgumentError,
    SpeechModelV4CallOptions,
    TooManyEmbeddingValuesForCallError,
    TranscriptionModelV4CallOptions,
    VideoModelV4CallOptions,
    VideoModelV4StatusOptions,
)
from ai_sdk.provider.codec import dump, load
from ai_sdk.providers.google.errors import GoogleError
from ai_sdk.providers.google_vertex.errors import GoogleVertexVideoGenerationError
from ai_sdk.providers.google_vertex.transcription.language import convert_bcp47_to_iso6391
from tests.providers.google_vertex.build import PUBLISHER, answer, provider, sent
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
OPERATION = "projects/p/operations/7"


async def test_many_values_are_embedded_by_one_prediction() -> None:
    predictions = [{"embeddings": {"values": [n], "statistics": {"token_count": n}}} for n in (1, 2)]
    server = Server(reply({"predictions": predictions}))
    model = provider(server).embedding_model("text-embedding-005")
    given = {"googleVertex": {"taskType": "CLUSTERING", "autoTruncate": False}}
    call = EmbeddingModelV4CallOptions(values=["a", "b"], dimensions=8, provider_options=given)
    result = await model.do_embed(call)
    assert (result.embeddings, result.usage, model.max_embeddings_per_call) == (
        [[1], [2]],
        EmbeddingModelV4Usage(tokens=3),
        250,
    )
    assert server.body == {
        "instances": [{"content": value, "task_type": "CLUSTERING"} for value in ("a", "b")],
        "parameters": {"outputDimensionality": 8, "autoTruncate": False},
    }


async def test_a_newer_model_embeds_one_value_a_call() -> None:
    server = Server(reply({"embedding": {"values": [1, 2]}, "usageMetadata": {"promptTokenCount": 2}}))
    model = provider(server).embedding_model("gemini-embedding-2")
    given = {"vertex": {"title": "Lamps"}}
    result = await model.do_embed(EmbeddingModelV4CallOptions(values=["a"], provider_options=given))
    assert (result.embeddings, result.usage) == ([[1, 2]], EmbeddingModelV4Usage(tokens=2))
    assert server.body == {"content": {"parts": [{"text": "a"}]}, "embedContentConfig": {"title": "Lamps"}}
    with pytest.raises(TooManyEmbeddingValuesForCallError):
        await model.do_embed(EmbeddingModelV4CallOptions(values=["a", "b"]))


async def test_an_image_is_asked_for_under_both_namespaces() -> None:
    image = {"inlineData": {"mimeType": "image/png", "data": PIXEL}}
    server = Server(reply({"candidates": [{"content": {"parts": [image]}, "finishReason": "STOP"}]}))
    model = provider(server).image("gemini-2.5-flash-image")
    given = {"vertex": {"labels": {"a": "b"}, "imageConfig": {"imageSize": "1K"}}}
    call = ImageModelV4CallOptions(prompt="A lamp", n=1, aspect_ratio="1:1", provider_options=given)
    result = await model.do_generate(call)
    entry: dict[str, Any] = {"images": [{}]}
    assert (result.images, result.provider_metadata) == ([PIXEL], {"googleVertex": entry, "vertex": entry})
    assert server.body == {
        "contents": [{"role": "user", "parts": [{"text": "A lamp"}]}],
        "generationConfig": {
            "responseModalities": ["IMAGE"],
            "imageConfig": {"imageSize": "1K", "aspectRatio": "1:1"},
        },
        "labels": {"a": "b"},
    }
    assert (model.max_images_per_call, model.supports_file_inputs, model.supports_mask_inputs) == (1, True, False)


async def test_only_gemini_makes_images() -> None:
    with pytest.raises(GoogleError, match="no longer supported"):
        await provider(Server()).image("imagen-4").do_generate(ImageModelV4CallOptions(n=1, provider_options={}))


async def test_a_video_is_started_with_all_that_is_asked_for() -> None:
    server = Server(reply({"name": OPERATION}))
    call = load(
        VideoModelV4CallOptions,
        {
            "prompt": "Fog",
            "n": 2,
            "resolution": "1280x720",
            "image": {"type": "url", "url": "https://p.test/a.png"},
            "providerOptions": {
                "googleVertex": {
                    "generateAudio": True,
                    "gcsOutputDirectory": "gs://films",
                    "referenceImages": [{"gcsUri": "gs://a"}],
                    "enhancePrompt": False,
                }
            },
        },
    )
    model = provider(server).video("veo-3.1")
    started = await model.do_start(call)
    assert (started.operation, model.max_videos_per_call) == ({"operationName": OPERATION}, 4)
    assert [warning.feature for warning in started.warnings if warning.type == "unsupported"] == [
        "URL-based image input"
    ]
    assert server.body == {
        "instances": [{"prompt": "Fog", "referenceImages": [{"gcsUri": "gs://a"}]}],
        "parameters": {
            "sampleCount": 2,
            "resolution": "720p",
            "generateAudio": True,
            "gcsOutputDirectory": "gs://films",
            "enhancePrompt": False,
        },
    }
    assert sent(server) == [(f"{PUBLISHER}/models/veo-3.1:predictLongRunning", "Bearer lamp")]


async def test_a_video_without_a_job_is_an_error() -> None:
    with pytest.raises(GoogleVertexVideoGenerationError, match="No operation name"):
        await provider(Server(reply({}))).video("veo").do_start(VideoModelV4CallOptions(prompt="Fog"))


async def status(value: Any, operation: Any = None) -> Any:
    server = Server(reply(value))
    given = VideoModelV4StatusOptions(operation=operation or {"operationName": OPERATION})
    result = dump(await provider(server).video("veo").do_status(given))
    assert server.body == {"operationName": OPERATION}
    result.pop("response")
    return result


async def test_a_video_is_pending_failed_or_there() -> None:
    videos = [
        {"bytesBase64Encoded": "AAAA", "gcsUri": "gs://f/0"},
        {"gcsUri": "gs://f/1", "mimeType": "video/webm"},
        {"mimeType": "video/mp4"},
    ]
    said = {"videos": [{}, {"gcsUri": "gs://f/1", "mimeType": "video/webm"}]}
    assert await status({"done": None}) == {"status": "pending"}
    assert await status({"done": True, "error": {"message": "fog"}}) == {
        "status": "error",
        "error": "Video generation failed: fog",
    }
    assert await status({"done": True, "response": {"videos": videos}}) == {
        "status": "completed",
        "videos": [
            {"type": "base64", "data": "AAAA", "mediaType": "video/mp4"},
            {"type": "url", "url": "gs://f/1", "mediaType": "video/webm"},
        ],
        "warnings": [],
        "providerMetadata": {"googleVertex": said, "google-vertex": said, "vertex": said},
    }


@pytest.mark.parametrize(
    ("response", "message"),
    [(None, "No videos in response. Response: {"), ({"videos": [{}]}, "No valid videos in response")],
)
async def test_a_job_that_is_done_has_videos(response: Any, message: str) -> None:
    with pytest.raises(GoogleVertexVideoGenerationError, match=message):
        await status({"done": True, "response": response})


@pytest.mark.parametrize("operation", [{"name": "o"}, {"operationName": 1}, "o"])
async def test_an_operation_that_is_none_is_refused(operation: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="no 'operationName'"):
        await status({}, operation)


async def say(**given: Any) -> tuple[Any, Any]:
    server = Server(reply({"audioContent": "AAEC"}))
    result = await provider(server).speech("chirp-3-hd").do_generate(SpeechModelV4CallOptions(text="Ahoy", **given))
    assert sent(server) == [("https://texttospeech.googleapis.com/v1/text:synthesize", "Bearer lamp")]
    assert (result.audio, result.provider_metadata) == (b"\x00\x01\x02", {"google": {"mimeType": "audio/wav"}})
    return server.body, [asdict(warning)["feature"] for warning in result.warnings]


@pytest.mark.parametrize(
    ("given", "voice"),
    [
        ({}, ("en-US", "en-US-Chirp3-HD-Kore")),
        ({"voice": "Puck", "language": "de-DE"}, ("de-DE", "de-DE-Chirp3-HD-Puck")),
        ({"voice": "fr-FR-Chirp3-HD-Kore"}, ("fr-FR", "fr-FR-Chirp3-HD-Kore")),
        ({"voice": "fr-FR-Chirp3-HD-Kore", "language": "fr-CA"}, ("fr-CA", "fr-FR-Chirp3-HD-Kore")),
        ({"voice": "Chirp3-HD-Kore"}, ("en-US", "Chirp3-HD-Kore")),
    ],
)
async def test_the_name_of_a_voice_begins_with_its_language(given: Any, voice: tuple[str, str]) -> None:
    language, name = voice
    body, warnings = await say(**given)
    assert (body["voice"], warnings) == ({"languageCode": language, "name": name}, [])


async def test_speech_takes_a_speed_and_warns_of_what_it_cannot_do() -> None:
    body, warnings = await say(speed=1.5, instructions="softly", output_format="mp3")
    assert body["audioConfig"] == {"audioEncoding": "LINEAR16", "speakingRate": 1.5}
    assert warnings == ["instructions", "outputFormat"]


async def test_an_error_of_the_api_is_raised_with_its_words() -> None:
    error = {"error": {"code": 400, "message": "The lamp is out", "status": "INVALID_ARGUMENT"}}
    with pytest.raises(APICallError, match="The lamp is out"):
        await provider(Server(reply(error, 400))).speech("chirp-3-hd").do_generate(SpeechModelV4CallOptions(text="a"))


async def transcribe(model_id: str, value: Any, **given: Any) -> tuple[Server, Any]:
    server = Server(reply(value))
    call = TranscriptionModelV4CallOptions(audio=b"\x00", media_type="audio/wav", **given)
    result = dump(await provider(server).transcription_model(model_id).do_generate(call))
    result.pop("response")
    return server, result


async def test_cloud_speech_joins_the_likeliest_words() -> None:
    words = [{"word": "All", "startOffset": "0s", "endOffset": "0.4s"}, {"word": "odd", "endOffset": "1s"}]
    results = [
        {"alternatives": [{"transcript": "All", "words": words}, {"transcript": "Old"}], "languageCode": "en-us"},
        {"alternatives": []},
        {"alternatives": [{"transcript": "back "}]},
    ]
    server, result = await transcribe("chirp_3", {"results": results, "metadata": {"totalBilledDuration": "4.5s"}})
    assert result == {
        "text": "All  back",
        "segments": [{"text": "All", "startSecond": 0, "endSecond": 0.4}],
        "language": "en",
        "durationInSeconds": 4.5,
        "warnings": [],
    }
    features = {"enableWordTimeOffsets": True, "enableAutomaticPunctuation": True}
    config = {"model": "chirp_3", "languageCodes": ["auto"], "autoDecodingConfig": {}, "features": features}
    assert server.body == {"config": config, "content": "AA=="}


@pytest.mark.parametrize(("region", "host"), [("us", "us-speech.googleapis.com"), ("global", "speech.googleapis.com")])
async def test_cloud_speech_is_asked_in_its_own_region(region: str, host: str) -> None:
    given = {"vertex": {"region": region}}
    server, result = await transcribe("chirp_3", {}, provider_options=given)
    assert sent(server)[0][0] == f"https://{host}/v2/projects/lighthouse/locations/{region}/recognizers/_:recognize"
    assert result == {"text": "", "segments": [], "warnings": []}


@pytest.mark.parametrize("argument", ["region", "location"])
async def test_cloud_speech_refuses_a_region_that_is_no_label(argument: str) -> None:
    model = provider(Server()).transcription_model("chirp_3")
    given: Any = {"vertex": {"region": "a.b"}} if argument == "region" else None
    model._location = "a.b"  # type: ignore[union-attr]
    call = TranscriptionModelV4CallOptions(audio=b"", media_type="audio/wav", provider_options=given)
    with pytest.raises(InvalidArgumentError, match="Invalid Google Cloud Speech-to-Text region") as caught:
        await model.do_generate(call)
    assert caught.value.argument == argument


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-US", "en"),
        ("DEU", "de"),
        ("cmn-Hans-CN", "zh"),
        ("de-u-co-phonebk-x-own", "de"),
        ("yue-Hant-HK", None),
        ("tl-PH", None),
        ("en_US", None),
        (None, None),
    ],
)
def test_a_language_tag_has_a_code_of_two_letters_or_none(tag: str | None, code: str | None) -> None:
    assert convert_bcp47_to_iso6391(tag) == code


async def test_gemini_says_when_each_word_was_said() -> None:
    words = [{"word": "All", "startOffset": "0s", "endOffset": "0.4s"}, {"startOffset": "0s", "endOffset": "1s"}]
    spoken = {"audioTranscription": {"text": "All", "languageCode": "en-US", "words": words}}
    value = {"candidates": [{"content": {"parts": [spoken]}}], "usageMetadata": {"promptTokenCount": 9}}
    server, result = await transcribe("gemini-3.5-transcribe", value, timestamp_granularities=["word"])
    word = {"text": "All", "startSecond": 0, "endSecond": 0.4}
    assert result == {
        "text": "All",
        "segments": [word],
        "words": [word],
        "language": "en-US",
        "warnings": [],
        "usage": {"promptTokenCount": 9},
        "providerMetadata": {"google": {"usageMetadata": {"promptTokenCount": 9}}},
    }
    assert server.body["generationConfig"] == {"audioTranscriptionConfig": {"wordTimestamp": True}}


@pytest.mark.parametrize(
    ("provider_options", "warnings"),
    [
        ({}, [("unsupported", "separate caption segments"), ("other", "omitted the requested word timings")]),
        (
            {"google": {"wordTimestamp": False}},
            [("unsupported", "overrides the requested"), ("unsupported", "separate caption segments")],
        ),
    ],
)
async def test_gemini_warns_of_times_that_do_not_come(provider_options: Any, warnings: Any) -> None:
    value = answer("All")
    given = {"timestamp_granularities": ["word", "segment"], "provider_options": provider_options}
    _, result = await transcribe("gemini-3.5-transcribe", value, **given)
    said = [(warning["type"], warning.get("details") or warning["message"]) for warning in result["warnings"]]
    assert [kind for kind, _ in said] == [kind for kind, _ in warnings]
    assert all(part in text for (_, text), (_, part) in zip(said, warnings, strict=True))


async def test_gemini_live_does_not_transcribe_files() -> None:
    with pytest.raises(InvalidArgumentError, match="only supports streaming transcription"):
        await transcribe("gemini-3.5-transcribe-live", {})
