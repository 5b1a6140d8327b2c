"""Specification values from and to the JSON that TypeScript has for them.

`load` accepts camelCase and snake_case keys; `dump` writes camelCase, leaves out what is absent, and keeps null.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, overload

from ai_sdk.provider.errors import AISDKError, TypeValidationContext
from ai_sdk.provider.spec import ReceivedSpec, Spec, spec_key

if TYPE_CHECKING:
    from pydantic import BaseModel, TypeAdapter

__all__ = ["URL", "dump", "dump_error", "load"]

T = TypeVar("T")


class URL(str):
    """A text that is a `URL` object in TypeScript; JSON writes it as text."""

    __slots__ = ()


@lru_cache(maxsize=256)
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


@cache
def _base_model() -> "type[BaseModel]":
    from pydantic import BaseModel

    return BaseModel


@overload
def load(kind: type[T], value: Any) -> T: ...
@overload
def load(kind: Any, value: Any) -> Any: ...
def load(kind: Any, value: Any) -> Any:
    """Build a value of `kind`, a dataclass or union of the specification, from JSON data.

    Raises `pydantic.ValidationError`, which names the path, when the data does not fit.

    >>> from ai_sdk.provider import LanguageModelV4TextDelta
    >>> load(LanguageModelV4TextDelta, {"type": "text-delta", "id": "0", "delta": "Hi"}).delta
    'Hi'
    """
    return _adapter(kind).validate_python(value)


def dump(value: Any) -> Any:
    """Return `value` as plain data with TypeScript's keys; bytes, datetimes and exceptions stay as they are.

    Values of the user's own classes, such as a tool's input, are written as pydantic writes them, without what was not
    set.

    >>> from ai_sdk.provider import LanguageModelV4ToolInputStart
    >>> dump(LanguageModelV4ToolInputStart(id="1", tool_name="clock"))
    {'type': 'tool-input-start', 'id': '1', 'toolName': 'clock'}
    """
    if isinstance(value, Spec):
        return dump(value.received) if isinstance(value, ReceivedSpec) else _dump_spec(value)
    if isinstance(value, Mapping):
        return {key: dump(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [dump(item) for item in value]
    if isinstance(value, _base_model()):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, TypeValidationContext):  # no Spec, so that errors need no pydantic
        return {spec_key(each.name): own for each in fields(value) if (own := getattr(value, each.name)) is not None}
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: dump(getattr(value, each.name)) for each in fields(value)}
    return value


def dump_error(error: AISDKError) -> dict[str, Any]:
    """Return name, message, own fields in camelCase and, when there is one, `cause` as the exception it is."""
    own = {name: dump(getattr(error, name)) for name in error.fields}
    present = {spec_key(k): v for k, v in own.items() if v is not None or k in error.null_fields}
    result = {"name": error.name, "message": error.message} | present
    return result if error.cause is None else result | {"cause": error.cause}


def _dump_spec(value: Spec) -> dict[str, Any]:
    result: dict[str, Any] = {}
    kind: Any = type(value)
    for name, key, required, is_url in _plan(kind):
        item = getattr(value, name)
        if item is not None or required:
            result[key] = URL(item) if is_url else dump(item)
    return result


@lru_cache(maxsize=256)
def _plan(kind: Any) -> tuple[tuple[str, str, bool, bool], ...]:
    shown = (each for each in fields(kind) if "hidden" not in each.metadata)
    return tuple((f.name, spec_key(f.name), _is_required(f), "url" in f.metadata) for f in shown)


def _is_required(declared: Field[Any]) -> bool:
    return declared.default is MISSING and declared.default_factory is MISSING
