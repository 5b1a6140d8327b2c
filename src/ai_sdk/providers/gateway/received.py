"""The gateway's JSON as values of the specification, however much or little of it fits.

The gateway writes the specification's own JSON, and may be newer than this library. So nothing that it sends is refused
or lost: what fits exactly is the plain class; what has more keys, nulls or other values is a subclass of it that
remembers the JSON; what is of a kind that the specification does not have is a `ReceivedObject`.
"""

from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, TypeVar, cast, get_args, get_origin

from pydantic import ValidationError
from pydantic.alias_generators import to_camel

from ai_sdk.provider.codec import dump, load
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.spec import ReceivedSpec, Spec

__all__ = ["ReceivedObject", "receive", "receive_tagged", "tagged_kinds"]

T = TypeVar("T")

_TAG = "type"


class ReceivedObject(dict[str, Any]):
    """A JSON object of a kind that this library does not know; attributes read its keys, and absent ones are `None`.

    >>> part = ReceivedObject({"type": "new", "someValue": {"id": 1}})
    >>> part.type, part.some_value.id, part.other
    ('new', 1, None)
    """

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _with_attributes(self.get(to_camel(name), self.get(name)))


def receive(kind: type[T], value: JSONObject) -> T:
    """Return `value` as the specification class `kind`, a subclass that remembers the JSON if it fits only in part."""
    whole = _load(kind, value)
    if whole is not None and _says(dump(whole), value):
        return cast("T", whole)
    received = object.__new__(_remembering(cast("Any", kind)))
    for field in fields(cast("Any", kind)):
        member = getattr(whole, field.name) if whole is not None else _member(field.type, to_camel(field.name), value)
        setattr(received, field.name, member)
    received.received = value
    return cast("T", received)


def receive_tagged(kinds: Mapping[str, type[Any]], value: Any) -> Any:
    """Return `value` as the class of `kinds` that its tag names; an object of another kind as a `ReceivedObject`."""
    if not isinstance(value, dict):
        return value
    tag = value.get(_TAG)
    if tag == "source":
        tag = f"source {value.get('sourceType')}"
    kind = kinds.get(tag) if isinstance(tag, str) else None
    return ReceivedObject(value) if kind is None else receive(kind, value)


def tagged_kinds(union: Any) -> dict[str, type[Any]]:
    """Return the classes of a union of the specification by their tag; sources have two tags."""
    return {_tag(kind): kind for kind in _members(union)}


def _members(union: Any) -> list[type[Any]]:
    if isinstance(union, type):
        return [union] if issubclass(union, Spec) else []
    return [kind for part in get_args(union) for kind in _members(part)]


def _tag(kind: Any) -> str:
    defaults = {field.name: field.default for field in fields(kind)}
    return f"source {defaults['source_type']}" if "source_type" in defaults else str(defaults[_TAG])


@lru_cache(maxsize=64)
def _remembering(kind: type[Any]) -> type[Any]:
    return type(kind.__name__, (kind, ReceivedSpec), {"__slots__": ("received",), "__module__": kind.__module__})


def _load(kind: Any, value: Any) -> Any:
    try:
        return load(kind, value)
    except ValidationError:
        return None


def _member(kind: Any, key: str, value: JSONObject) -> Any:
    """Return one field of a value that does not fit as a whole; the good items of a list stay good."""
    given = value.get(key)
    if given is None:
        return None
    if get_origin(kind) is list and isinstance(given, list):
        (item_kind,) = get_args(kind)
        kinds = tagged_kinds(item_kind)
        return [receive_tagged(kinds, item) for item in given]
    loaded = _load(kind, given)
    return _with_attributes(given) if loaded is None else loaded


def _with_attributes(value: Any) -> Any:
    match value:
        case dict():
            return ReceivedObject(value)
        case list():
            return [_with_attributes(item) for item in value]
    return value


def _says(ours: Any, theirs: Any) -> bool:
    """Whether two values are the same JSON; unlike `==` it tells 1, 1.0 and true, and a URL and a text, apart."""
    if ours is theirs:
        return True
    match ours, theirs:
        case dict(), dict():
            return ours.keys() == theirs.keys() and all(_says(item, theirs[key]) for key, item in ours.items())
        case list(), list():
            return len(ours) == len(theirs) and all(map(_says, ours, theirs))
    return type(ours) is type(theirs) and ours == theirs
