"""A chat from Python with a backend that speaks the AI SDK's protocol, in whatever language it is written.

The backend is a few lines that stand for one: it streams what `useChat` would be sent, asks for the time of the client,
and listens on this machine, so that the example runs without a key.
"""

import asyncio

from ai_sdk import Chat, ChatToolCallEvent, DefaultChatTransport, last_assistant_message_is_complete_with_tool_calls
from ai_sdk.testing import LoopbackServer, Reply, Request

START = {"type": "start", "messageId": "answer-1"}


def backend(request: Request) -> Reply:
    """Answer a request as a chat's backend does: a tool call first, text when its output is there."""
    parts = request.json()["messages"][-1]["parts"]
    outputs = [part["output"] for part in parts if part.get("state") == "output-available"]
    if not outputs:
        call = {"type": "tool-input-available", "toolCallId": "call-1", "toolName": "clock", "input": {}}
        return Reply.events(START, {"type": "start-step"}, call, {"type": "finish-step"}, {"type": "finish"}, "[DONE]")
    words = [{"type": "text-delta", "id": "1", "delta": word} for word in ("It ", "is ", f"{outputs[0]}.")]
    text = [{"type": "text-start", "id": "1"}, *words, {"type": "text-end", "id": "1"}]
    return Reply.events(START, {"type": "start-step"}, *text, {"type": "finish-step"}, {"type": "finish"}, "[DONE]")


async def main() -> None:
    async with LoopbackServer(backend) as server:

        async def run_tool(event: ChatToolCallEvent) -> None:
            print(f"the model asks for {event.tool_call['toolName']}")
            await chat.add_tool_output(tool_call_id=event.tool_call["toolCallId"], output="noon")

        def show() -> None:
            parts = chat.messages[-1]["parts"]
            if chat.status == "streaming" and parts and parts[-1].get("text"):
                print(f"  {parts[-1]['text']}")

        transport = DefaultChatTransport(api=f"{server.url}/api/chat", headers={"Authorization": "Bearer example"})
        async with Chat(
            transport=transport,
            on_tool_call=run_tool,
            on_update=show,
            send_automatically_when=last_assistant_message_is_complete_with_tool_calls,
        ) as chat:
            await chat.send_message("What time is it here?")
            print(f"{chat.status}: {[message['role'] for message in chat.messages]}")


asyncio.run(main())
