"""Changes a stream on its way: hides a word, and ends the generation when another one comes.

The model is a script of answers, so that the example runs without a key.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

from ai_sdk import stream_text
from ai_sdk.generate_text.text_stream_part import TextStreamPart, TextStreamTextDeltaPart
from ai_sdk.testing import MockLanguageModelV4


def hide(word: str) -> Any:
    """Return a transform that puts stars in the place of a word."""

    def transform(**_: Any) -> Callable[[AsyncIterator[TextStreamPart]], AsyncIterator[TextStreamPart]]:
        async def run(stream: AsyncIterator[TextStreamPart]) -> AsyncIterator[TextStreamPart]:
            async for part in stream:
                if isinstance(part, TextStreamTextDeltaPart):
                    yield replace(part, text=part.text.replace(word, "*" * len(word)))
                else:
                    yield part

        return run

    return transform


def stop_at(word: str) -> Any:
    """Return a transform that ends the source at a word; nobody pays for what would have come after it."""

    def transform(
        *, stop_stream: Callable[[], None], **_: Any
    ) -> Callable[[AsyncIterator[TextStreamPart]], AsyncIterator[TextStreamPart]]:
        async def run(stream: AsyncIterator[TextStreamPart]) -> AsyncIterator[TextStreamPart]:
            async for part in stream:
                if isinstance(part, TextStreamTextDeltaPart) and word in part.text:
                    stop_stream()
                else:
                    yield part

        return run

    return transform


async def main() -> None:
    model = MockLanguageModelV4(do_stream="The password is swordfish and the rest is END silence.")
    result = stream_text(
        model=model, prompt="What is the password?", experimental_transform=[hide("swordfish"), stop_at("END")]
    )
    async for text in result.text_stream:
        print(text, end="")
    print()


asyncio.run(main())
