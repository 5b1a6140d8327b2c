"""Parts of a text stream from JSON data, for those who have them as TypeScript writes them."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, cast, get_args

from pydantic.alias_generators import to_camel

from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.text_stream_part import TextStreamPart, TextStreamSourceDocumentPart
from ai_sdk.generate_text.tool_call import TypedToolCall
from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.model_message import UserModelMessage

__all__ = ["read_text_stream_part"]


def read_text_stream_part(data: Mapping[str, Any]) -> TextStreamPart:
    """Return the part that JSON data with keys of either case says; fields that it lacks are `None`.

    Raises `ValueError` when no part has such a `type`.

    >>> read_text_stream_part({"type": "text-delta", "id": "1", "text": "Hi"})
    TextStreamTextDeltaPart(type='text-delta', id='1', provider_metadata=None, text='Hi')
    """
    kind = _kinds().get(data.get("type", ""))
    if kind is None:
        raise ValueError(f"Unknown chunk type: {data.get('type')}")
    if kind.__name__.endswith("SourceUrl") and data.get("sourceType", data.get("source_type")) == "document":
        kind = TextStreamSourceDocumentPart
    return cast("TextStreamPart", _read(kind, data))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Any]:
    classes = [getattr(kind, "__origin__", kind) for kind in get_args(TextStreamPart)]
    return {_default_type(each): each for each in reversed(classes)}


def _default_type(kind: Any) -> str:
    return next(str(field.default) for field in fields(kind) if field.name == "type")


def _read(kind: Any, data: Mapping[str, Any]) -> Any:
    names = {field.name: to_camel(field.name) for field in fields(kind)}
    found = {name: data.get(camel, data.get(name)) for name, camel in names.items()}
    return kind(**{name: _READERS[name](value) if name in _READERS else value for name, value in found.items()})


_READERS: dict[str, Callable[[Any], Any]] = {
    "file": lambda file: file if isinstance(file, GeneratedFile) else _read_file(file),
    "message": lambda message: load(UserModelMessage, message),
    "tool_call": lambda call: call if isinstance(call, TypedToolCall) else _read(TypedToolCall, call),
}


def _read_file(file: Mapping[str, Any]) -> GeneratedFile:
    return GeneratedFile(
        data=file.get("base64") or file["data"], media_type=file.get("mediaType") or file["media_type"]
    )
