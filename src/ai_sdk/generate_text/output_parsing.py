"""Reading the complete text of a structured output, and saying what is wrong with it.

Ports: ai/src/generate-text/output.ts
"""

from typing import Any, TypedDict, TypeVar

from ai_sdk.error.no_output_errors import NoObjectGeneratedError
from ai_sdk.provider import JSONValue, LanguageModelV4UnifiedFinishReason
from ai_sdk.provider.errors import JSONParseError, TypeValidationError
from ai_sdk.provider_utils.json import parse_json
from ai_sdk.provider_utils.schema import Schema, validate_value

__all__ = ["OutputContext", "mismatch", "parse_output_json", "validate_output"]

T = TypeVar("T")


class OutputContext(TypedDict):
    """Where a text comes from, for the errors: what is known of the answer, its tokens, and why it ended."""

    response: Any
    usage: Any
    finish_reason: LanguageModelV4UnifiedFinishReason | None


def parse_output_json(text: str, context: OutputContext) -> JSONValue:
    """Return the value of a JSON text. Raises `NoObjectGeneratedError` when it is not JSON."""
    try:
        return parse_json(text)
    except JSONParseError as error:
        raise NoObjectGeneratedError(
            "No object generated: could not parse the response.", cause=error, text=text, **context
        ) from error


def validate_output(value: JSONValue, schema: Schema[T], *, text: str, context: OutputContext) -> T:
    """Return `value`, which `text` says, as the schema converts it.

    Raises `NoObjectGeneratedError` when it does not fit.
    """
    try:
        return validate_value(value, schema)
    except TypeValidationError as error:
        raise mismatch(error, text=text, context=context) from error


def mismatch(cause: TypeValidationError, *, text: str, context: OutputContext) -> NoObjectGeneratedError:
    """Return the error that says that a text is JSON, but not what was asked for."""
    return NoObjectGeneratedError(
        "No object generated: response did not match schema.", cause=cause, text=text, **context
    )
