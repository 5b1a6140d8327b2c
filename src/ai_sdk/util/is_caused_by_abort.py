"""Whether a call failed because it was stopped.

Ports: ai/src/util/is-caused-by-abort.ts
"""

from ai_sdk.provider_utils.abort import is_abort_error

__all__ = ["is_caused_by_abort"]

_DEEPEST_CAUSE = 5


def is_caused_by_abort(error: BaseException | None) -> bool:
    """Whether `error`, or one of the first four causes behind it, says that the call was stopped."""
    current: object = error
    for _ in range(_DEEPEST_CAUSE):
        if current is None or is_abort_error(current):
            return current is not None
        current = getattr(current, "cause", None) or getattr(current, "__cause__", None)
    return False
