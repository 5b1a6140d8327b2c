"""The tool calls of an emitter: whatever is reported of them, in an order that every frontend accepts."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, cast

from ai_sdk.provider_utils.generate_id import generate_id
from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk

__all__ = ["EmittedTools", "ToolDetails"]

State = Literal["streaming", "available", "asked", "answered", "denied", "running", "settled"]

_OVER = frozenset({"denied", "settled"})
_INCOMPLETE_INPUT = "The input of the tool call is incomplete."


class ToolDetails(TypedDict, total=False):
    """What else may be said of a tool call.

    | detail | meaning |
    |---|---|
    | `provider_executed` | whether the provider of the model runs the tool |
    | `provider_metadata` | data of the source of the events, by its name |
    | `tool_metadata` | data of the tool, for the frontend |
    """

    provider_executed: bool
    provider_metadata: Mapping[str, Mapping[str, Any]]
    tool_metadata: Mapping[str, Any]


@dataclass(slots=True)
class _Call:
    """A tool call of which something was reported."""

    name: str
    step: int
    state: State = "streaming"
    text: str = ""
    approval_id: str | None = None
    is_of_provider: bool = False


class EmittedTools:
    """Writes tool calls: an input comes before its output, an approval between them, and nothing after the output.

    A report that comes too early brings what is missing with it; one that comes too late is dropped.
    """

    def __init__(self, put: Callable[[UIMessageChunk], None], *, dynamic: bool) -> None:
        self._put = put
        self._dynamic = {"dynamic": True} if dynamic else {}
        self._calls: dict[str, _Call] = {}
        self._approval_ids: set[str] = set()
        self.step = 0

    @property
    def is_round_over(self) -> bool:
        """Whether the step has tool calls and all of them are settled, so that what follows is the next step.

        What the provider runs belongs to the answer that called it.
        """
        ours = (call for call in self._calls.values() if call.step == self.step and not call.is_of_provider)
        states = {call.state for call in ours}
        return bool(states) and states <= _OVER

    def has(self, tool_call_id: str) -> bool:
        """Return whether the call is known."""
        return tool_call_id in self._calls

    def has_in_step(self, tool_call_id: str) -> bool:
        """Return whether the call belongs to the step; sources may count their ids anew in each step."""
        return self._known(tool_call_id) is not None

    def adopt(self, tool_call_id: str, tool_name: str) -> None:
        """Know a call, with its input, from the message that this stream continues."""
        self._calls.setdefault(tool_call_id, _Call(tool_name, self.step, "available"))

    def start_input(self, tool_call_id: str, tool_name: str, title: str | None, details: ToolDetails) -> None:
        """Say that the input of a call begins."""
        if self._known(tool_call_id) is None:
            self._calls[tool_call_id] = _Call(tool_name, self.step)
            extra = {**({} if title is None else {"title": title}), **_camel(details)}
            self._put_call("tool-input-start", tool_call_id, {"toolName": tool_name, **self._dynamic, **extra})

    def add_input(self, tool_call_id: str, delta: str, tool_name: str) -> None:
        """Add text to the input of a call."""
        self.start_input(tool_call_id, tool_name, None, {})
        call = self._calls[tool_call_id]
        if call.state == "streaming" and delta:
            call.text += delta
            self._put_call("tool-input-delta", tool_call_id, {"inputTextDelta": delta})

    def put_input(self, tool_call_id: str, tool_name: str, value: Any, title: str | None, details: ToolDetails) -> None:
        """Give the whole input of a call."""
        call = self._known(tool_call_id)
        if call is None:
            call = self._calls[tool_call_id] = _Call(tool_name, self.step)
        if call.state == "streaming":
            call.name, call.state = tool_name, "available"
            extra = {**({} if title is None else {"title": title}), **_camel(details)}
            fields = {"toolName": tool_name, "input": to_json_data(value), **self._dynamic, **extra}
            self._put_call("tool-input-available", tool_call_id, fields)

    def fail_input(
        self, tool_call_id: str, tool_name: str, value: Any, error_text: str, *, title: str | None, details: ToolDetails
    ) -> None:
        """Say that the input of a call is not valid."""
        call = self._known(tool_call_id)
        if call is None:
            call = self._calls[tool_call_id] = _Call(tool_name, self.step)
        if call.state == "streaming":
            call.state = "settled"
            extra = {**({} if title is None else {"title": title}), **_camel(details)}
            fields = {"toolName": tool_name, "input": to_json_data(value), "errorText": error_text, **self._dynamic}
            self._put_call("tool-input-error", tool_call_id, {**fields, **extra})

    def ask(self, tool_call_id: str, tool_name: str | None, approval_id: str | None, extra: Mapping[str, Any]) -> None:
        """Ask a person to approve a call."""
        call = self._ready(tool_call_id, tool_name)
        if call.state == "available":
            call.state, call.approval_id = "asked", self._new_approval_id(approval_id or tool_call_id)
            self._put_call("tool-approval-request", tool_call_id, {"approvalId": call.approval_id, **extra})

    def answer(self, tool_call_id: str, tool_name: str | None, *, approved: bool, reason: str | None) -> None:
        """Say what the person answered; a call that is denied has no output."""
        self.ask(tool_call_id, tool_name, None, {})
        call = self._calls[tool_call_id]
        if call.state == "asked":
            call.state = "answered" if approved else "denied"
            why = {} if reason is None else {"reason": reason}
            chunk = {"type": "tool-approval-response", "approvalId": call.approval_id, "approved": approved, **why}
            self._put(chunk)

    def deny(self, tool_call_id: str, tool_name: str | None) -> None:
        """Say that a call was denied and does not run."""
        call = self._ready(tool_call_id, tool_name)
        if call.state in {"available", "asked"}:
            self.answer(tool_call_id, tool_name, approved=False, reason=None)
        if call.state == "denied":
            call.state = "settled"
            self._put_call("tool-output-denied", tool_call_id, {})

    def put_output(
        self, tool_call_id: str, tool_name: str | None, fields: Mapping[str, Any], details: ToolDetails
    ) -> None:
        """Give an output, preliminary or final, or the text of an error: whatever `fields` hold."""
        call = self._ready(tool_call_id, tool_name)
        if call.state == "asked":
            self.answer(tool_call_id, tool_name, approved=True, reason=None)
        if call.state not in _OVER:
            call.state = "running" if fields.get("preliminary") else "settled"
            kind = "tool-output-error" if "errorText" in fields else "tool-output-available"
            self._put_call(kind, tool_call_id, {**fields, **self._dynamic, **_camel(details)})

    def complete_inputs(self) -> None:
        """Give the inputs whose text is over, because their step is; text that is no JSON is an error."""
        for tool_call_id, call in self._calls.items():
            if call.state == "streaming":
                self._complete(tool_call_id, call)

    def _complete(self, tool_call_id: str, call: _Call) -> None:
        try:
            value = json.loads(call.text or "{}")
        except ValueError:
            self.fail_input(tool_call_id, call.name, call.text, _INCOMPLETE_INPUT, title=None, details={})
        else:
            self.put_input(tool_call_id, call.name, value, None, {})

    def _known(self, tool_call_id: str) -> _Call | None:
        call = self._calls.get(tool_call_id)
        return None if call is not None and call.step != self.step else call

    def _ready(self, tool_call_id: str, tool_name: str | None) -> _Call:
        """Return a call that has its input, which is empty when nothing was said of it."""
        call = self._calls.get(tool_call_id)
        if call is None:
            self.put_input(tool_call_id, tool_name or "unknown", {}, None, {})
        elif call.state == "streaming":
            self._complete(tool_call_id, call)
        return self._calls[tool_call_id]

    def _new_approval_id(self, wanted: str) -> str:
        approval_id = generate_id() if wanted in self._approval_ids else wanted
        self._approval_ids.add(approval_id)
        return approval_id

    def _put_call(self, kind: str, tool_call_id: str, fields: Mapping[str, Any]) -> None:
        self._put({"type": kind, "toolCallId": tool_call_id, **fields})
        if fields.get("providerExecuted"):
            self._calls[tool_call_id].is_of_provider = True


_CAMEL = {
    "provider_executed": "providerExecuted",
    "provider_metadata": "providerMetadata",
    "tool_metadata": "toolMetadata",
}


def _camel(details: ToolDetails) -> dict[str, Any]:
    given = cast("Mapping[str, Any]", details)
    return {_CAMEL[name]: to_json_data(value) for name, value in given.items() if value is not None}
