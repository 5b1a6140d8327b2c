"""What outputs tell the model, and how its complete answers are read."""

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest
from pydantic import BaseModel
from typing_extensions import TypedDict

from ai_sdk import Output
from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.error.no_output_errors import NoObjectGeneratedError
from ai_sdk.generate_text.output_parsing import OutputContext
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.schema import Schema

CONTEXT: OutputContext = {"response": "the response", "usage": LanguageModelUsage(), "finish_reason": "stop"}
RECIPE = {"name": "Lasagna", "minutes": 90}
RECIPE_SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "properties": {"name": {"type": "string"}, "minutes": {"type": "integer"}},
    "required": ["name", "minutes"],
    "additionalProperties": False,
}


class Recipe(BaseModel):
    name: str
    minutes: int


@dataclass
class RecipeRecord:
    name: str
    minutes: int


class RecipeDict(TypedDict):
    name: str
    minutes: int


class Node(BaseModel):
    child: "Node | None" = None


def complete(output: Output[Any, Any, Any], text: str) -> Any:
    return asyncio.run(output.parse_complete_output(text, **CONTEXT))


def failure(output: Output[Any, Any, Any], text: str) -> NoObjectGeneratedError:
    with pytest.raises(NoObjectGeneratedError) as caught:
        complete(output, text)
    return caught.value


def said(output: Output[Any, Any, Any], text: str) -> tuple[str, str]:
    """Return the message of the failure and what its cause says last."""
    error = failure(output, text)
    return str(error), str(error.cause).splitlines()[-1]


def test_text_is_text() -> None:
    output = Output.text()
    assert (output.name, dump(output.response_format)) == ("text", {"type": "text"})
    assert complete(output, '{"a": 1}') == '{"a": 1}'


@pytest.mark.parametrize("schema", [Recipe, RecipeRecord, RecipeDict], ids=lambda schema: schema.__name__)
def test_an_object_has_the_type_of_its_schema(schema: Any) -> None:
    output = Output.object(schema, name="recipe", description="How to cook")
    shown = dump(output.response_format)
    shown["schema"].pop("title", None)
    assert shown == {"type": "json", "schema": RECIPE_SCHEMA, "name": "recipe", "description": "How to cook"}
    made = complete(output, '{"name": "Lasagna", "minutes": 90}')
    assert made == (RECIPE if schema is RecipeDict else schema(**RECIPE))


def test_an_object_of_a_plain_json_schema_is_not_validated() -> None:
    output = Output.object({"type": "object"})
    assert dump(output.response_format) == {"type": "json", "schema": {"type": "object"}}
    assert complete(output, "[1]") == [1]


def test_an_object_that_is_no_json_or_does_not_fit_is_an_error_that_carries_the_answer() -> None:
    error = failure(Output.object(Recipe), "Sure!")
    assert str(error) == "No object generated: could not parse the response."
    assert (error.text, error.response, error.usage, error.finish_reason) == ("Sure!", *CONTEXT.values())
    assert str(error.cause).startswith("JSON parsing failed: Text: Sure!.\nError message: ")
    error = failure(Output.object(Recipe), '{"name": "x"}')
    assert str(error) == "No object generated: response did not match schema."
    assert str(error.cause).startswith('Type validation failed: Value: {"name":"x"}.\nError message: ')


def test_an_array_comes_in_an_object_that_says_how_long_it_is() -> None:
    output = Output.array(Recipe, min_items=1, max_items=2, name="menu")
    shown = dump(output.response_format)
    item = {key: value for key, value in RECIPE_SCHEMA.items() if key != "$schema"}
    shown["schema"]["properties"]["elements"]["items"].pop("title")
    assert (output.name, shown["name"], shown["schema"]) == (
        "array",
        "menu",
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": "object",
            "properties": {"elements": {"type": "array", "items": item, "minItems": 1, "maxItems": 2}},
            "required": ["elements"],
            "additionalProperties": False,
        },
    )
    assert complete(output, '{"elements": [{"name": "Lasagna", "minutes": 90}]}') == [
        Recipe(name="Lasagna", minutes=90)
    ]


def test_definitions_of_an_element_stay_at_the_root() -> None:
    schema = dump(Output.array(Node).response_format)["schema"]
    assert list(schema["$defs"]) == ["Node"]
    assert "$defs" not in schema["properties"]["elements"]["items"]


def test_an_array_of_the_wrong_form_or_length_is_an_error() -> None:
    output = Output.array(int, min_items=1, max_items=2)
    message = "No object generated: response did not match schema."
    assert said(output, "[1]") == (message, "Error message: response must be an object with an elements array")
    assert said(output, '{"elements": []}') == (
        message,
        "Error message: elements array must contain at least 1 items",
    )
    assert said(output, '{"elements": [1, 2, 3]}') == (
        message,
        "Error message: elements array must contain at most 2 items",
    )
    assert str(failure(output, '{"elements": ["x"]}')) == message


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        ({"min_items": 1.5}, "parameter minItems: minItems must be an integer"),
        ({"max_items": -1}, "parameter maxItems: maxItems must be greater than or equal to 0"),
        (
            {"min_items": 2, "max_items": 1},
            "parameter minItems: minItems must be less than or equal to maxItems",
        ),
    ],
)
def test_bounds_that_cannot_be_are_refused_at_once(bounds: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        Output.array(int, **bounds)
    assert str(caught.value) == f"Invalid argument for {message}"


def test_a_choice_is_one_of_its_options() -> None:
    output = Output.choice(options=["sunny", "rainy"], description="The weather")
    assert dump(output.response_format) == {
        "type": "json",
        "schema": {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": "object",
            "properties": {"result": {"type": "string", "enum": ["sunny", "rainy"]}},
            "required": ["result"],
            "additionalProperties": False,
        },
        "description": "The weather",
    }
    assert complete(output, '{"result": "rainy"}') == "rainy"
    for other in ('{"result": "snowy"}', '{"result": 1}', '"sunny"'):
        assert said(output, other) == (
            "No object generated: response did not match schema.",
            "Error message: response must be an object that contains a choice value.",
        )


def test_json_is_anything() -> None:
    output = Output.json(name="data")
    assert (output.name, dump(output.response_format)) == ("json", {"type": "json", "name": "data"})
    assert complete(output, "null") is None
    assert str(failure(output, "")) == "No object generated: could not parse the response."


def test_the_schema_is_written_once_and_when_it_is_needed() -> None:
    calls: list[int] = []

    def write() -> dict[str, Any]:
        calls.append(1)
        return {"type": "object"}

    output: Output[Any, Any, Any] = Output.object(Schema(write))
    assert calls == []
    assert output.response_format is output.response_format
    assert calls == [1]
