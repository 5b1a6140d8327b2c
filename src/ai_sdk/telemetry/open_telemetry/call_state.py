"""What is open of one call: its spans, and what later spans repeat of its start.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from opentelemetry.context import Context
from opentelemetry.trace import Span, Status, StatusCode

from ai_sdk.telemetry.open_telemetry.record_error import record_error_on_span
from ai_sdk.telemetry.open_telemetry.select_attributes import Attributes, Recording

__all__ = ["CallState", "Inference", "OpenSpan"]


class OpenSpan(NamedTuple):
    """A span, and the context in which it is the current one."""

    span: Span
    context: Context


class Inference(NamedTuple):
    """A model call that is measured; `started` is in seconds of the clock that never goes back."""

    started: float
    provider: str
    model_id: str


@dataclass(slots=True, kw_only=True)
class CallState:
    """The open spans of a call and what its start event said; only `root` is there from the start to the end."""

    call_id: str
    operation_id: str
    provider: str
    model_id: str
    recording: Recording
    base_attributes: Attributes
    """The supplemental attributes that all spans of the call have."""
    request_attributes: dict[str, Any] = field(default_factory=dict)
    """The settings of the model call."""
    runtime_context: Any = None
    instructions: Any = None
    root: OpenSpan = field(init=False)
    step: OpenSpan | None = None
    inference: OpenSpan | None = None
    measured: Inference | None = None
    tool_definitions: list[dict[str, Any]] = field(default_factory=list)
    embeds: dict[str, OpenSpan] = field(default_factory=dict)
    rerank: OpenSpan | None = None
    tools: dict[str, OpenSpan] = field(default_factory=dict)

    def end_inference(self, *, failed: bool) -> None:
        """End the span of a model call whose end nobody told of."""
        if self.inference is not None:
            if failed:
                self.inference.span.set_status(Status(StatusCode.ERROR))
            self.inference.span.end()
            self.inference = None

    def end(self, error: Any = None, *, failed: bool = False) -> None:
        """End all open spans, from the inside out; `failed` marks them with `error`."""
        for entry in self._open_spans():
            if failed:
                record_error_on_span(entry.span, error)
            entry.span.end()

    def _open_spans(self) -> Iterator[OpenSpan]:
        yield from self.tools.values()
        yield from (entry for entry in (self.inference, self.step) if entry is not None)
        yield from self.embeds.values()
        yield from (entry for entry in (self.rerank, self.root) if entry is not None)
