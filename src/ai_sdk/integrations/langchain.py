"""Streams of LangChain and LangGraph as UI message streams, and UI messages as theirs.

Follows the npm package @ai-sdk/langchain.
"""

from collections.abc import AsyncGenerator, AsyncIterable, Callable, Sequence
from importlib import import_module
from typing import Any

from ai_sdk.integrations.emit_events import emit_events
from ai_sdk.integrations.langchain_content import convert_assistant_content, convert_tool_output, convert_user_content
from ai_sdk.integrations.langchain_events import LangChainEvents
from ai_sdk.integrations.ui_message_emitter import UIMessageEmitter
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.ui.convert_to_model_messages import convert_to_model_messages
from ai_sdk.ui.ui_messages import UIMessageLike
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["convert_model_messages", "to_base_messages", "to_ui_message_stream"]


def to_ui_message_stream(
    *,
    stream: AsyncIterable[Any],
    message_id: str | None = None,
    send_start: bool = True,
    send_finish: bool = True,
    dynamic_tools: bool = True,
    on_error: Callable[[Exception], str] | None = None,
) -> AsyncGenerator[UIMessageChunk]:
    """Return the UI message chunks of a stream of LangChain or LangGraph, as they arrive.

    `stream` is `model.astream(...)`, `graph.astream(..., stream_mode=...)` with any of the modes `messages`, `values`,
    `updates` and `custom`, one or several, with or without subgraphs, or `astream_events(..., version="v2")`.
    Interrupts that ask about tool calls become approval requests, others `data-interrupt` parts; what a node writes
    becomes a data part named by its `type`, which stays in the message when it has an `id`.

    Errors are masked unless `on_error` says what the frontend is told. Tools become `dynamic-tool` parts, or
    `tool-<name>` parts without `dynamic_tools`.
    """
    emitter = UIMessageEmitter(
        message_id=message_id,
        send_start=send_start,
        send_finish=send_finish,
        dynamic_tools=dynamic_tools,
        on_error=on_error,
    )
    return emit_events(events=stream, handle=LangChainEvents().handle, emitter=emitter)


async def to_base_messages(messages: Sequence[UIMessageLike]) -> list[Any]:
    """Return UI messages as messages of LangChain, to call a model or a graph with."""
    return convert_model_messages(await convert_to_model_messages(messages))


def convert_model_messages(messages: Sequence[ModelMessage]) -> list[Any]:
    """Return model messages as messages of LangChain; each result of a tool becomes a message."""
    langchain = import_module("langchain_core.messages")
    converted: list[Any] = []
    for message in messages:
        match message.role:
            case "system":
                converted.append(langchain.SystemMessage(content=message.content))
            case "user":
                converted.append(langchain.HumanMessage(content=convert_user_content(message.content)))
            case "assistant":
                text, calls = convert_assistant_content(message.content)
                converted.append(langchain.AIMessage(content=text, tool_calls=calls))
            case "tool":
                results = (part for part in message.content if part.type == "tool-result")
                converted += [langchain.ToolMessage(**convert_tool_output(part)) for part in results]
    return converted
