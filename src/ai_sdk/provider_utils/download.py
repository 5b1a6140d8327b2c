"""Downloads of files that a user or a provider named: bounded, guarded hop by hop.

Ports: @ai-sdk/provider-utils/src/download-blob.ts, @ai-sdk/provider-utils/src/fetch-untrusted-url.ts
Ports: @ai-sdk/provider-utils/src/fetch-with-validated-redirects.ts, @ai-sdk/provider-utils/src/is-url-supported.ts
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.abort import AbortError, abortable
from ai_sdk.provider_utils.headers import Headers, normalize_headers
from ai_sdk.provider_utils.response_handler import MAX_BODY_BYTES, DownloadError, read_body
from ai_sdk.provider_utils.transport import HttpRequest, HttpResponse, Transport
from ai_sdk.provider_utils.url_guard import is_same_origin, sanitize_request_headers, validate_download_url

__all__ = ["Download", "download", "fetch_untrusted_url", "fetch_with_validated_redirects", "is_url_supported"]

_MAX_REDIRECTS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MULTIPLE_CHOICES = 300

# Request metadata that carries no credential; providers may name the header of a key as they like.
_HARMLESS_HEADERS = frozenset(
    {
        "accept",
        "accept-language",
        "baggage",
        "cache-control",
        "idempotency-key",
        "if-match",
        "if-modified-since",
        "if-none-match",
        "if-range",
        "if-unmodified-since",
        "pragma",
        "range",
        "traceparent",
        "tracestate",
        "user-agent",
        "x-correlation-id",
        "x-request-id",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A downloaded file and the media type that its server gave."""

    data: bytes
    media_type: str | None = None


async def download(
    url: str, *, transport: Transport, max_bytes: int = MAX_BODY_BYTES, abort_signal: AbortSignal | None = None
) -> Download:
    """Download `url`; raises `DownloadError` when it is not allowed, not there, too large, or not reachable."""

    async def fetch() -> Download:
        response = await fetch_untrusted_url(url, transport=transport)
        if response.status_code >= _MULTIPLE_CHOICES:
            await response.close()
            raise DownloadError(url=url, status_code=response.status_code, status_text=response.reason)
        data = await read_body(response, url, max_bytes=max_bytes)
        return Download(data=data, media_type=response.headers.get("content-type"))

    try:
        return await abortable(abort_signal, fetch)
    except (AbortError, DownloadError):
        raise
    except transport.errors as error:
        raise DownloadError(url=url, cause=error) from error


async def fetch_untrusted_url(
    url: str,
    *,
    transport: Transport,
    headers: Headers | None = None,
    credentialed_origin: str | None = None,
    untrusted_first_hop_headers: Iterable[str] = (),
    trusted_origin: str | None = None,
) -> HttpResponse:
    """Get a URL that came from outside; headers that may carry a key go to `credentialed_origin` alone."""
    sent = sanitize_request_headers(normalize_headers(headers))
    origin = credentialed_origin or trusted_origin
    if origin is None or not is_same_origin(url, origin):
        allowed = _HARMLESS_HEADERS.union(name.lower() for name in untrusted_first_hop_headers)
        sent = {name: value for name, value in sent.items() if name in allowed}
    return await fetch_with_validated_redirects(url, transport=transport, headers=sent, trusted_origin=trusted_origin)


async def fetch_with_validated_redirects(
    url: str, *, transport: Transport, headers: Headers | None = None, trusted_origin: str | None = None
) -> HttpResponse:
    """Get a URL and follow its redirects, each hop checked; `trusted_origin` is not checked.

    Raises `DownloadError` for a hop that is not allowed, one from https to http, and more than ten hops. Headers other
    than the user agent are dropped when a hop leads to another origin.
    """
    sent = sanitize_request_headers(normalize_headers(headers))
    current = url
    for _ in range(_MAX_REDIRECTS + 1):
        if trusted_origin is None or not is_same_origin(current, trusted_origin):
            validate_download_url(current)
        request = HttpRequest(method="GET", url=current, headers=sent)
        response = await transport.send(request, follow_redirects=False)
        location = response.headers.get("location")
        if response.status_code not in _REDIRECTS or not location:
            return response
        await response.close()
        following = urljoin(current, location)
        if urlsplit(current).scheme == "https" and urlsplit(following).scheme == "http":
            raise DownloadError("Redirect from HTTPS to HTTP was blocked", url=url)
        if not is_same_origin(following, current):
            sent = {name: value for name, value in sent.items() if name == "user-agent"}
        current = following
    raise DownloadError(f"Too many redirects (max {_MAX_REDIRECTS})", url=url)


def is_url_supported(media_type: str, url: str, supported_urls: Mapping[str, Sequence[re.Pattern[str]]]) -> bool:
    """Whether a provider fetches `url` itself, given what it says for each media type.

    >>> is_url_supported("image/png", "https://a.example/x.png", {"image/*": [re.compile("^https://")]})
    True
    """
    return any(
        pattern.search(url)
        for key, patterns in supported_urls.items()
        if _covers(key.lower(), media_type.lower())
        for pattern in patterns
    )


def _covers(key: str, media_type: str) -> bool:
    if key in {"*", "*/*"}:
        return True
    prefix = key.replace("*", "", 1)
    if "/" not in media_type:
        return f"{media_type}/" == prefix
    return media_type.startswith(prefix) if prefix.endswith("/") else media_type == prefix
