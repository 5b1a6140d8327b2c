"""The chat behind the page, the same for every web framework: its tools, its answers, and what it remembers."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from typing import Any

from offline_model import offline_model

from ai_sdk import (
    TextStreamPart,
    ToolContext,
    UIMessageChunk,
    UIMessageStreamWriter,
    convert_to_model_messages,
    create_ui_message_stream,
    is_step_count,
    stream_text,
    to_ui_message_stream,
    tool,
    validate_ui_messages,
)
from ai_sdk.integrations.chat_request import ChatRequest
from ai_sdk.integrations.resumable_streams import ResumableStreams
from ai_sdk.provider import AbortSignal

__all__ = ["MESSAGES", "PAGE", "STREAMS", "answer", "is_resumable"]

PAGE = Path(__file__).parent / "frontend" / "dist"
"""The page, once it is built."""

STREAMS = ResumableStreams()

MESSAGES: dict[str, list[dict[str, Any]]] = {}
"""What was said, by chat. A real application has a database here."""

Write = Callable[[UIMessageChunk], None]


def is_resumable(request: ChatRequest) -> bool:
    """Whether the answer goes on when its reader is gone: the page says so, unless its address has `resume=off`."""
    return bool(request.extra.get("resumable"))


@tool
async def get_weather(city: str, write: ToolContext[Write]) -> dict[str, Any]:
    """Tell the weather of a city."""
    write({"type": "data-notice", "data": {"text": f"Looking out of a window in {city}"}, "transient": True})
    for done in range(1, 4):
        await asyncio.sleep(0.2)
        write({"type": "data-progress", "id": "weather", "data": {"done": done, "total": 3}})
    return {"city": city, "degrees": 21}


@tool
def delete_file(path: str) -> dict[str, str]:
    """Delete a file."""
    return {"deleted": path}


# Nothing runs here: the browser knows the answer.
get_time_zone = tool(
    name="get_time_zone",
    description="Tell the time zone of the user.",
    input_schema={"type": "object", "properties": {}},
)

TOOLS = [get_weather, delete_file, get_time_zone]


def answer(request: ChatRequest, abort_signal: AbortSignal | None = None) -> AsyncGenerator[UIMessageChunk]:
    """Return the answer to a request of the page, in the chunks that the page reads."""

    async def execute(writer: UIMessageStreamWriter) -> None:
        messages = await validate_ui_messages(messages=request.messages, tools=TOOLS)
        result = stream_text(
            model=offline_model(),
            messages=await convert_to_model_messages(messages, tools=TOOLS),
            tools=TOOLS,
            tools_context={"get_weather": writer.write},
            tool_approval={"delete_file": "user-approval"},
            stop_when=is_step_count(5),
            abort_signal=abort_signal,
        )
        writer.merge(to_ui_message_stream(stream=result.stream, on_error=writer.on_error, message_metadata=_metadata))

    MESSAGES[request.id] = [message.model_dump(by_alias=True, exclude_unset=True) for message in request.messages]
    return create_ui_message_stream(
        execute=execute,
        original_messages=request.messages,
        on_end=lambda event: MESSAGES.update({request.id: event.messages}),
    )


def _metadata(part: TextStreamPart) -> dict[str, Any] | None:
    if part.type == "start":
        return {"model": "offline-model"}
    return {"totalTokens": part.total_usage.total_tokens} if part.type == "finish" else None
