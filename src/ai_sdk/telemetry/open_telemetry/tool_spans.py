"""The spans of tools, whoever runs them.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from opentelemetry.trace import Span, SpanKind

from ai_sdk.telemetry.open_telemetry.call_state import CallState, OpenSpan
from ai_sdk.telemetry.open_telemetry.json_attribute import json_attribute
from ai_sdk.telemetry.open_telemetry.record_error import record_error_on_span
from ai_sdk.telemetry.open_telemetry.select_attributes import Input, Output, select_attributes
from ai_sdk.telemetry.open_telemetry.span_options import SpanOptions

__all__ = ["ToolSpans"]


class ToolSpans:
    """Starts and ends the spans `execute_tool <tool name>`."""

    def __init__(self, options: SpanOptions) -> None:
        self._options = options

    def on_tool_execution_start(self, state: CallState, event: Any) -> None:
        """Start the span of a tool that the caller runs."""
        call = event.tool_call
        tool_type = "extension" if call.provider_executed else "function"
        state.tools[call.tool_call_id] = self._start(state, call, tool_type, state.step or state.root)

    def on_tool_execution_end(self, state: CallState, event: Any) -> None:
        """End the span of a tool."""
        entry = state.tools.pop(event.tool_call.tool_call_id, None)
        if entry is None:
            return
        entry.span.set_attribute("gen_ai.execute_tool.duration", event.tool_execution_ms / 1000)
        _record_output(entry.span, state, event.tool_output)
        entry.span.end()

    def record_provider_executed(self, state: CallState, inference: OpenSpan, content: Sequence[Any]) -> None:
        """Record the tools that the provider ran during a model call; how long they took is not known."""
        outputs = {
            part.tool_call_id: part
            for part in content
            if part.type == "tool-error" or (part.type == "tool-result" and part.preliminary is not True)
        }
        calls: dict[str, Any] = {}
        for part in content:
            if part.type == "tool-call" and part.provider_executed:
                calls.setdefault(part.tool_call_id, part)
        for call_id, call in calls.items():
            span = self._start(state, call, "extension", inference).span
            _record_output(span, state, outputs.get(call_id))
            span.end()

    def _start(self, state: CallState, call: Any, tool_type: str, parent: OpenSpan) -> OpenSpan:
        attributes = {
            "gen_ai.operation.name": "execute_tool",
            "gen_ai.tool.name": call.tool_name,
            "gen_ai.tool.call.id": call.tool_call_id,
            "gen_ai.tool.type": tool_type,
            "gen_ai.tool.call.arguments": Input(lambda: json_attribute(call.input)),
        }
        return self._options.starter.start(
            state,
            f"execute_tool {call.tool_name}",
            attributes,
            span_type="tool",
            kind=SpanKind.INTERNAL,
            parent=parent,
        )


def _record_output(span: Span, state: CallState, output: Any) -> None:
    if output is None:
        return
    if output.type == "tool-error":
        record_error_on_span(span, output.error)
        return
    with suppress(ValueError, TypeError, RecursionError):  # a result need not be serialisable
        result = Output(lambda: json_attribute(output.output))
        span.set_attributes(select_attributes(state.recording, {"gen_ai.tool.call.result": result}))
