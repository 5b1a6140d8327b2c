"""What a tool's result looks like in a message.

The kinds `file-data`, `file-url`, `file-id`, `file-reference` and their `image-` twins are older spellings of `file`.

Ports: @ai-sdk/provider-utils/src/types/content-part.ts
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from ai_sdk.provider.language_model.prompt import (
    LanguageModelV4ToolResultContentCustom,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultContentText,
    LanguageModelV4ToolResultOutputErrorJson,
    LanguageModelV4ToolResultOutputErrorText,
    LanguageModelV4ToolResultOutputExecutionDenied,
    LanguageModelV4ToolResultOutputJson,
    LanguageModelV4ToolResultOutputText,
)
from ai_sdk.provider.shared import SharedV4ProviderOptions, SharedV4ProviderReference
from ai_sdk.provider.spec import Discriminator, Spec

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

ToolResultOutputText = LanguageModelV4ToolResultOutputText
ToolResultOutputJson = LanguageModelV4ToolResultOutputJson
ToolResultOutputExecutionDenied = LanguageModelV4ToolResultOutputExecutionDenied
ToolResultOutputErrorText = LanguageModelV4ToolResultOutputErrorText
ToolResultOutputErrorJson = LanguageModelV4ToolResultOutputErrorJson
ToolResultContentText = LanguageModelV4ToolResultContentText
ToolResultContentFile = LanguageModelV4ToolResultContentFile
ToolResultContentCustom = LanguageModelV4ToolResultContentCustom


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
