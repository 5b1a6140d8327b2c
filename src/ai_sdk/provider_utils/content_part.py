"""The parts that a message is made of, as users write them.

Ports: @ai-sdk/provider-utils/src/types/content-part.ts, @ai-sdk/provider-utils/src/types/file-data.ts
Ports: @ai-sdk/provider-utils/src/types/data-content.ts, @ai-sdk/provider-utils/src/types/provider-options.ts
Ports: @ai-sdk/provider-utils/src/types/provider-reference.ts
Ports: @ai-sdk/provider-utils/src/types/tool-approval-request.ts
Ports: @ai-sdk/provider-utils/src/types/tool-approval-response.ts
"""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from ai_sdk.provider.shared import (
    SharedV4FileData,
    SharedV4FileDataData,
    SharedV4FileDataUrl,
    SharedV4ProviderOptions,
    SharedV4ProviderReference,
)
from ai_sdk.provider.spec import Spec, UnionMode
from ai_sdk.provider_utils.tool_result_output import ToolResultOutput

__all__ = [
    "CustomPart",
    "DataContent",
    "FileData",
    "FilePart",
    "ImagePart",
    "ProviderOptions",
    "ProviderReference",
    "ReasoningFilePart",
    "ReasoningPart",
    "TextPart",
    "ToolApprovalRequest",
    "ToolApprovalResponse",
    "ToolCallPart",
    "ToolResultPart",
]

DataContent = Annotated[str | bytes, UnionMode("smart")]
"""The content of a file: bytes, a base64 text, or a URL (`https:` or `data:`)."""

ProviderOptions = SharedV4ProviderOptions
ProviderReference = SharedV4ProviderReference

FileData = SharedV4FileData
"""The content of a file, with its kind said."""


@dataclass(slots=True, kw_only=True)
class TextPart(Spec):
    """A text."""

    type: Literal["text"] = "text"
    text: str
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ImagePart(Spec):
    """An image. `FilePart(media_type="image", ...)` says the same and takes every kind of data."""

    type: Literal["image"] = "image"
    image: DataContent | ProviderReference
    media_type: str | None = None
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class FilePart(Spec):
    """A file. `media_type` is whole (`image/png`) or its first half alone (`image`)."""

    type: Literal["file"] = "file"
    data: Annotated[FileData | DataContent | ProviderReference, UnionMode("left_to_right")]
    filename: str | None = None
    media_type: str
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ReasoningPart(Spec):
    """What the model thought."""

    type: Literal["reasoning"] = "reasoning"
    text: str
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class CustomPart(Spec):
    """Content that only one provider knows; `kind` is `provider.name`."""

    type: Literal["custom"] = "custom"
    kind: str
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ReasoningFilePart(Spec):
    """A file that the model made while thinking."""

    type: Literal["reasoning-file"] = "reasoning-file"
    data: Annotated[SharedV4FileDataData | SharedV4FileDataUrl | DataContent, UnionMode("left_to_right")]
    media_type: str
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolCallPart(Spec):
    """A call of a tool that the model made; `input` is JSON data."""

    type: Literal["tool-call"] = "tool-call"
    tool_call_id: str
    tool_name: str
    input: Any
    provider_options: ProviderOptions | None = None
    provider_executed: bool | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultPart(Spec):
    """What a tool answered."""

    type: Literal["tool-result"] = "tool-result"
    tool_call_id: str
    tool_name: str
    output: ToolResultOutput
    provider_options: ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolApprovalRequest(Spec):
    """A tool call that waits for approval.

    `is_automatic` says that the policy decided by itself; `signature` binds the request to its call (HMAC-SHA256).
    """

    type: Literal["tool-approval-request"] = "tool-approval-request"
    approval_id: str
    tool_call_id: str
    reason: str | None = None
    is_automatic: bool | None = None
    signature: str | None = None
    input_schema_input: Any = None


@dataclass(slots=True, kw_only=True)
class ToolApprovalResponse(Spec):
    """The answer to a `ToolApprovalRequest`."""

    type: Literal["tool-approval-response"] = "tool-approval-response"
    approval_id: str
    approved: bool
    reason: str | None = None
    provider_executed: bool | None = None
