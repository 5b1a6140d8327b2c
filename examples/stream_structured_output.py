"""Reads an object while the model writes it, and the elements of a list one by one.

The model listens on this machine and answers what the example needs, so that it runs without a key.
"""

import asyncio
import json
from typing import Any

from pydantic import BaseModel

from ai_sdk import Output, stream_text
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, Reply, Request

RECIPE = {"name": "Tomato soup", "steps": ["chop", "boil"]}
ANSWERS = {"A recipe": RECIPE, "Two recipes": {"elements": [RECIPE, {"name": "Salad", "steps": ["toss"]}]}}


class Recipe(BaseModel):
    """What to cook."""

    name: str
    steps: list[str]


def answer(request: Request) -> Reply:
    text = json.dumps(ANSWERS[request.json()["messages"][-1]["content"]])
    pieces = [text[start : start + 12] for start in range(0, len(text), 12)]
    events: list[Any] = [{"choices": [{"delta": {"content": piece}}]} for piece in pieces]
    return Reply.events(*events, {"choices": [{"delta": {}, "finish_reason": "stop"}]}, "[DONE]")


async def main() -> None:
    async with (
        LoopbackServer(answer) as server,
        create_openai_compatible(
            name="loopback", base_url=f"{server.url}/v1", supports_structured_outputs=True
        ) as loopback,
    ):
        model = loopback("any-model")

        result = stream_text(model=model, prompt="A recipe", output=Output.object(Recipe))
        async for partial in result.partial_output_stream:
            print(partial)  # plain JSON data, as far as it has arrived
        recipe = await result.output
        print(f"{recipe.name}: {len(recipe.steps)} steps")

        menu = stream_text(model=model, prompt="Two recipes", output=Output.array(Recipe))
        async for element in menu.element_stream:
            print(element.name, element.steps)  # a Recipe, validated


asyncio.run(main())
