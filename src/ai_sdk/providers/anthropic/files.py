"""Anthropic's file store.

Ports: @ai-sdk/anthropic/src/files/anthropic-files.ts, @ai-sdk/anthropic/src/files/anthropic-files-api.ts
"""

from datetime import UTC, datetime
from typing import Any, ClassVar, Literal

from ai_sdk_generated.anthropic.files import wire

from ai_sdk.provider import (
    FilesV4DeleteFileCallOptions,
    FilesV4DeleteFileResult,
    FilesV4DownloadFileCallOptions,
    FilesV4DownloadFileResult,
    FilesV4GetFileMetadataCallOptions,
    FilesV4GetFileMetadataResult,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    InvalidArgumentError,
    JSONObject,
    SharedV4ProviderReference,
)
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.encode_path_segment import encode_path_segment
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_to_api import delete_from_api, get_from_api, post_form_data_to_api
from ai_sdk.provider_utils.response_handler import binary_stream_response, json_error_response, json_response
from ai_sdk.providers.anthropic.errors import anthropic_error_structure

__all__ = ["AnthropicFiles"]

_BETA = {"anthropic-beta": "files-api-2025-04-14"}
_FILE = json_response(wire.AnthropicUploadFileResponse)
_DELETED = json_response(wire.AnthropicDeleteFileResponse)
_ERROR = json_error_response(anthropic_error_structure)


class AnthropicFiles:
    """Files on Anthropic: upload once, refer to them in prompts."""

    specification_version: ClassVar[Literal["v4"]] = "v4"

    def __init__(self, config: ModelConfig) -> None:
        self.config = config

    @property
    def provider(self) -> str:
        """Which provider this is."""
        return self.config.provider

    async def upload_file(self, options: FilesV4UploadFileCallOptions) -> FilesV4UploadFileResult:
        """Upload a file that is held in memory.

        Raises `UnsupportedFunctionalityError` for a stream, and `APICallError` when the request fails.
        """
        form = FormData()
        content = convert_inline_file_data_to_bytes(options.data)
        form.append("file", content, filename=options.filename, content_type=options.media_type)
        answer = await post_form_data_to_api(
            **await self._request("/files", options.headers),
            form=form,
            response_handler=_FILE,
            error_handler=_ERROR,
            abort_signal=options.abort_signal,
        )
        response: wire.AnthropicUploadFileResponse = answer.value
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
        request = await self._request(_file_path(options.file), options.headers)
        answer = await get_from_api(
            **request, response_handler=_FILE, error_handler=_ERROR, abort_signal=options.abort_signal
        )
        response: wire.AnthropicUploadFileResponse = answer.value
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

    async def download_file(self, options: FilesV4DownloadFileCallOptions) -> FilesV4DownloadFileResult:
        """Download a file piece by piece; raises `InvalidArgumentError` when the reference has no Anthropic id."""
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
        """Delete a file; raises `InvalidArgumentError` when the reference has no Anthropic id."""
        request = await self._request(_file_path(options.file), options.headers)
        answer = await delete_from_api(
            **request, response_handler=_DELETED, error_handler=_ERROR, abort_signal=options.abort_signal
        )
        response: wire.AnthropicDeleteFileResponse = answer.value
        return FilesV4DeleteFileResult(warnings=[], provider_reference={"anthropic": response.id}, deleted=True)

    async def _request(self, path: str, headers: Headers | None) -> dict[str, Any]:
        return {
            "transport": self.config.transport(),
            "url": self.config.url(path, ""),
            "headers": combine_headers(await self.config.headers(), _BETA, headers),
        }


def _file_path(file: SharedV4ProviderReference) -> str:
    identifier: str | None = file.get("anthropic")
    if identifier is None or not identifier.strip():
        raise InvalidArgumentError("file reference is missing an 'anthropic' file id.", argument="file")
    return f"/files/{encode_path_segment(identifier)}"


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
