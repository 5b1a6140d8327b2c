"""This library as users call it: `generate_text`, `stream_text` and `embed_many`."""

from typing import Any

from ai_sdk import embed_many, generate_text, stream_text
from ai_sdk.provider_utils.aiohttp_transport import AiohttpTransport
from ai_sdk.providers.openai_compatible import create_openai_compatible
from benchmarks.plan import PROMPT, TEXTS


class Core:
    """`generate_text` and the text stream of `stream_text`."""

    def __init__(self, url: str, http_client: Any = None) -> None:
        self._provider = create_openai_compatible(name="bench", base_url=url, http_client=http_client)
        self._client = http_client

    async def call(self) -> None:
        """Make a call and read its answer."""
        await generate_text(model=self._provider("bench"), prompt=PROMPT)

    async def embed(self) -> None:
        """Turn texts into vectors."""
        await embed_many(model=self._provider.embedding_model("bench"), values=TEXTS)

    async def stream(self, model: str) -> int:
        """Read a stream and return how many pieces of text came."""
        count = 0
        async with stream_text(model=self._provider(model), prompt=PROMPT) as result:
            async for _ in result.text_stream:
                count += 1
        return count

    async def aclose(self) -> None:
        """Close the connections."""
        await self._provider.aclose()
        if self._client is not None:
            await self._client.aclose()


class CoreOverAiohttp(Core):
    """The same over aiohttp."""

    def __init__(self, url: str) -> None:
        super().__init__(url, AiohttpTransport())
