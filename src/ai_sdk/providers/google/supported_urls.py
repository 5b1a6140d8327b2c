"""URLs that the Gemini API fetches itself.

Ports: @ai-sdk/google/src/google-provider.ts
"""

import re

from ai_sdk.provider import SupportedUrls

__all__ = ["get_supported_urls"]

_EXTERNAL_MEDIA_TYPES = (
    "text/html",
    "text/css",
    "text/plain",
    "text/xml",
    "text/csv",
    "text/rtf",
    "text/javascript",
    "application/json",
    "application/pdf",
    "image/bmp",
    "image/jpeg",
    "image/png",
    "image/webp",
    "video/mp4",
    "video/mpeg",
    "video/quicktime",
    "video/avi",
    "video/x-flv",
    "video/mpg",
    "video/webm",
    "video/wmv",
    "video/3gpp",
)
_ANY_HTTPS = (re.compile(r"^https://.*$"),)
_EVERYWHERE = (
    re.compile(r"^https://generativelanguage\.googleapis\.com/v1beta/files/.*$"),
    re.compile(r"^https://(?:www\.)?youtube\.com/watch\?v=[\w-]+(?:&[\w=&.-]*)?$", re.ASCII),
    re.compile(r"^https://youtu\.be/[\w-]+(?:\?[\w=&.-]*)?$", re.ASCII),
)
_GEMINI = re.compile(r"(^|/)gemini-")
_GEMINI_2_0 = re.compile(r"(^|/)gemini-2\.0")


def get_supported_urls(base_url: str, model_id: str) -> SupportedUrls:
    """Return the URLs that need no download: uploaded files, YouTube, and for newer Gemini models any of some types."""
    own_files = re.compile(f"^{re.escape(base_url)}/files/.*$")
    urls: dict[str, tuple[re.Pattern[str], ...]] = {"*": (*_EVERYWHERE, own_files)}
    if _GEMINI.search(model_id) and not _GEMINI_2_0.search(model_id):
        urls |= dict.fromkeys(_EXTERNAL_MEDIA_TYPES, _ANY_HTTPS)
    return urls
