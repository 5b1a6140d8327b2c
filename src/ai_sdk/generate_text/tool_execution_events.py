"""What the callbacks of tool executions are told.

Ports: ai/src/generate-text/tool-execution-events.ts
"""

from dataclasses import dataclass
from typing import Any

from ai_sdk.generate_text.tool_call import ToolOutput, TypedToolCall
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.model_message import ModelMessage

__all__ = ["ToolExecutionEndEvent", "ToolExecutionStartEvent"]


@dataclass(slots=True, kw_only=True)
class ToolExecutionStartEvent(Spec):
    """A tool is about to run."""

    call_id: str
    messages: list[ModelMessage]
    tool_call: TypedToolCall[Any]
    tool_context: Any = None


@dataclass(slots=True, kw_only=True)
class ToolExecutionEndEvent(Spec):
    """A tool has run, for `tool_execution_ms` milliseconds."""

    call_id: str
    messages: list[ModelMessage]
    tool_call: TypedToolCall[Any]
    tool_context: Any = None
    tool_execution_ms: float
    tool_output: ToolOutput
