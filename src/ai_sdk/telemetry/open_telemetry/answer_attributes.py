"""What the events that end a model call, a step or a generation say of the model's answer.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from typing import Any

from ai_sdk.telemetry.open_telemetry.supplemental_attributes import (
    SupplementalAttributes,
    get_detailed_usage_attributes,
    get_provider_metadata_attributes,
)

__all__ = ["get_performance_attributes", "get_response_attributes", "get_supplemental_attributes"]


def get_response_attributes(event: Any) -> dict[str, Any]:
    """Return why the model stopped and the tokens that it used."""
    usage = event.usage
    return {
        "gen_ai.response.finish_reasons": [event.finish_reason],
        "gen_ai.usage.input_tokens": usage.input_tokens,
        "gen_ai.usage.output_tokens": usage.output_tokens,
        "gen_ai.usage.cache_read.input_tokens": usage.input_token_details.cache_read_tokens,
    }


def get_performance_attributes(performance: Any) -> dict[str, Any]:
    """Return how fast the model was, in seconds."""
    between = performance.time_between_output_chunks_ms
    return {
        "gen_ai.client.operation.duration": _seconds(performance.response_time_ms),
        "gen_ai.client.operation.time_to_first_chunk": _seconds(performance.time_to_first_output_ms),
        "gen_ai.client.operation.time_per_output_chunk": _seconds(None if between is None else between.avg),
    }


def get_supplemental_attributes(
    supplemental: SupplementalAttributes, *, usage: Any, provider_metadata: Any
) -> dict[str, Any]:
    """Return details of the usage and the provider's metadata, as far as they are switched on."""
    return supplemental.select(
        provider_metadata=get_provider_metadata_attributes(provider_metadata),
        usage=get_detailed_usage_attributes(usage),
    )


def _seconds(milliseconds: float | None) -> float | None:
    return None if milliseconds is None else milliseconds / 1000
