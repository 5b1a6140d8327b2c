"""A hash of JSON values that does not depend on the order of keys.

Ports: ai/src/util/canonical-hash.ts
"""

import hashlib
import re
from base64 import urlsafe_b64encode
from typing import Any

from ai_sdk.provider.json_value import stringify

__all__ = ["canonical_json", "hash_canonical", "to_base64url"]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def canonical_json(value: Any) -> str:
    """Write a JSON value with the keys of each object sorted, as JavaScript sorts texts.

    >>> canonical_json({"b": [1.0, None], "a": "ü"})
    '{"a":"ü","b":[1,null]}'
    """
    return _LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", stringify(_sorted(value)))


def to_base64url(data: bytes) -> str:
    """Write bytes as base64url without padding.

    >>> to_base64url(b"hi?>")
    'aGk_Pg'
    """
    return urlsafe_b64encode(data).decode("ascii").rstrip("=")


def hash_canonical(value: Any) -> str:
    """Return the SHA-256 of the canonical JSON text as base64url.

    >>> hash_canonical({"a": 1, "b": 2}) == hash_canonical({"b": 2, "a": 1})
    True
    """
    return to_base64url(hashlib.sha256(canonical_json(value).encode()).digest())


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value, key=_utf16)}
    return [_sorted(item) for item in value] if isinstance(value, list) else value


def _utf16(key: str) -> bytes:
    return key.encode("utf-16-be", "surrogatepass")
