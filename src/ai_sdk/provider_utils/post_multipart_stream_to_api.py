"""Multipart uploads that are sent while they are read, so that no file is held in memory.

Ports: @ai-sdk/provider-utils/src/post-multipart-stream-to-api.ts
"""

import re
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.close_stream import close_stream
from ai_sdk.provider_utils.generate_id import generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.post_to_api import post_to_api
from ai_sdk.provider_utils.response_handler import ApiResponse, ResponseHandler
from ai_sdk.provider_utils.transport import Transport

__all__ = ["MultipartField", "MultipartFile", "MultipartStreamPart", "post_multipart_stream_to_api"]

T = TypeVar("T")

_LINE_BREAK = re.compile(r"[\r\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipartField:
    """A text field."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MultipartFile:
    """A file whose bytes come piece by piece."""

    name: str
    content: AsyncIterator[bytes]
    filename: str | None = None
    media_type: str | None = None


MultipartStreamPart = MultipartField | MultipartFile


async def post_multipart_stream_to_api(
    *,
    transport: Transport,
    url: str,
    headers: Headers | None = None,
    parts: Sequence[MultipartStreamPart],
    response_handler: ResponseHandler[T],
    error_handler: ResponseHandler[APICallError],
    abort_signal: AbortSignal | None = None,
) -> ApiResponse[T]:
    """Post a form, part by part in the given order; every file's stream is closed, whatever happens.

    Raises `APICallError` when the request or its answer fails.
    """
    boundary = f"ai-sdk-multipart-{generate_id()}"
    try:
        return await post_to_api(
            transport=transport,
            url=url,
            headers={**(headers or {}), "Content-Type": f"multipart/form-data; boundary={boundary}"},
            content=_encode(parts, boundary),
            values={part.name: _describe(part) for part in parts},
            response_handler=response_handler,
            error_handler=error_handler,
            abort_signal=abort_signal,
        )
    finally:
        for part in parts:
            if isinstance(part, MultipartFile):
                await close_stream(part.content)


def _describe(part: MultipartStreamPart) -> str:
    """Return what an error says of a part; a file's bytes are gone by then."""
    if isinstance(part, MultipartField):
        return part.value
    return f"<file:{part.name if part.filename is None else part.filename}>"


async def _encode(parts: Sequence[MultipartStreamPart], boundary: str) -> AsyncIterator[bytes]:
    for part in parts:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{_escape(part.name)}"'
        if isinstance(part, MultipartField):
            yield f"{head}\r\n\r\n{part.value}\r\n".encode()
            continue
        # Without a file name servers take the part for a text field.
        filename = _escape("blob" if part.filename is None else part.filename)
        media_type = _LINE_BREAK.sub("", part.media_type or "application/octet-stream")
        yield f'{head}; filename="{filename}"\r\nContent-Type: {media_type}\r\n\r\n'.encode()
        async for piece in part.content:
            yield piece
        yield b"\r\n"
    yield f"--{boundary}--\r\n".encode()


def _escape(value: str) -> str:
    """Keep a value inside the quotes of a header."""
    return _LINE_BREAK.sub("", value).replace("\\", "\\\\").replace('"', '\\"')
