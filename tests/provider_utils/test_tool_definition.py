"""What a function, a type or a provider's definition says of itself as a tool."""

import functools
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any

import pytest
from ai_sdk_generated.anthropic import tools as anthropic_tools
from ai_sdk_generated.openai import tools as openai_tools
from hypothesis import given, strategies as st
from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from typing_extensions import TypedDict

from ai_sdk.provider.errors import TypeValidationError
from ai_sdk.provider_utils.schema import json_schema, validate_value
from ai_sdk.provider_utils.tool import Tool, ToolContext, ToolExecutionOptions, as_tool_set, dynamic_tool, tool

DRAFT = "http://json-schema.org/draft-07/schema#"


class Unit(Enum):
    CELSIUS = "celsius"
    KELVIN = "kelvin"


class Place(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)
    city_name: str
    zone: int = 0


@dataclass
class User:
    name: str


def test_a_function_gives_name_description_and_schema() -> None:
    @tool
    def weather(city: str, days: int = 3, *, unit: Unit = Unit.CELSIUS, place: Place | None = None) -> str:
        """Look up the weather.

        Works for cities.

        Args:
            city: Where
                to look.
            days (int): How many: at most ten.

        Returns:
            What it will be.
        """
        return f"{city} {days} {unit} {place}"

    assert (weather.name, weather.description) == ("weather", "Look up the weather.\n\nWorks for cities.")
    assert weather.input_schema.json_schema == {
        "$schema": DRAFT,
        "$defs": {
            "Place": {
                "type": "object",
                "title": "Place",
                "properties": {"cityName": {"type": "string"}, "zone": {"type": "integer", "default": 0}},
                "required": ["cityName"],
                "additionalProperties": False,
            },
            "Unit": {"enum": ["celsius", "kelvin"], "title": "Unit", "type": "string"},
        },
        "type": "object",
        "properties": {
            "city": {"type": "string", "description": "Where to look."},
            "days": {"type": "integer", "default": 3, "description": "How many: at most ten."},
            "unit": {"$ref": "#/$defs/Unit", "default": "celsius"},
            "place": {"anyOf": [{"$ref": "#/$defs/Place"}, {"type": "null"}], "default": None},
        },
        "required": ["city"],
        "additionalProperties": False,
    }


def test_a_described_annotation_is_kept() -> None:
    @tool
    async def find(query: Annotated[str, Field(description="of the field", examples=["a"])]) -> None:
        """Find.

        :param query: of the docstring
        """

    assert find.input_schema.json_schema["properties"] == {
        "query": {"type": "string", "description": "of the field", "examples": ["a"]}
    }


def test_options_of_the_decorator_win() -> None:
    @tool(name="get", description="Get it.", strict=True, needs_approval=True, title="Getter", metadata={"a": 1})
    def fetch() -> int:
        """Not this."""
        return 1

    assert (fetch.name, fetch.description, fetch.strict, fetch.needs_approval) == ("get", "Get it.", True, True)
    assert (fetch.title, fetch.metadata, fetch()) == ("Getter", {"a": 1}, 1)
    assert fetch.input_schema.json_schema == {
        "$schema": DRAFT,
        "type": "object",
        "properties": {},
        "additionalProperties": False,
    }


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        tool(lambda: 1, colour="red")  # type: ignore[call-overload]


def test_options_and_context_are_not_in_the_schema() -> None:
    @tool
    def search(query: str, user: ToolContext[User], options: ToolExecutionOptions | None = None) -> None:
        """Search."""

    assert list(search.input_schema.json_schema["properties"]) == ["query"]
    assert search.context_schema is not None
    assert validate_value({"name": "Ada"}, search.context_schema) == User("Ada")


def test_the_context_is_also_known_from_the_options() -> None:
    @tool
    def search(options: ToolExecutionOptions[User]) -> None:
        """Search."""

    assert search.context_schema is not None
    assert validate_value({"name": "Ada"}, search.context_schema) == User("Ada")


@pytest.mark.parametrize("hint", [ToolExecutionOptions, ToolContext[Any], ToolExecutionOptions[Any]])
def test_an_untyped_context_is_not_checked(hint: Any) -> None:
    def search(given: Any) -> None:
        """Search."""

    search.__annotations__["given"] = hint
    made = tool(search)
    assert (made.context_schema, made.input_schema.json_schema["properties"]) == (None, {})


def test_positional_parameters_that_collect_are_refused() -> None:
    with pytest.raises(TypeError, match=r"\*names cannot be one"):
        tool(lambda *names: names)


def test_annotations_that_do_not_exist_are_explained() -> None:
    def search(query: "Missing") -> None: ...  # type: ignore[name-defined]  # noqa: F821

    with pytest.raises(TypeError, match="TYPE_CHECKING"):
        tool(search)


def test_partial_functions_and_callable_objects_are_tools() -> None:
    def add(a: int, b: int) -> int:
        return a + b

    class Adder:
        """Add one."""

        def __call__(self, a: int) -> int:
            return a + 1

    assert list(tool(functools.partial(add, b=1), name="plus").input_schema.json_schema["required"]) == ["a"]
    assert tool(Adder()).name == "Adder"


