"""What the start event of an operation says, and what its spans repeat of it.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from typing import Any

from ai_sdk.telemetry.open_telemetry.call_state import CallState
from ai_sdk.telemetry.open_telemetry.names import map_provider_name
from ai_sdk.telemetry.open_telemetry.select_attributes import Recording, select_attributes
from ai_sdk.telemetry.open_telemetry.supplemental_attributes import (
    SupplementalAttributes,
    get_header_attributes,
    get_runtime_context_attributes,
)

__all__ = ["get_model_attributes", "get_request_attributes", "start_call"]

_SETTINGS = {
    "frequency_penalty": "gen_ai.request.frequency_penalty",
    "max_output_tokens": "gen_ai.request.max_tokens",
    "presence_penalty": "gen_ai.request.presence_penalty",
    "temperature": "gen_ai.request.temperature",
    "top_k": "gen_ai.request.top_k",
    "top_p": "gen_ai.request.top_p",
    "stop_sequences": "gen_ai.request.stop_sequences",
}


def start_call(event: Any, supplemental: SupplementalAttributes, **fields: Any) -> CallState:
    """Return the state of a call that starts with `event`; `fields` are further fields of the state."""
    recording = Recording(inputs=event.record_inputs is not False, outputs=event.record_outputs is not False)
    context = getattr(event, "runtime_context", None)
    attributes = supplemental.select(
        runtime_context=get_runtime_context_attributes(context), headers=get_header_attributes(event.headers)
    )
    return CallState(
        call_id=event.call_id,
        operation_id=event.operation_id,
        provider=event.provider,
        model_id=event.model_id,
        recording=recording,
        base_attributes=select_attributes(recording, attributes),
        runtime_context=context,
        **fields,
    )


def get_model_attributes(operation_name: str, *, provider: str, model_id: str) -> dict[str, Any]:
    """Return which operation of which model a span stands for."""
    return {
        "gen_ai.operation.name": operation_name,
        "gen_ai.provider.name": map_provider_name(provider),
        "gen_ai.request.model": model_id,
    }


def get_request_attributes(event: Any) -> dict[str, Any]:
    """Return the settings of a model call."""
    return {attribute: getattr(event, name, None) for name, attribute in _SETTINGS.items()}
