"""What a step of a generation consists of: what the model made, and what tools answered.

Ports: ai/src/generate-text/content-part.ts, ai/src/generate-text/reasoning-output.ts
Ports: ai/src/types/citation.ts
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.tool_call import (
    ToolApprovalRequestOutput,
    ToolApprovalResponseOutput,
    TypedToolCall,
    TypedToolError,
    TypedToolResult,
)
from ai_sdk.provider import (
    LanguageModelV4Citation,
    LanguageModelV4CustomContent,
    LanguageModelV4SourceDocument,
    LanguageModelV4SourceUrl,
    LanguageModelV4Text,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.content_part import ReasoningFilePart, ReasoningPart

__all__ = [
    "Citation",
    "ContentPart",
    "CustomOutput",
    "FileOutput",
    "ReasoningFileOutput",
    "ReasoningOutput",
    "Source",
    "SourceDocument",
    "SourceUrl",
    "TextOutput",
    "convert_from_reasoning_outputs",
]

Citation = LanguageModelV4Citation
SourceUrl = LanguageModelV4SourceUrl
SourceDocument = LanguageModelV4SourceDocument
Source = LanguageModelV4SourceUrl | LanguageModelV4SourceDocument
TextOutput = LanguageModelV4Text
CustomOutput = LanguageModelV4CustomContent


@dataclass(slots=True, kw_only=True)
class ReasoningOutput(Spec):
    """What the model thought."""

    type: Literal["reasoning"] = "reasoning"
    text: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class ReasoningFileOutput(Spec):
    """A file that the model made while thinking."""

    type: Literal["reasoning-file"] = "reasoning-file"
    file: GeneratedFile
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class FileOutput(Spec):
    """A file that the model made."""

    type: Literal["file"] = "file"
    file: GeneratedFile
    provider_metadata: SharedV4ProviderMetadata | None = None


ContentPart = (
    TextOutput
    | CustomOutput
    | ReasoningOutput
    | ReasoningFileOutput
    | SourceUrl
    | SourceDocument
    | FileOutput
    | TypedToolCall[Any]
    | TypedToolResult[Any, Any]
    | TypedToolError[Any]
    | ToolApprovalRequestOutput
    | ToolApprovalResponseOutput
)


def convert_from_reasoning_outputs(parts: Iterable[Any]) -> list[ReasoningPart | ReasoningFilePart]:
    """Return reasoning as a message would hold it."""
    return [
        ReasoningPart(text=part.text, provider_options=part.provider_metadata)
        if part.type == "reasoning"
        else ReasoningFilePart(
            data=part.file.base64, media_type=part.file.media_type, provider_options=part.provider_metadata
        )
        for part in parts
    ]
