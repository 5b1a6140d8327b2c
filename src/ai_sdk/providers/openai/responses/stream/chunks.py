"""The events of a stream, as they are read from the wire.

Law: an event whose type is not modelled, or that is about an output item of such a type, is passed over; a modelled
event that does not fit its schema is an error.

Ports: @ai-sdk/openai/src/responses/openai-responses-api.ts
"""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from ai_sdk_generated.openai.responses import wire
from pydantic import AfterValidator, BaseModel, Field

__all__ = ["UNKNOWN_CHUNK", "ResponsesChunk", "ResponsesChunkType", "UnknownChunk"]


@dataclass(frozen=True, slots=True)
class UnknownChunk:
    """An event that says nothing to this version."""

    type: Literal["unknown_chunk"] = "unknown_chunk"


UNKNOWN_CHUNK = UnknownChunk()


def _tags(union: Any) -> frozenset[str]:
    """Return the values of `type` that a tagged union of wire models knows."""
    branches: tuple[type[BaseModel], ...] = get_args(get_args(union.__value__)[0])
    return frozenset(tag for branch in branches for tag in get_args(branch.model_fields["type"].annotation))


_MODELLED_TYPES = _tags(wire.OpenaiResponsesChunkKnown) | {"error"}
_MODELLED_ITEMS = _tags(wire.OpenaiResponsesChunkResponseOutputItemDoneItem)
_ITEM_EVENTS = frozenset({"response.output_item.added", "response.output_item.done"})


def _pass_over(chunk: wire.OpenaiResponsesChunkOther) -> UnknownChunk:
    if chunk.type in _MODELLED_TYPES and not _has_unknown_item(chunk):
        raise ValueError("Known response chunk failed schema validation")
    return UNKNOWN_CHUNK


def _has_unknown_item(chunk: wire.OpenaiResponsesChunkOther) -> bool:
    item = (chunk.model_extra or {}).get("item") if chunk.type in _ITEM_EVENTS else None
    kind = item.get("type") if isinstance(item, dict) else None
    return isinstance(kind, str) and kind not in _MODELLED_ITEMS


ResponsesChunk = wire.OpenaiResponsesChunkKnown | wire.OpenaiResponsesChunkError | UnknownChunk

# The branches are tried in order: known events, which are nearly all, are told apart without a call into Python.
ResponsesChunkType: Any = Annotated[
    wire.OpenaiResponsesChunkKnown
    | wire.OpenaiResponsesChunkError
    | Annotated[wire.OpenaiResponsesChunkOther, AfterValidator(_pass_over)],
    Field(union_mode="left_to_right"),
]
