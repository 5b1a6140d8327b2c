"""Events of openai-agents as UI message streams."""

import json
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Mapping
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
    """Return the UI message chunks of a run of openai-agents, as they arrive.

    `stream` is what `Runner.run_streamed(...)` returns, or its `stream_events()`. Given the former, closing the stream
    cancels the run, and tools that wait for an approval when it pauses become approval requests. A handoff is shown as
    a tool call, and each new agent as a `data-agent` part.

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
    return emit_events(events=_events(stream), handle=_Events().handle, emitter=emitter)


async def _events(stream: Any) -> AsyncGenerator[Any]:
    """Yield the events, then the interruptions at which the run paused; whoever leaves early cancels the run."""
    events: AsyncIterable[Any] = stream.stream_events() if hasattr(stream, "stream_events") else stream
    is_over = False
    try:
        async for event in events:
            yield event
        is_over = True
    finally:
        if not is_over and hasattr(stream, "cancel"):
            stream.cancel()
    for interruption in getattr(stream, "interruptions", ()):
        yield interruption


_BLOCKS = {
    "response.output_text": ("text", "content_index"),
    "response.refusal": ("text", "content_index"),
    "response.reasoning_summary_text": ("reasoning", "summary_index"),
    "response.reasoning_text": ("reasoning", "content_index"),
}


class _Events:
    """Tells an emitter what events mean; knows the calls that stream."""

    def __init__(self) -> None:
        self._call_ids: dict[int, str] = {}
        self._texts: set[str] = set()
        self._responses = 0

    def handle(self, emitter: UIMessageEmitter, event: Any) -> None:
        """Tell what an event means."""
        match event.type:
            case "raw_response_event":
                self._raw(emitter, event.data)
            case "run_item_stream_event":
                self._item(emitter, event.item)
            case "agent_updated_stream_event":
                emitter.data("agent", {"name": event.new_agent.name}, id="agent")
            case "tool_approval_item":
                _ask(emitter, event)

    def _raw(self, emitter: UIMessageEmitter, event: Any) -> None:
        kind, ending = event.type.rpartition(".")[::2]
        if kind in _BLOCKS:
            self._block(emitter, event, kind, ending)
        elif event.type == "response.created":
            if self._responses:
                emitter.start_step()
            self._responses += 1
        elif event.type == "response.output_item.added" and event.item.type == "function_call":
            self._call_ids[event.output_index] = event.item.call_id
            emitter.tool_input_start(event.item.call_id, event.item.name)
        elif event.type == "response.function_call_arguments.delta" and event.output_index in self._call_ids:
            emitter.tool_input_delta(self._call_ids[event.output_index], event.delta)
        elif event.type == "response.output_text.annotation.added":
            _cite(emitter, event.annotation)

    def _block(self, emitter: UIMessageEmitter, event: Any, kind: str, ending: str) -> None:
        """Tell of a piece, or the end, of a text or a reasoning; one item may have several."""
        what, place = _BLOCKS[kind]
        block_id = f"{event.item_id}:{getattr(event, place)}"
        write, end = (emitter.text, emitter.text_end) if what == "text" else (emitter.reasoning, emitter.reasoning_end)
        if ending == "delta":
            self._texts.add(event.item_id)
            write(event.delta, id=block_id)
        elif ending == "done":
            end(id=block_id)

    def _item(self, emitter: UIMessageEmitter, item: Any) -> None:
        raw = item.raw_item
        match item.type:
            case "message_output_item":
                self._message(emitter, raw)
            case "tool_call_item" | "handoff_call_item":
                _call(emitter, item, raw)
            case "tool_call_output_item":
                call_id = _field(raw, "call_id")
                if call_id is not None:
                    emitter.tool_output(call_id, item.output)
            case "handoff_output_item":
                emitter.tool_output(_field(raw, "call_id"), _field(raw, "output"))
            case "tool_approval_item":
                _ask(emitter, item)

    def _message(self, emitter: UIMessageEmitter, raw: Any) -> None:
        """Tell of a whole message, for models that do not stream its text."""
        if _field(raw, "id") in self._texts:
            return
        for index, part in enumerate(_field(raw, "content") or ()):
            text = _field(part, "text") or _field(part, "refusal") or ""
            emitter.text(text, id=f"{_field(raw, 'id')}:{index}")
            emitter.text_end(id=f"{_field(raw, 'id')}:{index}")


def _call(emitter: UIMessageEmitter, item: Any, raw: Any) -> None:
    """Tell of a call; those without arguments of their own are tools that the provider runs."""
    call_id = _field(raw, "call_id") or _field(raw, "id")
    name = _field(raw, "name") or str(_field(raw, "type") or item.type).removesuffix("_call")
    if call_id is None:
        return
    if _field(raw, "arguments") is not None:
        emitter.tool_input(call_id, name, _read_arguments(_field(raw, "arguments")))
    else:
        emitter.tool_input(call_id, name, raw, provider_executed=True)
        if _field(raw, "status") == "completed":
            emitter.tool_output(call_id, {"status": "completed"}, provider_executed=True)


def _ask(emitter: UIMessageEmitter, item: Any) -> None:
    raw = item.raw_item
    call_id = _field(raw, "call_id") or _field(raw, "id")
    emitter.tool_input(call_id, _field(raw, "name"), _read_arguments(_field(raw, "arguments")))
    emitter.tool_approval_request(call_id)


def _cite(emitter: UIMessageEmitter, annotation: Any) -> None:
    if _field(annotation, "type") == "url_citation":
        emitter.source(url=_field(annotation, "url"), title=_field(annotation, "title"))
    elif _field(annotation, "type") == "file_citation":
        name = _field(annotation, "filename") or _field(annotation, "file_id")
        file_id = _field(annotation, "file_id")
        emitter.source_document(
            id=file_id, media_type="text/plain", title=name, filename=_field(annotation, "filename")
        )


def _read_arguments(arguments: Any) -> Any:
    try:
        return json.loads(arguments or "{}")
    except ValueError:
        return arguments


def _field(value: Any, name: str) -> Any:
    """Return a field of an item, which is an object, or JSON data."""
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
