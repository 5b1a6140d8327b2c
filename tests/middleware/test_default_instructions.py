"""Default instructions stand before prompts that have none; tool examples stand in descriptions."""

from typing import Any

import pytest

from ai_sdk.middleware.add_tool_input_examples_middleware import add_tool_input_examples_middleware
from ai_sdk.middleware.default_instructions_middleware import default_instructions_middleware
from ai_sdk.provider_utils.model_message import SystemModelMessage
from tests.middleware.reading import sent_options

pytestmark = pytest.mark.anyio

USER = {"role": "user", "content": [{"type": "text", "text": "Hi"}]}
OPTIONS = {"p": {"cache": True}}


@pytest.mark.parametrize(
    ("instructions", "system"),
    [
        ("Be brief.", [{"role": "system", "content": "Be brief."}]),
        (SystemModelMessage(content="Be brief."), [{"role": "system", "content": "Be brief."}]),
        (
            [SystemModelMessage(content="A"), {"role": "system", "content": "B", "providerOptions": OPTIONS}],
            [{"role": "system", "content": "A"}, {"role": "system", "content": "B", "providerOptions": OPTIONS}],
        ),
        ([], []),
    ],
)
async def test_instructions_come_before_a_prompt_without_any(instructions: Any, system: list[Any]) -> None:
    sent = await sent_options(default_instructions_middleware(instructions=instructions), prompt=[USER])
    assert sent == {"prompt": [*system, USER]}


async def test_a_prompt_with_a_system_message_anywhere_stays_as_it_is() -> None:
    prompt = [USER, {"role": "system", "content": "Be long."}]
    assert await sent_options(default_instructions_middleware(instructions="Be brief."), prompt=prompt) == {
        "prompt": prompt
    }


def tool(**given: Any) -> dict[str, Any]:
    return {"type": "function", "name": "weather", "inputSchema": {}, **given}


EXAMPLES = [{"input": {"city": "Zürich", "days": 3}}, {"input": {"city": "Oslo"}}]
LINES = '{"city":"Zürich","days":3}\n{"city":"Oslo"}'


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"description": "Weather."}, {"description": f"Weather.\n\nInput Examples:\n{LINES}"}),
        ({"description": ""}, {"description": f"Input Examples:\n{LINES}"}),
        ({}, {"description": f"Input Examples:\n{LINES}"}),
    ],
)
async def test_examples_move_into_the_description(given: dict[str, Any], sent: dict[str, Any]) -> None:
    tools = [tool(inputExamples=EXAMPLES, **given)]
    assert (await sent_options(add_tool_input_examples_middleware(), tools=tools))["tools"] == [tool(**sent)]


async def test_prefix_format_and_keeping_the_examples() -> None:
    middleware = add_tool_input_examples_middleware(
        prefix="E:", format=lambda example, index: f"{index}: {example.input['city']}", remove=False
    )
    sent = await sent_options(middleware, tools=[tool(inputExamples=EXAMPLES)])
    assert sent["tools"] == [tool(description="E:\n0: Zürich\n1: Oslo", inputExamples=EXAMPLES)]


async def test_other_tools_and_calls_without_tools_stay_as_they_are() -> None:
    others = [tool(), tool(inputExamples=[]), {"type": "provider", "id": "p.search", "name": "search", "args": {}}]
    assert await sent_options(add_tool_input_examples_middleware(), tools=others) == {"prompt": [], "tools": others}
    assert await sent_options(add_tool_input_examples_middleware()) == {"prompt": []}
