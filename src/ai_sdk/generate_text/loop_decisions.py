"""What generations with and without a stream decide alike, between their steps.

Ports: ai/src/generate-text/generate-text.ts, ai/src/generate-text/stream-text.ts
"""

from collections.abc import Iterable
from typing import Any

from ai_sdk.generate_text.steering import SteeringNotDeliveredReason, SteeringRun
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.tool_call import TypedToolCall
from ai_sdk.provider_utils.tool import ToolSet

__all__ = ["is_steered", "track_deferred_calls"]


def is_steered(
    steering: SteeringRun | None, finish_reason: FinishReason
) -> tuple[bool, SteeringNotDeliveredReason | None]:
    """Say whether a message of the user continues a loop that the model has ended, and why waiting ones are lost.

    Queued messages wait for a task that was not cut off, and nothing continues a step that failed.
    """
    if steering is None:
        return False, None
    is_truncated = finish_reason in {"length", "content-filter"}
    if not steering.has_pending_messages() and (is_truncated or not steering.promote_queued_message()):
        return False, None
    return (False, "error") if finish_reason == "error" else (True, None)


def track_deferred_calls(
    pending: set[str], tool_calls: Iterable[TypedToolCall[Any]], tools: ToolSet | None, arrived: set[str]
) -> None:
    """Note in `pending` the calls whose results a provider sends in a later answer; forget those that have arrived."""
    for tool_call in tool_calls:
        tool = (tools or {}).get(tool_call.tool_name)
        is_deferred = tool is not None and tool.type == "provider" and tool.supports_deferred_results
        if tool_call.provider_executed and is_deferred and tool_call.tool_call_id not in arrived:
            pending.add(tool_call.tool_call_id)
    pending -= arrived
