"""What all groups of spans need of the integration's options.

Ports: @ai-sdk/otel/src/supplemental-attributes.ts
"""

from dataclasses import dataclass

from ai_sdk.telemetry.open_telemetry.agent_span_name import AgentSpanName
from ai_sdk.telemetry.open_telemetry.inference_duration import InferenceDuration
from ai_sdk.telemetry.open_telemetry.span_starter import SpanStarter
from ai_sdk.telemetry.open_telemetry.supplemental_attributes import SupplementalAttributes

__all__ = ["SpanOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanOptions:
    """How spans are started and named, what they hold, and where durations go."""

    starter: SpanStarter
    supplemental: SupplementalAttributes
    duration: InferenceDuration
    agent_span_name: AgentSpanName
