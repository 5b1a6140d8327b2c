"""Smooths a stream whose pieces are cut anywhere: whole words, whole lines, or pieces of your own.

The model is a script of answers, so that the example runs without a key.
"""

import asyncio
import re
from typing import Any

from ai_sdk import smooth_stream, stream_text
from ai_sdk.testing import MockLanguageModelV4

PIECES = ["Wa", "ves com", "e and go.\nSand st", "ays; mostl", "y."]


def model() -> MockLanguageModelV4:
    deltas: list[dict[str, Any]] = [{"type": "text-delta", "id": "0", "delta": piece} for piece in PIECES]
    end: dict[str, Any] = {
        "type": "finish",
        "finishReason": {"unified": "stop"},
        "usage": {"inputTokens": {}, "outputTokens": {}},
    }
    stream = [{"type": "text-start", "id": "0"}, *deltas, {"type": "text-end", "id": "0"}, end]
    return MockLanguageModelV4(do_stream={"stream": stream})


async def show(transform: Any) -> None:
    result = stream_text(model=model(), prompt="Write about the sea.", experimental_transform=transform)
    print([text async for text in result.text_stream])


async def main() -> None:
    await show(None)
    await show(smooth_stream(delay_in_ms=1))
    await show(smooth_stream(delay_in_ms=None, chunking="line"))
    await show(smooth_stream(delay_in_ms=None, chunking=re.compile(r"[.;]\s*")))


asyncio.run(main())
