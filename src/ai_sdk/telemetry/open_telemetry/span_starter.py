"""Spans as this integration starts them: enriched by the user, sanitised, beneath the right parent.

Ports: @ai-sdk/otel/src/open-telemetry.ts, @ai-sdk/otel/src/supplemental-attributes.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from opentelemetry.context import Context, get_current
from opentelemetry.trace import SpanKind, Tracer, set_span_in_context

from ai_sdk.telemetry.open_telemetry.call_state import CallState, OpenSpan
from ai_sdk.telemetry.open_telemetry.select_attributes import Attributes, sanitize_attributes, select_attributes

__all__ = ["EnrichSpan", "OpenTelemetrySpanType", "SpanStarter"]

OpenTelemetrySpanType = Literal["operation", "step", "languageModel", "tool", "embedding", "reranking"]
"""What a span stands for; the values are TypeScript's."""


class EnrichSpan(Protocol):
    """Gives attributes of your own to a span when it starts; those of this library win, errors are ignored."""

    def __call__(
        self,
        *,
        span_type: OpenTelemetrySpanType,
        operation_id: str,
        call_id: str,
        runtime_context: Mapping[str, Any] | None,
    ) -> Mapping[str, Any] | None:
        """Return attributes, or nothing; `runtime_context` holds what the call includes in telemetry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanStarter:
    """Starts the spans of all calls."""

    tracer: Tracer
    enrich_span: EnrichSpan | None

    def start(
        self,
        state: CallState,
        name: str,
        attributes: Mapping[str, Any],
        *,
        span_type: OpenTelemetrySpanType,
        kind: SpanKind = SpanKind.CLIENT,
        parent: OpenSpan | None = None,
    ) -> OpenSpan:
        """Start a span of the call below `parent`, or below the span that is the current one."""
        context = get_current() if parent is None else parent.context
        selected = select_attributes(state.recording, attributes)
        enriched = {**self._enrich(state, span_type), **selected}
        return self._open(name, kind, context, enriched)

    def _open(self, name: str, kind: SpanKind, context: Context, attributes: Attributes) -> OpenSpan:
        span = self.tracer.start_span(name, context=context, kind=kind, attributes=attributes)
        return OpenSpan(span, set_span_in_context(span, context))

    def _enrich(self, state: CallState, span_type: OpenTelemetrySpanType) -> Attributes:
        if self.enrich_span is None:
            return {}
        try:
            attributes = self.enrich_span(
                span_type=span_type,
                operation_id=state.operation_id,
                call_id=state.call_id,
                runtime_context=state.runtime_context,
            )
            return sanitize_attributes(attributes)
        except Exception:  # noqa: BLE001 - a custom attribute is not worth a trace
            return {}
