"""Checking a tool call of a UI message against the tool.

Ports: ai/src/ui/validate-ui-messages.ts
"""

import inspect
from collections.abc import Mapping
from typing import Any

from ai_sdk.provider.errors import TypeValidationContext, TypeValidationError
from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.provider_utils.schema import validate_value
from ai_sdk.provider_utils.tool import Tool, ToolSet
from ai_sdk.ui.ui_messages import get_tool_name
from ai_sdk.ui.unavailable_tool import mark_tool_part_as_unavailable
from ai_sdk.util.is_deep_equal_data import is_deep_equal_data

__all__ = ["ToolPartCheck"]

_SETTLED = frozenset({"output-available", "output-error", "output-denied"})


class ToolPartCheck:
    """Checks the calls of `tools`; `refinements` are the functions that changed inputs before a tool got them."""

    def __init__(self, tools: ToolSet, refinements: Mapping[str, Any]) -> None:
        self._tools = tools
        self._refinements = refinements

    async def check(self, part: dict[str, Any], path: str) -> dict[str, Any]:
        """Return a static tool part, as a dynamic one where it may not claim to fit the tool that there is now.

        Raises `TypeValidationError` when an open call, or the output of a settled one, does not fit.
        """
        tool = self._tools.get(get_tool_name(part))
        if tool is None:
            if part["state"] in _SETTLED:
                return _as_dynamic_tool_part(part)
            cause = f"No tool schema found for tool part {get_tool_name(part)}"
            raise TypeValidationError(value=part.get("input"), cause=cause, context=_context(part, path, "input"))
        error = await self._input_error(part, tool, _context(part, path, "input"))
        is_lenient = part["state"] == "output-error" or (
            part["state"] == "output-available" and part["input"] == {} and isinstance(part["input"], dict)
        )
        if error is not None and not is_lenient:
            raise error
        if part["state"] == "output-available" and tool.output_schema is not None:
            validate_value(part["output"], tool.output_schema, context=_context(part, path, "output"))
        return part if error is None else _as_dynamic_tool_part(part)

    async def _input_error(
        self, part: dict[str, Any], tool: Tool[Any, Any], context: TypeValidationContext
    ) -> TypeValidationError | None:
        """Check the input as the model wrote it; when it was refined, the refinement must give the input again."""
        approval = part.get("approval") or {}
        is_refined = "inputSchemaInput" in approval
        if part["state"] == "input-streaming" or (
            part["state"] == "output-error" and not is_refined and "input" not in part
        ):
            return None
        written = approval["inputSchemaInput"] if is_refined else part["input"]
        try:
            value = validate_value(written, tool.input_schema, context=context)
        except TypeValidationError as error:
            return error
        return await self._refinement_error(part, value, context) if is_refined else None

    async def _refinement_error(
        self, part: dict[str, Any], value: Any, context: TypeValidationContext
    ) -> TypeValidationError | None:
        refine = self._refinements.get(get_tool_name(part))
        try:
            refined = value if refine is None else refine(value)
            refined = await refined if inspect.isawaitable(refined) else refined
        except Exception as error:  # noqa: BLE001 - the input did not pass the user's own function
            return TypeValidationError(value=part["approval"]["inputSchemaInput"], cause=error, context=context)
        if is_deep_equal_data(to_json_data(refined), part.get("input")):
            return None
        cause = "Tool input does not match the output reconstructed from inputSchemaInput."
        return TypeValidationError(value=part.get("input"), cause=cause, context=context)


def _context(part: Mapping[str, Any], path: str, key: str) -> TypeValidationContext:
    return TypeValidationContext(field=f"{path}.{key}", entity_name=get_tool_name(part), entity_id=part["toolCallId"])


def _as_dynamic_tool_part(part: dict[str, Any]) -> dict[str, Any]:
    return mark_tool_part_as_unavailable({**part, "type": "dynamic-tool", "toolName": get_tool_name(part)})
