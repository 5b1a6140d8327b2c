"""A tool's context, checked against its schema.

Ports: ai/src/generate-text/validate-tool-context.ts
"""

from typing import Any

from ai_sdk.provider.errors import TypeValidationContext
from ai_sdk.provider_utils.schema import Schema, validate_value

__all__ = ["validate_tool_context"]


async def validate_tool_context(*, tool_name: str, context: Any, context_schema: Schema[Any] | None) -> Any:
    """Return the context as the schema converts it. Raises `TypeValidationError` when it does not fit."""
    if context_schema is None:
        return context
    where = TypeValidationContext(field="tool context", entity_name=tool_name)
    return validate_value(context, context_schema, context=where)
