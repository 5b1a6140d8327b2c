"""UI message chunks from any source of events, in an order that every frontend accepts."""

from collections.abc import Callable, Mapping
from typing import Any, Literal, Unpack

from ai_sdk.integrations.emitted_blocks import EmittedBlocks
from ai_sdk.integrations.emitted_tools import EmittedTools, ToolDetails
from ai_sdk.prompt.data_content import convert_data_content_to_base64_string
from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.ui_message_stream.json_to_sse import MASKED_ERROR_TEXT
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["FinishReason", "UIMessageEmitter"]

FinishReason = Literal["stop", "length", "content-filter", "tool-calls", "error", "interrupted", "other"]
Metadata = Mapping[str, Mapping[str, Any]]


class UIMessageEmitter:
    """Turns what happened into UI message chunks; `take` returns those that are new.

    Call the methods in whatever order things happen. What the protocol needs besides is added: the start of the
    message, of a step, of a part; the ends of what is open; the input of a tool whose output arrives. What comes too
    late, such as a second output of a tool or text after the end, is dropped. Ids are kept where they are given.

    A step is a call of the model. The next one begins by itself when something follows after all tools of a step have
    their output; `start_step` says so explicitly.

    Args:
        message_id: the id of the message; without it the frontend makes one.
        dynamic_tools: whether the frontend gets `dynamic-tool` parts, which carry the name of the tool, instead of
            `tool-<name>` parts, which its code has to know.
        send_start: whether to send `start`; not when another stream, into which this one is merged, does.
        send_finish: whether to send `finish`.
        on_error: the text that the frontend is told of an exception, "An error occurred." by default.

    >>> emitter = UIMessageEmitter()
    >>> emitter.text("Hi")
    >>> emitter.finish()
    >>> print(*(chunk["type"] for chunk in emitter.take()))
    start start-step text-start text-delta text-end finish-step finish
    """

    def __init__(
        self,
        *,
        message_id: str | None = None,
        dynamic_tools: bool = False,
        send_start: bool = True,
        send_finish: bool = True,
        on_error: Callable[[Exception], str] | None = None,
    ) -> None:
        self._message_id = message_id
        self._send_start, self._send_finish = send_start, send_finish
        self._on_error = on_error or (lambda _: MASKED_ERROR_TEXT)
        self._chunks: list[UIMessageChunk] = []
        self._texts = EmittedBlocks("text", self._put)
        self._reasonings = EmittedBlocks("reasoning", self._put)
        self._tools = EmittedTools(self._put, dynamic=dynamic_tools)
        self._is_started = self._is_in_step = self._is_over = False
        self._source_ids: set[tuple[str, str]] = set()
        self._count = 0

    def take(self) -> list[UIMessageChunk]:
        """Return the chunks since the last call."""
        taken, self._chunks = self._chunks, []
        return taken

    def start(self, *, message_id: str | None = None, message_metadata: Any = None) -> None:
        """Begin the message; metadata of a message that has begun are added to it."""
        if self._is_started:
            if message_metadata is not None:
                self.message_metadata(message_metadata)
            return
        self._is_started = True
        given = message_id or self._message_id
        chunk = {"type": "start"} if given is None else {"type": "start", "messageId": given}
        if message_metadata is not None:
            chunk["messageMetadata"] = to_json_data(message_metadata)
        if self._send_start:
            self._put(chunk)

    def message_metadata(self, metadata: Any) -> None:
        """Add metadata to the message."""
        self.start()
        if metadata is not None:
            self._put({"type": "message-metadata", "messageMetadata": to_json_data(metadata)})

    def start_step(self) -> None:
        """Begin a step, and end the one before."""
        self.finish_step()
        self.start()
        self._is_in_step = True
        self._tools.step += 1
        self._put({"type": "start-step"})

    def finish_step(self) -> None:
        """End the step and what is open in it; does nothing outside of a step."""
        if self._is_in_step:
            self._end_blocks()
            self._tools.complete_inputs()
            self._is_in_step = False
            self._put({"type": "finish-step"})

    def text(self, delta: str, *, id: str | None = None, provider_metadata: Metadata | None = None) -> None:  # noqa: A002 - as the chunk says
        """Add to a text, the one that grows at the moment by default; parts with an id of their own may overlap."""
        self._open_step()
        if id is None:
            self._reasonings.end()
        self._texts.write(delta, id, provider_metadata)

    def text_end(self, *, id: str | None = None, provider_metadata: Metadata | None = None) -> None:  # noqa: A002
        """End a text, the one that grows at the moment by default."""
        self._texts.end(id, provider_metadata)

    def reasoning(self, delta: str, *, id: str | None = None, provider_metadata: Metadata | None = None) -> None:  # noqa: A002
        """Add to a reasoning, the one that grows at the moment by default."""
        self._open_step()
        if id is None:
            self._texts.end()
        self._reasonings.write(delta, id, provider_metadata)

    def reasoning_end(self, *, id: str | None = None, provider_metadata: Metadata | None = None) -> None:  # noqa: A002
        """End a reasoning, the one that grows at the moment by default."""
        self._reasonings.end(id, provider_metadata)

    def tool_input_start(
        self, tool_call_id: str, tool_name: str, *, title: str | None = None, **details: Unpack[ToolDetails]
    ) -> None:
        """Say that the model begins to call a tool."""
        self._open_input(tool_call_id)
        self._tools.start_input(tool_call_id, tool_name, title, details)

    def tool_input_delta(self, tool_call_id: str, delta: str, *, tool_name: str = "unknown") -> None:
        """Add to the JSON text of a tool's input; `tool_name` is for calls that did not begin before."""
        self._open_input(tool_call_id)
        self._tools.add_input(tool_call_id, delta, tool_name)

    def tool_input(
        self,
        tool_call_id: str,
        tool_name: str,
        input: Any,  # noqa: A002 - as the chunk says
        *,
        title: str | None = None,
        **details: Unpack[ToolDetails],
    ) -> None:
        """Give the whole input of a tool, as data."""
        self._open_input(tool_call_id)
        self._tools.put_input(tool_call_id, tool_name, input, title, details)

    def tool_input_error(
        self,
        tool_call_id: str,
        tool_name: str,
        input: Any,  # noqa: A002 - as the chunk says
        error: Exception | str,
        *,
        title: str | None = None,
        **details: Unpack[ToolDetails],
    ) -> None:
        """Say that a tool cannot be called with this input."""
        self._open_input(tool_call_id)
        self._tools.fail_input(tool_call_id, tool_name, input, self._error_text(error), title=title, details=details)

    def adopt_tool(self, tool_call_id: str, tool_name: str) -> None:
        """Know a call from the message that this stream continues, so that its output can be given without its input.

        Only for streams that continue a message, as after an approval: frontends do not find the call otherwise.
        """
        self._tools.adopt(tool_call_id, tool_name)

    def tool_approval_request(
        self, tool_call_id: str, *, tool_name: str | None = None, approval_id: str | None = None, **extra: Any
    ) -> None:
        """Ask whether a tool may run; `extra` are `reason`, `signature`, `isAutomatic` and `approvalDescriptor`."""
        self._open_output(tool_call_id)
        known = {name: to_json_data(value) for name, value in extra.items() if name in _APPROVAL_FIELDS}
        self._tools.ask(tool_call_id, tool_name, approval_id, known)

    def tool_approval_response(
        self, tool_call_id: str, *, approved: bool, tool_name: str | None = None, reason: str | None = None
    ) -> None:
        """Say whether a tool may run."""
        self._open_output(tool_call_id)
        self._tools.answer(tool_call_id, tool_name, approved=approved, reason=reason)

    def tool_output(
        self,
        tool_call_id: str,
        output: Any,
        *,
        tool_name: str | None = None,
        preliminary: bool = False,
        **details: Unpack[ToolDetails],
    ) -> None:
        """Give what a tool answered; a preliminary output is replaced by the next one."""
        self._open_output(tool_call_id)
        fields = {"output": to_json_data(output), **({"preliminary": True} if preliminary else {})}
        self._tools.put_output(tool_call_id, tool_name, fields, details)

    def tool_error(
        self, tool_call_id: str, error: Exception | str, *, tool_name: str | None = None, **details: Unpack[ToolDetails]
    ) -> None:
        """Say that a tool failed: a text is sent as it is, an exception as the text that `on_error` returns."""
        self._open_output(tool_call_id)
        self._tools.put_output(tool_call_id, tool_name, {"errorText": self._error_text(error)}, details)

    def tool_denied(self, tool_call_id: str, *, tool_name: str | None = None) -> None:
        """Say that a tool does not run because somebody refused."""
        self._open_output(tool_call_id)
        self._tools.deny(tool_call_id, tool_name)

    def source(
        self,
        *,
        url: str,
        id: str | None = None,  # noqa: A002 - as the chunk says
        title: str | None = None,
        provider_metadata: Metadata | None = None,
    ) -> None:
        """Name a page that the answer rests on; one that was named before is not repeated."""
        fields = _given(sourceId=id or url, url=url, title=title, providerMetadata=provider_metadata)
        self._source("source-url", fields)

    def source_document(
        self,
        *,
        id: str,  # noqa: A002 - as the chunk says
        media_type: str,
        title: str,
        filename: str | None = None,
        provider_metadata: Metadata | None = None,
    ) -> None:
        """Name a document that the answer rests on; one that was named before is not repeated."""
        fields = _given(
            sourceId=id, mediaType=media_type, title=title, filename=filename, providerMetadata=provider_metadata
        )
        self._source("source-document", fields)

    def file(
        self,
        *,
        media_type: str,
        url: str | None = None,
        data: bytes | str | None = None,
        is_reasoning: bool = False,
        provider_metadata: Metadata | None = None,
    ) -> None:
        """Give a file: where it is, or its content as bytes or base64.

        Raises `ValueError` when there is neither.
        """
        if url is None and data is None:
            raise ValueError("a file needs a url or data")
        address = url or f"data:{media_type};base64,{convert_data_content_to_base64_string(data or b'')}"
        self._open_step()
        kind = "reasoning-file" if is_reasoning else "file"
        self._put({"type": kind, **_given(url=address, mediaType=media_type, providerMetadata=provider_metadata)})

    def custom(self, kind: str, *, provider_metadata: Metadata | None = None) -> None:
        """Give content that only one provider knows; `kind` is `<provider>.<kind>`."""
        self._open_step()
        self._put({"type": "custom", **_given(kind=kind, providerMetadata=provider_metadata)})

    def data(self, name: str, data: Any, *, id: str | None = None, transient: bool = False) -> None:  # noqa: A002
        """Give data of the application, a part `data-<name>`.

        The same `id` again replaces the data; `transient` data are shown but not kept in the message.
        """
        self.start()
        chunk = {"type": f"data-{name}", **_given(id=id), "data": to_json_data(data)}
        self._put({**chunk, "transient": True} if transient else chunk)

    def error(self, error: Exception | str) -> None:
        """Report an error: a text is sent as it is, an exception as the text that `on_error` returns."""
        self.start()
        self._put({"type": "error", "errorText": self._error_text(error)})

    def abort(self, reason: str | None = None) -> None:
        """End the message because somebody stopped it; inputs of tools that are not complete stay so."""
        self.start()
        self._end_blocks()
        self._put({"type": "abort", **_given(reason=reason)})
        self._is_over = True

    def finish(self, finish_reason: FinishReason | None = None, *, message_metadata: Any = None) -> None:
        """End the message and everything that is open."""
        self.start()
        self.finish_step()
        self._tools.complete_inputs()
        metadata = None if message_metadata is None else to_json_data(message_metadata)
        if self._send_finish:
            self._put({"type": "finish", **_given(finishReason=finish_reason, messageMetadata=metadata)})
        self._is_over = True

    def _put(self, chunk: UIMessageChunk) -> None:
        if not self._is_over:
            self._chunks.append(chunk)

    def _open_step(self) -> None:
        if not self._is_over and (not self._is_in_step or self._tools.is_round_over):
            self.start_step()

    def _open_input(self, tool_call_id: str) -> None:
        self._texts.end()
        self._reasonings.end()
        if not self._tools.has_in_step(tool_call_id):
            self._open_step()

    def _open_output(self, tool_call_id: str) -> None:
        if not self._tools.has(tool_call_id):
            self._open_input(tool_call_id)

    def _end_blocks(self) -> None:
        self._texts.end_all()
        self._reasonings.end_all()

    def _source(self, kind: str, fields: Mapping[str, Any]) -> None:
        key = (kind, str(fields["sourceId"]))
        if key not in self._source_ids:
            self._source_ids.add(key)
            self._open_step()
            self._put({"type": kind, **fields})

    def _error_text(self, error: Exception | str) -> str:
        return error if isinstance(error, str) else self._on_error(error)


_APPROVAL_FIELDS = frozenset({"reason", "signature", "isAutomatic", "approvalDescriptor"})


def _given(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
