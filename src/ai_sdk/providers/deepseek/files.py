"""DeepSeek's file store, for the images of prompts.

Ports: @ai-sdk/deepseek/src/files/deepseek-files.ts, @ai-sdk/deepseek/src/files/deepseek-files-api.ts
Ports: @ai-sdk/deepseek/src/files/deepseek-files-options.ts
"""

from typing import ClassVar, Literal

from ai_sdk_generated.deepseek.files import wire
from ai_sdk_generated.deepseek.files.options import DeepSeekFilesOptions

from ai_sdk.provider import (
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    InvalidArgumentError,
    JSONObject,
)
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.detect_media_type import detect_media_type
from ai_sdk.provider_utils.form_data import FormData
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_to_api import post_form_data_to_api
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.providers.deepseek.chat.images import SUPPORTED_IMAGE_MEDIA_TYPES
from ai_sdk.providers.deepseek.errors import DEEPSEEK_ERROR_STRUCTURE

__all__ = ["DeepSeekFiles"]

_MAX_FILE_BYTES = 64 * 1024 * 1024
_MAX_FILENAME_LENGTH = 512
_GENERIC_MEDIA_TYPES = frozenset(
    {"", "application/binary", "application/octet-stream", "binary/octet-stream", "image", "image/*"}
)
_EXTENSIONS = frozenset({"gif", "jpeg", "jpg", "png", "webp"})
_IMAGES_ONLY = "DeepSeek file uploads support JPEG, PNG, GIF, and WebP images. "


class DeepSeekFiles:
    """Images on DeepSeek: upload once, refer to them in prompts."""

    specification_version: ClassVar[Literal["v4"]] = "v4"

    def __init__(self, config: ModelConfig) -> None:
        self.config = config

    @property
    def provider(self) -> str:
        """Which provider this is."""
        return self.config.provider

    async def upload_file(self, options: FilesV4UploadFileCallOptions) -> FilesV4UploadFileResult:
        """Upload an image that is held in memory.

        Raises `InvalidArgumentError` for what is no image that DeepSeek takes, or too large, or for provider options
        that do not fit; `UnsupportedFunctionalityError` for a stream; and `APICallError` when the request fails.
        """
        settings = parse_provider_options("deepseek", options.provider_options, DeepSeekFilesOptions)
        content = convert_inline_file_data_to_bytes(options.data)
        _check_upload(content, options.media_type, options.filename)
        answer = await post_form_data_to_api(
            transport=self.config.transport(),
            url=self.config.url("/files", ""),
            headers=combine_headers(await self.config.headers(), options.headers),
            form=_build_form(content, options, settings),
            response_handler=json_response(wire.DeepSeekFilesResponse),
            error_handler=json_error_response(DEEPSEEK_ERROR_STRUCTURE),
            abort_signal=options.abort_signal,
        )
        response: wire.DeepSeekFilesResponse = answer.value
        filename = options.filename if response.filename is None else response.filename
        return FilesV4UploadFileResult(
            warnings=[],
            provider_reference={"deepseek": response.id},
            filename=filename or None,
            media_type=options.media_type,
            provider_metadata={"deepseek": _metadata(response)},
        )


def _build_form(
    content: bytes, options: FilesV4UploadFileCallOptions, settings: DeepSeekFilesOptions | None
) -> FormData:
    form = FormData()
    form.append("file", content, filename=options.filename, content_type=options.media_type)
    form.append("purpose", "user_data")
    if settings is not None and settings.expires_after is not None:
        form.append("expires_after[anchor]", "created_at")
        form.append("expires_after[seconds]", settings.expires_after)
    return form


def _metadata(response: wire.DeepSeekFilesResponse) -> JSONObject:
    return omit_none(
        {
            "object": response.object,
            "filename": response.filename,
            "purpose": response.purpose,
            "bytes": response.bytes,
            "createdAt": response.created_at,
            "expiresAt": response.expires_at,
        }
    )


def _check_upload(content: bytes, media_type: str, filename: str | None) -> None:
    if len(content) > _MAX_FILE_BYTES:
        message = (
            f"DeepSeek file uploads must not exceed 64 MiB ({_MAX_FILE_BYTES:,} bytes). "
            f"Received {len(content):,} bytes."
        )
        raise InvalidArgumentError(message, argument="data")
    if filename is not None and len(filename) > _MAX_FILENAME_LENGTH:
        message = (
            f"DeepSeek filenames must not exceed {_MAX_FILENAME_LENGTH} characters. "
            f"Received {len(filename)} characters."
        )
        raise InvalidArgumentError(message, argument="filename")
    _check_media_type(detect_media_type(content), media_type, filename)


def _check_media_type(detected: str | None, media_type: str, filename: str | None) -> None:
    """Accept what is declared an image, or is generic and looks or is named like one."""
    if detected is not None and detected not in SUPPORTED_IMAGE_MEDIA_TYPES:
        message = f'{_IMAGES_ONLY}Detected unsupported file content type "{detected}".'
        raise InvalidArgumentError(message, argument="data")
    declared = media_type.partition(";")[0].strip().lower()
    if declared in SUPPORTED_IMAGE_MEDIA_TYPES:
        return
    if declared not in _GENERIC_MEDIA_TYPES:
        message = f'{_IMAGES_ONLY}Received unsupported media type "{media_type}".'
        raise InvalidArgumentError(message, argument="mediaType")
    if detected is None and not _has_image_extension(filename):
        message = (
            f"{_IMAGES_ONLY}Provide a supported media type or a filename ending in "
            f'.jpg, .jpeg, .png, .gif, or .webp. Received "{media_type}".'
        )
        raise InvalidArgumentError(message, argument="mediaType")


def _has_image_extension(filename: str | None) -> bool:
    _, dot, extension = (filename or "").rpartition(".")
    return bool(dot) and extension.lower() in _EXTENSIONS
