"""The prompt of a language model call: messages and their parts.

Content of an answer may be sent back as it is: then its parts hold `provider_metadata`, which the TypeScript types do
not name and two providers read where there are no `provider_options`.

Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-prompt.ts
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from ai_sdk.provider.json_value import JSONValue
from ai_sdk.provider.shared import (
    SharedV4FileData,
    SharedV4InlineFileData,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "LanguageModelV4AssistantMessage",
    "LanguageModelV4CustomPart",
    "LanguageModelV4FilePart",
    "LanguageModelV4Message",
    "LanguageModelV4Prompt",
    "LanguageModelV4ReasoningFilePart",
    "LanguageModelV4ReasoningPart",
    "LanguageModelV4SystemMessage",
    "LanguageModelV4TextPart",
    "LanguageModelV4ToolApprovalResponsePart",
    "LanguageModelV4ToolCallPart",
    "LanguageModelV4ToolMessage",
    "LanguageModelV4ToolResultContentCustom",
    "LanguageModelV4ToolResultContentFile",
    "LanguageModelV4ToolResultContentText",
    "LanguageModelV4ToolResultOutput",
    "LanguageModelV4ToolResultOutputContent",
    "LanguageModelV4ToolResultOutputErrorJson",
    "LanguageModelV4ToolResultOutputErrorText",
    "LanguageModelV4ToolResultOutputExecutionDenied",
    "LanguageModelV4ToolResultOutputJson",
    "LanguageModelV4ToolResultOutputText",
    "LanguageModelV4ToolResultPart",
    "LanguageModelV4UserMessage",
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4TextPart(Spec):
    """Text."""

    type: Literal["text"] = "text"
    text: str
    provider_options: SharedV4ProviderOptions | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ReasoningPart(Spec):
    """What the model thought in an earlier turn."""

    type: Literal["reasoning"] = "reasoning"
    text: str
    provider_options: SharedV4ProviderOptions | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ReasoningFilePart(Spec):
    """A file that the model made while thinking in an earlier turn."""

    type: Literal["reasoning-file"] = "reasoning-file"
    data: SharedV4InlineFileData
    media_type: str
    provider_options: SharedV4ProviderOptions | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4CustomPart(Spec):
    """Content that only one provider knows; `kind` is `provider.name`."""

    type: Literal["custom"] = "custom"
    kind: str
    provider_options: SharedV4ProviderOptions | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4FilePart(Spec):
    """A file; `media_type` is an IANA type, or a top-level type such as `image`."""

    type: Literal["file"] = "file"
    filename: str | None = None
    data: SharedV4FileData
    media_type: str
    provider_options: SharedV4ProviderOptions | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolCallPart(Spec):
    """A tool call of an earlier turn; `input` is the parsed JSON."""

    type: Literal["tool-call"] = "tool-call"
    tool_call_id: str
    tool_name: str
    input: JSONValue
    provider_executed: bool | None = None
    provider_options: SharedV4ProviderOptions | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultContentText(Spec):
    """Text in a tool's result."""

    type: Literal["text"] = "text"
    text: str
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultContentFile(Spec):
    """A file in a tool's result."""

    type: Literal["file"] = "file"
    data: SharedV4FileData
    media_type: str
    filename: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultContentCustom(Spec):
    """Content that only one provider knows, described by its provider options."""

    type: Literal["custom"] = "custom"
    provider_options: SharedV4ProviderOptions | None = None


LanguageModelV4ToolResultContent = Annotated[
    LanguageModelV4ToolResultContentText
    | LanguageModelV4ToolResultContentFile
    | LanguageModelV4ToolResultContentCustom,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultOutputText(Spec):
    """The tool answered with text."""

    type: Literal["text"] = "text"
    value: str
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultOutputJson(Spec):
    """The tool answered with JSON."""

    type: Literal["json"] = "json"
    value: JSONValue
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultOutputExecutionDenied(Spec):
    """The user did not let the tool run."""

    type: Literal["execution-denied"] = "execution-denied"
    reason: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultOutputErrorText(Spec):
    """The tool failed with a text."""

    type: Literal["error-text"] = "error-text"
    value: str
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultOutputErrorJson(Spec):
    """The tool failed with JSON."""

    type: Literal["error-json"] = "error-json"
    value: JSONValue
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultOutputContent(Spec):
    """The tool answered with text and files."""

    type: Literal["content"] = "content"
    value: list[LanguageModelV4ToolResultContent]


LanguageModelV4ToolResultOutput = Annotated[
    LanguageModelV4ToolResultOutputText
    | LanguageModelV4ToolResultOutputJson
    | LanguageModelV4ToolResultOutputExecutionDenied
    | LanguageModelV4ToolResultOutputErrorText
    | LanguageModelV4ToolResultOutputErrorJson
    | LanguageModelV4ToolResultOutputContent,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResultPart(Spec):
    """What a tool answered."""

    type: Literal["tool-result"] = "tool-result"
    tool_call_id: str
    tool_name: str
    output: LanguageModelV4ToolResultOutput
    provider_options: SharedV4ProviderOptions | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolApprovalResponsePart(Spec):
    """Whether the user lets a provider-executed tool run."""

    type: Literal["tool-approval-response"] = "tool-approval-response"
    approval_id: str
    approved: bool
    reason: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4SystemMessage(Spec):
    """Instructions to the model."""

    role: Literal["system"] = "system"
    content: str
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4UserMessage(Spec):
    """What the user says and shows."""

    role: Literal["user"] = "user"
    content: list[Annotated[LanguageModelV4TextPart | LanguageModelV4FilePart, Discriminator("type")]]
    provider_options: SharedV4ProviderOptions | None = None


LanguageModelV4AssistantPart = Annotated[
    LanguageModelV4TextPart
    | LanguageModelV4FilePart
    | LanguageModelV4CustomPart
    | LanguageModelV4ReasoningPart
    | LanguageModelV4ReasoningFilePart
    | LanguageModelV4ToolCallPart
    | LanguageModelV4ToolResultPart,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4AssistantMessage(Spec):
    """What the model answered in an earlier turn."""

    role: Literal["assistant"] = "assistant"
    content: list[LanguageModelV4AssistantPart]
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolMessage(Spec):
    """Results of the tools that the model called, and answers to its approval requests."""

    role: Literal["tool"] = "tool"
    content: list[
        Annotated[LanguageModelV4ToolResultPart | LanguageModelV4ToolApprovalResponsePart, Discriminator("type")]
    ]
    provider_options: SharedV4ProviderOptions | None = None


LanguageModelV4Message = Annotated[
    LanguageModelV4SystemMessage
    | LanguageModelV4UserMessage
    | LanguageModelV4AssistantMessage
    | LanguageModelV4ToolMessage,
    Discriminator("role"),
]
LanguageModelV4Prompt = list[LanguageModelV4Message]
