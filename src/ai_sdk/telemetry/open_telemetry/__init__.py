"""OpenTelemetry spans and metrics after the semantic conventions for generative AI.

It needs the extra `otel`: `pip install "ai-sdk-python[otel]"`. `LegacyOpenTelemetry` and the durable span ids of
`@ai-sdk/otel` are not ported: the first keeps names of version 6 alive, the second serve Vercel's workflows.

Ports: @ai-sdk/otel/src/index.ts
"""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.telemetry.open_telemetry.agent_span_name import AgentSpanName as AgentSpanName
    from ai_sdk.telemetry.open_telemetry.format_messages import (
        format_input_messages as format_input_messages,
        format_model_messages as format_model_messages,
        format_object_output_messages as format_object_output_messages,
        format_output_messages as format_output_messages,
        format_system_instructions as format_system_instructions,
    )
    from ai_sdk.telemetry.open_telemetry.open_telemetry import OpenTelemetry as OpenTelemetry
    from ai_sdk.telemetry.open_telemetry.span_starter import (
        EnrichSpan as EnrichSpan,
        OpenTelemetrySpanType as OpenTelemetrySpanType,
    )

if find_spec("opentelemetry") is None:
    raise ImportError('OpenTelemetry needs opentelemetry-api: pip install "ai-sdk-python[otel]"')

_MODULES = {
    "agent_span_name": "AgentSpanName",
    "format_messages": """
        format_input_messages format_model_messages format_object_output_messages format_output_messages
        format_system_instructions
    """,
    "open_telemetry": "OpenTelemetry",
    "span_starter": "EnrichSpan OpenTelemetrySpanType",
}
_HOMES = {name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table is the list
__getattr__ = lazy_names(__name__, _HOMES)
