"""The data of a file: bytes, base64 text, a URL or a reference, each told apart.

Ports: ai/src/prompt/data-content.ts, ai/src/prompt/file-part-data.ts, ai/src/prompt/split-data-url.ts
"""

import re
from base64 import b64encode
from typing import Any

from pydantic_core import Url

from ai_sdk.error.prompt_errors import InvalidDataContentError
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider.shared import (
    SharedV4FileData,
    SharedV4FileDataData,
    SharedV4FileDataReference,
    SharedV4FileDataUrl,
)
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.content_part import DataContent

__all__ = [
    "convert_data_content_to_base64_string",
    "convert_data_content_to_bytes",
    "convert_to_language_model_v4_file_part",
    "split_data_url",
]

_LINE_BREAKS = str.maketrans("", "", "\t\r\n")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def convert_data_content_to_base64_string(content: DataContent) -> str:
    """Return the data of a file as base64 text; text stays as it is.

    >>> convert_data_content_to_base64_string(b"Hi")
    'SGk='
    """
    return content if isinstance(content, str) else b64encode(content).decode("ascii")


def convert_data_content_to_bytes(content: DataContent) -> bytes:
    """Return the bytes of a file. Raises `InvalidDataContentError` when a text is not base64."""
    if not isinstance(content, str):
        return bytes(content)
    try:
        return convert_base64_to_bytes(content)
    except (AISDKError, ValueError) as error:
        raise InvalidDataContentError(
            "Invalid data content. Content string is not a base64-encoded media.", content=content, cause=error
        ) from error


def split_data_url(url: str) -> tuple[str | None, str | None]:
    """Return the media type and the content of a `data:` URL.

    >>> split_data_url("data:text/plain;base64,SGk=")
    ('text/plain', 'SGk=')
    """
    header, *rest = url.split(",")
    kind = header.split(";")[0].split(":")
    return (kind[1] if len(kind) > 1 else None), (rest[0] if rest else None)


def convert_to_language_model_v4_file_part(content: Any) -> tuple[SharedV4FileData, str | None]:
    """Return a file's data with its kind said, and the media type when a `data:` URL names one.

    Raises `InvalidDataContentError` when the URL of tagged data is a `data:` URL without content, or when a `data:` URL
    stands where only data may.
    """
    if isinstance(content, Spec):
        return _convert_tagged(content)
    if isinstance(content, str):
        return _convert_text(content)
    if isinstance(content, dict):
        return SharedV4FileDataReference(reference=content), None
    return SharedV4FileDataData(data=bytes(content)), None


def _convert_tagged(content: Any) -> tuple[SharedV4FileData, str | None]:
    if content.type == "url":
        return _convert_url(content.url, content.original_url)
    if content.type == "data" and isinstance(content.data, str) and content.data.startswith("data:"):
        raise InvalidDataContentError(
            'Data URLs are not valid inline data. Pass them as { type: "url", url } instead.', content=content.data
        )
    return content, None


def _convert_text(content: str) -> tuple[SharedV4FileData, str | None]:
    """Take a text for a URL when it is one, for base64 otherwise."""
    if not _SCHEME.match(content):
        return SharedV4FileDataData(data=content), None
    if content.startswith("data:"):
        return _convert_data_url(content)
    try:
        normalized = str(Url(content))
    except ValueError:
        return SharedV4FileDataData(data=content), None
    return _convert_url(normalized, None if normalized == content else content)


def _convert_data_url(content: str) -> tuple[SharedV4FileData, str | None]:
    """Take the text for data as it is when it only begins like a URL; a URL has no line breaks, whoever wrapped it."""
    media_type, data = split_data_url(content)
    if data is None:
        return SharedV4FileDataData(data=content), None
    is_wrapped = any(space in data for space in "\t\r\n")
    return SharedV4FileDataData(data=data.translate(_LINE_BREAKS) if is_wrapped else data), media_type


def _convert_url(url: str, original_url: str | None) -> tuple[SharedV4FileData, str | None]:
    if not url.startswith("data:"):
        return SharedV4FileDataUrl(url=url, original_url=original_url), None
    media_type, content = split_data_url(url)
    if media_type is None or content is None:
        raise InvalidDataContentError(f"Invalid data URL format in content {url}", content=url)
    return SharedV4FileDataData(data=content), media_type
