"""Asks for objects, lists, choices and any JSON instead of text, and shows what happens when the answer does not fit.

The model listens on this machine and answers what the example needs, so that it runs without a key.
"""

import asyncio
import json
from typing import Any

from pydantic import BaseModel, Field

from ai_sdk import NoObjectGeneratedError, Output, generate_text
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, Reply, Request

SOUP = {"name": "Tomato soup", "minutes": 25, "ingredients": ["tomatoes", "basil"]}
ANSWERS: dict[str, Any] = {
    "A recipe": SOUP,
    "Three names": {"elements": ["Ada", "Grace", "Edsger"]},
    "The weather": {"result": "rainy"},
    "Anything": {"free": [1, None]},
    "A bad recipe": {**SOUP, "minutes": -1},
}


class Recipe(BaseModel):
    """What to cook."""

    name: str
    minutes: int = Field(gt=0, description="From the start to the table")
    ingredients: list[str]


def answer(request: Request) -> Reply:
    text = json.dumps(ANSWERS[request.json()["messages"][-1]["content"]])
    return Reply.json({"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": "stop"}]})


async def main() -> None:
    async with (
        LoopbackServer(answer) as server,
        create_openai_compatible(
            name="loopback", base_url=f"{server.url}/v1", supports_structured_outputs=True
        ) as loopback,
    ):
        model = loopback("any-model")

        cooked = await generate_text(model=model, prompt="A recipe", output=Output.object(Recipe))
        print(cooked.output.name, cooked.output.minutes)
        asked = server.requests[0].json()["response_format"]["json_schema"]["schema"]
        print(asked["required"], asked["properties"]["minutes"]["description"])

        names = await generate_text(model=model, prompt="Three names", output=Output.array(str, max_items=3))
        weather = await generate_text(model=model, prompt="The weather", output=Output.choice(["sunny", "rainy"]))
        anything = await generate_text(model=model, prompt="Anything", output=Output.json())
        print(names.output, weather.output, anything.output)

        try:
            await generate_text(model=model, prompt="A bad recipe", output=Output.object(Recipe))
        except NoObjectGeneratedError as error:
            print(error.message, error.finish_reason)
            print(json.loads(error.text or "")["minutes"], type(error.cause).__name__)


asyncio.run(main())
