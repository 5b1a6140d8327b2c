"""Files that tool results name by URL, downloaded for an API that does not fetch them.

Ports: @ai-sdk/google/src/download-tool-result-files.ts
"""

from dataclasses import dataclass, replace
from typing import TypeVar

from ai_sdk.provider import (
    AbortSignal,
    LanguageModelV4AssistantMessage,
    LanguageModelV4Prompt,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultOutputContent,
    LanguageModelV4ToolResultPart,
    SharedV4FileDataData,
    SharedV4FileDataUrl,
    SupportedUrls,
)
from ai_sdk.provider.language_model.prompt import (
    LanguageModelV4ToolResultContent,
    LanguageModelV4ToolResultContentFile,
    LanguageModelV4ToolResultOutput,
)
from ai_sdk.provider_utils.detect_media_type import detect_media_type, is_full_media_type
from ai_sdk.provider_utils.download import download, is_url_supported
from ai_sdk.provider_utils.transport import Transport

__all__ = ["ToolResultDownloader"]

PartT = TypeVar("PartT")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolResultDownloader:
    """Downloads the files of tool results, except those at `supported_urls`."""

    transport: Transport
    max_bytes: int
    supported_urls: SupportedUrls
    abort_signal: AbortSignal | None = None

    async def download(self, prompt: LanguageModelV4Prompt) -> LanguageModelV4Prompt:
        """Return the prompt with the files in it; raises `DownloadError` for a file that cannot be had."""
        result: LanguageModelV4Prompt = []
        for message in prompt:
            match message:
                case LanguageModelV4AssistantMessage():
                    assistant = [await self._part(part) for part in message.content]
                    result.append(replace(message, content=assistant))
                case LanguageModelV4ToolMessage():
                    tool = [await self._part(part) for part in message.content]
                    result.append(replace(message, content=tool))
                case _:
                    result.append(message)
        return result

    async def _part(self, part: PartT) -> PartT:
        if not isinstance(part, LanguageModelV4ToolResultPart):
            return part
        return replace(part, output=await self._output(part.output))

    async def _output(self, output: LanguageModelV4ToolResultOutput) -> LanguageModelV4ToolResultOutput:
        if not isinstance(output, LanguageModelV4ToolResultOutputContent):
            return output
        return replace(output, value=[await self._content(item) for item in output.value])

    async def _content(self, item: LanguageModelV4ToolResultContent) -> LanguageModelV4ToolResultContent:
        if not isinstance(item, LanguageModelV4ToolResultContentFile) or not isinstance(item.data, SharedV4FileDataUrl):
            return item
        url, media_type = item.data.url, item.media_type
        if is_url_supported(media_type, url, self.supported_urls):
            return item
        file = await download(url, transport=self.transport, max_bytes=self.max_bytes, abort_signal=self.abort_signal)
        named = file.media_type if file.media_type and not is_full_media_type(media_type) else media_type
        detected = detect_media_type(file.data, "image")
        return replace(item, data=SharedV4FileDataData(data=file.data), media_type=detected or named)
