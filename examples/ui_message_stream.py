"""Answers a chat frontend: chunks over server-sent events, data of one's own, and the messages to store at the end.

The model is a script of answers, so that the example runs without a key.
"""

import asyncio
from typing import Any

from ai_sdk import (
    UIMessageStreamEndEvent,
    UIMessageStreamResponse,
    UIMessageStreamWriter,
    create_ui_message_stream,
    create_ui_message_stream_response,
    is_step_count,
    stream_text,
    to_ui_message_stream,
    tool,
)
from ai_sdk.testing import MockLanguageModelV4

USAGE = {"inputTokens": {"total": 9}, "outputTokens": {"total": 4}}
CALL = {"type": "tool-call", "toolCallId": "call-1", "toolName": "tide", "input": '{"place":"Brest"}'}
TOOL_CALLS = {"type": "finish", "finishReason": {"unified": "tool-calls"}, "usage": USAGE}


@tool
async def tide(place: str) -> dict[str, Any]:
    """Look up when the tide is high."""
    return {"place": place, "high": "06:12"}


def store(event: UIMessageStreamEndEvent) -> None:
    print(f"stored {len(event.messages)} messages; the last is {event.response_message['id']}:")
    for part in event.response_message["parts"]:
        print("  ", {key: part[key] for key in ("type", "state", "text", "output", "data") if key in part})


def answer(messages: list[dict[str, Any]]) -> UIMessageStreamResponse:
    """Stand for the handler of a POST request, with the messages of its body."""

    async def execute(writer: UIMessageStreamWriter) -> None:
        writer.write({"type": "data-status", "data": "looking it up", "transient": True})
        result = stream_text(
            model=MockLanguageModelV4(do_stream=[{"stream": [CALL, TOOL_CALLS]}, "High tide is at 06:12."]),
            prompt=messages[-1]["parts"][0]["text"],
            tools=[tide],
            stop_when=is_step_count(3),
        )
        writer.merge(to_ui_message_stream(stream=result.stream, on_error=writer.on_error))

    stream = create_ui_message_stream(
        execute=execute, original_messages=messages, generate_id=lambda: "msg-2", on_end=store
    )
    return create_ui_message_stream_response(stream=stream)


async def main() -> None:
    question = {"id": "msg-1", "role": "user", "parts": [{"type": "text", "text": "When is high tide in Brest?"}]}
    response = answer([question])
    print(response.status, response.headers["content-type"])
    async for event in response.body:  # a framework sends these; here they are printed
        print(event.decode().rstrip())


asyncio.run(main())
