"""What an output asks for is the type of what comes out."""

from typing import Any, Literal, Never, TypedDict, assert_type

from pydantic import BaseModel

from ai_sdk import Output, Schema, generate_object, generate_text, stream_object
from ai_sdk.generate_text.output import create_partial_output_parser
from ai_sdk.generate_text.partial_output import PartialOutput
from ai_sdk.provider import JSONObject, LanguageModelV4


class Recipe(BaseModel):
    name: str


class Point(TypedDict):
    x: int


class Upper(Output[str, str, Never]):
    """An output of one's own."""

    name = "upper"
    response_format = None

    async def parse_complete_output(self, text: str, **context: Any) -> str:
        del context
        return text.upper()

    def parse_partial_output(self, text: str) -> PartialOutput[str]:
        return PartialOutput(text.upper())


async def check(model: LanguageModelV4, schema: Schema[int]) -> None:
    assert_type((await generate_text(model=model, prompt="Go")).output, str)
    assert_type((await generate_text(model=model, prompt="Go", output=Output.object(Recipe))).output, Recipe)
    assert_type((await generate_text(model=model, prompt="Go", output=Output.object(Point))).output, Point)
    assert_type((await generate_text(model=model, prompt="Go", output=Output.object(schema))).output, int)
    assert_type((await generate_text(model=model, prompt="Go", output=Output.array(Recipe))).output, list[Recipe])
    assert_type((await generate_text(model=model, prompt="Go", output=Output.choice(["a", "b"]))).output, str)
    assert_type((await generate_text(model=model, prompt="Go", output=Upper())).output, str)
    await generate_text(model=model, prompt="Go", output=Recipe)  # type: ignore[call-overload]
    weather: list[Literal["sunny", "rainy"]] = ["sunny", "rainy"]
    assert_type(
        (await generate_text(model=model, prompt="Go", output=Output.choice(weather))).output,
        Literal["sunny", "rainy"],
    )
    Output.choice([1, 2])  # type: ignore[type-var]
    create_partial_output_parser(Upper())


async def check_objects(model: LanguageModelV4) -> None:
    assert_type((await generate_object(model=model, prompt="Go", schema=Recipe)).object, Recipe)
    assert_type((await generate_object(model=model, prompt="Go", schema=Recipe, output="array")).object, list[Recipe])
    assert_type((await generate_object(model=model, prompt="Go", enum=["a"], output="enum")).object, str)
    streamed = stream_object(model=model, prompt="Go", schema=Recipe)
    assert_type(await streamed.object, Recipe)
    async for partial in streamed.partial_object_stream:
        assert_type(partial, JSONObject)
    async for element in stream_object(model=model, prompt="Go", schema=Recipe, output="array").element_stream:
        assert_type(element, Recipe)
    stream_object(model=model, prompt="Go", shema=Recipe)  # type: ignore[call-overload]
