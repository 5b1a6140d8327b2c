"""The floor: httpx, lines, `json.loads`."""

import json

import httpx

from benchmarks.plan import BODY, PACED_STREAMS, TEXTS


class RawHttpx:
    """The least that a client can do."""

    def __init__(self, url: str) -> None:
        self._url = f"{url}/chat/completions"
        self._embeddings_url = f"{url}/embeddings"
        limits = httpx.Limits(max_connections=PACED_STREAMS, max_keepalive_connections=PACED_STREAMS)
        self._client = httpx.AsyncClient(timeout=60, limits=limits, trust_env=False)

    async def call(self) -> None:
        """Make a call and read its answer."""
        response = await self._client.post(self._url, json=BODY)
        response.json()["choices"][0]["message"]["content"]

    async def embed(self) -> None:
        """Turn texts into vectors."""
        response = await self._client.post(self._embeddings_url, json={"model": "bench", "input": TEXTS})
        [each["embedding"] for each in response.json()["data"]]

    async def stream(self, model: str) -> int:
        """Read a stream and return how many pieces of text came."""
        body = {**BODY, "model": model, "stream": True}
        count = 0
        async with self._client.stream("POST", self._url, json=body) as response:
            async for line in response.aiter_lines():
                if line.startswith("data: ") and line != "data: [DONE]":
                    count += "content" in json.loads(line[6:])["choices"][0]["delta"]
        return count

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()
