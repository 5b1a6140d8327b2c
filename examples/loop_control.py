"""Steers a loop of steps: when it ends, what each step is given, and a message of the user that arrives on the way."""

import asyncio
from typing import Any

from ai_sdk import (
    PrepareStepOptions,
    StopConditionOptions,
    experimental_create_steering,
    generate_text,
    has_tool_call,
    is_step_count,
    tool,
)
from ai_sdk.testing import MockLanguageModelV4


@tool
def search(query: str) -> str:
    """Search the library."""
    return f"a book about {query}"


@tool
def done(answer: str) -> str:
    """Say that the task is done."""
    return answer


def call(name: str, text: str) -> dict[str, Any]:
    part = {"type": "tool-call", "toolCallId": f"{name}-{text}", "toolName": name, "input": text}
    return {"content": [part], "finishReason": {"unified": "tool-calls"}}


MOST_TOKENS = 10_000


def used_too_much(options: StopConditionOptions) -> bool:
    return sum(step.usage.total_tokens or 0 for step in options.steps) > MOST_TOKENS


def prepare(options: PrepareStepOptions) -> dict[str, Any]:
    if options.step_number == 0:
        return {"tool_choice": {"type": "tool", "tool_name": "search"}, "active_tools": ["search"]}
    return {"messages": options.messages[-3:], "temperature": 0}


async def main() -> None:
    steering = experimental_create_steering()
    added = steering.queue("And one about bees, please.")
    model = MockLanguageModelV4(
        do_generate=[call("search", '{"query":"snow"}'), "Here it is.", call("done", '{"answer":"two books"}')]
    )
    result = await generate_text(
        model=model,
        prompt="Find a book about snow.",
        tools=[search, done],
        stop_when=[is_step_count(10), has_tool_call("done"), used_too_much],
        prepare_step=prepare,
        experimental_steering=steering,
    )
    for step in result.steps:
        print(step.step_number, [tool_call.tool_name for tool_call in step.tool_calls] or step.text)
    outcome = await added
    print(outcome.type, getattr(outcome, "step_number", None))
    print([tool.name for tool in model.do_generate_calls[0].tools or []])


asyncio.run(main())
