"""Downloads with a limit or a client of one's own.

Ports: ai/src/util/download/create-download.ts
"""

from collections.abc import Awaitable, Sequence
from typing import overload

from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.download import Download
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.util.download.download import download
from ai_sdk.util.download.download_function import DownloadRequest, download_unsupported

__all__ = ["Downloader", "create_download"]


class Downloader:
    """Downloads one request, or several of which those that the model reads by itself are left out."""

    def __init__(self, *, max_bytes: int | None = None, http_client: HttpClient | None = None) -> None:
        self._max_bytes = max_bytes
        self._client = ClientOwner(http_client)

    @overload
    def __call__(self, request: DownloadRequest, /) -> Awaitable[Download]: ...
    @overload
    def __call__(self, requests: Sequence[DownloadRequest], /) -> Awaitable[list[Download | None]]: ...
    def __call__(
        self, given: DownloadRequest | Sequence[DownloadRequest], /
    ) -> Awaitable[Download] | Awaitable[list[Download | None]]:
        """Download what is given; raises `DownloadError`."""
        return self._one(given) if isinstance(given, DownloadRequest) else download_unsupported(self._one, given)

    async def aclose(self) -> None:
        """Close the client of the running event loop, unless it was given."""
        await self._client.aclose()

    async def _one(self, request: DownloadRequest) -> Download:
        return await download(
            request.url,
            max_bytes=self._max_bytes,
            abort_signal=request.abort_signal,
            transport=self._client.transport(),
        )


def create_download(*, max_bytes: int | None = None, http_client: HttpClient | None = None) -> Downloader:
    """Return a function for the `download` argument of the core's functions.

    A download is at most `max_bytes` long, 2 GiB when it is not given, and made with `http_client`, for example one
    that checks what a name resolves to.

    >>> small = create_download(max_bytes=1024 * 1024)
    """
    return Downloader(max_bytes=max_bytes, http_client=http_client)
