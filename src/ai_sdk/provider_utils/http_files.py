"""A provider's file store: what is the same wherever files are uploaded by form and lie at `/files/<id>`.

Ports: @ai-sdk/openai/src/files/openai-files.ts, @ai-sdk/anthropic/src/files/anthropic-files.ts
Ports: @ai-sdk/xai/src/files/xai-files.ts
"""

from collections.abc import Mapping
from typing import Any, ClassVar, Generic, Literal, TypeVar

from ai_sdk.provider import (
    FilesV4DeleteFileCallOptions,
    FilesV4DownloadFileCallOptions,
    FilesV4DownloadFileResult,
    FilesV4GetFileMetadataCallOptions,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileStreamData,
    InvalidArgumentError,
    SharedV4ProviderReference,
)
from ai_sdk.provider_utils.encode_path_segment import encode_path_segment
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_multipart_stream_to_api import (
    MultipartField,
    MultipartFile,
    post_multipart_stream_to_api,
)
from ai_sdk.provider_utils.post_to_api import delete_from_api, get_from_api, post_form_data_to_api
from ai_sdk.provider_utils.response_handler import (
    ErrorStructure,
    binary_stream_response,
    json_error_response,
    json_response,
)

__all__ = ["HttpFiles"]

FileT = TypeVar("FileT")
DeletedT = TypeVar("DeletedT")

_PATH = "/files"


class HttpFiles(Generic[FileT, DeletedT]):
    """Files of one provider: a subclass names the provider and the types of its answers, and reads them."""

    specification_version: ClassVar[Literal["v4"]] = "v4"
    reference_key: ClassVar[str]
    """The key of the provider's ids in file references."""
    file_type: ClassVar[Any]
    deleted_type: ClassVar[Any]
    error_structure: ClassVar[ErrorStructure]
    extra_headers: ClassVar[Headers] = {}

    def __init__(self, config: ModelConfig) -> None:
        self.config = config

    @property
    def provider(self) -> str:
        """Which provider this is."""
        return self.config.provider

    async def download_file(self, options: FilesV4DownloadFileCallOptions) -> FilesV4DownloadFileResult:
        """Download a file piece by piece; raises `InvalidArgumentError` for a reference that has no id here."""
        answer = await get_from_api(
            **await self._call(f"{self._file_path(options.file)}/content", options),
            response_handler=binary_stream_response(),
        )
        media_type = answer.response_headers.get("content-type", "").partition(";")[0].strip()
        return FilesV4DownloadFileResult(warnings=[], content=answer.value, media_type=media_type or None)

    async def post_form(self, form: FormData, options: FilesV4UploadFileCallOptions) -> FileT:
        """Upload a file that is held in memory."""
        answer = await post_form_data_to_api(
            **await self._call(_PATH, options), form=form, response_handler=json_response(self.file_type)
        )
        file: FileT = answer.value
        return file

    async def post_stream(
        self, fields: Mapping[str, str], data: FilesV4UploadFileStreamData, options: FilesV4UploadFileCallOptions
    ) -> FileT:
        """Upload a file while it is read, after `fields`; its stream is closed."""
        file = MultipartFile(name="file", content=data.stream, filename=options.filename, media_type=options.media_type)
        answer = await post_multipart_stream_to_api(
            **await self._call(_PATH, options),
            parts=[*(MultipartField(name=name, value=value) for name, value in fields.items()), file],
            response_handler=json_response(self.file_type),
        )
        uploaded: FileT = answer.value
        return uploaded

    async def get_file(self, options: FilesV4GetFileMetadataCallOptions) -> FileT:
        """Return what the provider says of a file."""
        answer = await get_from_api(
            **await self._call(self._file_path(options.file), options), response_handler=json_response(self.file_type)
        )
        file: FileT = answer.value
        return file

    async def delete(self, options: FilesV4DeleteFileCallOptions) -> DeletedT:
        """Delete a file and return what the provider says of it."""
        answer = await delete_from_api(
            **await self._call(self._file_path(options.file), options),
            response_handler=json_response(self.deleted_type),
        )
        deleted: DeletedT = answer.value
        return deleted

    def _file_path(self, file: SharedV4ProviderReference) -> str:
        identifier: str | None = file.get(self.reference_key)
        if identifier is None or not identifier.strip():
            message = f"file reference is missing an '{self.reference_key}' file id."
            raise InvalidArgumentError(message, argument="file")
        return f"{_PATH}/{encode_path_segment(identifier)}"

    async def _call(
        self,
        path: str,
        options: FilesV4UploadFileCallOptions
        | FilesV4GetFileMetadataCallOptions
        | FilesV4DownloadFileCallOptions
        | FilesV4DeleteFileCallOptions,
    ) -> dict[str, Any]:
        return {
            "transport": self.config.transport(),
            "url": self.config.url(path, ""),
            "headers": combine_headers(await self.config.headers(), self.extra_headers, options.headers),
            "error_handler": json_error_response(self.error_structure),
            "abort_signal": options.abort_signal,
        }
