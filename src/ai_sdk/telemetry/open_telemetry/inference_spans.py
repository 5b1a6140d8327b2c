"""The spans of model calls in a text generation.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from typing import Any

from opentelemetry.trace import Status, StatusCode

from ai_sdk.provider.codec import dump
from ai_sdk.telemetry.open_telemetry.answer_attributes import (
    get_performance_attributes,
    get_response_attributes,
    get_supplemental_attributes,
)
from ai_sdk.telemetry.open_telemetry.call_state import CallState, OpenSpan
from ai_sdk.telemetry.open_telemetry.format_messages import format_model_messages, format_output_messages
from ai_sdk.telemetry.open_telemetry.generation_spans import get_instruction_attributes
from ai_sdk.telemetry.open_telemetry.json_attribute import json_attribute
from ai_sdk.telemetry.open_telemetry.names import map_provider_name
from ai_sdk.telemetry.open_telemetry.redact_tool_definition import redact_tool_definition
from ai_sdk.telemetry.open_telemetry.select_attributes import Input, Output, select_attributes
from ai_sdk.telemetry.open_telemetry.server_attributes import get_server_attributes
from ai_sdk.telemetry.open_telemetry.span_options import SpanOptions
from ai_sdk.telemetry.open_telemetry.start_attributes import get_model_attributes
from ai_sdk.telemetry.open_telemetry.tool_spans import ToolSpans

__all__ = ["InferenceSpans"]


class InferenceSpans:
    """Starts and ends the spans `chat <model id>`."""

    def __init__(self, options: SpanOptions, tool_spans: ToolSpans) -> None:
        self._options = options
        self._tool_spans = tool_spans

    def on_language_model_call_start(self, state: CallState, event: Any) -> None:
        """Start the span of a model call, and its measurement."""
        if state.step is None:
            return
        duration = self._options.duration
        # A retried stream may start another attempt without ending the one that failed.
        duration.record(state, error_type="_OTHER")
        state.end_inference(failed=True)
        state.tool_definitions = [redact_tool_definition(dump(tool)) for tool in event.tools or ()]
        duration.start(state, provider=event.provider, model_id=event.model_id)
        attributes = {
            **get_model_attributes("chat", provider=event.provider, model_id=event.model_id),
            **state.request_attributes,
            **get_instruction_attributes(event.instructions),
            "gen_ai.input.messages": Input(lambda: _messages(event)),
            "gen_ai.tool.definitions": Input(
                lambda: None if event.tools is None else json_attribute(state.tool_definitions)
            ),
        }
        state.inference = self._options.starter.start(
            state, f"chat {event.model_id}", attributes, span_type="languageModel", parent=state.step
        )

    def on_language_model_call_end(self, state: CallState, event: Any) -> None:
        """End the span of a model call, below which stand the tools that the provider ran."""
        if state.inference is None:
            return
        failed = event.finish_reason == "error"
        self._options.duration.record(
            state,
            response_time_ms=event.performance.response_time_ms,
            provider=event.provider,
            response_model_id=event.model_id,
            error_type="_OTHER" if failed else None,
        )
        self._end(state, state.inference, event, failed=failed)
        state.inference = None
        state.tool_definitions = []

    def _end(self, state: CallState, inference: OpenSpan, event: Any, *, failed: bool) -> None:
        if failed:
            inference.span.set_status(Status(StatusCode.ERROR))
        attributes = {
            **get_performance_attributes(event.performance),
            **get_server_attributes(getattr(event.request, "url", None)),
            **get_response_attributes(event),
            "gen_ai.provider.name": map_provider_name(event.provider),
            "gen_ai.response.id": event.response_id,
            "gen_ai.response.model": event.model_id,
            "gen_ai.usage.cache_creation.input_tokens": event.usage.input_token_details.cache_write_tokens,
            "gen_ai.output.messages": Output(lambda: json_attribute(_format_output(event))),
            **_observed_tool_definitions(state, event.content),
            **get_supplemental_attributes(
                self._options.supplemental, usage=event.usage, provider_metadata=event.provider_metadata
            ),
        }
        inference.span.set_attributes(select_attributes(state.recording, attributes))
        self._tool_spans.record_provider_executed(state, inference, event.content)
        inference.span.end()


def _messages(event: Any) -> str | None:
    messages = format_model_messages(event.messages)
    return json_attribute(messages) if messages else None


def _observed_tool_definitions(state: CallState, content: Any) -> dict[str, Any]:
    """Return the tool definitions again when the provider ran tools that were not among them."""
    names = {tool.get("name") for tool in state.tool_definitions}
    observed = dict.fromkeys(
        part.tool_name
        for part in content
        if part.type == "tool-call" and part.provider_executed and part.tool_name not in names
    )
    if not observed:
        return {}
    definitions = [*state.tool_definitions, *({"type": "extension", "name": name} for name in observed)]
    return {"gen_ai.tool.definitions": Input(lambda: json_attribute(definitions))}


def _format_output(event: Any) -> list[dict[str, Any]]:
    parts = {kind: [part for part in event.content if part.type == kind] for kind in _KINDS}
    return format_output_messages(
        text="".join(part.text for part in parts["text"]),
        reasoning=parts["reasoning"],
        tool_calls=parts["tool-call"],
        tool_results=parts["tool-result"],
        files=[part.file for part in parts["file"]],
        finish_reason=event.finish_reason,
    )


_KINDS = ("text", "reasoning", "tool-call", "tool-result", "file")
