"""The functions of the `ai` package that a case can call (`call.api` is `sdk`), each with its way of being called."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from conformance.vocabulary import NotPortedError


@dataclass(frozen=True, slots=True)
class SdkCall:
    """What a function is called with: the case's `call`, still undecoded, and the model of the case, if it has one."""

    call: dict[str, Any]
    model: Any
    events: list[dict[str, Any]] = field(default_factory=list)
    """Where recorded callbacks append `{"event", "args"}`."""


SdkFunction = Callable[[SdkCall], Awaitable[Any]]

FUNCTIONS: dict[str, SdkFunction] = {}


def sdk_function(name: str) -> SdkFunction:
    """Return the way to call a function of the `ai` package. Raises `NotPortedError` when there is none."""
    if name not in FUNCTIONS:
        raise NotPortedError(f"function {name}")
    return FUNCTIONS[name]
