"""A type checker knows what a tool takes and gives, and what its calls and results hold."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any, assert_type

from pydantic import BaseModel

from ai_sdk import Schema, Tool, ToolContext, ToolExecutionOptions, TypedToolCall, TypedToolResult, dynamic_tool, tool


@dataclass
class User:
    name: str


class Weather(BaseModel):
    sky: str


class Place(BaseModel):
    city: str


@tool
async def weather(city: str, user: ToolContext[User], options: ToolExecutionOptions[User]) -> Weather:
    """Look up the weather."""
    assert_type(user, User)
    assert_type(options.context, User)
    return Weather(sky=city)


@tool(name="now", needs_approval=True)
def time_of_day() -> int:
    """Look at the clock."""
    return 1


@tool
async def steps(to: int) -> AsyncIterator[float]:
    """Count."""
    yield to


@tool
def lines(to: int) -> Iterator[str]:
    """Count."""
    yield str(to)


async def look(place: Place, options: ToolExecutionOptions[None]) -> Weather:
    return Weather(sky=f"{place.city} {options.tool_call_id}")


def measure(place: Place) -> float:
    return len(place.city)


assert_type(weather, Tool[dict[str, Any], Weather])
assert_type(time_of_day, Tool[dict[str, Any], int])
assert_type(steps, Tool[dict[str, Any], float])
assert_type(tool(input_schema=Place, execute=look), Tool[Place, Weather])
assert_type(tool(input_schema=Place, execute=measure), Tool[Place, float])
assert_type(tool(input_schema=Place, output_schema=Weather), Tool[Place, Weather])
assert_type(tool(input_schema={"type": "object"}, execute=measure), Tool[Any, Any])
assert_type(dynamic_tool(input_schema={}), Tool[Any, Any])
assert_type(weather.output_schema, Schema[Weather] | None)

common: list[Tool[dict[str, Any], object]] = [weather, time_of_day, steps, lines]


def describe(part: object) -> str:
    if weather.is_result(part):
        assert_type(part, TypedToolResult[dict[str, Any], Weather])
        return part.output.sky
    if weather.is_call(part):
        assert_type(part, TypedToolCall[dict[str, Any]])
        return str(part.input["city"])
    return ""
