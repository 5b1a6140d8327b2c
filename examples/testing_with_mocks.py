"""Runs code without a provider: with a mock model in place of the model, or a mock transport in place of HTTP."""

import asyncio

from ai_sdk import embed
from ai_sdk.provider import APICallError, EmbeddingModelV4, LanguageModelV4CallOptions
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import MockEmbeddingModelV4, MockTransport, Reply


async def is_about_the_sea(model: EmbeddingModelV4, text: str) -> bool:
    """Stand for the code under test."""
    sea, hills = (await embed(model=model, value=text)).embedding
    return sea > hills


async def with_a_mock_model() -> None:
    model = MockEmbeddingModelV4(do_embed=[{"embeddings": [[0.9, 0.1]]}, {"embeddings": [[0.2, 0.8]]}])
    print("waves:", await is_about_the_sea(model, "waves"))
    print("a climb:", await is_about_the_sea(model, "a climb"))
    print("asked for:", [call.values for call in model.do_embed_calls])


async def with_a_mock_transport() -> None:
    transport = MockTransport(Reply.json({"error": {"message": "Slow down"}}, status=429))
    provider = create_openai_compatible(name="test", base_url="https://api.example/v1", http_client=transport)
    try:
        await provider("some-model").do_generate(LanguageModelV4CallOptions(prompt=[]))
    except APICallError as error:
        print("error:", error.message, error.is_retryable)
    print("sent:", transport.requests[0].json())


asyncio.run(with_a_mock_model())
asyncio.run(with_a_mock_transport())
