"""Whether tools may run after a model's answer.

Ports: ai/src/generate-text/is-tool-execution-allowed-finish-reason.ts
"""

from ai_sdk.generate_text.text_stream_part import FinishReason

__all__ = ["is_tool_execution_allowed_finish_reason"]


def is_tool_execution_allowed_finish_reason(finish_reason: FinishReason) -> bool:
    """Whether the model ended its answer itself; calls of an answer that was cut off or failed are not run."""
    return finish_reason in {"stop", "tool-calls"}
