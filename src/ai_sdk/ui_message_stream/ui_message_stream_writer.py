"""What a function that makes a UI message stream writes with.

Ports: ai/src/ui-message-stream/ui-message-stream-writer.ts
"""

from collections.abc import AsyncIterable, Mapping
from typing import Any, Protocol

from pydantic import BaseModel

from ai_sdk.ui_message_stream.ui_message_chunks import UIMessageChunk
from ai_sdk.ui_message_stream.ui_message_stream_outcome import UIMessageStreamOutcome

__all__ = ["UIMessageStreamWriter"]


class UIMessageStreamWriter(Protocol):
    """Writes chunks to a stream, and merges other streams into it."""

    def write(self, chunk: UIMessageChunk | BaseModel) -> None:
        """Send a chunk: a dict with keys of either case, or a generated model. Ignored when the stream has ended."""

    def merge(self, stream: AsyncIterable[UIMessageChunk]) -> None:
        """Send the chunks of another stream as they arrive; the stream ends when all merged streams have ended."""

    def on_error(self, error: Any) -> str:
        """Return the text that clients are told of an error.

        Pass it to the streams that are merged, so that errors are masked once: `to_ui_message_stream(...,
        on_error=writer.on_error)`.
        """

    def set_outcome(self, outcome: UIMessageStreamOutcome | Mapping[str, Any]) -> None:
        """Declare how the work ended; the first declaration counts, and a fatal failure overrides it."""
