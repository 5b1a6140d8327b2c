"""What repairs a tool call that cannot be carried out.

Ports: ai/src/generate-text/tool-call-repair-function.ts
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ai_sdk.error.tool_errors import InvalidToolInputError, NoSuchToolError
from ai_sdk.provider import LanguageModelV4ToolCall
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.provider_utils.tool import ToolSet

__all__ = ["ToolCallRepairFunction", "ToolCallRepairOptions"]


@dataclass(slots=True, kw_only=True)
class ToolCallRepairOptions(Spec):
    """What a repair function is told: the call as the model wrote it, and what is wrong with it."""

    tool_call: LanguageModelV4ToolCall
    tools: ToolSet
    input_schema: Callable[[str], JSONObject]
    """Returns the JSON Schema of a tool's input, by the tool's name."""
    messages: list[ModelMessage]
    error: NoSuchToolError | InvalidToolInputError
    instructions: Any = None
    abort_signal: AbortSignal | None = None


_Repaired = LanguageModelV4ToolCall | Mapping[str, Any] | None

ToolCallRepairFunction = Callable[[ToolCallRepairOptions], Awaitable[_Repaired] | _Repaired]
"""Returns the call as the model should have written it, or `None` when it cannot be repaired."""
