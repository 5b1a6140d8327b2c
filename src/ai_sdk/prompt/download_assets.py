"""Files of a prompt that a model cannot fetch by itself.

Ports: ai/src/prompt/convert-to-language-model-prompt.ts
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ai_sdk.prompt.convert_file_part import DownloadedAssets, convert_image_part_to_file_part
from ai_sdk.prompt.data_content import convert_to_language_model_v4_file_part
from ai_sdk.prompt.map_tool_result_output import get_downloadable_file_part
from ai_sdk.provider import AbortSignal, SupportedUrls
from ai_sdk.provider_utils.content_part import FilePart
from ai_sdk.provider_utils.model_message import ModelMessage
from ai_sdk.util.download.download_function import DownloadFunction, DownloadRequest

__all__ = ["download_assets"]


async def download_assets(
    messages: Sequence[ModelMessage],
    download: DownloadFunction | None,
    supported_urls: SupportedUrls,
    abort_signal: AbortSignal | None,
) -> DownloadedAssets:
    """Download the files of messages that lie at a URL; `download` decides which ones the model is left to fetch."""
    files = [part for message in messages for part in _files_of(message)]
    planned = list(_plan(files, supported_urls, abort_signal))
    if not planned and download is None:
        return {}
    if download is None:
        from ai_sdk.util.download.download_function import create_default_download_function

        download = create_default_download_function()
    downloaded = await download(planned)
    return {plan.url: file for plan, file in zip(planned, downloaded, strict=True) if file is not None}


def _plan(
    files: Iterable[FilePart], supported_urls: SupportedUrls, abort_signal: AbortSignal | None
) -> Iterator[DownloadRequest]:
    for file in files:
        data, _ = convert_to_language_model_v4_file_part(file.data)
        if data.type == "url":
            yield DownloadRequest(
                url=data.url,
                is_url_supported_by_model=_is_supported(file.media_type, data.url, supported_urls),
                abort_signal=abort_signal,
            )


def _is_supported(media_type: str, url: str, supported_urls: SupportedUrls) -> bool:
    from ai_sdk.provider_utils.download import is_url_supported  # loads the transport; most prompts have no URL

    return is_url_supported(media_type, url, supported_urls)


def _files_of(message: ModelMessage) -> Iterator[FilePart]:
    if isinstance(message.content, str):
        return
    for part in message.content:
        if message.role == "user":
            file: Any = convert_image_part_to_file_part(part)
            if file.type == "file":
                yield file
        elif part.type == "tool-result" and part.output.type == "content":
            yield from filter(None, map(get_downloadable_file_part, part.output.value))
