"""A type checker knows the options of a generation, its results, and the synchronous functions."""

from collections.abc import Iterator
from typing import Any, assert_never, assert_type

from pydantic import BaseModel

from ai_sdk import (
    AssistantModelMessage,
    GenerateTextResult,
    ModelMessage,
    Output,
    StepResult,
    SystemModelMessage,
    ToolModelMessage,
    TypedToolCall,
    UserModelMessage,
    generate_text,
    is_step_count,
    sync,
)
from ai_sdk.generate_text.content_part import (
    ContentPart,
    CustomOutput,
    FileOutput,
    ReasoningFileOutput,
    ReasoningOutput,
    SourceDocument,
    SourceUrl,
    TextOutput,
)
from ai_sdk.generate_text.tool_call import (
    ToolApprovalRequestOutput,
    ToolApprovalResponseOutput,
    TypedToolError,
    TypedToolResult,
)
from ai_sdk.provider import LanguageModelV4


class Recipe(BaseModel):
    name: str


async def results(model: LanguageModelV4) -> None:
    plain = await generate_text(model=model, prompt="Go")
    assert_type(plain, GenerateTextResult[str])
    assert_type(plain.output, str)
    assert_type(plain.text, str)
    assert_type(plain.steps, list[StepResult])
    assert_type(plain.tool_calls, list[TypedToolCall[Any]])
    recipe = await generate_text(model="toy/model", prompt="Go", output=Output.object(Recipe))
    assert_type(recipe, GenerateTextResult[Recipe])
    assert_type(recipe.output.name, str)


async def told(step: StepResult) -> None:
    assert_type(step.text, str)


def is_done(_: object) -> bool:
    return True


async def options(model: LanguageModelV4) -> None:
    await generate_text(
        model=model,
        messages=[UserModelMessage(content="Hi"), {"role": "assistant", "content": "Hello"}],
        temperature=0,
        stop_when=[is_step_count(3), is_done],
        timeout={"total_ms": 5},
        on_step_end=told,
    )
    await generate_text(prompt="Go")  # type: ignore[call-overload]
    await generate_text(model=5, prompt="Go")  # type: ignore[call-overload]
    await generate_text(model=model, prompt=5)  # type: ignore[call-overload]
    await generate_text(model=model, prompt="Go", temperature="hot")  # type: ignore[call-overload]
    await generate_text(model=model, prompt="Go", temprature=0)  # type: ignore[call-overload]
    await generate_text(model=model, prompt="Go", stop_when=3)  # type: ignore[call-overload]
    await generate_text(model=model, prompt="Go", stop_sequences=[1])  # type: ignore[list-item]
    await generate_text(model=model, prompt="Go", on_step_end=is_step_count)  # type: ignore[arg-type]
    await generate_text(model=model, prompt="Go", include={"everything": True})  # type: ignore[call-overload]


def waiting(model: LanguageModelV4) -> None:
    assert_type(sync.generate_text(model=model, prompt="Go").output, str)
    assert_type(sync.generate_text(model=model, prompt="Go", output=Output.array(Recipe)).output, list[Recipe])
    sync.generate_text(model=model, prompt="Go", temprature=0)  # type: ignore[call-overload]
    with sync.stream_text(model=model, prompt="Go", output=Output.object(Recipe)) as result:
        assert_type(result.text_stream, Iterator[str])
        assert_type(result.text, str)
        assert_type(result.output, Recipe)
    assert_type(sync.generate_object(model=model, prompt="Go", schema=Recipe).object, Recipe)
    assert_type(sync.stream_object(model=model, prompt="Go", schema=Recipe).object, Recipe)
    elements = sync.stream_object(model=model, prompt="Go", schema=Recipe, output="array")
    assert_type(elements.element_stream, Iterator[Recipe])
    agent = sync.ToolLoopAgent(model=model, output=Output.object(Recipe))
    assert_type(agent.generate(prompt="Go").output, Recipe)
    assert_type(agent.stream(prompt="Go").output, Recipe)
    assert_type(sync.ToolLoopAgent(model=model).generate(prompt="Go").output, str)
    assert_type(sync.embed(model="toy/model", value="a").embedding, list[float])


def describe_message(message: ModelMessage) -> str:
    match message:
        case SystemModelMessage():
            return message.content
        case UserModelMessage() | AssistantModelMessage():
            return message.content if isinstance(message.content, str) else message.content[0].type
        case ToolModelMessage():
            return message.content[0].type
        case _:
            assert_never(message)


def describe_content(part: ContentPart) -> str:
    match part:
        case TextOutput() | ReasoningOutput():
            return part.text
        case CustomOutput():
            return part.kind
        case FileOutput() | ReasoningFileOutput():
            return part.file.media_type
        case SourceUrl() | SourceDocument():
            return part.id
        case TypedToolCall() | TypedToolResult() | TypedToolError():
            return part.tool_name
        case ToolApprovalRequestOutput() | ToolApprovalResponseOutput():
            return part.approval_id
        case _:
            assert_never(part)
