"""What the streams of LangChain and LangGraph mean, item by item.

Follows the npm package @ai-sdk/langchain.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ai_sdk.integrations.langchain_messages import LangChainMessage, is_message, read_message
from ai_sdk.integrations.ui_message_emitter import UIMessageEmitter

__all__ = ["LangChainEvents"]

_MODES = frozenset({"values", "updates", "messages", "custom", "debug", "checkpoints", "tasks", "tools"})


class LangChainEvents:
    """Tells an emitter what the items of one stream mean; knows what it told before."""

    def __init__(self) -> None:
        self._metadata: dict[str, dict[str, Any]] | None = None
        self._has_history = False
        self._streamed: set[str] = set()
        self._whole: set[str] = set()
        self._steps: dict[str, int] = {}
        self._call_ids: dict[tuple[str, Any], str] = {}
        self._open_calls: dict[str, tuple[str, Any]] = {}
        self._images: set[str] = set()

    def handle(self, emitter: UIMessageEmitter, item: Any) -> None:
        """Tell what an item means."""
        namespace, mode, data = _read_item(item)
        self._metadata = {"langchain": {"namespace": namespace}} if namespace else None
        handler = self._handlers().get(mode)
        if handler is not None:
            handler(emitter, data)
        if isinstance(item, Mapping) and mode in _MODES:
            self._interrupts(emitter, item.get("interrupts"))

    def _handlers(self) -> dict[str, Callable[[UIMessageEmitter, Any], None]]:
        return {
            "messages": self._on_message,
            "values": self._on_values,
            "updates": self._on_updates,
            "custom": _on_custom,
            "on_chat_model_stream": self._on_chunk,
            "on_chat_model_end": self._on_model_end,
            "on_tool_start": self._on_tool_start,
            "on_tool_end": self._on_tool_end,
            "on_tool_error": self._on_tool_error,
            "on_custom_event": _on_custom_event,
        }

    def _on_message(self, emitter: UIMessageEmitter, data: Any) -> None:
        value, metadata = data if isinstance(data, tuple | list) else (data, None)
        message = read_message(value)
        if message.is_answer:
            self._advance(emitter, message, metadata)
        if message.is_chunk and message.is_answer:
            self._part(emitter, message)
        else:
            self._message(emitter, message)

    def _advance(self, emitter: UIMessageEmitter, message: LangChainMessage, metadata: Any) -> None:
        """Begin a step of the UI message when the graph, outside of its subgraphs, is at another one."""
        step = metadata.get("langgraph_step") if isinstance(metadata, Mapping) and self._metadata is None else None
        last = self._steps.get("")
        if isinstance(step, int) and step != last and message.id not in self._streamed:
            self._steps[""] = step
            if last is not None:
                emitter.start_step()

    def _on_values(self, emitter: UIMessageEmitter, data: Any) -> None:
        if not isinstance(data, Mapping):
            return
        messages = [read_message(value) for value in data.get("messages") or () if is_message(value)]
        if not self._has_history and "__interrupt__" not in data:
            self._has_history = True
            self._remember(messages)
        for message in messages:
            self._message(emitter, message)
        self._interrupts(emitter, data.get("__interrupt__"))

    def _remember(self, messages: list[LangChainMessage]) -> None:
        """Take the first state for what the frontend has already: what it sent."""
        answered = {message.fields.get("tool_call_id") for message in messages if message.is_of_tool}
        for message in messages:
            if message.id is None or message.id in self._streamed:
                continue
            self._whole.add(message.id)
            for call in message.tool_calls if message.is_answer else ():
                if call["id"] not in answered:
                    self._note_call(call["id"], call["name"], call["args"])

    def _on_updates(self, emitter: UIMessageEmitter, data: Any) -> None:
        for node, update in data.items() if isinstance(data, Mapping) else ():
            if node == "__interrupt__":
                self._interrupts(emitter, update)
            elif isinstance(update, Mapping):
                messages = update.get("messages") or ()
                for value in messages if isinstance(messages, list | tuple) else (messages,):
                    if is_message(value):
                        self._message(emitter, read_message(value))

    def _message(self, emitter: UIMessageEmitter, message: LangChainMessage) -> None:
        """Tell of a whole message, once; its text only when it did not come in pieces."""
        if message.id is not None and message.id in self._whole:
            return
        if message.id is not None:
            self._whole.add(message.id)
        if message.is_of_tool:
            self._tool_output(emitter, message)
        elif message.is_answer:
            if message.id not in self._streamed:
                self._content(emitter, message)
            self._end(emitter, message)
            for call in message.tool_calls:
                self._call(emitter, call["id"], call["name"], call["args"])

    def _part(self, emitter: UIMessageEmitter, message: LangChainMessage) -> None:
        """Tell of a chunk of a message."""
        if message.id is not None:
            self._streamed.add(message.id)
        self._content(emitter, message)
        for piece in message.tool_call_chunks:
            key = (message.id or "", piece.get("index") or 0)
            if piece.get("id"):
                self._call_ids[key] = piece["id"]
                self._end(emitter, message)
                emitter.tool_input_start(piece["id"], piece.get("name") or "unknown", **self._details())
            if key in self._call_ids and piece.get("args"):
                emitter.tool_input_delta(self._call_ids[key], piece["args"])

    def _content(self, emitter: UIMessageEmitter, message: LangChainMessage) -> None:
        for image_id, media_type, data in message.images:
            if image_id not in self._images:
                self._images.add(image_id)
                emitter.file(media_type=media_type, data=data, provider_metadata=self._metadata)
        if message.reasoning:
            emitter.reasoning(message.reasoning, id=message.id, provider_metadata=self._metadata)
        if message.text:
            emitter.reasoning_end(id=message.id)
            emitter.text(message.text, id=message.id, provider_metadata=self._metadata)
        for citation in message.citations:
            _cite(emitter, message.id, citation)

    def _end(self, emitter: UIMessageEmitter, message: LangChainMessage) -> None:
        emitter.reasoning_end(id=message.id)
        emitter.text_end(id=message.id)

    def _call(self, emitter: UIMessageEmitter, call_id: str, name: str, arguments: Any) -> None:
        self._note_call(call_id, name, arguments)
        emitter.tool_input(call_id, name, arguments, **self._details())

    def _note_call(self, call_id: str, name: str, arguments: Any) -> None:
        self._open_calls[call_id] = (name, arguments)

    def _tool_output(self, emitter: UIMessageEmitter, message: LangChainMessage) -> None:
        call_id, content = message.fields.get("tool_call_id"), message.fields.get("content")
        if not isinstance(call_id, str):
            return
        self._open_calls.pop(call_id, None)
        name = message.fields.get("name")
        emitter.adopt_tool(call_id, name or "unknown")  # a resumed graph goes on where the call was made before
        if message.fields.get("status") == "error":
            text = content if isinstance(content, str) else "Tool execution failed"
            emitter.tool_error(call_id, text, tool_name=name, **self._details())
        else:
            emitter.tool_output(call_id, content, tool_name=name, **self._details())

    def _interrupts(self, emitter: UIMessageEmitter, interrupts: Any) -> None:
        for interrupt in interrupts or ():
            value = interrupt.get("value") if isinstance(interrupt, Mapping) else interrupt.value
            found = value if isinstance(value, Mapping) else {}
            requests = found.get("action_requests") or found.get("actionRequests")
            if not isinstance(requests, list):
                interrupt_id = interrupt.get("id") if isinstance(interrupt, Mapping) else interrupt.id
                emitter.data("interrupt", value, id=interrupt_id)
            for request in requests if isinstance(requests, list) else ():
                self._ask(emitter, request)

    def _ask(self, emitter: UIMessageEmitter, request: Mapping[str, Any]) -> None:
        name, arguments = request["name"], request.get("args") or request.get("arguments") or {}
        known = [call_id for call_id, call in self._open_calls.items() if call == (name, arguments)]
        call_id = known[0] if known else request.get("id") or f"hitl-{name}"
        self._call(emitter, call_id, name, arguments)
        emitter.tool_approval_request(call_id, approval_id=call_id)

    def _on_chunk(self, emitter: UIMessageEmitter, event: Mapping[str, Any]) -> None:
        self._part(emitter, _with_run_id(read_message(event["data"]["chunk"]), event))

    def _on_model_end(self, emitter: UIMessageEmitter, event: Mapping[str, Any]) -> None:
        output = (event.get("data") or {}).get("output")
        if is_message(output):
            self._message(emitter, _with_run_id(read_message(output), event))

    def _on_tool_start(self, emitter: UIMessageEmitter, event: Mapping[str, Any]) -> None:
        """Tell of a tool that no model called; the call of a model is known already."""
        name = event["name"]
        if all(called != name for called, _ in self._open_calls.values()):
            emitter.tool_input(event["run_id"], name, (event.get("data") or {}).get("input"))

    def _on_tool_end(self, emitter: UIMessageEmitter, event: Mapping[str, Any]) -> None:
        output = (event.get("data") or {}).get("output")
        if is_message(output) and read_message(output).fields.get("tool_call_id") in self._open_calls:
            self._tool_output(emitter, read_message(output))
        else:
            content = read_message(output).fields["content"] if is_message(output) else output
            emitter.tool_output(event["run_id"], content, tool_name=event.get("name"))

    def _on_tool_error(self, emitter: UIMessageEmitter, event: Mapping[str, Any]) -> None:
        data, name = event.get("data") or {}, event.get("name")
        called = [call_id for call_id, call in self._open_calls.items() if call == (name, data.get("input"))]
        error = data.get("error")
        failure = error if isinstance(error, Exception) else RuntimeError(str(error))
        emitter.tool_error(called[0] if called else event["run_id"], failure, tool_name=name)

    def _details(self) -> Any:
        return {} if self._metadata is None else {"provider_metadata": self._metadata}


def _read_item(item: Any) -> tuple[list[str], str, Any]:
    """Return the namespace, the stream mode or the name of the event, and the data of an item."""
    if isinstance(item, Mapping):
        if isinstance(item.get("event"), str) and "data" in item:
            return [], item["event"], item
        if item.get("type") in _MODES and "data" in item:
            return _namespace(item.get("ns")), item["type"], item["data"]
    if isinstance(item, tuple | list):
        if len(item) == 3:  # noqa: PLR2004 - namespace, mode, data
            return _namespace(item[0]), str(item[1]), item[2]
        first, second = item
        if isinstance(first, str) and first in _MODES:
            return [], first, second
        if isinstance(first, tuple | list):
            return _namespace(first), _mode_of(second), second
    return [], _mode_of(item), item


def _namespace(value: Any) -> list[str]:
    return [str(segment) for segment in value] if isinstance(value, tuple | list) else []


def _mode_of(data: Any) -> str:
    """Return the stream mode of data that came without its name, because only one was asked for."""
    if is_message(data) or (isinstance(data, tuple | list) and len(data) > 0 and is_message(data[0])):
        return "messages"
    if isinstance(data, Mapping) and ("messages" in data or "__interrupt__" in data):
        return "values"
    is_update = isinstance(data, Mapping) and all(
        value is None or isinstance(value, Mapping) for value in data.values()
    )
    return "updates" if is_update else "custom"


def _with_run_id(message: LangChainMessage, event: Mapping[str, Any]) -> LangChainMessage:
    if message.id is not None:
        return message
    return LangChainMessage(event.get("run_id"), message.kind, message.is_chunk, message.fields)


def _on_custom(emitter: UIMessageEmitter, data: Any) -> None:
    """Keep data with an id in the message; others are shown and forgotten."""
    fields = data if isinstance(data, Mapping) else {}
    name, part_id = fields.get("type"), fields.get("id")
    data_id = part_id if isinstance(part_id, str) and part_id else None
    emitter.data(name if isinstance(name, str) and name else "custom", data, id=data_id, transient=data_id is None)


def _on_custom_event(emitter: UIMessageEmitter, event: Mapping[str, Any]) -> None:
    data = event["data"]
    part_id = data.get("id") if isinstance(data, Mapping) else None
    data_id = part_id if isinstance(part_id, str) and part_id else None
    emitter.data(event["name"], data, id=data_id, transient=data_id is None)


def _cite(emitter: UIMessageEmitter, message_id: str | None, citation: Mapping[str, Any]) -> None:
    url, source = citation.get("url"), citation.get("source")
    names = (
        ("cited_text", "citedText"),
        ("start_index", "startIndex"),
        ("end_index", "endIndex"),
        ("source", "source"),
    )
    found = {camel: citation[name] for name, camel in names if citation.get(name) is not None}
    metadata = {"langchain": found} if found else None
    title = citation.get("title") or source
    if url:
        emitter.source(url=url, title=citation.get("title"), provider_metadata=metadata)
    elif title:
        where = ":".join(str(found.get(name, "")) for name in ("citedText", "startIndex", "endIndex"))
        source_id = f"{message_id}:{title}:{where}"
        emitter.source_document(id=source_id, media_type="text/plain", title=title, provider_metadata=metadata)
