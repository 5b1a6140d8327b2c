"""Turns text into speech, with a model that listens on this machine."""

import asyncio

from ai_sdk import generate_speech
from ai_sdk.providers.openai import create_openai
from ai_sdk.testing import LoopbackServer, Reply, Request


def answer(request: Request) -> Reply:
    """Speak silence: a WAV header and a hundred empty samples for each letter."""
    samples = b"\0\0" * 100 * len(request.json()["input"])
    return Reply(headers={"content-type": "audio/wav"}, chunks=[b"RIFF\0\0\0\0WAVEfmt ", samples])


async def main() -> None:
    async with LoopbackServer(answer) as server, create_openai(api_key="none", base_url=server.url) as openai:
        result = await generate_speech(
            model=openai.speech("gpt-4o-mini-tts"), text="Good morning!", voice="nova", output_format="wav"
        )
        print(f"{result.audio.format}, {result.audio.media_type}, {len(result.audio.data)} bytes")


asyncio.run(main())
