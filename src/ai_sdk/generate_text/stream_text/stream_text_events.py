"""What the callbacks of a streamed text generation are told.

Ports: ai/src/generate-text/stream-text.ts
"""

from dataclasses import dataclass
from typing import Any

from ai_sdk.generate_text.generate_text_events import GenerateTextEndEvent
from ai_sdk.generate_text.text_stream_part import TextStreamPart
from ai_sdk.provider.spec import Spec

__all__ = ["StreamTextChunkEvent", "StreamTextEndEvent", "StreamTextErrorEvent"]


@dataclass(slots=True, kw_only=True)
class StreamTextChunkEvent(Spec):
    """A part of the stream."""

    chunk: TextStreamPart


@dataclass(slots=True, kw_only=True)
class StreamTextErrorEvent(Spec):
    """An error in the stream: an exception, or what the provider sent."""

    error: Any


@dataclass(slots=True, kw_only=True)
class StreamTextEndEvent(GenerateTextEndEvent):
    """A generation is complete; `output` is there when one was asked for and the text fits it."""

    output: Any = None
