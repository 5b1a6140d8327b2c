"""A step that is being written, of a kind that says nothing: the base of all others.

Ports: @ai-sdk/google/src/interactions/build-google-interactions-stream-transform.ts
"""

from collections.abc import Sequence

from ai_sdk.provider import JSONObject, LanguageModelV4StreamPart
from ai_sdk.providers.google.interactions.stream.state import InteractionState

__all__ = ["OpenStep"]


class OpenStep:
    """One step; `step` is what it began with."""

    def __init__(self, block_id: str, step: JSONObject, state: InteractionState) -> None:
        self.block_id = block_id
        self.step = step
        self.state = state

    def start(self) -> Sequence[LanguageModelV4StreamPart]:
        """Return the parts that open the step."""
        return ()

    def delta(self, delta: JSONObject) -> Sequence[LanguageModelV4StreamPart]:
        """Take what was added and return the parts it makes."""
        del delta
        return ()

    def stop(self) -> Sequence[LanguageModelV4StreamPart]:
        """Return the parts that close the step."""
        return ()
