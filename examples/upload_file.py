"""Uploads a file to a provider's store that listens on this machine."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

from ai_sdk import upload_file
from ai_sdk.providers.openai import create_openai
from ai_sdk.testing import LoopbackServer, Reply, Request


def answer(request: Request) -> Reply:
    """Keep nothing, and say how long the request was."""
    return Reply.json({"id": "file-1", "bytes": len(request.body), "created_at": 1_700_000_000})


def write_report(folder: Path) -> Path:
    report = folder / "report.pdf"
    report.write_bytes(b"%PDF-1.7\n")
    return report


async def pages() -> AsyncIterator[bytes]:
    """Make a long text as it is read, which is never in memory as a whole."""
    for number in range(1000):
        yield f"page {number}\n".encode() * 100


async def main() -> None:
    async with LoopbackServer(answer) as server, create_openai(api_key="none", base_url=server.url) as openai:
        with tempfile.TemporaryDirectory() as folder:
            uploaded = await upload_file(api=openai, data=write_report(Path(folder)))
        print(uploaded.provider_reference, uploaded.filename, uploaded.media_type)

        streamed = await upload_file(api=openai, data=pages(), filename="book.txt", media_type="text/plain")
        print(streamed.filename, f"{(streamed.byte_size or 0) // 1000} kB")


asyncio.run(main())
