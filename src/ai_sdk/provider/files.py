"""The files part of the specification: upload once, refer to it in prompts.

Ports: @ai-sdk/provider/src/files/v4/files-v4.ts
Ports: @ai-sdk/provider/src/files/v4/files-v4-delete-file-call-options.ts
Ports: @ai-sdk/provider/src/files/v4/files-v4-delete-file-result.ts
Ports: @ai-sdk/provider/src/files/v4/files-v4-download-file-call-options.ts
Ports: @ai-sdk/provider/src/files/v4/files-v4-download-file-result.ts
Ports: @ai-sdk/provider/src/files/v4/files-v4-get-file-metadata-call-options.ts
Ports: @ai-sdk/provider/src/files/v4/files-v4-get-file-metadata-result.ts
Ports: @ai-sdk/provider/src/files/v4/files-v4-upload-file-call-options.ts
Ports: @ai-sdk/provider/src/files/v4/files-v4-upload-file-result.ts
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal, Protocol, runtime_checkable

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.shared import (
    SharedV4FileDataData,
    SharedV4FileDataText,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4ProviderReference,
    SharedV4Warning,
)
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "FilesV4",
    "FilesV4DeleteFileCallOptions",
    "FilesV4DeleteFileResult",
    "FilesV4DownloadFileCallOptions",
    "FilesV4DownloadFileResult",
    "FilesV4GetFileMetadataCallOptions",
    "FilesV4GetFileMetadataResult",
    "FilesV4UploadFileCallOptions",
    "FilesV4UploadFileResult",
    "FilesV4UploadFileStreamData",
]


@dataclass(slots=True, kw_only=True)
class FilesV4UploadFileStreamData(Spec):
    """The bytes of a file, one piece after the other; never held in memory as a whole."""

    type: Literal["stream"] = "stream"
    stream: AsyncIterator[bytes]


FilesV4UploadFileData = Annotated[
    SharedV4FileDataData | SharedV4FileDataText | FilesV4UploadFileStreamData, Discriminator("type")
]


@dataclass(slots=True, kw_only=True)
class FilesV4UploadFileCallOptions(Spec):
    """The file to upload and its IANA media type."""

    data: FilesV4UploadFileData
    media_type: str
    filename: str | None = None
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class FilesV4UploadFileResult(Spec):
    """How the provider knows the file; `byte_size` is in bytes."""

    provider_reference: SharedV4ProviderReference
    media_type: str | None = None
    filename: str | None = None
    byte_size: int | float | None = None
    created_at: datetime | None = None
    expires_at: datetime | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    warnings: list[SharedV4Warning]


@dataclass(slots=True, kw_only=True)
class FilesV4DeleteFileCallOptions(Spec):
    """Which file to delete."""

    file: SharedV4ProviderReference
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class FilesV4DeleteFileResult(Spec):
    """Whether the file is gone."""

    provider_reference: SharedV4ProviderReference
    deleted: bool
    provider_metadata: SharedV4ProviderMetadata | None = None
    warnings: list[SharedV4Warning]


@dataclass(slots=True, kw_only=True)
class FilesV4DownloadFileCallOptions(Spec):
    """Which file to download."""

    file: SharedV4ProviderReference
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class FilesV4DownloadFileResult(Spec):
    """The bytes of the file, piece by piece; closing `content` (`aclose`) closes the HTTP response."""

    content: AsyncIterator[bytes]
    media_type: str | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    warnings: list[SharedV4Warning]


@dataclass(slots=True, kw_only=True)
class FilesV4GetFileMetadataCallOptions(Spec):
    """Which file to describe."""

    file: SharedV4ProviderReference
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None
    provider_options: SharedV4ProviderOptions | None = None


@dataclass(slots=True, kw_only=True)
class FilesV4GetFileMetadataResult(Spec):
    """What the provider knows of the file; `byte_size` is in bytes."""

    provider_reference: SharedV4ProviderReference
    filename: str | None = None
    media_type: str | None = None
    byte_size: int | float | None = None
    created_at: datetime | None = None
    expires_at: datetime | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    warnings: list[SharedV4Warning]


@runtime_checkable
class FilesV4(Protocol):
    """A provider's file store. Only uploading is asked of every provider that has one."""

    @property
    def specification_version(self) -> Literal["v4"]:
        """The version of this protocol."""

    @property
    def provider(self) -> str:
        """Which provider this is."""

    async def upload_file(self, options: FilesV4UploadFileCallOptions) -> FilesV4UploadFileResult:
        """Upload a file."""
