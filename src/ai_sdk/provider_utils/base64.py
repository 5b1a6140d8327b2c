"""Base64 text and bytes, in the forms that file data comes in.

Ports: @ai-sdk/provider-utils/src/uint8-utils.ts
Ports: @ai-sdk/provider-utils/src/convert-inline-file-data-to-uint8-array.ts
"""

import binascii
import re
from base64 import b64encode
from typing import TYPE_CHECKING

from ai_sdk.provider.errors import InvalidArgumentError, UnsupportedFunctionalityError
from ai_sdk.provider.shared import SharedV4FileDataData, SharedV4FileDataText

if TYPE_CHECKING:
    from ai_sdk.provider.files import FilesV4UploadFileStreamData

__all__ = ["convert_base64_to_bytes", "convert_inline_file_data_to_bytes", "convert_to_base64"]

_WHITESPACE = re.compile(r"[\t\n\f\r ]+")
_DIGITS = re.compile(r"[A-Za-z0-9+/]*")
_GROUP = 4


def convert_base64_to_bytes(text: str) -> bytes:
    """Decode base64 or base64url, padded or not, as the `atob` of browsers does.

    Raises `InvalidArgumentError` when `text` is neither.

    >>> convert_base64_to_bytes("SGk")
    b'Hi'
    """
    digits = _WHITESPACE.sub("", text.replace("-", "+").replace("_", "/"))
    if len(digits) % _GROUP == 0:
        digits = digits.removesuffix("=").removesuffix("=")
    if len(digits) % _GROUP == 1 or not _DIGITS.fullmatch(digits):
        raise InvalidArgumentError("The data is not valid base64.", argument="data")
    return binascii.a2b_base64(digits + "=" * (-len(digits) % _GROUP))


def convert_to_base64(value: str | bytes) -> str:
    """Return bytes as base64 text; text is base64 already and stays as it is.

    >>> convert_to_base64(b"Hi")
    'SGk='
    """
    return value if isinstance(value, str) else b64encode(value).decode("ascii")


def convert_inline_file_data_to_bytes(
    data: "SharedV4FileDataData | SharedV4FileDataText | FilesV4UploadFileStreamData",
) -> bytes:
    """Return the bytes of file data that is held in memory.

    Raises `UnsupportedFunctionalityError` for a stream, and `InvalidArgumentError` for text that is not base64.

    >>> convert_inline_file_data_to_bytes(SharedV4FileDataText(text="Hi"))
    b'Hi'
    """
    match data:
        case SharedV4FileDataText():
            return data.text.encode()
        case SharedV4FileDataData():
            return convert_base64_to_bytes(data.data) if isinstance(data.data, str) else bytes(data.data)
    raise UnsupportedFunctionalityError(functionality="streaming file upload")
