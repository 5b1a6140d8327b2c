"""The vendor's own SDK, openai-python."""

from openai import AsyncOpenAI

from benchmarks.plan import BODY, TEXTS


class OpenAIPython:
    """Chat completions."""

    def __init__(self, url: str) -> None:
        self._client = AsyncOpenAI(api_key="none", base_url=url, max_retries=0)

    async def call(self) -> None:
        """Make a call and read its answer."""
        answer = await self._client.chat.completions.create(**BODY)
        answer.choices[0].message.content  # noqa: B018 - reading it is part of the work

    async def embed(self) -> None:
        """Turn texts into vectors, which this library asks for in base64."""
        answer = await self._client.embeddings.create(model="bench", input=TEXTS)
        [each.embedding for each in answer.data]

    async def stream(self, model: str) -> int:
        """Read a stream and return how many pieces of text came."""
        body = {**BODY, "model": model}
        chunks = await self._client.chat.completions.create(**body, stream=True)
        return sum([chunk.choices[0].delta.content is not None async for chunk in chunks])

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()
