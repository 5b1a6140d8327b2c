"""One client of the benchmarks in its own process: `python -m benchmarks.client NAME URL`; prints JSON."""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import httpx

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.provider_utils.aiohttp_transport import AiohttpTransport
from ai_sdk.providers.openai_compatible import create_openai_compatible
from benchmarks.plan import CALLS, IN_FLIGHT, IN_FLIGHT_CALLS, LONG_STREAM, SHORT_STREAM

_BODY = {"model": "bench", "messages": [{"role": "user", "content": "Say hello."}]}
_OPTIONS = LanguageModelV4CallOptions(
    prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Say hello.")])]
)


class Client(Protocol):
    """What a client can do: one call, and one stream of so many words."""

    async def call(self) -> None:
        """Make a call and read its answer."""

    async def stream(self, words: int) -> int:
        """Read a stream and return how many pieces of text came."""

    async def aclose(self) -> None:
        """Close the connections."""


class RawHttpx:
    """The floor: httpx, lines, `json.loads`."""

    def __init__(self, url: str) -> None:
        self._url = f"{url}/chat/completions"
        limits = httpx.Limits(max_connections=IN_FLIGHT, max_keepalive_connections=IN_FLIGHT)
        self._client = httpx.AsyncClient(timeout=60, limits=limits, trust_env=False)

    async def call(self) -> None:
        """Make a call and read its answer."""
        response = await self._client.post(self._url, json=_BODY)
        response.json()["choices"][0]["message"]["content"]

    async def stream(self, words: int) -> int:
        """Read a stream and return how many pieces of text came."""
        body = {**_BODY, "model": f"words-{words}", "stream": True}
        count = 0
        async with self._client.stream("POST", self._url, json=body) as response:
            async for line in response.aiter_lines():
                if line.startswith("data: ") and line != "data: [DONE]":
                    count += "content" in json.loads(line[6:])["choices"][0]["delta"]
        return count

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


class Sdk:
    """This library at the level of the specification, over one of its transports."""

    def __init__(self, url: str, http_client: Any = None) -> None:
        self._provider = create_openai_compatible(name="bench", base_url=url, http_client=http_client)
        self._client = http_client

    async def call(self) -> None:
        """Make a call and read its answer."""
        await self._provider("bench").do_generate(_OPTIONS)

    async def stream(self, words: int) -> int:
        """Read a stream and return how many pieces of text came."""
        result = await self._provider(f"words-{words}").do_stream(_OPTIONS)
        count = 0
        async for part in result.stream:
            count += part.type == "text-delta"
        return count

    async def aclose(self) -> None:
        """Close the connections."""
        await self._provider.aclose()
        if self._client is not None:
            await self._client.aclose()


CLIENTS: dict[str, Callable[[str], Client]] = {
    "httpx": RawHttpx,
    "sdk": Sdk,
    "sdk-aiohttp": lambda url: Sdk(url, AiohttpTransport()),
}


async def measure(client: Client) -> dict[str, float]:
    """Return CPU microseconds per call and per chunk, and the growth of memory in MB over a long stream."""
    for _ in range(20):
        await client.call()
    await client.stream(SHORT_STREAM)
    results = {"call": await _cost(_repeat(client.call, CALLS), CALLS)}
    results["call_in_flight"] = await _cost(_at_once(client.call), IN_FLIGHT_CALLS)
    results["chunk_short"] = await _cost(_streams(client, SHORT_STREAM, 20), SHORT_STREAM * 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    results["chunk_long"] = await _cost(_streams(client, LONG_STREAM, 1), LONG_STREAM)
    results["growth_mb"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    await client.aclose()
    return results


async def _cost(work: Awaitable[None], count: int) -> float:
    start = time.process_time()
    await work
    return (time.process_time() - start) / count * 1e6


async def _repeat(call: Callable[[], Awaitable[None]], times: int) -> None:
    for _ in range(times):
        await call()


async def _at_once(call: Callable[[], Awaitable[None]]) -> None:
    await asyncio.gather(*(_repeat(call, IN_FLIGHT_CALLS // IN_FLIGHT) for _ in range(IN_FLIGHT)))


async def _streams(client: Client, words: int, times: int) -> None:
    for _ in range(times):
        count = await client.stream(words)
        if count != words:
            raise RuntimeError(f"{count} pieces of text came instead of {words}")


def main() -> None:
    """Measure the client that the command line names."""
    name, url = sys.argv[1:]
    print(json.dumps(asyncio.run(measure(CLIENTS[name](url)))))


if __name__ == "__main__":
    main()
