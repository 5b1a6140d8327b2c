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
    "read_error_event",
]

DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE = ErrorStructure(
    wire.OpenaiCompatibleErrorData, lambda data: data.error.message
)
"""An object `error` with a `message`, and perhaps a `type`, a `param` and a `code`."""


@lru_cache(maxsize=64)
def chunk_or_error(chunk_type: Any, error_structure: ErrorStructure) -> Any:
    """Return the type of what a stream sends: a chunk, or else an error as the structure describes it."""
    return Annotated[chunk_type | error_structure.data_type, FIRST_MATCH]


def read_error_event(event: BaseModel) -> Any:
    """Return what an error event of a stream says: the value of its key `error`."""
    return dump_wire(event).get("error")
