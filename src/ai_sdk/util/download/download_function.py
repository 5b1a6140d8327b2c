"""What the core asks to be downloaded, and the functions that do it.

Ports: ai/src/util/download/download-function.ts
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.concurrently import concurrently

if TYPE_CHECKING:
    from ai_sdk.provider_utils.download import Download

__all__ = [
    "DownloadFunction",
    "DownloadOne",
    "DownloadRequest",
    "create_default_download_function",
    "download_unsupported",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadRequest:
    """A URL, whether the model reads it by itself, and the signal of the call that needs it."""

    url: str
    is_url_supported_by_model: bool = False
    abort_signal: AbortSignal | None = None


DownloadOne = Callable[[DownloadRequest], Awaitable["Download"]]
"""Downloads one file; raises `DownloadError` when it cannot."""

DownloadFunction = Callable[[Sequence[DownloadRequest]], Awaitable[Sequence["Download | None"]]]
"""Returns a download for each request, in their order, or `None` where the model shall get the URL itself."""


def create_default_download_function(
    download_one: DownloadOne | None = None, abort_signal: AbortSignal | None = None
) -> DownloadFunction:
    """Return a function that downloads what the model does not read by itself, until `abort_signal` is aborted."""

    async def run(requests: Sequence[DownloadRequest]) -> "list[Download | None]":
        own = [replace(request, abort_signal=abort_signal or request.abort_signal) for request in requests]
        return await download_unsupported(download_one or _download, own)

    return run


async def download_unsupported(
    download_one: DownloadOne, requests: Sequence[DownloadRequest]
) -> "list[Download | None]":
    """Download side by side what the model does not read by itself; the rest is `None`."""
    return await concurrently(partial(_unless_supported, download_one, request) for request in requests)


async def _unless_supported(download_one: DownloadOne, request: DownloadRequest) -> "Download | None":
    return None if request.is_url_supported_by_model else await download_one(request)


async def _download(request: DownloadRequest) -> "Download":
    from ai_sdk.util.download.download import download  # loads the transport; most calls download nothing

    return await download(request.url, abort_signal=request.abort_signal)
