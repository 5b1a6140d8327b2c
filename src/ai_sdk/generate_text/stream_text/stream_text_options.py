"""The options of streamed text generations.

Ports: ai/src/generate-text/stream-text.ts
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai_sdk.generate_text.text_options import TextOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ai_sdk.generate_text.generate_text_events import GenerateTextAbortEvent
    from ai_sdk.generate_text.stream_text.stream_text_events import (
        StreamTextChunkEvent,
        StreamTextEndEvent,
        StreamTextErrorEvent,
    )
    from ai_sdk.generate_text.stream_text_transform import StreamTextTransform
    from ai_sdk.util.callback import Callback

__all__ = ["StreamTextOptions"]


class StreamTextOptions(TextOptions, total=False):
    """The options of a streamed generation: those of `TextOptions` and a few more.

    | option | meaning |
    |---|---|
    | `on_chunk` | told of each part before its readers are |
    | `on_error` | told of each error in the stream (default: it is logged); may return `{"retry": True}` |
    | `on_abort` | told when the caller or a timeout stops the generation |
    | `experimental_transform` | changes the stream on its way, such as `smooth_stream()`; one or several |
    | `stream_retries` | how often a step is tried again when its stream fails after it began (default: never) |

    With `stream_retries`, tool calls are held back until the model has finished. `0` leaves it to `on_error` to ask
    for one retry. What a failed attempt has streamed stays in the stream, but is in no result.
    """

    on_chunk: Callback[StreamTextChunkEvent] | None
    on_error: Callable[[StreamTextErrorEvent], Any] | None
    on_abort: Callback[GenerateTextAbortEvent] | None
    on_end: Callback[StreamTextEndEvent] | None  # type: ignore[misc]  # its event has more than that of generate_text
    experimental_transform: StreamTextTransform | Sequence[StreamTextTransform] | None
    stream_retries: int | None
