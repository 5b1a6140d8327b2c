"""An agent with a tool, options of its own for each call, and structured answers.

The model is a script of answers, so that the example runs without a key.
"""

import asyncio
from typing import Any

from pydantic import BaseModel

from ai_sdk import Output, ToolLoopAgent, is_step_count, tool
from ai_sdk.testing import MockLanguageModelV4

CALL = {"type": "tool-call", "toolCallId": "call-1", "toolName": "soil", "input": '{"plant":"fern"}'}
ADVICE = '{"water":true,"reason":"the soil is dry"}'


class Garden(BaseModel):
    """What every call says about the garden."""

    climate: str


class Advice(BaseModel):
    """What the agent answers."""

    water: bool
    reason: str


@tool
async def soil(plant: str) -> str:
    """Look up how moist the soil of a plant is."""
    return f"the soil of the {plant} is dry"


def for_garden(call: dict[str, Any]) -> dict[str, Any]:
    """Write the instructions for one call."""
    return {**call, "instructions": f"You look after a garden. Its climate is {call['options'].climate}."}


async def main() -> None:
    model = MockLanguageModelV4(do_generate=[{"content": [CALL]}, ADVICE])
    gardener = ToolLoopAgent(
        model=model,
        tools=[soil],
        output=Output.object(Advice),
        stop_when=is_step_count(5),
        call_options_schema=Garden,
        prepare_call=for_garden,
        on_step_end=lambda step: print(f"step: {step.finish_reason}"),
    )
    result = await gardener.generate(prompt="Does my fern need water?", options={"climate": "mild"})
    print(f"water it: {result.output.water}, because {result.output.reason}")
    print(model.do_generate_calls[0].prompt[0].content)


asyncio.run(main())
