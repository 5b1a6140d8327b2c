"""The spans of an object generation.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from typing import Any

from opentelemetry.trace import SpanKind, Status, StatusCode

from ai_sdk.telemetry.open_telemetry.agent_span_name import get_agent_span_name
from ai_sdk.telemetry.open_telemetry.answer_attributes import get_response_attributes, get_supplemental_attributes
from ai_sdk.telemetry.open_telemetry.call_state import CallState
from ai_sdk.telemetry.open_telemetry.format_messages import (
    format_input_messages,
    format_model_messages,
    format_object_output_messages,
    format_system_instructions,
)
from ai_sdk.telemetry.open_telemetry.generation_spans import get_instruction_attributes
from ai_sdk.telemetry.open_telemetry.json_attribute import json_attribute
from ai_sdk.telemetry.open_telemetry.names import map_operation_name
from ai_sdk.telemetry.open_telemetry.select_attributes import Input, Output, select_attributes
from ai_sdk.telemetry.open_telemetry.server_attributes import get_server_attributes
from ai_sdk.telemetry.open_telemetry.span_options import SpanOptions
from ai_sdk.telemetry.open_telemetry.start_attributes import get_model_attributes, get_request_attributes, start_call

__all__ = ["ObjectSpans"]


class ObjectSpans:
    """Starts and ends the root span `invoke_agent …` and, below it, `chat <model id>`."""

    def __init__(self, options: SpanOptions) -> None:
        self._options = options

    def on_start(self, event: Any) -> CallState:
        """Start the span of the whole generation."""
        options = self._options
        settings = get_request_attributes(event)
        instructions = event.system or None
        state = start_call(event, options.supplemental, request_attributes=settings, instructions=instructions)
        operation = map_operation_name(event.operation_id)
        attributes = {
            **get_model_attributes(operation, provider=event.provider, model_id=event.model_id),
            **settings,
            **get_instruction_attributes(instructions),
            "gen_ai.agent.name": event.function_id,
            "gen_ai.output.type": "json",
            "gen_ai.request.seed": event.seed,
            "gen_ai.input.messages": Input(lambda: json_attribute(_format_input(event))),
            **state.base_attributes,
            **options.supplemental.select(schema=_get_schema_attributes(event)),
        }
        name = get_agent_span_name(
            options.agent_span_name,
            operation_id=event.operation_id,
            model_id=event.model_id,
            function_id=event.function_id,
        )
        state.root = options.starter.start(state, name, attributes, span_type="operation", kind=SpanKind.INTERNAL)
        return state

    def on_step_start(self, state: CallState, event: Any) -> None:
        """Start the span of the model call."""
        attributes = {
            **get_model_attributes("chat", provider=event.provider, model_id=event.model_id),
            **state.request_attributes,
            **get_instruction_attributes(state.instructions),
            "gen_ai.output.type": "json",
            "gen_ai.input.messages": Input(lambda: _messages(state, event)),
            **state.base_attributes,
        }
        state.inference = self._options.starter.start(
            state, f"chat {event.model_id}", attributes, span_type="languageModel", parent=state.root
        )

    def on_step_end(self, state: CallState, event: Any) -> None:
        """End the span of the model call."""
        if state.inference is None:
            return
        span, state.inference = state.inference.span, None
        if event.finish_reason == "error":
            span.set_status(Status(StatusCode.ERROR))
        attributes = {
            **get_server_attributes(getattr(event.request, "url", None)),
            **get_response_attributes(event),
            "gen_ai.response.id": event.response.id,
            "gen_ai.response.model": event.response.model_id,
            **_get_output_attributes(lambda: event.object_text, event.finish_reason),
            **get_supplemental_attributes(
                self._options.supplemental, usage=event.usage, provider_metadata=event.provider_metadata
            ),
        }
        span.set_attributes(select_attributes(state.recording, attributes))
        span.end()

    def on_end(self, state: CallState, event: Any) -> None:
        """Say on the span of the whole generation how it ended."""
        span = state.root.span
        if event.finish_reason == "error":
            span.set_status(Status(StatusCode.ERROR))
        output = (
            {}
            if event.object is None
            else _get_output_attributes(lambda: json_attribute(event.object), event.finish_reason)
        )
        attributes = {
            **get_response_attributes(event),
            **output,
            **get_supplemental_attributes(
                self._options.supplemental, usage=event.usage, provider_metadata=event.provider_metadata
            ),
        }
        span.set_attributes(select_attributes(state.recording, attributes))


def _format_input(event: Any) -> list[dict[str, Any]]:
    if isinstance(event.prompt, str):
        first = [{"role": "user", "parts": [{"type": "text", "content": event.prompt}]}]
    else:
        first = format_model_messages(event.prompt or ())
    return [*first, *format_model_messages(event.messages or ())]


def _messages(state: CallState, event: Any) -> str | None:
    """Return the prompt without the instructions, which have an attribute of their own."""
    if event.prompt_messages is None:
        return None
    count = 0 if state.instructions is None else len(format_system_instructions(state.instructions))
    return json_attribute(format_input_messages(event.prompt_messages[count:]))


def _get_schema_attributes(event: Any) -> dict[str, Any]:
    return {
        "ai.schema": Input(lambda: json_attribute(event.schema)) if event.schema else None,
        "ai.schema.name": event.schema_name,
        "ai.schema.description": event.schema_description,
        "ai.settings.output": event.output,
    }


def _get_output_attributes(object_text: Any, finish_reason: str) -> dict[str, Any]:
    return {
        "gen_ai.output.messages": Output(
            lambda: json_attribute(
                format_object_output_messages(object_text=object_text(), finish_reason=finish_reason)
            )
        )
    }
