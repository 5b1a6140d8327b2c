"""Identifiers as one segment of a URL's path.

Ports: @ai-sdk/provider-utils/src/encode-path-segment.ts
"""

from urllib.parse import quote

__all__ = ["encode_path_segment"]

_UNRESERVED = "!'()*"
_DOTS = {".": "%252E", "..": "%252E%252E"}


def encode_path_segment(value: str) -> str:
    """Escape a raw identifier so that it stays one segment, dots included, which URLs would resolve.

    >>> encode_path_segment("a/b?c"), encode_path_segment("..")
    ('a%2Fb%3Fc', '%252E%252E')
    """
    return _DOTS.get(value) or quote(value, safe=_UNRESERVED)
