"""A type checker knows the output of a stream, and sees that a `match` over its parts is complete."""

from collections.abc import AsyncGenerator
from typing import Any, assert_never, assert_type

from pydantic import BaseModel

from ai_sdk import Output, StreamTextResult, TextStreamPart, stream_text
from ai_sdk.generate_text import text_stream_part as parts


class Recipe(BaseModel):
    name: str


async def outputs(model: Any) -> None:
    plain = stream_text(model=model, prompt="...")
    assert_type(plain, StreamTextResult[str, str, Any])
    assert_type(await plain.text, str)
    assert_type(await plain.output, str)
    recipe = stream_text(model=model, prompt="...", output=Output.object(Recipe))
    assert_type(await recipe.output, Recipe)
    recipes = stream_text(model=model, prompt="...", output=Output.array(Recipe))
    assert_type(recipes.element_stream, AsyncGenerator[Recipe, None])
    assert_type(recipes.partial_output_stream, AsyncGenerator[list[Recipe], None])
    async with recipes as opened:
        assert_type(await opened.output, list[Recipe])


def describe(part: TextStreamPart) -> str:
    match part:
        case parts.TextStreamTextDeltaPart() | parts.TextStreamReasoningDeltaPart():
            assert_type(part.text, str)
            return part.text
        case parts.TextStreamTextStartPart() | parts.TextStreamTextEndPart():
            return part.id
        case parts.TextStreamReasoningStartPart() | parts.TextStreamReasoningEndPart():
            return part.id
        case parts.TextStreamToolInputStartPart() | parts.TextStreamToolInputEndPart():
            return part.id
        case parts.TextStreamToolInputDeltaPart():
            return part.delta
        case parts.TextStreamToolCallPart() | parts.TextStreamToolResultPart() | parts.TextStreamToolErrorPart():
            return part.tool_name
        case parts.TextStreamToolOutputDeniedPart():
            return part.tool_name
        case parts.TextStreamToolApprovalRequestPart() | parts.TextStreamToolApprovalResponsePart():
            return part.approval_id
        case parts.TextStreamSourceUrlPart() | parts.TextStreamSourceDocumentPart():
            return part.id
        case parts.TextStreamFilePart() | parts.TextStreamReasoningFilePart():
            return part.file.media_type
        case parts.TextStreamCustomPart():
            return part.kind
        case parts.TextStreamSteeringMessagePart():
            return part.id
        case parts.TextStreamStartStepPart() | parts.TextStreamStartPart() | parts.TextStreamPingPart():
            return part.type
        case parts.TextStreamFinishStepPart() | parts.TextStreamFinishPart():
            return part.finish_reason
        case parts.TextStreamAbortPart():
            return part.reason or ""
        case parts.TextStreamErrorPart() | parts.TextStreamRawPart():
            return part.type
        case _:
            assert_never(part)
