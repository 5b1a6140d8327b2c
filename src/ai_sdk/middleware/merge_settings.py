"""Fills what a call leaves open from default settings, and merges what both say."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic.alias_generators import to_snake

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider import EmbeddingModelV4CallOptions, LanguageModelV4CallOptions
from ai_sdk.provider.codec import load
from ai_sdk.provider.spec import Spec
from ai_sdk.util.merge_objects import merge_objects

__all__ = ["load_settings", "merge_settings"]

ParamsT = TypeVar("ParamsT", LanguageModelV4CallOptions, EmbeddingModelV4CallOptions)


def load_settings(kind: type[ParamsT], settings: Mapping[str, Any], input_field: str) -> dict[str, Any]:
    """Return settings as fields of the call options `kind`, all but `input_field`, which every call brings itself.

    Raises `InvalidArgumentError` for a setting that calls do not have, or that has a value which cannot be.
    """
    given = {to_snake(name): value for name, value in settings.items()}
    known = {field.name for field in fields(kind)} - {input_field, "abort_signal"}
    if unknown := given.keys() - known:
        raise _invalid(f"unknown settings: {', '.join(sorted(unknown))}", settings)
    try:
        loaded = load(kind, {input_field: [], **given})
    except ValidationError as error:
        raise _invalid(str(error), settings) from error
    return {name: getattr(loaded, name) for name in given}


def merge_settings(settings: Mapping[str, Any], params: ParamsT) -> ParamsT:
    """Return call options with the settings where they have nothing, and merged with them where both are objects."""
    merged = {name: _merge(base, _given(params, name)) for name, base in settings.items()}
    return replace(params, **merged)


def _given(params: Any, name: str) -> Any:
    """Return what the call says; a header that is `None` is undefined in TypeScript and gives way too."""
    value = getattr(params, name)
    if name == "headers" and value is not None:
        return {key: text for key, text in value.items() if text is not None}
    return value


def _merge(base: Any, value: Any) -> Any:
    """Merge as TypeScript merges objects: what is undefined there gives way, which is `None` but for JSON."""
    if base is None or value is None:
        return base if value is None else value
    if isinstance(base, Mapping) and isinstance(value, Mapping):
        return merge_objects(base, value)
    if isinstance(base, Spec) and is_dataclass(value) and not isinstance(value, type):
        own = {
            field.name: _merge(getattr(base, field.name, None), getattr(value, field.name)) for field in fields(value)
        }
        return replace(value, **own)
    return value


def _invalid(message: str, settings: Mapping[str, Any]) -> InvalidArgumentError:
    return InvalidArgumentError(parameter="settings", value=dict(settings), message=message)
