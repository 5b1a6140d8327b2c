"""Audio to transcribe: held in memory, or at a URL that the provider fetches itself or that is downloaded.

Ports: ai/src/transcribe/transcribe.ts
"""

from dataclasses import dataclass
from typing import Any

from ai_sdk.prompt.data_content import convert_data_content_to_bytes
from ai_sdk.provider import TranscriptionModelV4
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.codec import URL
from ai_sdk.provider_utils.content_part import DataContent
from ai_sdk.provider_utils.detect_media_type import detect_media_type, get_top_level_media_type, is_full_media_type
from ai_sdk.provider_utils.download import Download
from ai_sdk.transcribe.transcription_events import TranscriptionAudioFacts
from ai_sdk.util.download.download import download
from ai_sdk.util.download.download_function import DownloadOne, DownloadRequest

__all__ = ["AudioSource", "open_audio_source"]

_HTTP = ("http://", "https://")
_FALLBACK_MEDIA_TYPE = "audio/wav"


@dataclass(slots=True, kw_only=True)
class AudioSource:
    """Where the audio is: `data` and `media_type`, or `url` while nothing was downloaded."""

    data: bytes = b""
    media_type: str | None = None
    url: str | None = None

    def describe(self) -> TranscriptionAudioFacts:
        """Return what telemetry may know of the audio."""
        if self.url is not None:
            return TranscriptionAudioFacts()
        return TranscriptionAudioFacts(byte_length=len(self.data), media_type=self.media_type)

    async def download(self, download_one: DownloadOne | None, abort_signal: AbortSignal | None) -> None:
        """Fetch the audio after all."""
        if self.url is not None:
            downloaded = await _download(self.url, download_one, abort_signal)
            self.data, self.media_type, self.url = downloaded.data, _media_type_of(downloaded), None


async def open_audio_source(
    audio: DataContent | URL,
    model: TranscriptionModelV4,
    download_one: DownloadOne | None,
    abort_signal: AbortSignal | None,
) -> AudioSource:
    """Return the audio, downloaded unless the model fetches URLs and the user brings no download function.

    Raises `DownloadError` when it cannot be downloaded, `InvalidDataContentError` for a text that is not base64.
    """
    if not isinstance(audio, str) or not (isinstance(audio, URL) or audio.startswith(_HTTP)):
        data = convert_data_content_to_bytes(audio)
        return AudioSource(data=data, media_type=_sniff(data))
    source = AudioSource(url=str(audio))
    fetches_urls: Any = getattr(model, "do_generate_from_url", None)
    if fetches_urls is None or download_one is not None or not audio.startswith(_HTTP):
        await source.download(download_one, abort_signal)
    return source


async def _download(url: str, download_one: DownloadOne | None, abort_signal: AbortSignal | None) -> Download:
    if download_one is None:
        return await download(url, abort_signal=abort_signal)
    return await download_one(DownloadRequest(url=url, abort_signal=abort_signal))


def _media_type_of(downloaded: Download) -> str:
    """Return the server's media type when it names a kind of audio, else what the bytes say."""
    media_type = (downloaded.media_type or "").partition(";")[0].strip().lower()
    is_audio = get_top_level_media_type(media_type) == "audio" and is_full_media_type(media_type)
    return media_type if is_audio else _sniff(downloaded.data)


def _sniff(data: bytes) -> str:
    return detect_media_type(data, "audio") or _FALLBACK_MEDIA_TYPE
