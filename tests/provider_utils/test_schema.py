"""Schemas: JSON Schema for models, and checks whose problems a model can read."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

import pytest
from hypothesis import given, settings, strategies as st
from pydantic import BaseModel, Field, ValidationError, field_validator
from typing_extensions import TypedDict

from ai_sdk.provider.errors import TypeValidationContext, TypeValidationError
from ai_sdk.provider_utils.schema import Schema, SchemaMismatchError, as_schema, json_schema, validate_value

DRAFT = "http://json-schema.org/draft-07/schema#"


class Recipe(BaseModel):
    name: str
    eggs: Annotated[int, Field(ge=0, description="How many.")] = 1
    steps: list[str] = []

    @field_validator("name")
    @classmethod
    def check_name(cls, name: str) -> str:
        if name == "soup":
            raise ValueError("no soup")
        return name


@dataclass
class Point:
    x: int


class Place(TypedDict):
    city: str


RECIPE_SCHEMA = {
    "$schema": DRAFT,
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "eggs": {"type": "integer", "minimum": 0, "default": 1, "description": "How many."},
        "steps": {"type": "array", "items": {"type": "string"}, "default": []},
    },
    "required": ["name"],
    "title": "Recipe",
    "additionalProperties": False,
}


def problem(value: Any, kind: Any) -> str:
    with pytest.raises(TypeValidationError) as raised:
        validate_value(value, as_schema(kind))
    assert isinstance(raised.value.cause, SchemaMismatchError)
    assert isinstance(raised.value.cause.__cause__, ValidationError)
    return str(raised.value.cause)


def test_a_type_is_a_schema_for_the_model_and_a_check() -> None:
    schema = as_schema(Recipe)
    assert schema.json_schema == RECIPE_SCHEMA
    assert validate_value({"name": "cake"}, schema) == Recipe(name="cake")
    assert validate_value({"x": 1}, as_schema(Point)) == Point(x=1)
    assert validate_value({"city": "Rome"}, as_schema(Place)) == {"city": "Rome"}
    assert validate_value("2028-01-02", as_schema(date)) == date(2028, 1, 2)


def test_the_schema_of_a_type_is_made_once() -> None:
    assert as_schema(Recipe) is as_schema(Recipe)
    unhashable = Annotated[int, ["a", "list"]]
    assert as_schema(unhashable).json_schema == {"$schema": DRAFT, "type": "integer"}


@pytest.mark.parametrize(
    ("given_schema", "expected"),
    [
        (None, {"type": "object", "properties": {}, "additionalProperties": False}),
        ({"type": "string"}, {"type": "string"}),
        (lambda: {"type": "string"}, {"type": "string"}),
        (lambda: int, {"$schema": DRAFT, "type": "integer"}),
        (json_schema(lambda: {"type": "string"}), {"type": "string"}),
    ],
)
def test_a_schema_may_be_given_in_other_ways(given_schema: Any, expected: Any) -> None:
    schema = as_schema(given_schema)
    assert schema.json_schema == expected
    assert repr(schema) == f"Schema({expected!r})"
    assert as_schema(schema) is schema


def test_objects_that_say_what_else_they_hold_are_left_alone() -> None:
    assert as_schema(dict[str, int]).json_schema["additionalProperties"] == {"type": "integer"}


def test_without_a_check_every_value_is_accepted() -> None:
    assert validate_value("anything", json_schema({"type": "integer"})) == "anything"


def test_whatever_a_check_raises_is_a_validation_error() -> None:
    def refuse(_: Any) -> int:
        raise LookupError("no")

    context = TypeValidationContext(field="input")
    with pytest.raises(TypeValidationError) as raised:
        validate_value(1, json_schema({}, validate=refuse), context=context)
    assert (raised.value.value, raised.value.context, type(raised.value.cause)) == (1, context, LookupError)
    error = TypeValidationError(value=1, cause="odd")
    with pytest.raises(TypeValidationError) as again:
        validate_value(1, Schema({}, validate=lambda _: (_ for _ in ()).throw(error)))
    assert again.value is error


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ({}, Recipe, "name: Field required"),
        (5, Recipe, "Input should be a valid dictionary or instance of Recipe, not 5"),
        (None, Recipe, "Input should be a valid dictionary or instance of Recipe, not null"),
        (
            {"name": "cake", "eggs": "two"},
            Recipe,
            'eggs: Input should be a valid integer, unable to parse string as an integer, not "two"',
        ),
        (
            {"name": "cake", "steps": ["mix", 5], "eggs": -1},
            Recipe,
            "eggs: Input should be greater than or equal to 0, not -1\nsteps[1]: Input should be a valid string, not 5",
        ),
        ({"name": "soup"}, Recipe, 'name: Value error, no soup, not "soup"'),
        (
            [[1, "a"]],
            list[list[int]],
            '[0][1]: Input should be a valid integer, unable to parse string as an integer, not "a"',
        ),
        ({"x": float("nan")}, dict[str, int], "x: Input should be a finite number, not NaN"),
    ],
)
def test_a_model_is_told_what_is_wrong_where(value: Any, kind: Any, text: str) -> None:
    assert problem(value, kind) == text


def test_a_value_that_json_cannot_say_is_shown_as_python_does() -> None:
    assert problem(object, int) == "Input should be a valid integer, not \"<class 'object'>\""
    with pytest.raises(TypeValidationError, match=r"^Type validation failed: Value: <class 'object'>"):
        validate_value(object, as_schema(int))


def test_a_model_is_told_neither_links_nor_all_of_a_long_value() -> None:
    text = problem({"name": ["x" * 500]}, Recipe)
    assert text == 'name: Input should be a valid string, not ["' + "x" * 58 + "…"


def test_a_model_is_told_the_first_ten_problems() -> None:
    lines = problem(["x"] * 12, list[int]).split("\n")
    assert (len(lines), lines[0].partition(":")[0], lines[9].partition(":")[0], lines[10]) == (
        11,
        "[0]",
        "[9]",
        "and 2 more",
    )


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=100)
    | st.binary(max_size=9)
    | st.dates(),
    lambda values: (
        st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=5) | st.integers(), values, max_size=3)
    ),
    max_leaves=5,
)
KINDS = st.sampled_from([Recipe, Point, Place, list[Recipe], dict[str, Point], int | str | None, bytes, date])


@settings(deadline=None)
@given(value=VALUES | st.fixed_dictionaries({"name": VALUES, "x": VALUES}), kind=KINDS)
def test_problems_are_short_lines_whatever_is_given(value: Any, kind: Any) -> None:
    validate = as_schema(kind).validate
    assert validate is not None
    try:
        validate(value)
    except SchemaMismatchError as error:
        assert "pydantic" not in str(error)  # noqa: PT017 - one of two outcomes
        assert all(len(line) < 400 for line in str(error).split("\n"))  # noqa: PT017
