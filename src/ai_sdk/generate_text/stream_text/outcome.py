"""What a generation comes to: values that are there when the stream has ended.

Ports: @ai-sdk/provider-utils/src/delayed-promise.ts, ai/src/generate-text/stream-text.ts
"""

from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from ai_sdk.generate_text.metadata import ResponseMessage
from ai_sdk.generate_text.step_result import StepResult
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.usage import LanguageModelUsage

__all__ = ["Delayed", "Outcome"]

T = TypeVar("T")


class Delayed(Generic[T]):
    """A value that comes later, or an error in its place.

    Before anybody asks for it, the last word counts; afterwards the first.
    """

    __slots__ = ("_error", "_is_fixed", "_is_settled", "_value")

    def __init__(self) -> None:
        self._value: Any = None
        self._error: BaseException | None = None
        self._is_settled = False
        self._is_fixed = False

    @property
    def is_settled(self) -> bool:
        """Whether there is a value or an error."""
        return self._is_settled

    def request(self) -> None:
        """Say that somebody waits for the value."""
        self._is_fixed = True

    def resolve(self, value: T) -> None:
        """Set the value."""
        self._settle(value, None)

    def reject(self, error: Any) -> None:
        """Set the error, unless there is something already."""
        if not self._is_settled:
            self._settle(None, error if isinstance(error, BaseException) else ValueError(error))

    def get(self) -> T:
        """Return the value, or raise the error."""
        self._is_fixed = True
        if self._error is not None:
            raise self._error
        value: T = self._value
        return value

    def _settle(self, value: T | None, error: BaseException | None) -> None:
        if not (self._is_settled and self._is_fixed):
            self._value, self._error, self._is_settled = value, error, True


@dataclass(slots=True)
class Outcome:
    """The values of one generation."""

    finish_reason: Delayed[FinishReason] = field(default_factory=Delayed)
    raw_finish_reason: Delayed[str | None] = field(default_factory=Delayed)
    total_usage: Delayed[LanguageModelUsage] = field(default_factory=Delayed)
    steps: Delayed[list[StepResult]] = field(default_factory=Delayed)
    initial_response_messages: Delayed[list[ResponseMessage]] = field(default_factory=Delayed)

    def reject(self, error: Any) -> None:
        """Set an error for every value that is still open."""
        self.finish_reason.reject(error)
        self.raw_finish_reason.reject(error)
        self.total_usage.reject(error)
        self.steps.reject(error)
        self.initial_response_messages.reject(error)
