"""A case as data: read, checked against the closed vocabulary, and typed."""

import functools
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource

SCHEMA_PATH = Path(__file__).resolve().parent / "schemas" / "case.json"
JSON_SCHEMA_KEYS = frozenset(
    {"$schema", "$id", "$ref", "$defs", "$anchor", "$comment", "$dynamicRef", "$dynamicAnchor", "$vocabulary"}
)


class InvalidCase(Exception):  # noqa: N818 - it is a verdict on the case, not a failure of the program
    """The case uses a key or a value outside of the vocabulary."""


@dataclass(frozen=True, slots=True, eq=False)
class Exchange:
    """One answer of the server and the requests it is meant for; two with the same content are still two."""

    response: dict[str, Any]
    match: dict[str, str] = field(default_factory=dict)
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A case of format 1. `provider` and `model` are None for pure functions."""

    id: str
    title: str
    tags: tuple[str, ...]
    call: dict[str, Any]
    exchanges: tuple[Exchange, ...]
    provider: dict[str, Any] | None = None
    model: dict[str, Any] | None = None
    env: dict[str, str] = field(default_factory=dict)
    clock: str | None = None
    unordered: bool = False

    @property
    def method(self) -> str:
        """The method or function that is called, in TypeScript spelling."""
        return str(self.call.get("method") or self.call["function"])

    @property
    def surface(self) -> str:
        """The model kind, or the API for calls without a model."""
        return str(self.model["kind"]) if self.model else str(self.call["api"])


def parse_case(document: Any, case_id: str | None = None) -> Case:
    """Check a case document and return it typed. Raises `InvalidCase` naming the offending place."""
    _check(document, "")
    _check_specials(document)
    if case_id is not None and document["id"] != case_id:
        raise InvalidCase(f"id: {document['id']} is stored as {case_id}")
    call = document["call"]
    if call["api"] != "sdk" and "provider" not in document:
        raise InvalidCase(f"provider: a call of the {call['api']} needs one")
    if call["api"] == "model" and "model" not in document:
        raise InvalidCase("model: a call of the model needs one")
    known = {key: value for key, value in document.items() if key != "format"}
    return Case(**{**known, "tags": tuple(document["tags"]), "exchanges": _exchanges(document)})


def _exchanges(document: dict[str, Any]) -> tuple[Exchange, ...]:
    return tuple(Exchange(**exchange) for exchange in document["exchanges"])


def _check_specials(document: dict[str, Any]) -> None:
    provider, model, call = document.get("provider", {}), document.get("model", {}), document["call"]
    _walk(provider.get("settings"), "provider.settings")
    _walk(model.get("args"), "model.args")
    _walk({key: value for key, value in call.items() if key != "api"}, "call")


def _walk(value: Any, path: str) -> None:
    if isinstance(value, list):
        for index, item in enumerate(value):
            _walk(item, f"{path}[{index}]")
    elif isinstance(value, dict):
        for key in value:
            if key.startswith("$") and key not in JSON_SCHEMA_KEYS:
                _check_special(key, value, path)
        for key, item in value.items():
            _walk(item, f"{path}.{key}")


def _check_special(key: str, value: dict[str, Any], path: str) -> None:
    name = f"special-{key[1:]}"
    if name not in _schema()["$defs"]:
        raise InvalidCase(f"{path}: unknown special value {key}")
    _check(value, name, path)


def _check(value: Any, definition: str, path: str = "") -> None:
    error = jsonschema.exceptions.best_match(_validator(definition).iter_errors(value))
    if error is not None:
        place = path + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.absolute_path)
        raise InvalidCase(f"{place.lstrip('.') or 'case'}: {error.message[:300]}")


@functools.cache
def _validator(definition: str) -> jsonschema.Draft202012Validator:
    pointer = f"#/$defs/{definition}" if definition else "#"
    resource: Resource[Any] = Resource.from_contents(_schema())
    registry = Registry().with_resource("urn:case", resource)
    return jsonschema.Draft202012Validator({"$ref": f"urn:case{pointer}"}, registry=registry)


@functools.cache
def _schema() -> dict[str, Any]:
    return dict(json.loads(SCHEMA_PATH.read_text("utf-8")))
