"""Events of object generations, embeddings, rerankings, speech and transcriptions."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ai_sdk.embed.embed_events import (
    EmbeddingModelCallEndEvent,
    EmbeddingModelCallStartEvent,
    EmbedEndEvent,
    EmbedStartEvent,
)
from ai_sdk.generate_speech.speech_events import GenerateSpeechEndEvent, GenerateSpeechStartEvent, SpeechAudioFacts
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata, LanguageModelResponseMetadata
from ai_sdk.provider import (
    EmbeddingModelV4Usage,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    RerankingModelV4RankedDocument,
    SpeechModelV4ResultResponse,
    TranscriptionModelV4ResultResponse,
)
from ai_sdk.provider.spec import Spec
from ai_sdk.rerank.rerank_events import (
    RerankEndEvent,
    RerankingModelCallEndEvent,
    RerankingModelCallStartEvent,
    RerankStartEvent,
)
from ai_sdk.rerank.rerank_result import RankedDocument, RerankResponse
from ai_sdk.transcribe.transcription_events import (
    TranscriptionAudioFacts,
    TranscriptionEndEvent,
    TranscriptionStartEvent,
)
from tests.telemetry.events import METADATA, USAGE

_TIME = datetime(2026, 1, 1, tzinfo=UTC)
_CONTEXT = {"tenant": "acme", "key": "SECRET"}


def _common(operation_id: str, provider: str, model_id: str) -> dict[str, Any]:
    return {"call_id": "call", "operation_id": operation_id, "provider": provider, "model_id": model_id}


def embed(*, many: bool) -> list[tuple[str, Any]]:
    """Return the callbacks of an embedding, with their events."""
    common = _common("ai.embedMany" if many else "ai.embed", "openai.embedding", "embed-3")
    texts, vectors = ["sunny", "rainy"], [[0.1, 2.0], [0.3, 0.4]]
    value, embedding = (texts, vectors) if many else (texts[0], vectors[0])
    call = common | {"embed_call_id": "embed-call"}
    given, made = (texts, vectors) if many else (texts[:1], vectors[:1])
    end: dict[str, Any] = {"embedding": embedding, "usage": EmbeddingModelV4Usage(tokens=9), "warnings": []}
    return [
        ("on_start", EmbedStartEvent(**common, runtime_context=_CONTEXT, value=value, max_retries=2)),
        ("on_embed_start", EmbeddingModelCallStartEvent(**call, values=given)),
        (
            "on_embed_end",
            EmbeddingModelCallEndEvent(
                **call, values=given, embeddings=made, usage=EmbeddingModelV4Usage(tokens=9 if many else float("nan"))
            ),
        ),
        ("on_end", EmbedEndEvent(**common, runtime_context=_CONTEXT, value=value, **end)),
    ]


def rerank() -> list[tuple[str, Any]]:
    """Return the callbacks of a reranking, with their events."""
    common = _common("ai.rerank", "cohere.reranking", "rerank-v3")
    documents: list[Any] = [{"text": "sunny"}, {"text": "rainy"}]
    about = common | {"documents": documents, "query": "rain"}
    ranking = [RerankingModelV4RankedDocument(index=1, relevance_score=0.9)]
    return [
        ("on_start", RerankStartEvent(**about, runtime_context=_CONTEXT, max_retries=2, headers={"x-a": "b"})),
        ("on_rerank_start", RerankingModelCallStartEvent(**about, documents_type="object")),
        ("on_rerank_end", RerankingModelCallEndEvent(**common, documents_type="object", ranking=ranking)),
        (
            "on_end",
            RerankEndEvent(
                **about,
                runtime_context=_CONTEXT,
                ranking=[RankedDocument(original_index=1, score=0.9, document=documents[1])],
                warnings=[],
                response=RerankResponse(timestamp=_TIME, model_id="rerank-v3"),
            ),
        ),
    ]


def speech() -> list[tuple[str, Any]]:
    """Return the callbacks of a speech generation, with their events."""
    common = _common("ai.generateSpeech", "openai.speech", "tts-1") | {"text": "Hello"}
    response = SpeechModelV4ResultResponse(timestamp=_TIME, model_id="tts-1")
    return [
        ("on_start", GenerateSpeechStartEvent(**common, max_retries=2, headers={"x-a": "b"}, provider_options={})),
        (
            "on_end",
            GenerateSpeechEndEvent(
                **common,
                audio=SpeechAudioFacts(byte_length=4, media_type="audio/mp3", format="mp3"),
                usage={"totalTokenCount": 5, "audio-Details": {"inputSeconds": 1.5, "": 1}, "kind": "x", "flag": True},
                warnings=[],
                provider_metadata=METADATA,
                response=response,
            ),
        ),
    ]


@dataclass(slots=True, kw_only=True)
class StreamTranscriptionStartEvent(TranscriptionStartEvent):
    operation_id: Any = "ai.streamTranscribe"


@dataclass(slots=True, kw_only=True)
class StreamTranscriptionEndEvent(TranscriptionEndEvent):
    operation_id: Any = "ai.streamTranscribe"


def transcribe(*, stream: bool = False) -> list[tuple[str, Any]]:
    """Return the callbacks of a transcription, with their events."""
    operation = "ai.streamTranscribe" if stream else "ai.transcribe"
    common = _common(operation, "groq.transcription", "whisper")
    audio = TranscriptionAudioFacts(byte_length=4, media_type="audio/wav")
    start, end = (
        (StreamTranscriptionStartEvent, StreamTranscriptionEndEvent)
        if stream
        else (TranscriptionStartEvent, TranscriptionEndEvent)
    )
    prefix = "experimental_on_stream_transcription_" if stream else "on_"
    response = TranscriptionModelV4ResultResponse(timestamp=_TIME, model_id="whisper")
    said: dict[str, Any] = {"text": "Hello", "segments": [], "warnings": [], "response": response}
    return [
        (f"{prefix}start", start(**common, audio=audio, max_retries=2, provider_options={})),
        (f"{prefix}end", end(**common, audio=audio, **said)),
    ]


@dataclass(slots=True, kw_only=True)
class GenerateObjectStartEvent(Spec):
    call_id: str
    operation_id: str
    provider: str
    model_id: str
    system: str | None = None
    prompt: Any = None
    messages: Any = None
    max_output_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_k: int | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    seed: int | None = None
    max_retries: int = 2
    headers: dict[str, str] | None = None
    output: str = "object"
    schema: Any = None
    schema_name: str | None = None
    schema_description: str | None = None


@dataclass(slots=True, kw_only=True)
class GenerateObjectStepStartEvent(Spec):
    call_id: str
    step_number: int = 0
    provider: str
    model_id: str
    prompt_messages: Any = None


@dataclass(slots=True, kw_only=True)
class GenerateObjectStepEndEvent(Spec):
    call_id: str
    step_number: int = 0
    provider: str
    model_id: str
    finish_reason: str
    usage: Any
    object_text: str
    request: Any
    response: Any
    provider_metadata: Any = None


@dataclass(slots=True, kw_only=True)
class GenerateObjectEndEvent(Spec):
    call_id: str
    object: Any = None
    error: Any = None
    finish_reason: str
    usage: Any
    request: Any
    response: Any
    provider_metadata: Any = None


def generate_object(**changes: Any) -> list[tuple[str, Any]]:
    """Return the callbacks of an object generation, with their events."""
    model = {"call_id": "call", "provider": "google.generative-ai", "model_id": "gemini-3"}
    start: dict[str, Any] = {
        "operation_id": "ai.generateObject",
        "system": "Be brief.",
        "prompt": "A recipe",
        "temperature": 0,
        "seed": 3,
        "headers": {"x-a": "b"},
        "schema": {"type": "object"},
        "schema_name": "recipe",
        "schema_description": "A recipe.",
    }
    prompt = [
        LanguageModelV4SystemMessage(content="Be brief."),
        LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="A recipe")]),
    ]
    answer: dict[str, Any] = {
        "finish_reason": "stop",
        "usage": USAGE,
        "request": LanguageModelRequestMetadata(url="http://localhost:8080"),
        "response": LanguageModelResponseMetadata(id="r", timestamp=_TIME, model_id="gemini-3-001", messages=[]),
        "provider_metadata": METADATA,
    } | changes
    return [
        ("on_start", GenerateObjectStartEvent(**model, **start)),
        ("on_object_step_start", GenerateObjectStepStartEvent(**model, prompt_messages=prompt)),
        ("on_object_step_end", GenerateObjectStepEndEvent(**model, **answer, object_text='{"name":"Soup"}')),
        ("on_end", GenerateObjectEndEvent(call_id="call", **answer, object={"name": "Soup"})),
    ]
