"""Says a sentence, writes it down again, embeds it and draws it, all on OpenAI; needs OPENAI_API_KEY."""

import asyncio

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    ImageModelV4CallOptions,
    SpeechModelV4CallOptions,
    TranscriptionModelV4CallOptions,
)
from ai_sdk.providers.openai import create_openai

SENTENCE = "The bees are back in the garden."


async def main() -> None:
    async with create_openai() as openai:
        speech = await openai.speech("gpt-4o-mini-tts").do_generate(
            SpeechModelV4CallOptions(text=SENTENCE, voice="nova", output_format="wav")
        )
        print(f"{len(speech.audio)} bytes of speech")

        transcript = await openai.transcription("whisper-1").do_generate(
            TranscriptionModelV4CallOptions(audio=speech.audio, media_type="audio/wav")
        )
        print(f"{transcript.text} ({transcript.language}, {transcript.duration_in_seconds} s)")

        embedding = await openai.embedding("text-embedding-3-small").do_embed(
            EmbeddingModelV4CallOptions(values=[transcript.text], dimensions=256)
        )
        print(f"{len(embedding.embeddings[0])} dimensions")

        image = await openai.image("gpt-image-1").do_generate(
            ImageModelV4CallOptions(prompt=SENTENCE, size="1024x1024", provider_options={"openai": {"quality": "low"}})
        )
        print(f"{len(image.images)} image, {image.usage.total_tokens if image.usage else 'no'} tokens")


asyncio.run(main())
