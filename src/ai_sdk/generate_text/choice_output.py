"""What an output that is one of several choices asks of the model, and how an answer that breaks off is read.

A model cannot answer with a bare string of JSON, so the choice comes wrapped in an object.

Ports: ai/src/generate-text/output.ts
"""

from collections.abc import Sequence
from typing import TypeVar

from ai_sdk.provider import JSONObject, JSONValue

__all__ = ["create_choice_json_schema", "partial_choice"]

ChoiceT = TypeVar("ChoiceT", bound=str)


def create_choice_json_schema(options: Sequence[str]) -> JSONObject:
    """Return the schema of an object whose `result` is one of the options."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "properties": {"result": {"type": "string", "enum": list(options)}},
        "required": ["result"],
        "additionalProperties": False,
    }


def partial_choice(value: JSONValue, options: Sequence[ChoiceT], *, is_complete: bool) -> ChoiceT | None:
    """Return the option that a complete answer names, or the only one that the rest of the answer can still name."""
    result = value.get("result") if isinstance(value, dict) else None
    if not isinstance(result, str):
        return None
    matches = [option for option in options if option.startswith(result)]
    if is_complete:
        return next((option for option in matches if option == result), None)
    return matches[0] if len(matches) == 1 else None
