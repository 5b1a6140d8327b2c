"""What the model says reaches the client at once, in every framework, and a model that breaks off is a chunk too."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from ai_sdk import stream_text
from ai_sdk.integrations.resumable_streams import ResumableStreams
from tests.integrations import servers
from tests.integrations.loopback_provider import Provider, chunk

pytestmark = pytest.mark.anyio
EVERY = pytest.mark.parametrize("serve", servers.ALL.values(), ids=servers.ALL)
WORDS = [f"word {number} " for number in range(20)]


@EVERY
async def test_each_word_arrives_before_the_model_says_the_next(serve) -> None:
    heard = asyncio.Semaphore(0)

    async def one_by_one() -> AsyncIterator[bytes]:
        for word in WORDS:
            yield chunk(word)
            await heard.acquire()

    async with Provider(one_by_one) as provider:

        def respond(_: str) -> Any:
            return stream_text(model=provider.model, prompt="Hi"), {}

        words: list[str] = []
        async with (
            serve(respond, ResumableStreams()) as url,
            httpx.AsyncClient(timeout=30) as client,
            client.stream("POST", f"{url}/chat") as response,
        ):
            async for line in response.aiter_lines():
                if '"text-delta"' in line:
                    words.append(json.loads(line.removeprefix("data: "))["delta"])
                    heard.release()
    assert words == WORDS


@EVERY
async def test_a_model_whose_connection_breaks_is_a_masked_error_chunk_and_a_proper_end(serve) -> None:
    async def one_word() -> AsyncIterator[bytes]:
        yield chunk("Hello")

    async with Provider(one_word, reset=True) as provider:

        def respond(_: str) -> Any:
            return stream_text(model=provider.model, prompt="Hi"), {}

        async with serve(respond, ResumableStreams()) as url, httpx.AsyncClient() as client:
            response = await client.post(f"{url}/chat")
    sent = [line.removeprefix("data: ") for line in response.text.split("\n\n") if line.startswith("data: ")]
    assert sent[-3:] == [
        '{"type":"text-delta","id":"txt-0","delta":"Hello"}',
        '{"type":"error","errorText":"An error occurred."}',
        "[DONE]",
    ]
