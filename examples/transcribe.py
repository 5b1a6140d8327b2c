"""Turns speech into text, with a model that listens on this machine."""

import asyncio

from ai_sdk import transcribe
from ai_sdk.providers.openai import create_openai
from ai_sdk.testing import LoopbackServer, Reply, Request

SILENCE = b"RIFF\0\0\0\0WAVEfmt " + b"\0\0" * 8000


def answer(request: Request) -> Reply:
    """Hear the same words in any audio."""
    words = [{"word": "Good", "start": 0, "end": 0.4}, {"word": "morning", "start": 0.4, "end": 1}]
    heard = "Good morning" if b"audio/wav" in request.body else "nothing"
    return Reply.json({"text": heard, "language": "english", "duration": 1, "words": words})


async def main() -> None:
    async with LoopbackServer(answer) as server, create_openai(api_key="none", base_url=server.url) as openai:
        result = await transcribe(
            model=openai.transcription("whisper-1"), audio=SILENCE, timestamp_granularities=["word"]
        )
        print(f"{result.text} ({result.language}, {result.duration_in_seconds} s)")
        for segment in result.segments:
            print(f"{segment.start_second} to {segment.end_second}: {segment.text}")


asyncio.run(main())
