"""Stopping a generation by its signal, also while the model or a tool keeps it waiting.

Ports: ai/src/generate-text/stream-text.ts
"""

from collections.abc import AsyncGenerator

from ai_sdk.generate_text.generate_text_events import GenerateTextAbortEvent
from ai_sdk.generate_text.stream_text.run import StreamTextRun
from ai_sdk.generate_text.stream_text.step import StreamStepPart
from ai_sdk.generate_text.text_stream_part import TextStreamAbortPart
from ai_sdk.provider import AbortSignal, get_error_message
from ai_sdk.util.abortable_reader import AbortableReader

__all__ = ["abortable_parts"]


async def abortable_parts(
    source: AsyncGenerator[StreamStepPart, None], run: StreamTextRun, signal: AbortSignal
) -> AsyncGenerator[StreamStepPart, None]:
    """Hand the parts on until the signal is aborted; then the source is closed and an `abort` part is the last."""
    reader = AbortableReader(source, signal)
    try:
        yield await anext(source)
        while (part := await reader.next()) is not None and not signal.aborted:
            yield part
        if not signal.aborted:
            return
    except Exception:
        if not signal.aborted:
            raise
    finally:
        reader.close()
        await source.aclose()
    run.is_aborted = True
    run.outcome.reject(signal.reason)
    run.end_steering("aborted")
    event = GenerateTextAbortEvent(call_id=run.call.call_id, steps=run.state.steps, reason=signal.reason)
    await run.call.tell("on_abort", event)
    yield TextStreamAbortPart(reason=None if signal.reason is None else get_error_message(signal.reason))
