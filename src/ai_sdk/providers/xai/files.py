"""xAI's file store.

Ports: @ai-sdk/xai/src/files/xai-files.ts, @ai-sdk/xai/src/files/xai-files-api.ts
Ports: @ai-sdk/xai/src/files/xai-files-options.ts
"""

from typing import Any, ClassVar

from ai_sdk_generated.xai.files import wire
from ai_sdk_generated.xai.files.options import XaiFilesOptions

from ai_sdk.provider import (
    FilesV4DeleteFileCallOptions,
    FilesV4DeleteFileResult,
    FilesV4GetFileMetadataCallOptions,
    FilesV4GetFileMetadataResult,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    FilesV4UploadFileStreamData,
    SharedV4FileDataData,
    SharedV4FileDataText,
    SharedV4ProviderMetadata,
)
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.http_files import HttpFiles
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ErrorStructure
from ai_sdk.provider_utils.timestamp import date_from_seconds
from ai_sdk.providers.xai.errors import XAI_ERROR_STRUCTURE

__all__ = ["XaiFiles"]


class XaiFiles(HttpFiles[wire.XaiFilesResponse, wire.XaiFileDeleteResponse]):
    """Files on xAI: upload once, refer to them in prompts."""

    reference_key: ClassVar[str] = "xai"
    file_type: ClassVar[Any] = wire.XaiFilesResponse
    deleted_type: ClassVar[Any] = wire.XaiFileDeleteResponse
    error_structure: ClassVar[ErrorStructure] = XAI_ERROR_STRUCTURE

    async def upload_file(self, options: FilesV4UploadFileCallOptions) -> FilesV4UploadFileResult:
        """Upload a file; a stream is sent while it is read, and closed.

        Raises `InvalidArgumentError` when the provider options do not fit, and `APICallError` when the request fails.
        """
        data = options.data
        if not isinstance(data, FilesV4UploadFileStreamData):
            response = await self.post_form(_build_form(data, options), options)
        else:
            try:
                response = await self.post_stream(_fields(options), data, options)
            finally:
                await close_stream(data.stream)
        filename = options.filename if response.filename is None else response.filename
        return FilesV4UploadFileResult(
            **_description(response), filename=filename or None, media_type=options.media_type
        )

    async def get_file_metadata(self, options: FilesV4GetFileMetadataCallOptions) -> FilesV4GetFileMetadataResult:
        """Describe a file; raises `InvalidArgumentError` when the reference has no xAI id."""
        response = await self.get_file(options)
        return FilesV4GetFileMetadataResult(**_description(response), filename=response.filename)

    async def delete_file(self, options: FilesV4DeleteFileCallOptions) -> FilesV4DeleteFileResult:
        """Delete a file; raises `InvalidArgumentError` when the reference has no xAI id."""
        response = await self.delete(options)
        return FilesV4DeleteFileResult(warnings=[], provider_reference={"xai": response.id}, deleted=response.deleted)


def _build_form(data: SharedV4FileDataData | SharedV4FileDataText, options: FilesV4UploadFileCallOptions) -> FormData:
    form = FormData()
    for name, value in _fields(options).items():
        form.append(name, value)
    # xAI reads no field that comes after the file.
    content = convert_inline_file_data_to_bytes(data)
    form.append("file", content, filename=options.filename, content_type=options.media_type)
    return form


def _fields(options: FilesV4UploadFileCallOptions) -> dict[str, str]:
    """Return the fields of an upload; `expiresAfter` is in seconds."""
    given = parse_provider_options("xai", options.provider_options, XaiFilesOptions) or XaiFilesOptions()
    expires_after = None if given.expires_after is None else stringify(given.expires_after)
    return omit_none({"expires_after": expires_after, "team_id": given.team_id})


def _description(response: wire.XaiFilesResponse) -> dict[str, Any]:
    return {
        "warnings": [],
        "provider_reference": {"xai": response.id},
        "byte_size": response.bytes,
        "created_at": date_from_seconds(response.created_at),
        "expires_at": date_from_seconds(response.expires_at),
        "provider_metadata": _metadata(response),
    }


def _metadata(response: wire.XaiFilesResponse) -> SharedV4ProviderMetadata:
    told = {
        "filename": response.filename,
        "purpose": response.purpose,
        "bytes": response.bytes,
        "createdAt": response.created_at,
        "status": response.status,
        "expiresAt": response.expires_at,
    }
    return {"xai": omit_none(told)}
