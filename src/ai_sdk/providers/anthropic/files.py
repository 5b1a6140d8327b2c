"""Anthropic's file store.

Ports: @ai-sdk/anthropic/src/files/anthropic-files.ts, @ai-sdk/anthropic/src/files/anthropic-files-api.ts
"""

from datetime import UTC, datetime
from typing import Any, ClassVar

from ai_sdk_generated.anthropic.files import wire

from ai_sdk.provider import (
    FilesV4DeleteFileCallOptions,
    FilesV4DeleteFileResult,
    FilesV4GetFileMetadataCallOptions,
    FilesV4GetFileMetadataResult,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    JSONObject,
)
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.http_files import HttpFiles
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.response_handler import ErrorStructure
from ai_sdk.providers.anthropic.errors import anthropic_error_structure

__all__ = ["AnthropicFiles"]


class AnthropicFiles(HttpFiles[wire.AnthropicUploadFileResponse, wire.AnthropicDeleteFileResponse]):
    """Files on Anthropic: upload once, refer to them in prompts."""

    reference_key: ClassVar[str] = "anthropic"
    file_type: ClassVar[Any] = wire.AnthropicUploadFileResponse
    deleted_type: ClassVar[Any] = wire.AnthropicDeleteFileResponse
    error_structure: ClassVar[ErrorStructure] = anthropic_error_structure
    extra_headers: ClassVar[Headers] = {"anthropic-beta": "files-api-2025-04-14"}

    async def upload_file(self, options: FilesV4UploadFileCallOptions) -> FilesV4UploadFileResult:
        """Upload a file that is held in memory.

        Raises `UnsupportedFunctionalityError` for a stream, and `APICallError` when the request fails.
        """
        form = FormData()
        content = convert_inline_file_data_to_bytes(options.data)
        form.append("file", content, filename=options.filename, content_type=options.media_type)
        response = await self.post_form(form, options)
        return FilesV4UploadFileResult(
            warnings=[],
            provider_reference={"anthropic": response.id},
            media_type=options.media_type if response.mime_type is None else response.mime_type,
            filename=options.filename if response.filename is None else response.filename,
            byte_size=response.size_bytes,
            created_at=_date(response.created_at),
            expires_at=_date(response.expires_at),
            provider_metadata={"anthropic": _metadata(response)},
        )

    async def get_file_metadata(self, options: FilesV4GetFileMetadataCallOptions) -> FilesV4GetFileMetadataResult:
        """Describe a file; raises `InvalidArgumentError` when the reference has no Anthropic id."""
        response = await self.get_file(options)
        return FilesV4GetFileMetadataResult(
            warnings=[],
            provider_reference={"anthropic": response.id},
            filename=response.filename,
            media_type=response.mime_type,
            byte_size=response.size_bytes,
            created_at=_date(response.created_at),
            expires_at=_date(response.expires_at),
            provider_metadata={"anthropic": _metadata(response)},
        )

    async def delete_file(self, options: FilesV4DeleteFileCallOptions) -> FilesV4DeleteFileResult:
        """Delete a file; raises `InvalidArgumentError` when the reference has no Anthropic id."""
        response = await self.delete(options)
        return FilesV4DeleteFileResult(warnings=[], provider_reference={"anthropic": response.id}, deleted=True)


def _date(text: str | None) -> datetime | None:
    """Return the aware time that an ISO text says, to the millisecond as JavaScript keeps it; `None` for other text."""
    try:
        date = None if text is None else datetime.fromisoformat(text)
    except ValueError:
        return None
    if date is None:
        return None
    date = date.replace(microsecond=date.microsecond // 1000 * 1000)
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date


def _metadata(response: wire.AnthropicUploadFileResponse) -> JSONObject:
    return omit_none(
        {
            "filename": response.filename,
            "mimeType": response.mime_type,
            "sizeBytes": response.size_bytes,
            "createdAt": response.created_at,
            "downloadable": response.downloadable,
            "expiresAt": response.expires_at,
        }
    )
