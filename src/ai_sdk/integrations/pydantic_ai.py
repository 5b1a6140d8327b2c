"""Events of pydantic-ai as UI message streams."""

import json
from collections.abc import AsyncGenerator, AsyncIterable, Callable
from typing import Any

from ai_sdk.integrations.emit_events import emit_events
from ai_sdk.integrations.ui_message_emitter import UIMessageEmitter
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["to_ui_message_stream"]


def to_ui_message_stream(
    *,
    stream: Any,
    message_id: str | None = None,
    send_start: bool = True,
    send_finish: bool = True,
    dynamic_tools: bool = True,
    on_error: Callable[[Exception], str] | None = None,
) -> AsyncGenerator[UIMessageChunk]:
    """Return the UI message chunks of an agent of pydantic-ai, as they arrive.

    `stream` is `agent.run_stream_events(...)`, or the events of the nodes of `agent.iter(...)`. Calls whose approval or
    execution the agent defers become approval requests, or stay open for the frontend to answer.

    Errors are masked unless `on_error` says what the frontend is told; what a tool told the model to try again is shown
    as the error of the tool. Tools become `dynamic-tool` parts, or `tool-<name>` parts without `dynamic_tools`.
    """
    emitter = UIMessageEmitter(
        message_id=message_id,
        send_start=send_start,
        send_finish=send_finish,
        dynamic_tools=dynamic_tools,
        on_error=on_error,
    )
    return emit_events(events=_events(stream), handle=_Events().handle, emitter=emitter)


async def _events(stream: Any) -> AsyncGenerator[Any]:
    """Yield the events; newer versions of pydantic-ai want the stream to be entered first."""
    if hasattr(stream, "__aenter__"):
        async with stream as entered:
            async for event in entered:
                yield event
    else:
        events: AsyncIterable[Any] = stream
        try:
            async for event in events:
                yield event
        finally:
            if hasattr(stream, "aclose"):
                await stream.aclose()


class _Events:
    """Tells an emitter what events mean; knows the parts of the response that streams."""

    def __init__(self) -> None:
        self._parts: dict[int, tuple[str, str]] = {}
        self._responses = 0

    def handle(self, emitter: UIMessageEmitter, event: Any) -> None:
        """Tell what an event means; events of other kinds say nothing to a frontend."""
        match event.event_kind:
            case "part_start":
                self._start(emitter, event.index, event.part)
            case "part_delta":
                self._delta(emitter, event.index, event.delta)
            case "part_end":
                self._end(emitter, event.index, event.part)
            case "function_tool_call" | "output_tool_call":
                self._call(emitter, event.part)
            case "function_tool_result" | "output_tool_result":
                _result(emitter, event.part)
            case "deferred_tool_requests":
                _ask(emitter, event.requests)
            case "agent_run_result":
                _ask(emitter, event.result.output)

    def _start(self, emitter: UIMessageEmitter, index: int, part: Any) -> None:
        if index == 0 or index in self._parts:
            self._next_response(emitter)
        block_id = part.tool_call_id if hasattr(part, "tool_call_id") else f"{self._responses}-{index}"
        self._parts[index] = (part.part_kind, block_id)
        match part.part_kind:
            case "text":
                emitter.text(part.content, id=block_id)
            case "thinking":
                emitter.reasoning(part.content, id=block_id)
            case "tool-call" | "builtin-tool-call":
                details = _provider_executed(part)
                emitter.tool_input_start(block_id, part.tool_name, **details)
                if isinstance(part.args, str):
                    emitter.tool_input_delta(block_id, part.args)

    def _next_response(self, emitter: UIMessageEmitter) -> None:
        """Begin a step with each response of a model; the first part of a response has the place 0."""
        if self._responses:
            emitter.start_step()
        self._responses += 1
        self._parts.clear()

    def _delta(self, emitter: UIMessageEmitter, index: int, delta: Any) -> None:
        kind, block_id = self._parts[index]
        match delta.part_delta_kind:
            case "text":
                emitter.text(delta.content_delta, id=block_id)
            case "thinking":
                emitter.reasoning(delta.content_delta or "", id=block_id)
            case "tool_call" if kind in {"tool-call", "builtin-tool-call"} and isinstance(delta.args_delta, str):
                emitter.tool_input_delta(block_id, delta.args_delta)

    def _end(self, emitter: UIMessageEmitter, index: int, part: Any) -> None:
        block_id = self._parts[index][1]
        match part.part_kind:
            case "text":
                emitter.text_end(id=block_id)
            case "thinking":
                metadata = {"pydantic_ai": {"signature": part.signature}} if part.signature else None
                emitter.reasoning_end(id=block_id, provider_metadata=metadata)
            case "file":
                emitter.file(media_type=part.content.media_type, data=part.content.data)
            case "builtin-tool-call":
                self._call(emitter, part)
            case "builtin-tool-return":
                emitter.tool_output(part.tool_call_id, part.content, tool_name=part.tool_name, provider_executed=True)

    def _call(self, emitter: UIMessageEmitter, part: Any) -> None:
        emitter.tool_input(part.tool_call_id, part.tool_name, _arguments(part.args), **_provider_executed(part))


def _provider_executed(part: Any) -> Any:
    return {"provider_executed": True} if part.part_kind == "builtin-tool-call" else {}


def _arguments(arguments: Any) -> Any:
    if not isinstance(arguments, str):
        return arguments or {}
    try:
        return json.loads(arguments or "{}")
    except ValueError:
        return arguments


def _result(emitter: UIMessageEmitter, part: Any) -> None:
    if part.part_kind == "retry-prompt":
        emitter.tool_error(part.tool_call_id, part.model_response(), tool_name=part.tool_name)
    elif getattr(part, "outcome", "success") == "denied":
        emitter.tool_denied(part.tool_call_id, tool_name=part.tool_name)
    elif getattr(part, "outcome", "success") in {"failed", "retried"}:
        text = part.content if isinstance(part.content, str) else part.model_response_str()
        emitter.tool_error(part.tool_call_id, text, tool_name=part.tool_name)
    else:
        emitter.tool_output(part.tool_call_id, part.content, tool_name=part.tool_name)


def _ask(emitter: UIMessageEmitter, requests: Any) -> None:
    """Ask about the calls that wait for an approval; calls that the frontend runs are open without more."""
    for part in getattr(requests, "approvals", None) or ():
        emitter.tool_input(part.tool_call_id, part.tool_name, _arguments(part.args))
        emitter.tool_approval_request(part.tool_call_id)
    for part in getattr(requests, "calls", None) or ():
        emitter.tool_input(part.tool_call_id, part.tool_name, _arguments(part.args))
