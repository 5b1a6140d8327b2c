"""Turns speech into text while it is spoken, with a model that listens on this machine."""

import asyncio
from collections.abc import AsyncIterator

from ai_sdk import experimental_stream_transcribe
from ai_sdk.providers.openai import create_openai
from ai_sdk.testing import LoopbackWebSocketServer, WebSocketSession

EVENT = "conversation.item.input_audio_transcription"


async def listen(session: WebSocketSession) -> None:
    """Hear a word in each piece of audio."""
    await session.receive_until("session.update")
    for word in ("Good ", "morning"):
        await session.receive_until("append")
        await session.send({"type": f"{EVENT}.delta", "item_id": "1", "delta": word})
    await session.receive_until("commit")
    await session.send({"type": f"{EVENT}.completed", "item_id": "1", "transcript": "Good morning!"})


async def microphone() -> AsyncIterator[bytes]:
    for _ in range(2):
        yield b"\0\0" * 2400


async def main() -> None:
    async with LoopbackWebSocketServer(listen) as server:
        model = create_openai(api_key="none", base_url=server.url).transcription("gpt-realtime-whisper")
        async with experimental_stream_transcribe(
            model=model, audio=microphone(), input_audio_format={"type": "audio/pcm", "rate": 24000}
        ) as result:
            async for part in result.full_stream:
                print(part.type, getattr(part, "delta", getattr(part, "text", "")))
            print("Heard:", await result.text)


asyncio.run(main())
