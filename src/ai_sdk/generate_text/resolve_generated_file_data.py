"""The data of a file that a model made: given, or downloaded from where the model put it.

Ports: ai/src/generate-text/resolve-generated-file-data.ts
"""

from ai_sdk.provider import AbortSignal, SharedV4FileDataData, SharedV4FileDataUrl
from ai_sdk.util.download.download_function import DownloadFunction, DownloadRequest

__all__ = ["resolve_generated_file_data"]


async def resolve_generated_file_data(
    data: SharedV4FileDataData | SharedV4FileDataUrl,
    *,
    download: DownloadFunction | None = None,
    abort_signal: AbortSignal | None = None,
) -> str | bytes:
    """Return the bytes or base64 text of a file. Raises `DownloadError` when it cannot be had."""
    if data.type == "data":
        return data.data
    return await _download(data.url, download, abort_signal)


async def _download(url: str, download: DownloadFunction | None, abort_signal: AbortSignal | None) -> bytes:
    if download is None:
        from ai_sdk.util.download.download import download as download_one

        return (await download_one(url, abort_signal=abort_signal)).data
    (result,) = await download([DownloadRequest(url=url, abort_signal=abort_signal)])
    if result is None:
        from ai_sdk.provider_utils.response_handler import DownloadError

        message = f"Generated file URL {url} must be downloaded, but the download function returned null"
        raise DownloadError(message, url=url)
    return result.data
