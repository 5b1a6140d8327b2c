"""A UI message while chunks build it.

Ports: ai/src/ui/process-ui-message-stream.ts
"""

from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider import LanguageModelV4UnifiedFinishReason
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.ui.ui_message_data import UIMessageData
from ai_sdk.util.parse_partial_json import PartialJsonParser

__all__ = ["PartialToolCall", "StreamingUIMessageState", "create_streaming_ui_message_state", "is_tool_part"]

Part = dict[str, Any]


@dataclass(slots=True)
class PartialToolCall:
    """A tool call whose input still arrives; `pieces` is what its part does not have yet."""

    tool_name: str
    dynamic: bool
    input_encoding: str | None
    title: str | None
    tool_metadata: JSONObject | None
    text: str = ""
    pieces: list[str] = field(default_factory=list)
    _parser: PartialJsonParser = field(default_factory=PartialJsonParser)

    def take_input(self) -> Part:
        """Return the fields of the part for all that has arrived."""
        self.text += "".join(self.pieces)
        self.pieces.clear()
        if self.input_encoding == "text":
            return {"rawInput": self.text, "input": self.text}
        parsed = self._parser.parse(self.text)
        has_value = parsed.state in {"successful-parse", "repaired-parse"}
        return {"rawInput": self.text, "input": parsed.value} if has_value else {"rawInput": self.text}


@dataclass(slots=True)
class StreamingUIMessageState:
    """A message, and which of its parts are still open.

    `changed_tool_calls` are the tool calls whose parts are behind: parsing an input for every piece of it would be
    work for nothing when nobody looks at the message in between.
    """

    message: UIMessageData
    active_text_parts: dict[str, Part] = field(default_factory=dict)
    active_reasoning_parts: dict[str, Part] = field(default_factory=dict)
    partial_tool_calls: dict[str, PartialToolCall] = field(default_factory=dict)
    changed_tool_calls: dict[str, PartialToolCall] = field(default_factory=dict)
    finish_reason: LanguageModelV4UnifiedFinishReason | None = None

    @property
    def parts(self) -> list[Part]:
        """The parts of the message."""
        parts: list[Part] = self.message["parts"]
        return parts

    def current_step_parts(self) -> list[Part]:
        """Return the parts since the last step began."""
        parts = self.parts
        start = len(parts)
        while start and parts[start - 1]["type"] != "step-start":
            start -= 1
        return parts[start:]

    def forget_open_parts(self) -> None:
        """Close everything, as if nothing had been open."""
        self.active_text_parts.clear()
        self.active_reasoning_parts.clear()
        self.partial_tool_calls.clear()
        self.changed_tool_calls.clear()

    def start_over(self, message_id: str) -> None:
        """Begin an empty message."""
        self.forget_open_parts()
        self.message = _empty_message(message_id)
        self.finish_reason = None


def create_streaming_ui_message_state(
    *, last_message: UIMessageData | None, message_id: str
) -> StreamingUIMessageState:
    """Return the state before the first chunk; an assistant's last message is continued, and changed in place."""
    if last_message is None or last_message["role"] != "assistant":
        return StreamingUIMessageState(message=_empty_message(message_id))
    state = StreamingUIMessageState(message=last_message)
    for part in state.current_step_parts():
        if is_tool_part(part) and part.get("state") == "input-streaming":
            state.partial_tool_calls[part["toolCallId"]] = _resume(part)
    return state


def _empty_message(message_id: str) -> UIMessageData:
    return {"id": message_id, "role": "assistant", "parts": []}


def _resume(part: Part) -> PartialToolCall:
    dynamic = part["type"] == "dynamic-tool"
    return PartialToolCall(
        tool_name=part["toolName"] if dynamic else part["type"].partition("-")[2],
        dynamic=dynamic,
        input_encoding=part.get("inputEncoding"),
        title=part.get("title"),
        tool_metadata=part.get("toolMetadata"),
        text=part.get("rawInput") or "",
    )


def is_tool_part(part: Part) -> bool:
    """Say whether a part is a call of a tool, static or dynamic."""
    kind: str = part["type"]
    return kind.startswith("tool-") or kind == "dynamic-tool"
