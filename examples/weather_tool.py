"""Lets Claude call a Python function; needs ANTHROPIC_API_KEY."""

import asyncio

from ai_sdk import generate_text, is_step_count, tool
from ai_sdk.providers.anthropic import anthropic


@tool
async def weather(city: str) -> str:
    """Look up the weather in a city."""
    return f"sunny in {city}, 21 degrees"


async def main() -> None:
    model = anthropic("claude-sonnet-4-5")
    result = await generate_text(
        model=model, prompt="Shall I walk in Rome today?", tools=[weather], stop_when=is_step_count(5)
    )
    print(result.text)


asyncio.run(main())
