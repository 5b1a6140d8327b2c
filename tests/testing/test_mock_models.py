"""The mocks of the other kinds of model, the mock provider, ids and values."""

from datetime import UTC, datetime

import pytest

from ai_sdk.provider import (
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    ImageModelV4,
    ImageModelV4CallOptions,
    NoSuchModelError,
    ProviderV4,
    RerankingModelV4,
    RerankingModelV4CallOptions,
    RerankingModelV4DocumentsText,
    SpeechModelV4,
    SpeechModelV4CallOptions,
    TranscriptionModelV4,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4UrlCallOptions,
    VideoModelV4,
    VideoModelV4CallOptions,
    VideoModelV4StatusOptions,
)
from ai_sdk.provider.codec import dump
from ai_sdk.testing import (
    MockEmbeddingModelV4,
    MockImageModelV4,
    MockLanguageModelV4,
    MockProviderV4,
    MockRerankingModelV4,
    MockSpeechModelV4,
    MockTranscriptionModelV4,
    MockVideoModelV4,
    convert_array_to_async_iterable,
    mock_id,
    mock_values,
)

pytestmark = pytest.mark.anyio

EMBED = EmbeddingModelV4CallOptions(values=["sunny"])
RERANK = RerankingModelV4CallOptions(documents=RerankingModelV4DocumentsText(values=["a"]), query="a")
TRANSCRIBE = TranscriptionModelV4CallOptions(audio=b"", media_type="audio/wav")
FACTS = {"warnings": [], "response": {"timestamp": datetime(1970, 1, 1, tzinfo=UTC), "modelId": "mock-model-id"}}


async def test_an_embedding_mock_answers_and_has_the_limits_of_the_original() -> None:
    model = MockEmbeddingModelV4(do_embed={"embeddings": [[0.5]], "usage": {"tokens": 1}})
    assert isinstance(model, EmbeddingModelV4)
    assert dump(await model.do_embed(EMBED)) == {"embeddings": [[0.5]], "usage": {"tokens": 1}, "warnings": []}
    assert (model.do_embed_calls, model.max_embeddings_per_call, model.supports_parallel_calls) == ([EMBED], 1, False)
    assert MockEmbeddingModelV4(max_embeddings_per_call=None).max_embeddings_per_call is None


async def test_a_typed_result_is_handed_out_as_it_is() -> None:
    result = EmbeddingModelV4Result(embeddings=[[1.0]], warnings=[])
    assert await MockEmbeddingModelV4(do_embed=[result]).do_embed(EMBED) == result


async def test_a_reranking_mock_answers() -> None:
    model = MockRerankingModelV4(do_rerank={"ranking": [{"index": 0, "relevanceScore": 0.9}]})
    assert isinstance(model, RerankingModelV4)
    assert dump(await model.do_rerank(RERANK)) == {"ranking": [{"index": 0, "relevanceScore": 0.9}]}
    assert model.do_rerank_calls == [RERANK]


async def test_an_image_mock_answers_and_fills_in_what_no_test_cares_about() -> None:
    model = MockImageModelV4(do_generate={"images": ["aGk="]}, supports_mask_inputs=True)
    options = ImageModelV4CallOptions(prompt="a cat")
    assert isinstance(model, ImageModelV4)
    assert dump(await model.do_generate(options)) == {"images": ["aGk="], **FACTS}
    assert (model.do_generate_calls, model.max_images_per_call) == ([options], 1)
    assert (model.supports_file_inputs, model.supports_mask_inputs) == (None, True)


async def test_a_speech_mock_answers() -> None:
    model = MockSpeechModelV4(do_generate={"audio": b"RIFF"})
    options = SpeechModelV4CallOptions(text="Hi")
    assert isinstance(model, SpeechModelV4)
    assert dump(await model.do_generate(options)) == {"audio": b"RIFF", **FACTS}
    assert model.do_generate_calls == [options]


async def test_a_transcription_mock_has_only_the_methods_it_was_given() -> None:
    model = MockTranscriptionModelV4(do_generate={"text": "Hi"})
    assert isinstance(model, TranscriptionModelV4)
    assert dump(await model.do_generate(TRANSCRIBE)) == {"text": "Hi", "segments": [], **FACTS}
    assert model.do_generate_calls == [TRANSCRIBE]
    assert (model.do_stream, model.do_generate_from_url) == (None, None)


async def test_a_transcription_mock_answers_for_a_url_when_told_to() -> None:
    model = MockTranscriptionModelV4(do_generate_from_url={"text": "Hi"})
    options = TranscriptionModelV4UrlCallOptions(audio="https://a.example/b.wav")
    assert (await model.do_generate_from_url(options)).text == "Hi"
    assert model.do_generate_from_url_calls == [options]


async def test_a_video_mock_generates_at_once_unless_that_is_taken_away() -> None:
    video = {"type": "url", "url": "https://a.example/v.mp4", "mediaType": "video/mp4"}
    model = MockVideoModelV4(do_generate={"videos": [video]})
    options = VideoModelV4CallOptions(prompt="rain")
    assert isinstance(model, VideoModelV4)
    assert dump(await model.do_generate(options)) == {"videos": [video], **FACTS}
    assert (model.do_generate_calls, model.do_start, model.do_status) == ([options], None, None)
    assert MockVideoModelV4(has_generate=False).do_generate is None


async def test_a_video_mock_starts_and_is_asked_for_its_status() -> None:
    model = MockVideoModelV4(
        has_generate=False,
        do_start={"operation": {"id": "1"}},
        do_status=[{"status": "pending"}, {"status": "error", "error": "no"}],
    )
    start, status = VideoModelV4CallOptions(prompt="rain"), VideoModelV4StatusOptions(operation={"id": "1"})
    assert dump(await model.do_start(start)) == {"operation": {"id": "1"}, **FACTS}
    assert [(await model.do_status(status)).status for _ in range(2)] == ["pending", "error"]
    assert (model.do_start_calls, model.do_status_calls) == ([start], [status, status])


KINDS = {
    "language": "languageModel",
    "embedding": "embeddingModel",
    "image": "imageModel",
    "transcription": "transcriptionModel",
    "speech": "speechModel",
    "reranking": "rerankingModel",
}


@pytest.mark.parametrize(("kind", "model_type"), KINDS.items())
def test_a_mock_provider_knows_its_models_and_no_others(kind, model_type) -> None:
    model = MockLanguageModelV4()
    provider = MockProviderV4(**{f"{kind}_models": {"known": model}})
    assert isinstance(provider, ProviderV4)
    assert getattr(provider, f"{kind}_model")("known") is model
    for empty in (provider, MockProviderV4()):
        with pytest.raises(NoSuchModelError, match=f"^No such {model_type}: other$"):
            getattr(empty, f"{kind}_model")("other")


def test_ids_count_and_values_end_with_the_last() -> None:
    first, second, values = mock_id(), mock_id(prefix="call"), mock_values("a", "b")
    assert [first(), first(), second()] == ["id-0", "id-1", "call-0"]
    assert [values() for _ in range(4)] == ["a", "b", "b", "b"]


async def test_an_asynchronous_iterable_begins_anew_each_time() -> None:
    values = convert_array_to_async_iterable([1, 2])
    assert [[value async for value in values] for _ in range(2)] == [[1, 2], [1, 2]]
