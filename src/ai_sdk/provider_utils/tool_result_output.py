"""What a tool's result looks like in a message.

The kinds `file-data`, `file-url`, `file-id`, `file-reference` and their `image-` twins are older spellings of `file`.

Ports: @ai-sdk/provider-utils/src/types/content-part.ts
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Discriminator

from ai_sdk.provider.json_value import JSONValue
from ai_sdk.provider.shared import SharedV4FileData, SharedV4ProviderOptions, SharedV4ProviderReference
from ai_sdk.provider.spec import Spec

__all__ = [
    "ToolResultContentCustom",
    "ToolResultContentFile",
    "ToolResultContentFileData",
    "ToolResultContentFileId",
    "ToolResultContentFileReference",
    "ToolResultContentFileUrl",
    "ToolResultContentImageData",
    "ToolResultContentImageFileId",
    "ToolResultContentImageFileReference",
    "ToolResultContentImageUrl",
    "ToolResultContentPart",
    "ToolResultContentText",
    "ToolResultOutput",
    "ToolResultOutputContent",
    "ToolResultOutputErrorJson",
    "ToolResultOutputErrorText",
    "ToolResultOutputExecutionDenied",
    "ToolResultOutputJson",
    "ToolResultOutputText",
]


@dataclass(slots=True, kw_only=True)
class ToolResultOutputText(Spec):
    """A text, sent as it is."""

    type: Literal["text"] = "text"
    value: str
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultOutputJson(Spec):
    """JSON data."""

    type: Literal["json"] = "json"
    value: JSONValue
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultOutputExecutionDenied(Spec):
    """The call was not approved."""

    type: Literal["execution-denied"] = "execution-denied"
    reason: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultOutputErrorText(Spec):
    """An error as text."""

    type: Literal["error-text"] = "error-text"
    value: str
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultOutputErrorJson(Spec):
    """An error as JSON data."""

    type: Literal["error-json"] = "error-json"
    value: JSONValue
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentText(Spec):
    """A text among the contents of a result."""

    type: Literal["text"] = "text"
    text: str
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentFile(Spec):
    """A file among the contents of a result."""

    type: Literal["file"] = "file"
    data: SharedV4FileData
    media_type: str
    filename: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentFileData(Spec):
    """A file as base64 text."""

    type: Literal["file-data"] = "file-data"
    data: str
    media_type: str
    filename: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentFileUrl(Spec):
    """A file at a URL."""

    type: Literal["file-url"] = "file-url"
    url: str
    media_type: str | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentFileId(Spec):
    """A file that a provider has; one id, or one for each provider."""

    type: Literal["file-id"] = "file-id"
    file_id: str | dict[str, str]
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentFileReference(Spec):
    """A file that was uploaded."""

    type: Literal["file-reference"] = "file-reference"
    provider_reference: SharedV4ProviderReference
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentImageData(Spec):
    """An image as base64 text."""

    type: Literal["image-data"] = "image-data"
    data: str
    media_type: str
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentImageUrl(Spec):
    """An image at a URL."""

    type: Literal["image-url"] = "image-url"
    url: str
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentImageFileId(Spec):
    """An image that a provider has; one id, or one for each provider."""

    type: Literal["image-file-id"] = "image-file-id"
    file_id: str | dict[str, str]
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentImageFileReference(Spec):
    """An image that was uploaded."""

    type: Literal["image-file-reference"] = "image-file-reference"
    provider_reference: SharedV4ProviderReference
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class ToolResultContentCustom(Spec):
    """Content that only one provider knows; it is in the provider options."""

    type: Literal["custom"] = "custom"
    provider_options: SharedV4ProviderOptions | None = None


ToolResultContentPart = Annotated[
    ToolResultContentText
    | ToolResultContentFile
    | ToolResultContentFileData
    | ToolResultContentFileUrl
    | ToolResultContentFileId
    | ToolResultContentFileReference
    | ToolResultContentImageData
    | ToolResultContentImageUrl
    | ToolResultContentImageFileId
    | ToolResultContentImageFileReference
    | ToolResultContentCustom,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class ToolResultOutputContent(Spec):
    """Several texts and files."""

    type: Literal["content"] = "content"
    value: list[ToolResultContentPart]


ToolResultOutput = Annotated[
    ToolResultOutputText
    | ToolResultOutputJson
    | ToolResultOutputExecutionDenied
    | ToolResultOutputErrorText
    | ToolResultOutputErrorJson
    | ToolResultOutputContent,
    Discriminator("type"),
]
