"""A timer that aborts a call.

Ports: ai/src/util/set-abort-timeout.ts
"""

from ai_sdk.provider.json_value import stringify
from ai_sdk.provider_utils.abort import AbortController, AbortTimeoutError
from ai_sdk.provider_utils.clock import Timer, call_later

__all__ = ["set_abort_timeout"]


def set_abort_timeout(
    *, abort_controller: AbortController | None, label: str, timeout_ms: float | None
) -> Timer | None:
    """Abort the controller after so many milliseconds of the clock in use; `None` in either place sets no timer.

    The reason is an `AbortTimeoutError` that begins with `label`. Cancel the returned timer when what it limits is
    over.
    """
    if abort_controller is None or timeout_ms is None:
        return None
    controller, reason = abort_controller, f"{label} timeout of {stringify(timeout_ms)}ms exceeded"
    return call_later(timeout_ms / 1000, lambda: controller.abort(AbortTimeoutError(reason)))
