"""OpenAI's file store.

Ports: @ai-sdk/openai/src/files/openai-files.ts
"""

from typing import Any, ClassVar, Literal

from ai_sdk_generated.openai.files import wire
from ai_sdk_generated.openai.files.options import OpenaiFilesOptions

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
    JSONObject,
    SharedV4FileDataData,
    SharedV4FileDataText,
    SharedV4ProviderReference,
)
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.encode_path_segment import encode_path_segment
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.json import omit_none, stringify
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
from ai_sdk.providers.openai.config import OpenAIConfig
from ai_sdk.providers.openai.errors import openai_error_structure

__all__ = ["OpenAIFiles"]

_FILE = json_response(wire.OpenaiFilesResponse)
_DELETED = json_response(wire.OpenaiFileDeleteResponse)
_ERROR = json_error_response(openai_error_structure)


class OpenAIFiles:
    """Files on OpenAI: upload once, refer to them in prompts."""

    specification_version: ClassVar[Literal["v4"]] = "v4"

    def __init__(self, config: OpenAIConfig) -> None:
        self.config = config

    @property
    def provider(self) -> str:
        """Which provider this is."""
        return self.config.provider

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
        request = await self._request(_file_path(options.file), options.headers)
        answer = await get_from_api(
            **request, response_handler=_FILE, error_handler=_ERROR, abort_signal=options.abort_signal
        )
        response: wire.OpenaiFilesResponse = answer.value
        return FilesV4GetFileMetadataResult(
            warnings=[],
            provider_reference={"openai": response.id},
            filename=response.filename,
            byte_size=response.bytes,
            created_at=date_from_seconds(response.created_at),
            expires_at=date_from_seconds(response.expires_at),
            provider_metadata={"openai": _metadata(response)},
        )

    async def download_file(self, options: FilesV4DownloadFileCallOptions) -> FilesV4DownloadFileResult:
        """Download a file piece by piece; raises `InvalidArgumentError` when the reference has no OpenAI id."""
        request = await self._request(f"{_file_path(options.file)}/content", options.headers)
        answer = await get_from_api(
            **request,
            response_handler=binary_stream_response(),
            error_handler=_ERROR,
            abort_signal=options.abort_signal,
        )
        media_type = answer.response_headers.get("content-type", "").partition(";")[0].strip()
        return FilesV4DownloadFileResult(warnings=[], content=answer.value, media_type=media_type or None)

    async def delete_file(self, options: FilesV4DeleteFileCallOptions) -> FilesV4DeleteFileResult:
        """Delete a file; raises `InvalidArgumentError` when the reference has no OpenAI id."""
        request = await self._request(_file_path(options.file), options.headers)
        answer = await delete_from_api(
            **request, response_handler=_DELETED, error_handler=_ERROR, abort_signal=options.abort_signal
        )
        response: wire.OpenaiFileDeleteResponse = answer.value
        return FilesV4DeleteFileResult(
            warnings=[], provider_reference={"openai": response.id}, deleted=response.deleted
        )

    async def _request(self, path: str, headers: Headers | None) -> dict[str, Any]:
        return {
            "transport": self.config.transport(),
            "url": self.config.url(path, ""),
            "headers": combine_headers(await self.config.headers(), headers),
        }

    async def _upload(self, options: FilesV4UploadFileCallOptions) -> wire.OpenaiFilesResponse:
        data = options.data
        if not isinstance(data, FilesV4UploadFileStreamData):
            return await self._upload_bytes(data, options, _read_options(options))
        try:
            return await self._upload_stream(data, options, _read_options(options))
        finally:
            await close_stream(data.stream)

    async def _upload_stream(
        self, data: FilesV4UploadFileStreamData, options: FilesV4UploadFileCallOptions, fields: dict[str, str]
    ) -> wire.OpenaiFilesResponse:
        file = MultipartFile(name="file", content=data.stream, filename=options.filename, media_type=options.media_type)
        answer = await post_multipart_stream_to_api(
            **await self._request("/files", options.headers),
            parts=[*(MultipartField(name=name, value=value) for name, value in fields.items()), file],
            response_handler=_FILE,
            error_handler=_ERROR,
            abort_signal=options.abort_signal,
        )
        response: wire.OpenaiFilesResponse = answer.value
        return response

    async def _upload_bytes(
        self,
        data: SharedV4FileDataData | SharedV4FileDataText,
        options: FilesV4UploadFileCallOptions,
        fields: dict[str, str],
    ) -> wire.OpenaiFilesResponse:
        form = FormData()
        content = convert_inline_file_data_to_bytes(data)
        form.append("file", content, filename=options.filename, content_type=options.media_type)
        for name, value in fields.items():
            form.append(name, value)
        answer = await post_form_data_to_api(
            **await self._request("/files", options.headers),
            form=form,
            response_handler=_FILE,
            error_handler=_ERROR,
            abort_signal=options.abort_signal,
        )
        response: wire.OpenaiFilesResponse = answer.value
        return response


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


def _file_path(file: SharedV4ProviderReference) -> str:
    identifier: str | None = file.get("openai")
    if identifier is None or not identifier.strip():
        raise InvalidArgumentError("file reference is missing an 'openai' file id.", argument="file")
    return f"/files/{encode_path_segment(identifier)}"


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
