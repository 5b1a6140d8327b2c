"""Uploads a file to a provider.

Ports: ai/src/upload-file/upload-file.ts, ai/src/upload-file/upload-file-result.ts
"""

import os
from collections.abc import AsyncIterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import anyio

from ai_sdk.provider import (
    FilesV4,
    FilesV4UploadFileCallOptions,
    FilesV4UploadFileResult,
    FilesV4UploadFileStreamData,
    ProviderV4,
    SharedV4FileDataData,
    SharedV4FileDataText,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.detect_media_type import detect_media_type
from ai_sdk.upload_file.upload_error import UploadNotSupportedError

__all__ = ["UploadFileData", "UploadFileResult", "upload_file"]

UploadFileResult = FilesV4UploadFileResult

_Tagged: TypeAlias = SharedV4FileDataData | SharedV4FileDataText | FilesV4UploadFileStreamData

UploadFileData: TypeAlias = (
    bytes | bytearray | memoryview | str | os.PathLike[str] | AsyncIterable[bytes] | _Tagged | Mapping[str, Any]
)
"""Bytes, base64 text, the path of a file, pieces of bytes, or a tagged value: `{"type": "text", "text": ...}`."""

_SNIFFED_BYTES = 512
# Base64 has four characters for three bytes; four bytes more than needed, to be safe.
_SNIFFED_CHARACTERS = -(-(_SNIFFED_BYTES + 4) // 3) * 4
_TEXT_CONTROLS = frozenset(b"\t\n\r")
_FIRST_PRINTABLE = 0x20


async def upload_file(
    *,
    api: FilesV4 | ProviderV4,
    data: UploadFileData,
    media_type: str | None = None,
    filename: str | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str | None] | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
) -> UploadFileResult:
    """Upload a file to a provider's file store, and return the reference that prompts use.

    `api` is a provider that has a file store, or the store (`openai.files()`). A text is base64; for plain text pass
    `{"type": "text", "text": ...}`. A stream is sent while it is read by providers that can, and closed when the upload
    fails. The media type is read from the first bytes unless it is given; a path also gives the file name.

    Raises `UploadNotSupportedError` when the provider has no file store, `UnsupportedFunctionalityError` when it takes
    no streams, `InvalidArgumentError` for a text that is not base64, and what the store raises. There are no retries.

        uploaded = await upload_file(api=openai, data=Path("report.pdf"))
        prompt = [{"type": "file", "data": uploaded.provider_reference, "media_type": "application/pdf"}]
    """
    if isinstance(data, os.PathLike):
        filename = Path(data).name if filename is None else filename
        data = await anyio.Path(data).read_bytes()
    tagged = _tag(data)
    try:
        return await _store_of(api).upload_file(
            FilesV4UploadFileCallOptions(
                data=tagged,
                media_type=_detect(tagged) if media_type is None else media_type,
                filename=filename,
                abort_signal=abort_signal,
                headers=None if headers is None else dict(headers),
                provider_options=provider_options,
            )
        )
    except BaseException:
        if isinstance(tagged, FilesV4UploadFileStreamData):
            await close_stream(tagged.stream)
        raise


def _tag(data: Any) -> _Tagged:
    if isinstance(data, str | bytes):
        return SharedV4FileDataData(data=data)
    if isinstance(data, bytearray | memoryview):
        return SharedV4FileDataData(data=bytes(data))
    if isinstance(data, AsyncIterable):
        return FilesV4UploadFileStreamData(stream=aiter(data))
    tagged: _Tagged = load(_Tagged, data)
    return tagged


def _store_of(api: Any) -> FilesV4:
    if hasattr(api, "upload_file"):
        store: FilesV4 = api
        return store
    files = getattr(api, "files", None)
    if files is None:
        raise UploadNotSupportedError(
            "The provider does not support file uploads. Make sure it exposes a files() method."
        )
    made: FilesV4 = files()
    return made


def _detect(data: _Tagged) -> str:
    if isinstance(data, SharedV4FileDataText):
        return "text/plain"
    if isinstance(data, FilesV4UploadFileStreamData):
        return "application/octet-stream"  # a look at the bytes would consume them
    fallback = "text/plain" if _is_likely_text(data.data) else "application/octet-stream"
    return detect_media_type(data.data) or fallback


def _is_likely_text(data: bytes | str) -> bool:
    head = convert_base64_to_bytes(data[:_SNIFFED_CHARACTERS]) if isinstance(data, str) else data
    head = head[:_SNIFFED_BYTES]
    return bool(head) and all(byte >= _FIRST_PRINTABLE or byte in _TEXT_CONTROLS for byte in head)
