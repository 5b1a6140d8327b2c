"""The timers of a step: they abort the call when the step, its first content or more content takes too long.

Ports: ai/src/generate-text/stream-text.ts
"""

from ai_sdk.prompt.request_options import TimeoutConfiguration
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.clock import Timer
from ai_sdk.util.set_abort_timeout import set_abort_timeout

__all__ = ["StepTimeouts"]


class StepTimeouts:
    """One set of timers, armed anew for each step."""

    def __init__(self, timeout: TimeoutConfiguration, controller: AbortController) -> None:
        self._timeout = timeout
        self._controller = controller
        self._step: Timer | None = None
        self._first_chunk: Timer | None = None
        self._chunk: Timer | None = None

    def start_step(self) -> None:
        """Arm the timer of the step."""
        self._step = self._arm("Step", self._timeout.step_ms)

    def start_first_chunk(self) -> None:
        """Arm the timer of the first content."""
        self._first_chunk = self._arm("First chunk", self._timeout.first_chunk_ms)

    def content_arrived(self) -> None:
        """Content is there: wait for more."""
        self.clear_chunks()
        self._chunk = self._arm("Chunk", self._timeout.chunk_ms)

    def clear_chunks(self) -> None:
        """Wait for no more content."""
        for timer in (self._first_chunk, self._chunk):
            if timer is not None:
                timer.cancel()
        self._first_chunk = self._chunk = None

    def clear(self) -> None:
        """Disarm every timer."""
        self.clear_chunks()
        if self._step is not None:
            self._step.cancel()
            self._step = None

    def _arm(self, label: str, milliseconds: float | None) -> Timer | None:
        if self._controller.signal.aborted:
            return None
        return set_abort_timeout(abort_controller=self._controller, label=label, timeout_ms=milliseconds)
