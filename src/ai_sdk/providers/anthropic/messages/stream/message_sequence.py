"""Which message of a stream is open: a second start of it is ignored, the start of another breaks the stream.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import InvalidResponseDataError, stringify
from ai_sdk.provider_utils.json import dump_wire

__all__ = ["MessageSequence"]


@dataclass(slots=True)
class MessageSequence:
    """The open message of a stream."""

    is_broken: bool = False
    """Whether nothing that follows can be trusted."""
    _is_open: bool = False
    _message_id: str | None = None

    def start(self, chunk: wire.AnthropicChunkMessageStart) -> bool:
        """Open a message; False for one that is open already.

        Raises `InvalidResponseDataError`, and breaks the sequence, when another one is open.
        """
        message_id = chunk.message.id
        if not self._is_open:
            self._is_open, self._message_id = True, message_id
            return True
        if message_id == self._message_id:
            return False
        self.is_broken = True
        raise InvalidResponseDataError(
            f"Received message_start for message {stringify(message_id)} "
            f"while message {stringify(self._message_id)} is still open.",
            data=dump_wire(chunk),
        )

    def stop(self) -> None:
        """Close the message."""
        self._is_open, self._message_id = False, None
