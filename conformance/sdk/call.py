"""One call of a function of the `ai` package, with everything that decoding and running it needs."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from conformance.normalize import normalize_error, normalize_value
from conformance.subject import Subject
from conformance.vocabulary import Surroundings


@dataclass(frozen=True, slots=True)
class SdkCall:
    """What a function is called with: the case's `call`, still undecoded, and what the case declares beside it."""

    call: Mapping[str, Any]
    subject: Subject
    surroundings: Surroundings
    provider: Any = None
    model: Any = None
    """The model of the case; None when it has none."""
    wait: Callable[[float], Awaitable[None]] = asyncio.sleep
    """Waits so many seconds of the case's virtual time without counting as a sleep of the SDK."""
    events: list[dict[str, Any]] = field(default_factory=list)
    """Where recorded callbacks append `{"event", "args"}`."""

    def export(self, name: str) -> Any:
        """Return what the `ai` package exports under a TypeScript name. Raises `NotPortedError` without it."""
        return self.subject.export(name)

    def normalize(self, value: Any) -> Any:
        """Return a value, or an exception, as an outcome shows it."""
        if isinstance(value, BaseException):
            return normalize_error(value, self.subject.foreign)
        return normalize_value(value, self.subject.foreign)