def test_a_fitting_input_stays_what_the_model_sent() -> None:
    @tool
    def count(numbers: list[int], unit: Unit = Unit.CELSIUS) -> int:
        """Count."""
        return len(numbers)

    sent = {"numbers": ["1", 2.0], "unit": "celsius"}
    assert validate_value(sent, count.input_schema) is sent


@pytest.mark.parametrize("sent", [{}, {"numbers": "x"}, {"numbers": [], "other": 1}, [[1]], "text", None, 1])
def test_an_input_that_does_not_fit_is_refused(sent: Any) -> None:
    @tool
    def count(numbers: list[int]) -> int:
        """Count."""
        return len(numbers)

    with pytest.raises(TypeValidationError):
        validate_value(sent, count.input_schema)


class Movie(TypedDict):
    title: str


@pytest.mark.parametrize(
    ("schema", "value"),
    [(Place, Place.model_validate({"cityName": "Oslo"})), (User, User("Ada")), (Movie, {"title": "M"})],
)
def test_inputs_of_types_are_values_of_the_type(schema: Any, value: Any) -> None:
    made = tool(input_schema=schema, execute=lambda given: given)
    sent = {Place: {"cityName": "Oslo"}, User: {"name": "Ada"}, Movie: {"title": "M"}}[schema]
    assert validate_value(sent, made.input_schema) == value
    assert made.input_schema.json_schema["additionalProperties"] is False


def test_json_schemas_are_not_changed() -> None:
    plain: dict[str, Any] = {"type": "object", "properties": {"a": {"type": "string"}}}
    assert tool(input_schema=plain).input_schema.json_schema == plain
    assert tool(input_schema=json_schema(plain)).input_schema.json_schema == plain
    assert dynamic_tool(input_schema=plain).type == "dynamic"


def test_only_tools_of_functions_can_be_called() -> None:
    with pytest.raises(TypeError, match="'ask' was not made from a function"):
        tool(name="ask", input_schema={})()


Scalar = bool | int | str | None


@given(
    st.from_type(Scalar),  # type: ignore[arg-type]
    st.lists(st.integers()),
    st.dictionaries(st.text(), st.floats(allow_nan=False)),
)
def test_what_fits_reaches_the_function_as_it_is(first: Scalar, second: list[int], third: dict[str, float]) -> None:
    @tool
    def take(first: Scalar, second: list[int], third: dict[str, float]) -> Any:
        """Take."""
        return first, second, third

    sent = {"first": first, "second": second, "third": third}
    assert validate_value(sent, take.input_schema) == sent
    assert take(**sent) == (first, second, third)


def test_lists_and_mappings_become_a_tool_set() -> None:
    @tool
    def first() -> None:
        """Do the first."""

    def second() -> None:
        """Do the second."""

    listed = as_tool_set([first, second, openai_tools.web_search()])
    assert list(listed) == ["first", "second", "web_search"]
    assert listed["first"] is first
    assert listed["second"].description == "Do the second."
    assert list(as_tool_set({"other": first})) == ["other"]
    assert as_tool_set(None) is None


def test_a_list_needs_names_and_different_ones() -> None:
    with pytest.raises(ValueError, match="needs a name"):
        as_tool_set([tool(input_schema={})])
    with pytest.raises(ValueError, match="two tools are named 'a'"):
        as_tool_set([tool(name="a", input_schema={}), tool(name="a", input_schema={})])


def test_a_provider_definition_becomes_a_provider_tool() -> None:
    made = as_tool_set([openai_tools.web_search(search_context_size="low")])["web_search"]
    assert (made.type, made.id, made.args) == ("provider", "openai.web_search", {"searchContextSize": "low"})
    assert (made.is_provider_executed, made.supports_deferred_results, made.execute) == (True, False, None)
    assert made.output_schema is not None
    sent = {"action": {"type": "search", "query": "x"}, "unknown": 1}
    assert validate_value(sent, made.output_schema) == {"action": {"type": "search", "query": "x"}}


def test_a_provider_definition_takes_what_to_execute() -> None:
    made = tool(anthropic_tools.bash_20250124(), execute=lambda given: given["command"], needs_approval=True)
    assert (made.type, made.is_provider_executed, made.needs_approval) == ("provider", False, True)
    assert made.execute is not None
    assert validate_value({"command": "ls"}, made.input_schema) == {"command": "ls"}


def test_calls_and_results_are_found_by_name() -> None:
    from ai_sdk.provider_utils.tool_call import TypedToolCall, TypedToolResult

    named: Tool[Any, Any] = tool(name="ask", input_schema={})
    call = TypedToolCall(tool_call_id="1", tool_name="ask", input={})
    invalid = TypedToolCall(tool_call_id="1", tool_name="ask", input="?", dynamic=True, invalid=True)
    other = TypedToolCall(tool_call_id="1", tool_name="tell", input={})
    result = TypedToolResult(tool_call_id="1", tool_name="ask", input={}, output=1)
    parts = [call, invalid, other, result, "text"]
    assert [named.is_call(part) for part in parts] == [True, False, False, False, False]
    assert [named.is_result(part) for part in parts] == [False, False, False, True, False]
    with pytest.raises(ValueError, match="give the tool a name"):
        tool(input_schema={}).is_call(call)
