"""JSON in and out: parsing that says what is wrong, wire bodies without what is absent.

Ports: @ai-sdk/provider-utils/src/parse-json.ts, @ai-sdk/provider-utils/src/secure-json-parse.ts
Ports: @ai-sdk/provider-utils/src/validate-types.ts, @ai-sdk/provider-utils/src/remove-undefined-entries.ts
"""

import json
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ai_sdk_generated._values import NULL

from ai_sdk.provider.errors import AISDKError, JSONParseError, TypeValidationError
from ai_sdk.provider.json_value import stringify
from ai_sdk.provider_utils.json_syntax_error import JSONSyntaxError, describe_json_error

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = [
    "NULL",
    "JSONParser",
    "dump_wire",
    "encode_json",
    "is_parsable_json",
    "json_parser",
    "omit_none",
    "parse_json",
    "stringify",
    "validate_types",
]

JSONParser = Callable[[bytes], Any]
"""Reads the bytes of one JSON text as a type; returns the error instead of raising it."""

_LONG = 64 * 1024
_MANY_QUOTES = 2_000

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def omit_none(values: dict[str, Any]) -> dict[str, Any]:
    """Return `values` without those that are `None` (absent); `NULL` becomes JSON null. Nested values stay as they are.

    >>> omit_none({"model": "m", "seed": None, "user": NULL})
    {'model': 'm', 'user': None}
    """
    return {key: None if value is NULL else value for key, value in values.items() if value is not None}


def dump_wire(model: Any) -> Any:
    """Return what a wire model holds as JSON data, without the fields that were not sent; JSON data stays as it is."""
    import pydantic

    is_model = isinstance(model, pydantic.BaseModel)
    return model.model_dump(mode="json", by_alias=True, exclude_unset=True) if is_model else model


def encode_json(body: Any) -> bytes:
    """Write a request body as JSON bytes; NaN and infinities become null as in JavaScript."""
    import pydantic_core

    try:
        return pydantic_core.to_json(body, inf_nan_mode="null")
    except ValueError:  # a lone surrogate, which JavaScript writes as an escape
        return json.dumps(body, separators=(",", ":")).encode()


def parse_json(text: str | bytes) -> Any:
    """Parse a JSON text.

    Raises `JSONParseError` when it is not JSON or has a key that would pollute a JavaScript prototype.
    """
    try:
        return _parse(text)
    except ValueError as error:
        cause = error if isinstance(error, JSONSyntaxError) else JSONSyntaxError(describe_json_error(_as_text(text)))
        raise JSONParseError(text=_as_text(text), cause=cause) from error


def is_parsable_json(text: str) -> bool:
    """Whether `text` is JSON."""
    try:
        _parse(text)
    except ValueError:
        return False
    return True


def validate_types(kind: Any, value: Any) -> Any:
    """Read JSON data as `kind`, a wire or options class or alias.

    Raises `TypeValidationError` when it does not fit.
    """
    try:
        return _adapter(kind).validator.validate_python(value)
    except ValueError as error:  # pydantic's ValidationError, which need not be imported for it
        raise TypeValidationError(value=value, cause=error) from error


@lru_cache(maxsize=512)
def json_parser(kind: Any) -> JSONParser:
    """Return a function that reads the bytes of a JSON text as `kind` and returns the error when they do not fit."""
    from pydantic_core import from_json

    validate = _adapter(kind).validator.validate_json

    def parse(data: bytes) -> Any:
        try:
            if _may_have_forbidden_keys(data):
                _refuse_forbidden_keys(from_json(data))
            return validate(data)
        except ValueError:
            return _parse_slowly(kind, data)

    return parse


def _parse_slowly(kind: Any, data: bytes) -> Any:
    """Read what the fast path refused: it is either wrong, or text that only JavaScript reads."""
    try:
        return validate_types(kind, parse_json(data))
    except AISDKError as error:
        return error


@lru_cache(maxsize=512)
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    adapter.rebuild(raise_errors=True)
    return adapter


def _parse(text: str | bytes) -> Any:
    import pydantic_core

    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    try:
        try:
            value = pydantic_core.from_json(data, allow_inf_nan=False)
        except ValueError:
            value = _parse_as_javascript(_as_text(text))
        if _may_have_forbidden_keys(data):
            _refuse_forbidden_keys(value)
    except RecursionError as error:
        raise JSONSyntaxError("JSON is nested too deeply") from error
    return value


def _parse_as_javascript(text: str) -> Any:
    """Parse what the strict parser refuses and JavaScript accepts: lone surrogates become the replacement character."""
    value = json.loads(text, parse_constant=_refuse_constant)
    clean = _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", json.dumps(value, ensure_ascii=False))
    return json.loads(clean)


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _may_have_forbidden_keys(data: bytes) -> bool:
    # Spelled out: this runs for every event, and a generator over the keys would cost as much as the parsing.
    # The lone backslash first: looking for one byte is many times faster, and long lists of numbers have none.
    if b"\\" in data and b"\\u00" in data:
        return True
    if len(data) > _LONG:
        return _occurs(b'"__proto__"', data) or _occurs(b'"constructor"', data)
    return b"__proto__" in data or b'"constructor"' in data


def _occurs(key: bytes, data: bytes) -> bool:
    """Look for the quotes first, one byte at a time is many times faster; where there are many, look for the key."""
    place = -1
    for _ in range(_MANY_QUOTES):
        place = data.find(b'"', place + 1)
        if place < 0 or data.startswith(key, place):
            return place >= 0
    return data.find(key, place) >= 0


def _refuse_forbidden_keys(value: Any) -> None:
    if isinstance(value, dict):
        constructor = value.get("constructor")
        if "__proto__" in value or (isinstance(constructor, dict) and "prototype" in constructor):
            raise JSONSyntaxError("Object contains forbidden prototype property")
        for item in value.values():
            _refuse_forbidden_keys(item)
    elif isinstance(value, list):
        for item in value:
            _refuse_forbidden_keys(item)


def _as_text(text: str | bytes) -> str:
    return (
        text if isinstance(text, str) else text.decode("utf-8", "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    )
