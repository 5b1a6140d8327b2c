"""The name of the span that stands for a whole text or object generation.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from typing import Literal, Protocol

from ai_sdk.telemetry.open_telemetry.names import map_operation_name

__all__ = ["AgentSpanName", "get_agent_span_name"]


class AgentSpanNameFunction(Protocol):
    """Names an agent's span; `None` and errors give the default name."""

    def __call__(self, *, model_id: str, function_id: str | None) -> str | None:
        """Return the whole name."""


AgentSpanName = Literal["model_id", "function_id"] | AgentSpanNameFunction
"""`invoke_agent <model id>`, `invoke_agent <function id>` (or else the model id), or a function that names it."""


def get_agent_span_name(
    agent_span_name: AgentSpanName, *, operation_id: str, model_id: str, function_id: str | None
) -> str:
    """Return the name of a generation's root span."""
    operation = map_operation_name(operation_id)
    default = f"{operation} {model_id}"
    if operation != "invoke_agent" or agent_span_name == "model_id":
        return default
    if agent_span_name == "function_id":
        return f"invoke_agent {model_id if function_id is None else function_id}"
    try:
        name = agent_span_name(model_id=model_id, function_id=function_id)
    except Exception:  # noqa: BLE001 - a name is not worth a trace
        return default
    return default if name is None else name
