"""TypeScript's options as keyword arguments, and the part of JSON Schema that cases check."""

from typing import Any, TypedDict, Unpack

import pytest

from conformance.sdk.arguments import keywords
from conformance.sdk.schema import find_problem


class Options(TypedDict, total=False):
    """Options that are unpacked."""

    download: Any
    on_end: Any


def plain(*, model: Any, max_retries: int, experimental_transform: Any = None) -> None:
    """Take named options."""


def unpacked(*, model: Any, **options: Unpack[Options]) -> None:
    """Take options of a typed dictionary."""


class Agent:
    """Takes options when it is made."""

    def __init__(self, *, instructions: str, **options: Unpack[Options]) -> None:
        """Take them."""


@pytest.mark.parametrize(
    ("function", "options", "expected"),
    [
        (plain, {"maxRetries": 1, "experimental_transform": 2}, {"max_retries": 1, "experimental_transform": 2}),
        (unpacked, {"experimental_download": 1, "onFinish": 2}, {"download": 1, "on_end": 2}),
        (Agent, {"system": "x", "onEnd": 3}, {"instructions": "x", "on_end": 3}),
        (plain, {"newOption": {"keepCase": 1}}, {"new_option": {"keepCase": 1}}),
        (plain, {"include": {"rawChunks": True}}, {"include": {"raw_chunks": True}}),
        (plain, {"timeout": 250}, {"timeout": {"total_ms": 250}}),
        (plain, {"timeout": {"stepMs": 5}}, {"timeout": {"stepMs": 5}}),
    ],
)
def test_options_become_the_keywords_that_a_function_takes(
    function: Any, options: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert keywords(function, options) == expected


PLANT = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "sizes": {"type": "array", "items": {"type": "integer"}}},
    "required": ["name"],
    "additionalProperties": False,
}


@pytest.mark.parametrize(
    ("schema", "value", "problem"),
    [
        (PLANT, {"name": "fern", "sizes": [1, 2.0]}, None),
        (PLANT, {"sizes": []}, "$.name: required"),
        (PLANT, {"name": 3}, "$.name: expected string"),
        (PLANT, {"name": "fern", "sizes": [1, 1.5]}, "$.sizes[1]: expected integer"),
        (PLANT, {"name": "fern", "pot": 1}, "$.pot: not allowed"),
        (PLANT, [], "$: expected object"),
        ({"type": "number"}, True, "$: expected number"),
        ({"type": ["string", "null"]}, None, None),
        ({"enum": ["a"]}, "b", "$: not one of the enum"),
        ({"const": 1}, 2, "$: not the constant"),
    ],
)
def test_a_schema_of_a_case_finds_the_problem(schema: dict[str, Any], value: Any, problem: str | None) -> None:
    assert find_problem(schema, value) == problem


def test_a_keyword_that_cannot_be_checked_is_an_error() -> None:
    with pytest.raises(KeyError, match="minimum"):
        find_problem({"minimum": 3}, 1)
