"""What changes a stream on its way to its readers.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncIterator, Callable
from typing import Protocol

from ai_sdk.generate_text.text_stream_part import TextStreamPart
from ai_sdk.provider_utils.tool import ToolSet

__all__ = ["StreamTextTransform"]


class StreamTextTransform(Protocol):
    """Called once a stream (and again when a step is tried again), returns a function from stream to stream.

    That function is usually an async generator function. It must leave the structure of the stream as it is: whoever
    calls `stop_stream` to end the source early gives the `finish-step` and `finish` parts itself.
    """

    def __call__(
        self, *, tools: ToolSet, stop_stream: Callable[[], None]
    ) -> Callable[[AsyncIterator[TextStreamPart]], AsyncIterator[TextStreamPart]]:
        """Return what turns the parts of a stream into others; `stop_stream()` ends the source."""
        ...
