"""The chunks of a UI message stream: plain dicts on the way, checked where they come from outside.

Ports: ai/src/ui-message-stream/ui-message-chunks.ts
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from ai_sdk.provider_utils.json_data import to_json_data
from ai_sdk.provider_utils.schema import Schema, as_schema

__all__ = ["UIMessageChunk", "as_ui_message_chunk", "is_data_ui_message_chunk", "ui_message_chunk_schema"]

UIMessageChunk = dict[str, Any]
"""A chunk as JSON data with TypeScript's keys: `type` says which of the 30 kinds it is, what is absent has no key."""

_CAMEL = {
    "approval_descriptor": "approvalDescriptor",
    "approval_id": "approvalId",
    "error_text": "errorText",
    "finish_reason": "finishReason",
    "input_encoding": "inputEncoding",
    "input_schema_input": "inputSchemaInput",
    "input_text_delta": "inputTextDelta",
    "is_automatic": "isAutomatic",
    "media_type": "mediaType",
    "message_id": "messageId",
    "message_metadata": "messageMetadata",
    "provider_executed": "providerExecuted",
    "provider_metadata": "providerMetadata",
    "source_id": "sourceId",
    "tool_call_id": "toolCallId",
    "tool_metadata": "toolMetadata",
    "tool_name": "toolName",
}
_USER_VALUES = frozenset({"data", "input", "messageMetadata", "output", "parts"})


def as_ui_message_chunk(chunk: BaseModel | Mapping[str, Any]) -> UIMessageChunk:
    """Return a chunk that a user wrote, a dict with keys of either case or a generated model, as JSON data.

    >>> as_ui_message_chunk({"type": "tool-output-denied", "tool_call_id": "1"})
    {'type': 'tool-output-denied', 'toolCallId': '1'}
    """
    if isinstance(chunk, BaseModel):
        return chunk.model_dump(mode="json", by_alias=True, exclude_unset=True)
    named = {_CAMEL.get(key, key): value for key, value in chunk.items()}
    return {key: to_json_data(value) if key in _USER_VALUES else value for key, value in named.items()}


def is_data_ui_message_chunk(chunk: Mapping[str, Any]) -> bool:
    """Say whether a chunk is data of the application.

    >>> is_data_ui_message_chunk({"type": "data-weather", "data": {"celsius": 21}})
    True
    """
    return str(chunk["type"]).startswith("data-")


@lru_cache(maxsize=1)
def ui_message_chunk_schema() -> Schema[UIMessageChunk]:
    """Return the schema of chunks, to check those that come from outside, such as another backend.

    Fields that a kind of chunk does not know are kept.

    >>> ui_message_chunk_schema().validate({"type": "text-delta", "id": "1", "delta": "Hi"})
    {'type': 'text-delta', 'id': '1', 'delta': 'Hi'}
    """
    from ai_sdk_generated.ai.ui_message_stream.wire import UiMessageChunk

    variants = _variants(UiMessageChunk)

    def validate(value: Any) -> UIMessageChunk:
        kind = str(value.get("type")) if isinstance(value, Mapping) else ""
        model = variants.get("data-" if kind.startswith("data-") else kind)
        if model is None:
            raise ValueError(f"{kind!r} is no type of a UI message chunk")
        checked: UIMessageChunk = model.model_validate(value).model_dump(by_alias=True, exclude_unset=True)
        return checked

    return Schema(lambda: as_schema(UiMessageChunk).json_schema, validate=validate)


def _variants(union: Any) -> dict[str, type[BaseModel]]:
    """Return the model of each kind of chunk; that of the data chunks, whose types are many, is under `data-`."""
    models = get_args(get_args(union.__value__)[0])
    return {(get_args(model.model_fields["type"].annotation) or ("data-",))[0]: model for model in models}
