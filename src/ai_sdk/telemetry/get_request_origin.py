"""The origin of a request's URL, which is all that events and results tell of it.

Ports: ai/src/telemetry/get-request-origin.ts
"""

from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from ai_sdk.provider.language_model.result import LanguageModelV4RequestMetadata

__all__ = ["get_request_origin", "sanitize_request_metadata"]

_DEFAULT_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=64)
def get_request_origin(url: str | None) -> str | None:
    """Return scheme, host and port of an HTTP URL, without credentials, path, query and fragment.

    >>> get_request_origin("https://user:secret@api.example.com/v1?key=secret")
    'https://api.example.com'
    """
    if url is None:
        return None
    try:
        return _origin(urlsplit(url.replace("\\", "/")))
    except ValueError:
        return None


def sanitize_request_metadata(
    request: LanguageModelV4RequestMetadata | None,
) -> LanguageModelV4RequestMetadata | None:
    """Return a copy of the request's metadata that has the URL's origin in place of the URL."""
    if request is None or request.url is None:
        return request
    return LanguageModelV4RequestMetadata(body=request.body, url=get_request_origin(request.url))


def _origin(parts: SplitResult) -> str | None:
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    default = parts.port is None or parts.port == _DEFAULT_PORTS[parts.scheme]
    return f"{parts.scheme}://{host}" if default else f"{parts.scheme}://{host}:{parts.port}"
