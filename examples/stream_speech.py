"""Turns text into speech while a model writes it, with models that run on this machine."""

import asyncio
import base64
import json

from ai_sdk import experimental_stream_speech, stream_text
from ai_sdk.providers.gateway import create_gateway
from ai_sdk.testing import LoopbackWebSocketServer, MockLanguageModelV4, WebSocketSession

FORMAT = {"type": "audio/pcm", "rate": 24000}


async def speak(session: WebSocketSession) -> None:
    """Beep once for each piece of text."""
    await session.receive_until("speech-stream.start")
    characters = 0
    while (frame := json.loads(await session.receive()))["type"] == "speech-stream.text-delta":
        characters += len(frame["delta"])
        beep = base64.b64encode(frame["delta"].encode()).decode()
        await session.send({"type": "audio", "audio": beep, "audioFormat": FORMAT})
    await session.send({"type": "finish", "usage": {"inputCharacters": characters}})


async def main() -> None:
    writer = MockLanguageModelV4(do_stream="Once upon a time")
    async with LoopbackWebSocketServer(speak) as server:
        gateway = create_gateway(api_key="none", base_url=server.url)
        async with experimental_stream_speech(
            model=gateway.speech("elevenlabs/eleven_flash_v2_5"),
            text=stream_text(model=writer, prompt="Tell me a story.").text_stream,
            output_format=FORMAT,
        ) as result:
            async for audio in result.audio_stream:
                print(len(audio), "bytes of audio")
            print("Spoken:", (await result.usage).input_characters, "characters")


asyncio.run(main())
