"""Whether the options of an object generation fit together.

Ports: ai/src/generate-object/validate-object-generation-input.ts
"""

from typing import Any

from ai_sdk.error.invalid_argument_error import InvalidArgumentError

__all__ = ["validate_object_generation_input"]

_SCHEMA_OPTIONS = {
    "schema": "Schema is",
    "schemaDescription": "Schema description is",
    "schemaName": "Schema name is",
}
_UNSUPPORTED = {
    "no-schema": {**_SCHEMA_OPTIONS, "enumValues": "Enum values are"},
    "object": {"enumValues": "Enum values are"},
    "array": {"enumValues": "Enum values are"},
    "enum": _SCHEMA_OPTIONS,
}


def validate_object_generation_input(
    *, output: str, schema: Any, schema_name: str | None, schema_description: str | None, enum_values: Any
) -> None:
    """Raise `InvalidArgumentError` when an option does not belong to the output, or a choice is no string."""
    given = {
        "schema": schema,
        "schemaDescription": schema_description,
        "schemaName": schema_name,
        "enumValues": enum_values,
    }
    for parameter, subject in _UNSUPPORTED.get(output, {}).items():
        if given[parameter] is not None:
            raise InvalidArgumentError(
                parameter=parameter,
                value=given[parameter],
                message=f"{subject} not supported for {output} output.",
            )
    for value in (enum_values or ()) if output == "enum" else ():
        if not isinstance(value, str):
            raise InvalidArgumentError(parameter="enumValues", value=value, message="Enum values must be strings.")
