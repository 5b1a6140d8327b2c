"""Reads every part of a stream with tools, steps and callbacks, as a server or a terminal would.

The model is a script of answers, so that the example runs without a key.
"""

import asyncio
from typing import Any

from ai_sdk import is_step_count, stream_text, tool
from ai_sdk.generate_text.text_stream_part import (
    TextStreamErrorPart,
    TextStreamFinishPart,
    TextStreamFinishStepPart,
    TextStreamPart,
    TextStreamTextDeltaPart,
    TextStreamToolCallPart,
    TextStreamToolResultPart,
)
from ai_sdk.testing import MockLanguageModelV4

USAGE = {"inputTokens": {"total": 9}, "outputTokens": {"total": 4}}


@tool
async def tide(place: str) -> dict[str, Any]:
    """Look up when the tide is high."""
    return {"place": place, "high": "06:12"}


def answers() -> list[Any]:
    call = {"type": "tool-call", "toolCallId": "call-1", "toolName": "tide", "input": '{"place":"Brest"}'}
    finish = {"type": "finish", "finishReason": {"unified": "tool-calls"}, "usage": USAGE}
    return [{"stream": [call, finish]}, "High tide is at 06:12."]


def show(part: TextStreamPart) -> None:
    match part:
        case TextStreamTextDeltaPart():
            print(part.text, end="")
        case TextStreamToolCallPart():
            print(f"calls {part.tool_name} with {part.input}")
        case TextStreamToolResultPart():
            print(f"{part.tool_name} answered {part.output}")
        case TextStreamFinishStepPart():
            print(f"({part.finish_reason})")
        case TextStreamFinishPart():
            print(f"done with {part.total_usage.total_tokens} tokens")
        case TextStreamErrorPart():
            print(f"failed: {part.error}")
        case _:
            pass


async def main() -> None:
    result = stream_text(
        model=MockLanguageModelV4(do_stream=answers()),
        prompt="When is high tide in Brest?",
        tools=[tide],
        stop_when=is_step_count(3),
        on_step_end=lambda step: print(f"step {step.step_number} ended,", end=" "),
        timeout={"total_ms": 60_000, "chunk_ms": 10_000},
    )
    async for part in result.stream:
        show(part)


asyncio.run(main())
