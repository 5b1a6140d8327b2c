"""An argument of the core's functions has a value that cannot be.

Ports: ai/src/error/invalid-argument-error.ts
"""

from typing import Any

from ai_sdk.provider.errors import AISDKError

__all__ = ["InvalidArgumentError"]


class InvalidArgumentError(AISDKError):
    """An argument has a value that cannot be; `parameter` names it as TypeScript does, `value` is what was given.

    Not the error of the same name that providers raise, which has `argument` instead.
    """

    name = "AI_InvalidArgumentError"
    fields = ("parameter", "value")
    null_fields = frozenset({"value"})

    def __init__(self, *, parameter: str, value: Any, message: str) -> None:
        super().__init__(f"Invalid argument for parameter {parameter}: {message}")
        self.parameter = parameter
        self.value = value
