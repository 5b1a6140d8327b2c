"""Reading the complete text of an object, and again after it was mended.

Ports: ai/src/generate-object/parse-and-validate-object-result.ts
"""

from inspect import isawaitable
from typing import Any

from ai_sdk.error.no_output_errors import NoObjectGeneratedError
from ai_sdk.generate_object.output_strategy import OutputStrategy
from ai_sdk.generate_object.repair_text import RepairTextFunction, RepairTextOptions
from ai_sdk.generate_text.output_parsing import OutputContext, mismatch, parse_output_json
from ai_sdk.provider.errors import JSONParseError, TypeValidationError

__all__ = ["parse_and_validate_object_result_with_repair"]


async def parse_and_validate_object_result_with_repair(
    text: str, strategy: OutputStrategy, repair_text: RepairTextFunction | None, context: OutputContext
) -> Any:
    """Return the object that a text says. Raises `NoObjectGeneratedError` when it cannot be read or mended."""
    try:
        return _parse_and_validate(text, strategy, context)
    except NoObjectGeneratedError as error:
        problem = error.cause
        if repair_text is None or not isinstance(problem, JSONParseError | TypeValidationError):
            raise
        repaired = repair_text(RepairTextOptions(text=text, error=problem))
        repaired = await repaired if isawaitable(repaired) else repaired
        if repaired is None:
            raise
        return _parse_and_validate(repaired, strategy, context)


def _parse_and_validate(text: str, strategy: OutputStrategy, context: OutputContext) -> Any:
    value = parse_output_json(text, context)
    try:
        return strategy.validate_final_result(value)
    except TypeValidationError as error:
        raise mismatch(error, text=text, context=context) from error
