"""What mends the text of an object that cannot be read.

Ports: ai/src/generate-object/repair-text.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from ai_sdk.provider.errors import JSONParseError, TypeValidationError
from ai_sdk.provider.spec import Spec

__all__ = ["RepairTextFunction", "RepairTextOptions"]


@dataclass(slots=True, kw_only=True)
class RepairTextOptions(Spec):
    """What a repair function is told: the text as the model wrote it, and what is wrong with it."""

    text: str
    error: JSONParseError | TypeValidationError


RepairTextFunction = Callable[[RepairTextOptions], Awaitable[str | None] | str | None]
"""Returns the text as the model should have written it, or `None` when it cannot be mended."""
