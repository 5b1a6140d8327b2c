"""Events sent to OpenTelemetry, and the spans and metrics that come out, as plain values."""

import asyncio
from collections.abc import Iterable
from typing import Any

from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.open_telemetry import OpenTelemetry
from ai_sdk.telemetry.telemetry import TelemetryDispatcher
from ai_sdk.telemetry.telemetry_options import TelemetryOptions


class Recorder:
    """OpenTelemetry in memory, and a dispatcher of one call that sends to it."""

    def __init__(self, telemetry: dict[str, Any] | None = None, **options: Any) -> None:
        self._exporter = InMemorySpanExporter()
        provider = TracerProvider(shutdown_on_exit=False)
        provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self._reader = InMemoryMetricReader()
        meter = MeterProvider([self._reader], shutdown_on_exit=False).get_meter("gen_ai")
        self.tracer = provider.get_tracer("gen_ai")
        self.integration = OpenTelemetry(tracer=self.tracer, meter=meter, **options)
        self._telemetry = telemetry or {}

    def dispatcher(self) -> TelemetryDispatcher:
        """Return the dispatcher of another call."""
        return create_telemetry_dispatcher(TelemetryOptions(integrations=self.integration, **self._telemetry))

    def send(self, events: Iterable[tuple[str, Any]]) -> None:
        """Send the events of one call by their callbacks' names."""

        async def send() -> None:
            dispatcher = self.dispatcher()
            for name, event in events:
                await getattr(dispatcher, name)(event)

        asyncio.run(send())

    @property
    def finished(self) -> tuple[ReadableSpan, ...]:
        """The spans that ended, in the order in which they did."""
        return self._exporter.get_finished_spans()

    def tree(self) -> list[dict[str, Any]]:
        """Return the root spans with all there is below them."""
        return self._children(None)

    def metrics(self) -> list[dict[str, Any]]:
        """Return the points of the histogram."""
        data = self._reader.get_metrics_data()
        resources = [] if data is None else data.resource_metrics
        found = [metric for resource in resources for scope in resource.scope_metrics for metric in scope.metrics]
        return [
            {"name": metric.name, "unit": metric.unit, "count": point.count, "sum": point.sum}
            | {"attributes": dict(point.attributes), "bounds": len(point.explicit_bounds)}
            for metric in found
            for point in metric.data.data_points
        ]

    def _children(self, parent: int | None) -> list[dict[str, Any]]:
        spans = [span for span in self.finished if (span.parent.span_id if span.parent else None) == parent]
        return [self._plain(span) for span in sorted(spans, key=lambda span: span.start_time)]

    def _plain(self, span: ReadableSpan) -> dict[str, Any]:
        plain: dict[str, Any] = {"name": span.name, "kind": span.kind.name, "attributes": _attributes(span.attributes)}
        if span.status.status_code.name != "UNSET":
            plain["status"] = (span.status.status_code.name, span.status.description)
        if span.events:
            plain["exceptions"] = [
                (event.attributes["exception.type"], event.attributes["exception.message"]) for event in span.events
            ]
        children = self._children(span.context.span_id)
        return plain | ({"children": children} if children else {})


def _attributes(attributes: Any) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in attributes.items()}
