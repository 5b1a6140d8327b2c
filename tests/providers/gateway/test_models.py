"""Embedding, reranking, speech and transcription models behind the gateway."""

from datetime import UTC, datetime

import pytest

from ai_sdk.provider import (
    APICallError,
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
    RerankingModelV4,
    RerankingModelV4CallOptions,
    RerankingModelV4DocumentsObject,
    RerankingModelV4RankedDocument,
    RerankingModelV4Result,
    RerankingModelV4ResultResponse,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
    SpeechModelV4,
    SpeechModelV4CallOptions,
    SpeechModelV4Result,
    SpeechModelV4ResultResponse,
    TranscriptionModelV4,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
    TranscriptionModelV4ResultResponse,
    TranscriptionModelV4Segment,
)
from ai_sdk.provider_utils.clock import SystemClock, use_clock
from ai_sdk.providers.gateway import GatewayInternalServerError, GatewayResponseError
from tests.providers.gateway.gateway_server import WIRE_WARNINGS, own_headers, provider
from tests.providers.openai.server import Server, reply

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 1, 2, tzinfo=UTC)
WARNINGS = [SharedV4WarningUnsupported(feature="seed"), SharedV4WarningOther(message="slow")]
METADATA = {"gateway": {"cost": "1", "note": None}}


class StoppedClock(SystemClock):
    def now(self) -> datetime:
        return NOW


@pytest.fixture(autouse=True)
def stopped_clock():
    with use_clock(StoppedClock()):
        yield


def headers(kind: str) -> dict[str, str]:
    return {
        "authorization": "Bearer key",
        "ai-gateway-protocol-version": "0.0.1",
        "ai-gateway-auth-method": "api-key",
        f"ai-{kind}-model-specification-version": "4",
        "ai-model-id": "acme/one",
    }


async def test_texts_become_vectors():
    body = {"embeddings": [[1, 0.5]], "usage": {"tokens": 3}, "warnings": WIRE_WARNINGS, "providerMetadata": METADATA}
    server = Server(reply(body))
    model = provider(server).embedding("acme/one")
    options = EmbeddingModelV4CallOptions(values=["a"], dimensions=2, provider_options={"gateway": {"user": "u"}})
    result = await model.do_embed(options)
    assert isinstance(model, EmbeddingModelV4)
    assert (model.max_embeddings_per_call, model.supports_parallel_calls, model.provider) == (2048, True, "gateway")
    assert server.body == {"values": ["a"], "dimensions": 2, "providerOptions": {"gateway": {"user": "u"}}}
    assert own_headers(server.requests[0]) == headers("embedding")
    assert result == EmbeddingModelV4Result(
        embeddings=[[1, 0.5]],
        usage=EmbeddingModelV4Usage(tokens=3),
        provider_metadata=METADATA,
        response=EmbeddingModelV4ResultResponse(headers=result.response.headers, body=body),
        warnings=WARNINGS,
    )


async def test_documents_are_ordered():
    body = {"ranking": [{"index": 1, "relevanceScore": 0.5}], "warnings": WIRE_WARNINGS}
    server = Server(reply(body))
    model = provider(server).reranking("acme/one")
    documents = RerankingModelV4DocumentsObject(values=[{"a": None}, {"a": 1}])
    result = await model.do_rerank(RerankingModelV4CallOptions(documents=documents, query="q", top_n=1))
    assert isinstance(model, RerankingModelV4)
    assert server.body == {"documents": {"type": "object", "values": [{"a": None}, {"a": 1}]}, "query": "q", "topN": 1}
    assert own_headers(server.requests[0]) == headers("reranking")
    assert result == RerankingModelV4Result(
        ranking=[RerankingModelV4RankedDocument(index=1, relevance_score=0.5)],
        warnings=WARNINGS,
        response=RerankingModelV4ResultResponse(headers=result.response.headers, body=body),
    )


