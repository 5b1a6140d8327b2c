"""Providers and their models satisfy the protocols; model ids complete and any string is accepted."""

from ai_sdk.provider import (
    EmbeddingModelV4,
    ImageModelV4,
    LanguageModelV4,
    ProviderV4,
    SpeechModelV4,
    TranscriptionModelV4 as Transcription,
)
from ai_sdk.providers.groq import create_groq
from ai_sdk.providers.openai import create_openai
from ai_sdk.providers.openai_compatible import create_openai_compatible


def check() -> None:
    groq, openai = create_groq(), create_openai()
    compatible = create_openai_compatible(name="local", base_url="http://127.0.0.1:1/v1")
    providers: list[ProviderV4] = [groq, openai, compatible]
    models: list[LanguageModelV4] = [
        groq("llama-3.3-70b-versatile"),
        groq.chat("not-known-yet"),
        openai("gpt-5-mini"),
        openai.chat("gpt-5-mini"),
        openai.completion("gpt-3.5-turbo-instruct"),
        openai.responses("any"),
        compatible("any"),
        compatible.completion_model("any"),
    ]
    embedding: list[EmbeddingModelV4] = [openai.embedding("text-embedding-3-small"), compatible.embedding_model("any")]
    image: list[ImageModelV4] = [openai.image("gpt-image-1"), compatible.image_model("any")]
    speech: SpeechModelV4 = openai.speech("tts-1")
    transcription: list[Transcription] = [openai.transcription("whisper-1"), groq.transcription("whisper-large-v3")]
    del providers, models, embedding, image, speech, transcription
