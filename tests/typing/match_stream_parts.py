"""A type checker sees that a `match` over stream parts is complete, and what each part holds."""

from typing import assert_never, assert_type

from ai_sdk import provider as v4


def describe(part: v4.LanguageModelV4StreamPart) -> str:
    match part:
        case v4.LanguageModelV4TextDelta() | v4.LanguageModelV4ReasoningDelta() | v4.LanguageModelV4ToolInputDelta():
            assert_type(part.delta, str)
            return part.delta
        case v4.LanguageModelV4TextStart() | v4.LanguageModelV4ReasoningStart() | v4.LanguageModelV4ToolInputStart():
            return part.id
        case v4.LanguageModelV4TextEnd() | v4.LanguageModelV4ReasoningEnd() | v4.LanguageModelV4ToolInputEnd():
            return part.id
        case v4.LanguageModelV4ToolCall() | v4.LanguageModelV4ToolResult():
            return part.tool_name
        case v4.LanguageModelV4ToolApprovalRequest():
            return part.approval_id
        case v4.LanguageModelV4CustomContent():
            return part.kind
        case v4.LanguageModelV4File() | v4.LanguageModelV4ReasoningFile():
            return part.media_type
        case v4.LanguageModelV4SourceUrl() | v4.LanguageModelV4SourceDocument():
            return part.id
        case v4.LanguageModelV4StreamStart():
            return str(len(part.warnings))
        case v4.LanguageModelV4ResponseMetadataPart():
            return part.model_id or ""
        case v4.LanguageModelV4Finish():
            assert_type(part.finish_reason.raw, str | None)
            return part.finish_reason.unified
        case v4.LanguageModelV4Ping() | v4.LanguageModelV4Raw() | v4.LanguageModelV4Error():
            return part.type
        case _:
            assert_never(part)
