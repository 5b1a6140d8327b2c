"""What a user passes as `on_start`, `on_step_end` and the like.

Ports: ai/src/util/callback.ts
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

__all__ = ["Callback", "Callbacks"]

EventT = TypeVar("EventT")

Callback = Callable[[EventT], Awaitable[Any] | Any]
"""A function, sync or async, that takes one event; what it returns is not used."""

Callbacks = Callback[EventT] | Sequence[Callback[EventT] | None] | None
"""No callback, one, or several."""
