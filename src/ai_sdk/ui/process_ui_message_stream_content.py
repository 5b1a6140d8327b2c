"""What chunks of text, reasoning, files, sources and steps do to a UI message.

Each function changes the state and says whether the message has changed.

Ports: ai/src/ui/process-ui-message-stream.ts
"""

from collections.abc import Callable, Iterable
from typing import Any, Literal

from ai_sdk.error.stream_errors import UIMessageStreamError
from ai_sdk.ui.process_ui_message_stream_state import Part, StreamingUIMessageState

__all__ = ["CONTENT_HANDLERS", "ChunkHandler"]

Chunk = dict[str, Any]

ChunkHandler = Callable[[StreamingUIMessageState, Chunk], bool]
"""Applies a chunk to the state and says whether the message has changed."""

_Block = Literal["text", "reasoning"]


def _start_text(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = _picked(chunk, ("providerMetadata",), type="text", text="", state="streaming")
    state.active_text_parts[chunk["id"]] = part
    state.parts.append(part)
    return True


def _start_reasoning(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = _picked(chunk, ("id", "providerMetadata"), type="reasoning", text="", state="streaming")
    state.active_reasoning_parts[chunk["id"]] = part
    state.parts.append(part)
    return True


def _continue_text(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = state.active_text_parts.get(chunk["id"])
    _append(part or _missing(chunk, "text"), chunk)
    return True


def _continue_reasoning(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = state.active_reasoning_parts.get(chunk["id"])
    _append(part or _missing(chunk, "reasoning"), chunk)
    return True


def _append(part: Part, chunk: Chunk) -> None:
    text = part["text"]
    part["text"] = ""  # with no other name for it, the text grows in place instead of being copied
    text += chunk["delta"]
    part["text"] = text
    if chunk.get("providerMetadata") is not None:
        part["providerMetadata"] = chunk["providerMetadata"]


def _end_text(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = state.active_text_parts.pop(chunk["id"], None) or _missing(chunk, "text")
    part["state"] = "done"
    part.update(_picked(chunk, ("citations", "providerMetadata")))
    return True


def _end_reasoning(state: StreamingUIMessageState, chunk: Chunk) -> bool:
    part = state.active_reasoning_parts.pop(chunk["id"], None) or _missing(chunk, "reasoning")
    part["state"] = "done"
    part.update(_picked(chunk, ("providerMetadata",)))
    return True


def _missing(chunk: Chunk, block: _Block) -> Part:
    kind, part_id = chunk["type"], chunk["id"]
    raise UIMessageStreamError(
        f'Received {kind} for missing {block} part with ID "{part_id}". '
        f'Ensure a "{block}-start" chunk is sent before any "{kind}" chunks.',
        chunk_type=kind,
        chunk_id=part_id,
    )


def _add(*names: str) -> ChunkHandler:
    """Return a handler that makes a part with those fields of the chunk."""

    def add(state: StreamingUIMessageState, chunk: Chunk) -> bool:
        state.parts.append(_picked(chunk, names, type=chunk["type"]))
        return True

    return add


def _picked(chunk: Chunk, names: Iterable[str], **own: Any) -> Part:
    return own | {name: chunk[name] for name in names if chunk.get(name) is not None}


def _start_step(state: StreamingUIMessageState, _: Chunk) -> bool:
    state.parts.append({"type": "step-start"})
    return False


def _finish_step(_state: StreamingUIMessageState, _chunk: Chunk) -> bool:
    """Leave parts open: of merged streams, one may finish a step in the middle of another's part."""
    return False


def _reset_step(state: StreamingUIMessageState, _: Chunk) -> bool:
    step = state.current_step_parts()
    state.forget_open_parts()
    del state.parts[len(state.parts) - len(step) :]
    return bool(step)


CONTENT_HANDLERS: dict[str, ChunkHandler] = {
    "text-start": _start_text,
    "text-delta": _continue_text,
    "text-end": _end_text,
    "reasoning-start": _start_reasoning,
    "reasoning-delta": _continue_reasoning,
    "reasoning-end": _end_reasoning,
    "custom": _add("kind", "providerMetadata"),
    "file": _add("mediaType", "url", "providerMetadata"),
    "reasoning-file": _add("mediaType", "url", "providerMetadata"),
    "source-url": _add("sourceId", "url", "title", "providerMetadata"),
    "source-document": _add("sourceId", "mediaType", "title", "filename", "providerMetadata"),
    "steering-message": _add("id", "parts"),
    "start-step": _start_step,
    "finish-step": _finish_step,
    "reset-step": _reset_step,
}
