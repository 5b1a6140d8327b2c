"""Text in a data URL.

Ports: ai/src/util/data-url.ts
"""

import codecs
import re

from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.provider.errors import AISDKError
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes

__all__ = ["get_text_from_data_url"]

_CHARSET = re.compile(r'(?:^|;)\s*charset\s*=\s*(?:"([^"]+)"|([^;\s]+))', re.IGNORECASE)

# What these are called is not what browsers read them as.
_BROWSER_ENCODINGS = {"ascii": "cp1252", "iso8859-1": "cp1252", "utf-16": "utf-16-le", "iso8859-9": "cp1254"}


def get_text_from_data_url(data_url: str) -> str:
    """Return the text of a base64 data URL; without a charset each byte is one character.

    Raises `InvalidArgumentError` when it is no such URL or cannot be decoded.

    >>> get_text_from_data_url("data:text/plain;charset=utf-8;base64,w7w=")
    'ü'
    """
    header, comma, rest = data_url.partition(",")
    match = _CHARSET.search(header)
    if not comma or ":" not in header.partition(";")[0]:
        raise InvalidArgumentError(parameter="dataUrl", value=data_url, message="Invalid data URL format")
    try:
        data = convert_base64_to_bytes(rest.partition(",")[0])
        return _decode(data, match[1] or match[2]) if match else data.decode("latin-1")
    except (AISDKError, LookupError, UnicodeError) as error:
        raise InvalidArgumentError(parameter="dataUrl", value=data_url, message="Error decoding data URL") from error


def _decode(data: bytes, charset: str) -> str:
    name = codecs.lookup(charset).name
    text = data.decode(_BROWSER_ENCODINGS.get(name, name), "replace")
    return text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
