"""The spans of embeddings.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from collections.abc import Iterable
from typing import Any

from ai_sdk.telemetry.open_telemetry.call_state import CallState
from ai_sdk.telemetry.open_telemetry.json_attribute import json_attribute
from ai_sdk.telemetry.open_telemetry.select_attributes import Input, Output, select_attributes
from ai_sdk.telemetry.open_telemetry.span_options import SpanOptions
from ai_sdk.telemetry.open_telemetry.start_attributes import get_model_attributes, start_call

__all__ = ["EmbeddingSpans", "json_attributes"]

_OPERATION = "embeddings"
_MANY = "ai.embedMany"


class EmbeddingSpans:
    """Starts and ends the spans `embeddings <model id>`: of the operation, and of each model call below it."""

    def __init__(self, options: SpanOptions) -> None:
        self._options = options

    def on_start(self, event: Any) -> CallState:
        """Start the span of the operation."""
        state = start_call(event, self._options.supplemental)
        if event.operation_id == _MANY:
            values = {"ai.values": Input(lambda: json_attributes(event.value))}
        else:
            values = {"ai.value": Input(lambda: json_attribute(event.value))}
        attributes = self._attributes(state, values)
        state.root = self._options.starter.start(
            state, f"{_OPERATION} {event.model_id}", attributes, span_type="operation"
        )
        return state

    def on_embed_start(self, state: CallState, event: Any) -> None:
        """Start the span of a model call."""
        attributes = self._attributes(state, {"ai.values": Input(lambda: json_attributes(event.values))})
        state.embeds[event.embed_call_id] = self._options.starter.start(
            state, f"{_OPERATION} {state.model_id}", attributes, span_type="embedding", parent=state.root
        )

    def on_embed_end(self, state: CallState, event: Any) -> None:
        """End the span of a model call."""
        entry = state.embeds.pop(event.embed_call_id, None)
        if entry is None:
            return
        embeddings = {"ai.embeddings": Output(lambda: json_attributes(event.embeddings))}
        attributes = {
            "gen_ai.usage.input_tokens": event.usage.tokens,
            **self._options.supplemental.select(embedding=embeddings),
        }
        entry.span.set_attributes(select_attributes(state.recording, attributes))
        entry.span.end()

    def on_end(self, state: CallState, event: Any) -> None:
        """Say on the span of the operation how it ended."""
        if state.operation_id == _MANY:
            embedding = {"ai.embeddings": Output(lambda: json_attributes(event.embedding))}
        else:
            embedding = {"ai.embedding": Output(lambda: json_attribute(event.embedding))}
        attributes = self._options.supplemental.select(embedding=embedding)
        state.root.span.set_attributes(select_attributes(state.recording, attributes))

    def _attributes(self, state: CallState, values: dict[str, Any]) -> dict[str, Any]:
        return {
            **get_model_attributes(_OPERATION, provider=state.provider, model_id=state.model_id),
            **state.base_attributes,
            **self._options.supplemental.select(embedding=values),
        }


def json_attributes(values: Iterable[Any]) -> list[str]:
    """Return each value as JSON text."""
    return [json_attribute(value) for value in values]
