"""How long model calls take, as a histogram.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from opentelemetry.metrics import Meter

from ai_sdk.provider_utils.clock import monotonic
from ai_sdk.telemetry.open_telemetry.call_state import CallState, Inference
from ai_sdk.telemetry.open_telemetry.names import map_provider_name
from ai_sdk.telemetry.open_telemetry.select_attributes import select_attributes

__all__ = ["InferenceDuration"]

_BOUNDARIES = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)


class InferenceDuration:
    """Measures each model call once, from its start to the first sign that it ended."""

    def __init__(self, meter: Meter) -> None:
        self._histogram = meter.create_histogram(
            "gen_ai.client.inference.duration",
            unit="s",
            description="GenAI client inference operation duration.",
            explicit_bucket_boundaries_advisory=_BOUNDARIES,
        )

    def start(self, state: CallState, *, provider: str, model_id: str) -> None:
        """Begin to measure a model call."""
        state.measured = Inference(monotonic(), provider, model_id)

    def record(
        self,
        state: CallState,
        *,
        response_time_ms: float | None = None,
        provider: str | None = None,
        response_model_id: str | None = None,
        error_type: str | None = None,
    ) -> None:
        """Record the model call that is measured, if one is; without `response_time_ms` it has lasted until now."""
        measured, state.measured = state.measured, None
        if measured is None:
            return
        seconds = monotonic() - measured.started if response_time_ms is None else response_time_ms / 1000
        attributes = {
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": map_provider_name(provider or measured.provider),
            "gen_ai.request.model": measured.model_id,
            "gen_ai.response.model": response_model_id,
            "error.type": error_type,
        }
        context = None if state.inference is None else state.inference.context
        self._histogram.record(seconds, select_attributes(state.recording, attributes), context)