async def test_text_becomes_speech():
    body = {"audio": "SUQz", "usage": {"characters": 2}, "warnings": WIRE_WARNINGS, "providerMetadata": METADATA}
    server = Server(reply(body))
    model = provider(server).speech("acme/one")
    result = await model.do_generate(SpeechModelV4CallOptions(text="Hi", voice="", speed=0, output_format="mp3"))
    assert isinstance(model, SpeechModelV4)
    assert server.body == {"text": "Hi", "speed": 0, "outputFormat": "mp3"}
    assert own_headers(server.requests[0]) == headers("speech")
    assert result == SpeechModelV4Result(
        audio="SUQz",
        warnings=WARNINGS,
        usage={"characters": 2},
        provider_metadata=METADATA,
        response=SpeechModelV4ResultResponse(
            timestamp=NOW, model_id="acme/one", headers=result.response.headers, body=body
        ),
    )


async def test_speech_becomes_text():
    word = {"text": "Hi", "startSecond": 0, "endSecond": 0.5}
    body = {"text": "Hi", "segments": [word], "words": [word], "language": "en", "durationInSeconds": 1}
    server = Server(reply(body))
    model = provider(server).transcription("acme/one")
    result = await model.do_generate(TranscriptionModelV4CallOptions(audio=b"\x00\x01", media_type="audio/wav"))
    assert isinstance(model, TranscriptionModelV4)
    assert server.body == {"audio": "AAE=", "mediaType": "audio/wav"}
    assert own_headers(server.requests[0]) == headers("transcription")
    segment = TranscriptionModelV4Segment(text="Hi", start_second=0, end_second=0.5)
    assert result == TranscriptionModelV4Result(
        text="Hi",
        segments=[segment],
        words=[segment],
        language="en",
        duration_in_seconds=1,
        warnings=[],
        response=TranscriptionModelV4ResultResponse(
            timestamp=NOW, model_id="acme/one", headers=result.response.headers, body=body
        ),
    )


@pytest.mark.parametrize(
    ("model_id", "namespace", "answer", "features"),
    [
        ("xai/a", "xai", {"text": "x"}, ["timestampGranularities", "providerOptions.xai.diarize"]),
        ("spacexai/a", "spacexai", {"text": "x"}, ["timestampGranularities", "providerOptions.xai.diarize"]),
        ("xai/a", "xai", {"text": "x", "more": [{"speaker": 0}]}, ["timestampGranularities"]),
        ("xai", "xai", {"text": "x"}, ["timestampGranularities"]),
        ("acme/xai", "xai", {"text": "x"}, ["timestampGranularities"]),
        ("xai/a", "acme", {"text": "x"}, ["timestampGranularities"]),
    ],
)
async def test_what_the_gateway_does_not_pass_on_is_a_warning(model_id, namespace, answer, features):
    options = TranscriptionModelV4CallOptions(
        audio="AAE=",
        media_type="audio/wav",
        timestamp_granularities=["word"],
        provider_options={namespace: {"diarize": True}},
    )
    result = await provider(Server(reply(answer))).transcription(model_id).do_generate(options)
    assert [warning.feature for warning in result.warnings] == features
    assert (result.segments, result.words) == ([], None)


async def test_an_answer_of_another_shape_is_a_response_error():
    model = provider(Server(reply({"vectors": []}))).embedding_model("acme/one")
    with pytest.raises(GatewayResponseError) as caught:
        await model.do_embed(EmbeddingModelV4CallOptions(values=[]))
    assert (caught.value.response, caught.value.status_code) == ({"vectors": []}, 200)


async def test_a_failure_of_the_gateway_is_its_error():
    server = Server(reply({"error": {"message": "boom", "type": "internal_server_error"}}, 500))
    with pytest.raises(GatewayInternalServerError, match="boom"):
        await provider(server).speech_model("acme/one").do_generate(SpeechModelV4CallOptions(text="Hi"))


async def test_an_error_body_of_null_is_read_as_json():
    with pytest.raises(GatewayResponseError) as caught:
        await (
            provider(Server(reply(None, 500))).speech_model("acme/one").do_generate(SpeechModelV4CallOptions(text="Hi"))
        )
    assert isinstance(caught.value.cause, APICallError)
    assert (caught.value.response, caught.value.cause.message) == (None, "unknown error")
