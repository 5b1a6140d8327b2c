"""OpenAI's file store.

Ports: @ai-sdk/openai/src/files/openai-files.ts
Ports: @ai-sdk/openai/src/files/openai-files-api.ts
Ports: @ai-sdk/openai/src/files/openai-files-options.ts
"""

from typing import Any, ClassVar

from ai_sdk_generated.openai.files import wire
from ai_sdk_generated.openai.files.options import OpenaiFilesOptions

from ai_sdk.provider import (
    FilesV4DeleteFileCallOptions,
    FilesV4DeleteFileResult,
    FilesV4GetFileMetadataCallOptions,
    FilesV4GetFileMetadataResult,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    FilesV4UploadFileStreamData,
    JSONObject,
    SharedV4FileDataData,
    SharedV4FileDataText,
)
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.http_files import HttpFiles
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ErrorStructure
from ai_sdk.provider_utils.timestamp import date_from_seconds
from ai_sdk.providers.openai.errors import openai_error_structure

__all__ = ["OpenAIFiles"]


class OpenAIFiles(HttpFiles[wire.OpenaiFilesResponse, wire.OpenaiFileDeleteResponse]):
    """Files on OpenAI: upload once, refer to them in prompts."""

    reference_key: ClassVar[str] = "openai"
    file_type: ClassVar[Any] = wire.OpenaiFilesResponse
    deleted_type: ClassVar[Any] = wire.OpenaiFileDeleteResponse
    error_structure: ClassVar[ErrorStructure] = openai_error_structure

    async def upload_file(self, options: FilesV4UploadFileCallOptions) -> FilesV4UploadFileResult:
        """Upload a file; a stream is sent while it is read, and closed.

        Raises `InvalidArgumentError` when the provider options do not fit, and `APICallError` when the request fails.
        """
        response = await self._upload(options)
        filename = options.filename if response.filename is None else response.filename
        return FilesV4UploadFileResult(
            warnings=[],
            provider_reference={"openai": response.id},
            filename=filename or None,
            media_type=options.media_type,
            byte_size=response.bytes,
            created_at=date_from_seconds(response.created_at),
            expires_at=date_from_seconds(response.expires_at),
            provider_metadata={"openai": _metadata(response)},
        )

    async def get_file_metadata(self, options: FilesV4GetFileMetadataCallOptions) -> FilesV4GetFileMetadataResult:
        """Describe a file; raises `InvalidArgumentError` when the reference has no OpenAI id."""
        response = await self.get_file(options)
        return FilesV4GetFileMetadataResult(
            warnings=[],
            provider_reference={"openai": response.id},
            filename=response.filename,
            byte_size=response.bytes,
            created_at=date_from_seconds(response.created_at),
            expires_at=date_from_seconds(response.expires_at),
            provider_metadata={"openai": _metadata(response)},
        )

    async def delete_file(self, options: FilesV4DeleteFileCallOptions) -> FilesV4DeleteFileResult:
        """Delete a file; raises `InvalidArgumentError` when the reference has no OpenAI id."""
        response = await self.delete(options)
        return FilesV4DeleteFileResult(
            warnings=[], provider_reference={"openai": response.id}, deleted=response.deleted
        )

    async def _upload(self, options: FilesV4UploadFileCallOptions) -> wire.OpenaiFilesResponse:
        data = options.data
        if not isinstance(data, FilesV4UploadFileStreamData):
            return await self.post_form(_build_form(data, options, _read_options(options)), options)
        try:
            return await self.post_stream(_read_options(options), data, options)
        finally:
            await close_stream(data.stream)


def _build_form(
    data: SharedV4FileDataData | SharedV4FileDataText, options: FilesV4UploadFileCallOptions, fields: dict[str, str]
) -> FormData:
    form = FormData()
    content = convert_inline_file_data_to_bytes(data)
    form.append("file", content, filename=options.filename, content_type=options.media_type)
    for name, value in fields.items():
        form.append(name, value)
    return form


def _read_options(options: FilesV4UploadFileCallOptions) -> dict[str, str]:
    """Return the fields of an upload; `expiresAfter` is in seconds after its creation."""
    given = parse_provider_options("openai", options.provider_options, OpenaiFilesOptions) or OpenaiFilesOptions()
    fields = {"purpose": "assistants" if given.purpose is None else given.purpose}
    if given.expires_after is not None:
        fields |= {
            "expires_after[anchor]": "created_at",
            "expires_after[seconds]": stringify(given.expires_after),
        }
    return fields


def _metadata(response: wire.OpenaiFilesResponse) -> JSONObject:
    return omit_none(
        {
            "filename": response.filename,
            "purpose": response.purpose,
            "bytes": response.bytes,
            "createdAt": response.created_at,
            "status": response.status,
            "expiresAt": response.expires_at,
        }
    )
