"""Google's file store: resumable upload, then waiting until the file has been processed.

Ports: @ai-sdk/google/src/google-files.ts
"""

import re
from typing import Any, ClassVar, Literal

from ai_sdk_generated.google.files import wire
from ai_sdk_generated.google.files.options import GoogleFilesUploadOptions

from ai_sdk.provider import (
    AbortSignal,
    APICallError,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    InvalidResponseDataError,
    JSONObject,
    SharedV4WarningUnsupported,
    stringify,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.abort import abortable
from ai_sdk.provider_utils.base64 import convert_inline_file_data_to_bytes
from ai_sdk.provider_utils.encode_path_segment import encode_path_segment
from ai_sdk.provider_utils.headers import Headers, combine_headers, normalize_headers
from ai_sdk.provider_utils.json import dump_wire, encode_json, parse_json
from ai_sdk.provider_utils.post_to_api import get_from_api
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import json_error_response, json_response, read_body
from ai_sdk.provider_utils.transport import HttpRequest, HttpResponse
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.errors import (
    GoogleFilesUploadError,
    GoogleFilesUploadFailedError,
    GoogleFilesUploadTimeoutError,
    google_error_structure,
)

__all__ = ["GoogleFiles"]

_POLL_INTERVAL_MS = 2000
_POLL_TIMEOUT_MS = 300_000
_FILE_NAME = re.compile(r"files/([^/]+)")
_OK = range(200, 300)
_OPTIONAL_METADATA = ("createTime", "updateTime", "expirationTime", "sha256Hash")


class GoogleFiles:
    """Files on the Gemini API: upload once, refer to them in prompts."""

    specification_version: ClassVar[Literal["v4"]] = "v4"

    def __init__(self, config: GoogleConfig) -> None:
        self.config = config

    @property
    def provider(self) -> str:
        """Which provider this is."""
        return self.config.provider

    async def upload_file(self, options: FilesV4UploadFileCallOptions) -> FilesV4UploadFileResult:
        """Upload a file and wait until it can be used.

        Raises `GoogleFilesUploadError` when it is refused, `GoogleFilesUploadFailedError` when it cannot be processed,
        `GoogleFilesUploadTimeoutError` when that takes longer than `pollTimeoutMs`, and `APICallError` when a request
        fails.
        """
        given = parse_provider_options("google", options.provider_options, GoogleFilesUploadOptions)
        given = given or GoogleFilesUploadOptions()
        content = convert_inline_file_data_to_bytes(options.data)
        file = await self._upload(await self._start(options, given, len(content)), content, options.abort_signal)
        file = await self._wait(file, options, given)
        if file.get("state") == "FAILED":
            raise GoogleFilesUploadFailedError(f"File processing failed for {file.get('name')}")
        media_type = file.get("mimeType")
        return FilesV4UploadFileResult(
            warnings=[] if options.filename is None else [SharedV4WarningUnsupported(feature="filename")],
            provider_reference={"google": file["uri"]},
            media_type=options.media_type if media_type is None else media_type,
            provider_metadata={"google": _metadata(file)},
        )

    async def _headers(self, options: FilesV4UploadFileCallOptions) -> Headers:
        return combine_headers(await self.config.headers(), options.headers)

    async def _start(self, options: FilesV4UploadFileCallOptions, given: GoogleFilesUploadOptions, size: int) -> str:
        """Announce the file and return the URL to send it to."""
        headers = {
            **await self._headers(options),
            "X-Goog-Upload-Protocol": "resumable",
            "X-Goog-Upload-Command": "start",
            "X-Goog-Upload-Header-Content-Length": str(size),
            "X-Goog-Upload-Header-Content-Type": options.media_type,
            "Content-Type": "application/json",
        }
        file = {} if given.display_name is None else {"display_name": given.display_name}
        url = f"{self.config.base_url.removesuffix('/v1beta')}/upload/v1beta/files"
        response, body = await self._post(url, headers, encode_json({"file": file}), options.abort_signal)
        if response.status_code not in _OK:
            text = f"Failed to initiate resumable upload: {response.status_code} {_text(body)}"
            raise GoogleFilesUploadError(text)
        upload_url = response.headers.get("x-goog-upload-url")
        if not upload_url:
            raise GoogleFilesUploadError("No upload URL returned from initiation request")
        return upload_url

    async def _upload(self, url: str, content: bytes, signal: AbortSignal | None) -> JSONObject:
        headers = {"X-Goog-Upload-Offset": "0", "X-Goog-Upload-Command": "upload, finalize"}
        response, body = await self._post(url, headers, content, signal)
        if response.status_code not in _OK:
            raise GoogleFilesUploadError(f"Failed to upload file data: {response.status_code} {_text(body)}")
        answer = parse_json(body)
        file = answer.get("file") if isinstance(answer, dict) else None
        if not isinstance(file, dict) or "uri" not in file:
            raise InvalidResponseDataError(data=answer)
        return file

    async def _post(
        self, url: str, headers: Headers, content: bytes, signal: AbortSignal | None
    ) -> tuple[HttpResponse, bytes]:
        """Post bytes as they are; the second URL is a one-time one that takes no key."""
        transport = self.config.transport()
        request = HttpRequest(method="POST", url=url, headers=normalize_headers(headers), content=content)

        async def call() -> tuple[HttpResponse, bytes]:
            response = await transport.send(request)
            return response, await read_body(response, url)

        try:
            return await abortable(signal, call)
        except transport.errors as error:
            message = f"Cannot connect to API: {error}"
            raise APICallError(message, url=url, request_body_values={}, cause=error, is_retryable=True) from error

    async def _wait(
        self, file: JSONObject, options: FilesV4UploadFileCallOptions, given: GoogleFilesUploadOptions
    ) -> JSONObject:
        interval = _POLL_INTERVAL_MS if given.poll_interval_ms is None else given.poll_interval_ms
        timeout = _POLL_TIMEOUT_MS if given.poll_timeout_ms is None else given.poll_timeout_ms
        started = clock.monotonic()
        while file.get("state") == "PROCESSING":
            if (clock.monotonic() - started) * 1000 > timeout:
                raise GoogleFilesUploadTimeoutError(f"File processing timed out after {stringify(timeout)}ms")
            await abortable(options.abort_signal, lambda: clock.sleep(interval / 1000))
            file = await self._get(file["name"], options)
        return file

    async def _get(self, name: str, options: FilesV4UploadFileCallOptions) -> JSONObject:
        found = _FILE_NAME.fullmatch(name)
        path = encode_path_segment(name) if found is None else f"files/{encode_path_segment(found[1])}"
        response = await get_from_api(
            transport=self.config.transport(),
            url=self.config.url(f"/{path}", ""),
            headers=await self._headers(options),
            response_handler=json_response(wire.GoogleFileResponse),
            error_handler=json_error_response(google_error_structure),
            abort_signal=options.abort_signal,
        )
        file: JSONObject = dump_wire(response.value)
        return file


def _metadata(file: JSONObject) -> JSONObject:
    named = ("name", "displayName", "mimeType", "sizeBytes", "state", "uri")
    metadata: dict[str, Any] = {key: file[key] for key in named if key in file}
    return metadata | {key: file[key] for key in _OPTIONAL_METADATA if file.get(key) is not None}


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")
