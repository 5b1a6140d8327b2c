"""Generates images and saves one, with a model that listens on this machine."""

import asyncio
import tempfile
from base64 import b64encode
from pathlib import Path

from ai_sdk import GeneratedFile, generate_image
from ai_sdk.providers.openai import create_openai
from ai_sdk.testing import LoopbackServer, Reply, Request

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def answer(request: Request) -> Reply:
    """Draw one transparent dot for each image asked for."""
    images = [{"b64_json": b64encode(DOT).decode()}] * request.json()["n"]
    return Reply.json({"created": 1_700_000_000, "data": images})


def save(image: GeneratedFile, file: Path) -> None:
    file.write_bytes(image.data)
    print(f"{file.name} is {image.media_type} of {file.stat().st_size} bytes")


async def main() -> None:
    async with LoopbackServer(answer) as server, create_openai(api_key="none", base_url=server.url) as openai:
        result = await generate_image(model=openai.image("gpt-image-1"), prompt="a dot", n=3, max_images_per_call=2)
        print(f"{len(result.images)} images of {len(result.calls)} calls")
        with tempfile.TemporaryDirectory() as folder:
            save(result.image, Path(folder, "dot.png"))


asyncio.run(main())
