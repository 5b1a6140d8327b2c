"""How OpenAI and those who follow it write errors.

Ports: @ai-sdk/openai-compatible/src/openai-compatible-error.ts
"""

from functools import lru_cache
from typing import Annotated, Any

from ai_sdk_generated._base import FIRST_MATCH
from ai_sdk_generated.openai_compatible.shared import wire
from pydantic import BaseModel

from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.response_handler import ErrorStructure

__all__ = [
    "DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE",
    "ErrorStructure",
    "chunk_or_error",
    "error_in_chunk",
]

DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE = ErrorStructure(
    wire.OpenaiCompatibleErrorData, lambda data: data.error.message
)
"""An object `error` with a `message`, and perhaps a `type`, a `param` and a `code`."""

_NOTHING = object()


@lru_cache(maxsize=64)
def chunk_or_error(chunk_type: Any, error_structure: ErrorStructure) -> Any:
    """Return the type of what a stream sends: a chunk, or else an error as the structure describes it."""
    return Annotated[chunk_type | error_structure.data_type, FIRST_MATCH]


def error_in_chunk(chunk: BaseModel) -> tuple[bool, Any]:
    """Say whether what a stream sent is an error, and which: the value of its key `error`."""
    if "error" in type(chunk).model_fields:
        return True, dump_wire(chunk).get("error")
    error = (chunk.model_extra or {}).get("error", _NOTHING)
    return error is not _NOTHING, None if error is _NOTHING else error
