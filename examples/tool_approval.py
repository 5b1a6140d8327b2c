"""Asks before a tool runs: small payments pass, large ones wait for the user, and the rest is denied.

The model is a script of answers, so that the example runs without a key.
"""

import asyncio
from typing import Any

from ai_sdk import (
    ModelMessage,
    ToolApprovalResponse,
    ToolApprovalStatus,
    ToolModelMessage,
    UserModelMessage,
    generate_text,
    is_step_count,
    tool,
)
from ai_sdk.testing import MockLanguageModelV4

SMALL, LARGE = 10, 1000
SECRET = "a secret that only the server knows"  # noqa: S105 - it guards nothing here


@tool
async def pay(amount: int, to: str) -> str:
    """Pay somebody."""
    return f"paid {amount} to {to}"


def policy(payment: dict[str, Any]) -> ToolApprovalStatus:
    """Decide about one payment."""
    if payment["amount"] <= SMALL:
        return "approved"
    if payment["amount"] <= LARGE:
        return {"type": "user-approval", "reason": f"more than {SMALL}"}
    return {"type": "denied", "reason": f"more than {LARGE}"}


def payment(number: int, amount: int) -> dict[str, Any]:
    text = f'{{"amount":{amount},"to":"Ada"}}'
    return {"type": "tool-call", "toolCallId": f"call-{number}", "toolName": "pay", "input": text}


async def main() -> None:
    calls = [payment(1, 5), payment(2, 500), payment(3, 5000)]
    model = MockLanguageModelV4(do_generate=[{"content": calls, "finishReason": {"unified": "tool-calls"}}, "Done."])
    options: dict[str, Any] = {
        "model": model,
        "tools": [pay],
        "tool_approval": {"pay": policy},
        "experimental_tool_approval_secret": SECRET,
        "stop_when": is_step_count(3),
    }
    messages: list[ModelMessage] = [UserModelMessage(content="Pay Ada 5, 500 and 5000.")]
    result = await generate_text(messages=messages, **options)
    print([(part.type, getattr(part, "output", None)) for part in result.content if part.type == "tool-result"])

    # The messages may now go to a browser and come back: each request is signed together with its call.
    waiting = [part for part in result.content if part.type == "tool-approval-request" and not part.is_automatic]
    answers: list[Any] = []
    for request in waiting:
        print("approve", request.tool_call.input, "because it is", request.reason)
        answers.append(ToolApprovalResponse(approval_id=request.approval_id, approved=True))
    messages += [*result.response.messages, ToolModelMessage(content=answers)]
    result = await generate_text(messages=messages, **options)
    print(result.text)
    for told in model.do_generate_calls[-1].prompt[-1].content:
        print(told)


asyncio.run(main())
