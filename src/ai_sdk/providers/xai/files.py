"""xAI's file store.

Ports: @ai-sdk/xai/src/files/xai-files.ts, @ai-sdk/xai/src/files/xai-files-api.ts
Ports: @ai-sdk/xai/src/files/xai-files-options.ts
"""

from typing import Any, ClassVar, Literal

from ai_sdk_generated.xai.files import wire
from ai_sdk_generated.xai.files.options import XaiFilesOptions

from ai_sdk.provider import (
    FilesV4DeleteFileCallOptions,
    FilesV4DeleteFileResult,
    FilesV4DownloadFileCallOptions,
    FilesV4DownloadFileResult,
    FilesV4GetFileMetadataCallOptions,
    FilesV4GetFileMetadataResult,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    FilesV4UploadFileStreamData,
    InvalidArgumentError,
    SharedV4FileDataData,
    SharedV4FileDataText,
    SharedV4ProviderMetadata,
    SharedV4ProviderReference,
)
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.encode_path_segment import encode_path_segment
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.json import omit_none, stringify
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_multipart_stream_to_api import (
    MultipartField,
    MultipartFile,
    close_stream,
    post_multipart_stream_to_api,
)
from ai_sdk.provider_utils.post_to_api import delete_from_api, get_from_api, post_form_data_to_api
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import binary_stream_response, json_error_response, json_response
from ai_sdk.provider_utils.timestamp import date_from_seconds
from ai_sdk.providers.xai.errors import XAI_ERROR_STRUCTURE

__all__ = ["XaiFiles"]

_FILE = json_response(wire.XaiFilesResponse)
_DELETED = json_response(wire.XaiFileDeleteResponse)
_ERROR = json_error_response(XAI_ERROR_STRUCTURE)


class XaiFiles:
    """Files on xAI: upload once, refer to them in prompts."""

    specification_version: ClassVar[Literal["v4"]] = "v4"

    def __init__(self, config: ModelConfig) -> None:
        self.config = config

    @property
    def provider(self) -> str:
        """Which provider this is."""
        return self.config.provider

    async def upload_file(self, options: FilesV4UploadFileCallOptions) -> FilesV4UploadFileResult:
        """Upload a file; a stream is sent while it is read, and closed.

        Raises `InvalidArgumentError` when the provider options do not fit, and `APICallError` when the request fails.
        """
        data = options.data
        if not isinstance(data, FilesV4UploadFileStreamData):
            response = await self._upload(options, data)
        else:
            try:
                response = await self._upload_stream(options, data)
            finally:
                await close_stream(data.stream)
        filename = options.filename if response.filename is None else response.filename
        return FilesV4UploadFileResult(
            **_description(response),
            filename=filename or None,
            media_type=options.media_type,
            provider_metadata=_metadata(response),
        )

    async def _upload(
        self, options: FilesV4UploadFileCallOptions, data: SharedV4FileDataData | SharedV4FileDataText
    ) -> wire.XaiFilesResponse:
        form = FormData()
        for name, value in _fields(options).items():
            form.append(name, value)
        # xAI reads no field that comes after the file.
        content = convert_inline_file_data_to_bytes(data)
        form.append("file", content, filename=options.filename, content_type=options.media_type)
        answer = await post_form_data_to_api(
            **await self._target("/files", options.headers),
            form=form,
            response_handler=_FILE,
            error_handler=_ERROR,
            abort_signal=options.abort_signal,
        )
        response: wire.XaiFilesResponse = answer.value
        return response

    async def _upload_stream(
        self, options: FilesV4UploadFileCallOptions, data: FilesV4UploadFileStreamData
    ) -> wire.XaiFilesResponse:
        fields = [MultipartField(name=name, value=value) for name, value in _fields(options).items()]
        file = MultipartFile(name="file", content=data.stream, filename=options.filename, media_type=options.media_type)
        answer = await post_multipart_stream_to_api(
            **await self._target("/files", options.headers),
            parts=[*fields, file],
            response_handler=_FILE,
            error_handler=_ERROR,
            abort_signal=options.abort_signal,
        )
        response: wire.XaiFilesResponse = answer.value
        return response

    async def get_file_metadata(self, options: FilesV4GetFileMetadataCallOptions) -> FilesV4GetFileMetadataResult:
        """Describe a file; raises `InvalidArgumentError` when the reference has no xAI id."""
        answer = await get_from_api(
            **await self._target(_file_path(options.file), options.headers),
            response_handler=_FILE,
            error_handler=_ERROR,
            abort_signal=options.abort_signal,
        )
        response: wire.XaiFilesResponse = answer.value
        return FilesV4GetFileMetadataResult(
            **_description(response), filename=response.filename, provider_metadata=_metadata(response)
        )

    async def download_file(self, options: FilesV4DownloadFileCallOptions) -> FilesV4DownloadFileResult:
        """Download a file piece by piece; raises `InvalidArgumentError` when the reference has no xAI id."""
        answer = await get_from_api(
            **await self._target(f"{_file_path(options.file)}/content", options.headers),
            response_handler=binary_stream_response(),
            error_handler=_ERROR,
            abort_signal=options.abort_signal,
        )
        media_type = answer.response_headers.get("content-type", "").partition(";")[0].strip()
        return FilesV4DownloadFileResult(warnings=[], content=answer.value, media_type=media_type or None)

    async def delete_file(self, options: FilesV4DeleteFileCallOptions) -> FilesV4DeleteFileResult:
        """Delete a file; raises `InvalidArgumentError` when the reference has no xAI id."""
        answer = await delete_from_api(
            **await self._target(_file_path(options.file), options.headers),
            response_handler=_DELETED,
            error_handler=_ERROR,
            abort_signal=options.abort_signal,
        )
        response: wire.XaiFileDeleteResponse = answer.value
        return FilesV4DeleteFileResult(warnings=[], provider_reference={"xai": response.id}, deleted=response.deleted)

    async def _target(self, path: str, headers: Headers | None) -> dict[str, Any]:
        return {
            "transport": self.config.transport(),
            "url": self.config.url(path, ""),
            "headers": combine_headers(await self.config.headers(), headers),
        }


def _fields(options: FilesV4UploadFileCallOptions) -> dict[str, str]:
    """Return the fields of an upload; `expiresAfter` is in seconds."""
    given = parse_provider_options("xai", options.provider_options, XaiFilesOptions) or XaiFilesOptions()
    expires_after = None if given.expires_after is None else stringify(given.expires_after)
    return omit_none({"expires_after": expires_after, "team_id": given.team_id})


def _file_path(file: SharedV4ProviderReference) -> str:
    identifier: str | None = file.get("xai")
    if identifier is None or not identifier.strip():
        raise InvalidArgumentError("file reference is missing an 'xai' file id.", argument="file")
    return f"/files/{encode_path_segment(identifier)}"


def _description(response: wire.XaiFilesResponse) -> dict[str, Any]:
    return {
        "warnings": [],
        "provider_reference": {"xai": response.id},
        "byte_size": response.bytes,
        "created_at": date_from_seconds(response.created_at),
        "expires_at": date_from_seconds(response.expires_at),
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
