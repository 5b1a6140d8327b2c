"""Streams text: piece by piece, every part of the stream, and what is known at its end.

The model is a script of answers, so that the example runs without a key.
"""

import asyncio

from ai_sdk import stream_text
from ai_sdk.testing import MockLanguageModelV4


async def main() -> None:
    model = MockLanguageModelV4(do_stream="The tide comes in twice a day.")

    async with stream_text(model=model, prompt="When does the tide come in?") as result:
        async for text in result.text_stream:
            print(text, end="|")
        print()

    # The stream has been read, and can be read again; what is awaited is there at once.
    print([part.type async for part in result.stream if part.type != "text-delta"])
    print(await result.finish_reason, "after", len(await result.steps), "step")
    print(len(await result.response_messages), "message to add to the conversation")


asyncio.run(main())
