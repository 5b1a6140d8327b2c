"""Lets a model call Python functions: sync, async, with progress, with a context, and with mistakes of the model.

The model is a script of answers, so that the example runs without a key.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, Field

from ai_sdk import ToolContext, generate_text, is_step_count, tool
from ai_sdk.testing import MockLanguageModelV4


class Weather(BaseModel):
    """What the tool answers."""

    city: str
    celsius: int


@dataclass
class User:
    """Who is talking; the model does not see it."""

    name: str


@tool
def weather(city: str, days: Annotated[int, Field(ge=1, le=10)] = 1) -> Weather:
    """Look up the weather.

    Args:
        city: Where to look.
        days: How many days ahead.
    """
    return Weather(city=city, celsius=20 + days)


@tool(name="remember", strict=True)
async def save_note(text: str, user: ToolContext[User]) -> str:
    """Remember a note of the user."""
    return f"noted for {user.name}: {text}"


@tool
async def travel(city: str) -> AsyncIterator[str]:
    """Go somewhere; says where it is on the way, and at the end where it arrived."""
    yield "on the way"
    yield f"arrived in {city}"


def call(number: int, name: str, text: str) -> dict[str, Any]:
    return {"type": "tool-call", "toolCallId": f"call-{number}", "toolName": name, "input": text}


def answer(*content: dict[str, Any]) -> dict[str, Any]:
    reason = "tool-calls" if content[0]["type"] == "tool-call" else "stop"
    return {"content": list(content), "finishReason": {"unified": reason}}


async def main() -> None:
    model = MockLanguageModelV4(
        do_generate=[
            answer(
                call(1, "weather", '{"city":"Oslo"}'),
                call(2, "remember", '{"text":"likes Oslo"}'),
                call(3, "travel", '{"city":"Oslo"}'),
                call(4, "weather", '{"city":"Oslo","days":99}'),
                call(5, "teleport", '{"city":"Oslo"}'),
            ),
            answer({"type": "text", "text": "It is 21 degrees in Oslo."}),
        ]
    )
    result = await generate_text(
        model=model,
        prompt="What is the weather in Oslo?",
        tools=[weather, save_note, travel],
        tools_context={"remember": User("Ada")},
        stop_when=is_step_count(3),
    )
    for part in result.steps[0].content:
        if weather.is_result(part):
            print("weather:", part.output.celsius)
        elif part.type == "tool-result":
            print(f"{part.tool_name}:", part.output)
        elif part.type == "tool-error":
            print(f"{part.tool_name} failed:", str(part.error).splitlines()[0])
    print(result.text)


asyncio.run(main())
