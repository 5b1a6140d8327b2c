"""Records what a provider answers into a file, then answers from the file: here the provider is on this machine."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, answer_openai_chat, recorded


async def ask(path: Path, base_url: str) -> str:
    """Stand for a test: it does not know whether it records or replays."""
    async with recorded(path) as client:
        provider = create_openai_compatible(name="loopback", base_url=base_url, http_client=client)
        user = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hello")])
        result = await provider("any-model").do_stream(LanguageModelV4CallOptions(prompt=[user]))
        return "".join([part.delta async for part in result.stream if part.type == "text-delta"])


async def main() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "hello.json"
        async with LoopbackServer(answer_openai_chat) as server:
            url = server.url
            print("recorded:", await ask(path, url))
        print("replayed:", await ask(path, url))


asyncio.run(main())
