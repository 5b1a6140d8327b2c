"""The spans of reranking.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from typing import Any

from ai_sdk.telemetry.open_telemetry.call_state import CallState
from ai_sdk.telemetry.open_telemetry.embedding_spans import json_attributes
from ai_sdk.telemetry.open_telemetry.select_attributes import Input, Output, select_attributes
from ai_sdk.telemetry.open_telemetry.span_options import SpanOptions
from ai_sdk.telemetry.open_telemetry.start_attributes import get_model_attributes, start_call

__all__ = ["RerankingSpans"]

_OPERATION = "rerank"


class RerankingSpans:
    """Starts and ends the spans `rerank <model id>`: of the operation, and of the model call below it."""

    def __init__(self, options: SpanOptions) -> None:
        self._options = options

    def on_start(self, event: Any) -> CallState:
        """Start the span of the operation."""
        state = start_call(event, self._options.supplemental)
        name = f"{_OPERATION} {event.model_id}"
        state.root = self._options.starter.start(state, name, self._attributes(state, event), span_type="operation")
        return state

    def on_rerank_start(self, state: CallState, event: Any) -> None:
        """Start the span of the model call."""
        state.rerank = self._options.starter.start(
            state,
            f"{_OPERATION} {state.model_id}",
            self._attributes(state, event),
            span_type="reranking",
            parent=state.root,
        )

    def on_rerank_end(self, state: CallState, event: Any) -> None:
        """End the span of the model call."""
        if state.rerank is None:
            return
        span, state.rerank = state.rerank.span, None
        ranking = {
            "ai.ranking.type": event.documents_type,
            "ai.ranking": Output(lambda: json_attributes(event.ranking)),
        }
        attributes = self._options.supplemental.select(reranking=ranking)
        span.set_attributes(select_attributes(state.recording, attributes))
        span.end()

    def on_end(self, state: CallState, event: Any) -> None:
        """Leave the span of the operation as it is; the model call's span tells the outcome."""

    def _attributes(self, state: CallState, event: Any) -> dict[str, Any]:
        documents = {"ai.documents": Input(lambda: json_attributes(event.documents))}
        return {
            **get_model_attributes(_OPERATION, provider=state.provider, model_id=state.model_id),
            **state.base_attributes,
            **self._options.supplemental.select(reranking=documents),
        }
