"""Telling tools of their input: that it begins, each delta of it, and that it is whole.

Ports: ai/src/generate-text/invoke-tool-callbacks-from-stream.ts
"""

import inspect
from collections.abc import AsyncIterator, Mapping
from typing import Any

from ai_sdk.generate_text.language_model_stream_part import LanguageModelStreamPart, StreamRetryAttemptBoundaryPart
from ai_sdk.generate_text.text_stream_part import TextStreamToolInputDeltaPart, TextStreamToolInputStartPart
from ai_sdk.generate_text.tool_call import TypedToolCall
from ai_sdk.generate_text.validate_tool_context import validate_tool_context
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.tool import Tool, ToolExecutionOptions, ToolSet
from ai_sdk.provider_utils.tool_execution_options import ToolInputAvailableOptions, ToolInputDeltaOptions

__all__ = ["ToolInputCallbacks", "invoke_tool_callbacks_from_stream"]

Part = LanguageModelStreamPart | StreamRetryAttemptBoundaryPart


def invoke_tool_callbacks_from_stream(
    *,
    stream: AsyncIterator[Part],
    tools: ToolSet | None,
    step_input_messages: list[ModelMessage],
    abort_signal: AbortSignal | None,
    tools_context: Mapping[str, Any] | None,
) -> AsyncIterator[Part]:
    """Return the stream; before a part of a tool's input is passed on, the tool's callback for it is called.

    An error in a callback, and a context that does not fit its schema, end the stream.
    """
    if not any(
        tool.on_input_start or tool.on_input_delta or tool.on_input_available for tool in (tools or {}).values()
    ):
        return stream
    callbacks = ToolInputCallbacks(
        tools=tools, messages=step_input_messages, abort_signal=abort_signal, tools_context=tools_context
    )
    return _invoke(stream, callbacks)


def _has_callbacks(tool: Tool[Any, Any]) -> bool:
    return any((tool.on_input_start, tool.on_input_delta, tool.on_input_available))


async def _invoke(stream: AsyncIterator[Part], callbacks: "ToolInputCallbacks") -> AsyncIterator[Part]:
    try:
        async for part in stream:
            await callbacks.tell(part)
            yield part
    finally:
        await close_stream(stream)


class ToolInputCallbacks:
    """Calls the callbacks of the tools of one step; a tool's context is checked once for each call."""

    def __init__(
        self,
        *,
        tools: ToolSet | None,
        messages: list[ModelMessage],
        abort_signal: AbortSignal | None,
        tools_context: Mapping[str, Any] | None,
    ) -> None:
        self._tools = tools or {}
        self._messages = messages
        self._abort_signal = abort_signal
        self._tools_context = tools_context or {}
        self._names: dict[str, str] = {}
        self._contexts: dict[tuple[str, str], Any] = {}

    async def tell(self, part: Part) -> None:
        """Call what belongs to a part of the stream."""
        match part:
            case StreamRetryAttemptBoundaryPart():
                self._names.clear()
                self._contexts.clear()
            case TextStreamToolInputStartPart():
                self._names[part.id] = part.tool_name
                await self.input_start(part.id, part.tool_name)
            case TextStreamToolInputDeltaPart():
                await self._input_delta(part.id, part.delta)
            case TypedToolCall():
                if not part.invalid:
                    await self.input_available(part)
                self._names.pop(part.tool_call_id, None)
                self._contexts.pop((part.tool_call_id, part.tool_name), None)

    async def input_start(self, tool_call_id: str, tool_name: str) -> None:
        """Tell a tool that its input begins."""
        tool = self._tools.get(tool_name)
        if tool is not None and tool.on_input_start is not None:
            options = await self._options(tool, tool_call_id, tool_name)
            await _finish(tool.on_input_start(ToolExecutionOptions(**options)))

    async def input_available(self, tool_call: TypedToolCall[Any]) -> None:
        """Tell a tool its whole input."""
        tool = self._tools.get(tool_call.tool_name)
        if tool is not None and tool.on_input_available is not None:
            options = await self._options(tool, tool_call.tool_call_id, tool_call.tool_name)
            await _finish(tool.on_input_available(ToolInputAvailableOptions(input=tool_call.input, **options)))

    async def _input_delta(self, tool_call_id: str, delta: str) -> None:
        tool_name = self._names.get(tool_call_id)
        tool = None if tool_name is None else self._tools.get(tool_name)
        if tool_name is not None and tool is not None and tool.on_input_delta is not None:
            options = await self._options(tool, tool_call_id, tool_name)
            await _finish(tool.on_input_delta(ToolInputDeltaOptions(input_text_delta=delta, **options)))

    async def _options(self, tool: Tool[Any, Any], tool_call_id: str, tool_name: str) -> dict[str, Any]:
        key = (tool_call_id, tool_name)
        if key not in self._contexts:
            self._contexts[key] = await validate_tool_context(
                tool_name=tool_name,
                context=self._tools_context.get(tool_name),
                context_schema=tool.context_schema,
            )
        return {
            "tool_call_id": tool_call_id,
            "messages": self._messages,
            "abort_signal": self._abort_signal,
            "context": self._contexts[key],
        }


async def _finish(pending: Any) -> None:
    if inspect.isawaitable(pending):
        await pending
