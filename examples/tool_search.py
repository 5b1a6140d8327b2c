"""Lets a model search for tools instead of being told of all of them at once.

The model is a script of answers, so that the example runs without a key.
"""

import asyncio

from ai_sdk import generate_text, is_step_count, tool, tool_search
from ai_sdk.testing import MockLanguageModelV4


@tool(defer_loading=True)
def send_email(to: str, text: str) -> str:
    """Send an email to somebody."""
    return f"sent to {to}: {text}"


@tool(defer_loading=True)
def book_flight(to: str) -> str:
    """Book a flight."""
    return f"booked to {to}"


async def main() -> None:
    search = {"type": "tool-call", "toolCallId": "1", "toolName": "search", "input": '{"query":"email somebody"}'}
    send = {"type": "tool-call", "toolCallId": "2", "toolName": "send_email", "input": '{"to":"Ada","text":"Hi"}'}
    model = MockLanguageModelV4(
        do_generate=[
            {"content": [search], "finishReason": {"unified": "tool-calls"}},
            {"content": [send], "finishReason": {"unified": "tool-calls"}},
            "The email is on its way.",
        ]
    )
    result = await generate_text(
        model=model,
        prompt="Say hi to Ada.",
        tools={"search": tool_search(), "send_email": send_email, "book_flight": book_flight},
        stop_when=is_step_count(5),
    )
    for number, called in enumerate(model.do_generate_calls, 1):
        print(f"step {number} knows", [each.name for each in called.tools or []])
    print(result.steps[1].tool_results[0].output)
    print(result.text)


asyncio.run(main())
