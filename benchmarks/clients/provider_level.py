"""This library at the level of the specification, over one of its transports."""

from typing import Any

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    LanguageModelV4CallOptions,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.provider_utils.aiohttp_transport import AiohttpTransport
from ai_sdk.providers.openai_compatible import create_openai_compatible
from benchmarks.plan import TEXTS

_OPTIONS = LanguageModelV4CallOptions(
    prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Say hello.")])]
)


class ProviderLevel:
    """`do_generate` and `do_stream`."""

    def __init__(self, url: str, http_client: Any = None) -> None:
        self._provider = create_openai_compatible(name="bench", base_url=url, http_client=http_client)
        self._client = http_client

    async def call(self) -> None:
        """Make a call and read its answer."""
        await self._provider("bench").do_generate(_OPTIONS)

    async def embed(self) -> None:
        """Turn texts into vectors."""
        await self._provider.embedding_model("bench").do_embed(EmbeddingModelV4CallOptions(values=TEXTS))

    async def stream(self, model: str) -> int:
        """Read a stream and return how many pieces of text came."""
        result = await self._provider(model).do_stream(_OPTIONS)
        count = 0
        async for part in result.stream:
            count += part.type == "text-delta"
        return count

    async def aclose(self) -> None:
        """Close the connections."""
        await self._provider.aclose()
        if self._client is not None:
            await self._client.aclose()


class ProviderLevelOverAiohttp(ProviderLevel):
    """The same over aiohttp."""

    def __init__(self, url: str) -> None:
        super().__init__(url, AiohttpTransport())
