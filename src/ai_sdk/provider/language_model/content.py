"""What a language model produces: the content of a result, which a stream carries too.

Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-citation.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-content.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-custom-content.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-file.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-reasoning.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-reasoning-file.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-source.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-text.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-tool-approval-request.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-tool-call.ts
Ports: @ai-sdk/provider/src/language-model/v4/language-model-v4-tool-result.ts
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from ai_sdk.provider.json_value import JSONValue
from ai_sdk.provider.shared import SharedV4InlineFileData, SharedV4ProviderMetadata
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "LanguageModelV4Citation",
    "LanguageModelV4Content",
    "LanguageModelV4CustomContent",
    "LanguageModelV4File",
    "LanguageModelV4Reasoning",
    "LanguageModelV4ReasoningFile",
    "LanguageModelV4Source",
    "LanguageModelV4SourceDocument",
    "LanguageModelV4SourceUrl",
    "LanguageModelV4Text",
    "LanguageModelV4ToolApprovalRequest",
    "LanguageModelV4ToolCall",
    "LanguageModelV4ToolResult",
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4Reasoning(Spec):
    """What the model thought."""

    type: Literal["reasoning"] = "reasoning"
    text: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4CustomContent(Spec):
    """Content that only one provider knows; `kind` is `provider.name`."""

    type: Literal["custom"] = "custom"
    kind: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4File(Spec):
    """A file that the model made."""

    type: Literal["file"] = "file"
    media_type: str
    data: SharedV4InlineFileData
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ReasoningFile(Spec):
    """A file that the model made while thinking."""

    type: Literal["reasoning-file"] = "reasoning-file"
    media_type: str
    data: SharedV4InlineFileData
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolApprovalRequest(Spec):
    """The provider asks whether a tool that it runs itself may run."""

    type: Literal["tool-approval-request"] = "tool-approval-request"
    approval_id: str
    tool_call_id: str
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4SourceUrl(Spec):
    """A web page that the answer rests on."""

    type: Literal["source"] = "source"
    source_type: Literal["url"] = "url"
    id: str
    url: str
    title: str | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4SourceDocument(Spec):
    """A document that the answer rests on."""

    type: Literal["source"] = "source"
    source_type: Literal["document"] = "document"
    id: str
    media_type: str
    title: str
    filename: str | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


LanguageModelV4Source = Annotated[
    LanguageModelV4SourceUrl | LanguageModelV4SourceDocument, Discriminator("source_type")
]


@dataclass(slots=True, kw_only=True)
class LanguageModelV4Citation(Spec):
    """A reference that supports a text: its source, where in the text it is cited and the passage that is cited.

    `start_index` and `end_index` (exclusive) are offsets in the text, in the units that the provider counts.
    """

    source: LanguageModelV4Source
    start_index: int | float | None = None
    end_index: int | float | None = None
    cited_text: str | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4Text(Spec):
    """Text that the model wrote."""

    type: Literal["text"] = "text"
    text: str
    citations: list[LanguageModelV4Citation] | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolCall(Spec):
    """A tool call; `input` is the JSON text as the model wrote it."""

    type: Literal["tool-call"] = "tool-call"
    tool_call_id: str
    tool_name: str
    input: str
    provider_executed: bool | None = None
    dynamic: bool | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class LanguageModelV4ToolResult(Spec):
    """The result of a tool that the provider ran."""

    type: Literal["tool-result"] = "tool-result"
    tool_call_id: str
    tool_name: str
    result: JSONValue
    is_error: bool | None = None
    preliminary: bool | None = None
    dynamic: bool | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


LanguageModelV4Content = Annotated[
    LanguageModelV4Text
    | LanguageModelV4Reasoning
    | LanguageModelV4CustomContent
    | LanguageModelV4ReasoningFile
    | LanguageModelV4File
    | LanguageModelV4ToolApprovalRequest
    | LanguageModelV4Source
    | LanguageModelV4ToolCall
    | LanguageModelV4ToolResult,
    Discriminator("type"),
]
