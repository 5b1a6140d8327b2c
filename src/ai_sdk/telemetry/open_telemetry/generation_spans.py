"""The spans of a text generation and of its steps.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from typing import Any

from opentelemetry.trace import SpanKind, Status, StatusCode

from ai_sdk.telemetry.open_telemetry.agent_span_name import get_agent_span_name
from ai_sdk.telemetry.open_telemetry.answer_attributes import get_response_attributes, get_supplemental_attributes
from ai_sdk.telemetry.open_telemetry.call_state import CallState
from ai_sdk.telemetry.open_telemetry.format_messages import (
    format_model_messages,
    format_output_messages,
    format_system_instructions,
)
from ai_sdk.telemetry.open_telemetry.json_attribute import json_attribute
from ai_sdk.telemetry.open_telemetry.names import map_operation_name
from ai_sdk.telemetry.open_telemetry.record_error import get_error_type, record_error_on_span
from ai_sdk.telemetry.open_telemetry.select_attributes import Input, Output, select_attributes
from ai_sdk.telemetry.open_telemetry.span_options import SpanOptions
from ai_sdk.telemetry.open_telemetry.start_attributes import get_model_attributes, get_request_attributes, start_call

__all__ = ["GenerationSpans", "get_instruction_attributes"]


class GenerationSpans:
    """Starts and ends the root span `invoke_agent …` and the spans `step 1`, `step 2` and so on."""

    def __init__(self, options: SpanOptions) -> None:
        self._options = options

    def on_start(self, event: Any) -> CallState:
        """Start the span of the whole generation."""
        options = self._options
        state = start_call(event, options.supplemental, request_attributes=get_request_attributes(event))
        operation = map_operation_name(event.operation_id)
        attributes = {
            **get_model_attributes(operation, provider=event.provider, model_id=event.model_id),
            **state.request_attributes,
            **get_instruction_attributes(event.instructions),
            "gen_ai.agent.name": event.function_id,
            "gen_ai.request.seed": event.seed,
            "gen_ai.input.messages": Input(lambda: json_attribute(format_model_messages(event.messages))),
            **state.base_attributes,
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
        """Start the span of a step."""
        state.runtime_context = event.runtime_context
        choice = event.step_tool_choice
        choice_text = Input(lambda: None if choice is None else json_attribute(choice))
        attributes = {
            "gen_ai.operation.name": "agent_step",
            **state.base_attributes,
            **self._options.supplemental.select(tool_choice={"ai.prompt.toolChoice": choice_text}),
        }
        name = f"step {len(event.steps) + 1}"
        state.step = self._options.starter.start(
            state, name, attributes, span_type="step", kind=SpanKind.INTERNAL, parent=state.root
        )

    def on_step_end(self, state: CallState, event: Any) -> None:
        """End the span of a step."""
        if state.step is None:
            return
        failed = event.finish_reason == "error"
        # Streams can close after an error chunk without an event that ends the model call.
        self._options.duration.record(state, error_type="_OTHER" if failed else None)
        state.end_inference(failed=failed)
        span, state.step = state.step.span, None
        if failed:
            span.set_status(Status(StatusCode.ERROR))
        attributes = get_supplemental_attributes(
            self._options.supplemental, usage=event.usage, provider_metadata=event.provider_metadata
        )
        span.set_attributes(select_attributes(state.recording, attributes))
        span.end()

    def on_step_error(self, state: CallState, event: Any) -> None:
        """End the spans of a step that failed, and of its model call."""
        if state.step is None:
            return
        self._options.duration.record(state, error_type=get_error_type(event.error))
        for entry in (state.inference, state.step):
            if entry is not None:
                record_error_on_span(entry.span, event.error)
                entry.span.end()
        state.inference = state.step = None

    def on_end(self, state: CallState, event: Any) -> None:
        """Say on the span of the whole generation how it ended."""
        span = state.root.span
        if event.finish_reason == "error":
            span.set_status(Status(StatusCode.ERROR))
        attributes = {
            **get_response_attributes(event),
            "gen_ai.usage.cache_creation.input_tokens": event.usage.input_token_details.cache_write_tokens,
            "gen_ai.output.messages": Output(lambda: json_attribute(_format_output(event))),
            **get_supplemental_attributes(
                self._options.supplemental,
                usage=event.usage,
                provider_metadata=event.final_step.provider_metadata,
            ),
        }
        span.set_attributes(select_attributes(state.recording, attributes))


def get_instruction_attributes(instructions: Any) -> dict[str, Any]:
    """Return the instructions of a generation, when it has some."""
    if instructions is None:
        return {}
    text = Input(lambda: json_attribute(format_system_instructions(instructions)))
    return {"gen_ai.system_instructions": text}


def _format_output(event: Any) -> list[dict[str, Any]]:
    return format_output_messages(
        text=event.text,
        reasoning=event.final_step.reasoning,
        tool_calls=event.tool_calls,
        tool_results=event.tool_results,
        files=event.files,
        finish_reason=event.finish_reason,
    )
