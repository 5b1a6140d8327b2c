"""A tool's output as the model is told it.

Ports: ai/src/prompt/create-tool-model-output.ts
"""

import inspect
from collections.abc import Mapping
from typing import Any, Literal

from ai_sdk.provider.codec import load
from ai_sdk.provider.errors import get_error_message
from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.provider_utils.tool import Tool
from ai_sdk.provider_utils.tool_execution_options import ToolModelOutputOptions
from ai_sdk.provider_utils.tool_result_output import (
    ToolResultOutput,
    ToolResultOutputErrorJson,
    ToolResultOutputErrorText,
    ToolResultOutputJson,
    ToolResultOutputText,
)

__all__ = ["create_tool_model_output"]


async def create_tool_model_output(
    *,
    tool_call_id: str,
    input: Any,  # noqa: A002 - it is the tool's input
    output: Any,
    tool: Tool[Any, Any] | None,
    error_mode: Literal["none", "text", "json"],
) -> ToolResultOutput:
    """Return an error's text or data, what the tool's `to_model_output` makes of an output, a text, or JSON data."""
    if error_mode == "text":
        return ToolResultOutputErrorText(value=get_error_message(output))
    if error_mode == "json":
        return ToolResultOutputErrorJson(value=to_json_data(output))
    if tool is not None and tool.to_model_output is not None:
        made = tool.to_model_output(ToolModelOutputOptions(tool_call_id=tool_call_id, input=input, output=output))
        made = await made if inspect.isawaitable(made) else made
        shown: ToolResultOutput = load(ToolResultOutput, made) if isinstance(made, Mapping) else made
        return shown
    if isinstance(output, str):
        return ToolResultOutputText(value=output)
    return ToolResultOutputJson(value=to_json_data(output))
