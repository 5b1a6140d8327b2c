"""The files of a video call: the frames that it begins and ends with, and what else it is to show.

Ports: @ai-sdk/alibaba/src/alibaba-video-model.ts
"""

import re
from typing import Literal

from ai_sdk_generated.alibaba.video.options import AlibabaVideoModelOptions

from ai_sdk.provider import (
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    VideoModelV4CallOptions,
    VideoModelV4File,
    VideoModelV4FileUrl,
)
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.convert_image_model_file_to_data_uri import convert_image_model_file_to_data_uri
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.providers.alibaba.video.protocol import VideoProtocol

__all__ = ["build_media_input", "find_frame"]

_VIDEO_URL = re.compile(r"\.(mp4|mov)([?#]|$)", re.IGNORECASE)


def build_media_input(
    options: VideoModelV4CallOptions,
    settings: AlibabaVideoModelOptions,
    protocol: VideoProtocol,
    warnings: list[SharedV4Warning],
) -> JSONObject:
    """Return the files in the fields of `input` that the protocol has for them, and warn of those left out."""
    first = find_frame(options, "first_frame")
    start = options.image if first is None else first
    if protocol.generation == "wan3":
        last = find_frame(options, "last_frame")
        return omit_none({"media": _media(options, settings, warnings, {"first_frame": start, "last_frame": last})})
    fields: JSONObject = {}
    if protocol.mode == "i2v" and start is not None:
        fields["img_url"] = _image_text(start)
    elif protocol.mode == "r2v" and protocol.generation == "wan2.7":
        fields["media"] = _media(options, settings, warnings, {"first_frame": first})
    elif protocol.mode == "r2v":
        fields["reference_urls"] = _reference_urls(options, settings, warnings) or None
    return omit_none(fields)


def find_frame(
    options: VideoModelV4CallOptions, frame_type: Literal["first_frame", "last_frame"]
) -> VideoModelV4File | None:
    """Return the image that must be the first or last frame."""
    frames = options.frame_images or []
    return next((frame.image for frame in frames if frame.frame_type == frame_type), None)


def _image_text(file: VideoModelV4File) -> str:
    return file.url if isinstance(file, VideoModelV4FileUrl) else convert_to_base64(file.data)


def _media(
    options: VideoModelV4CallOptions,
    settings: AlibabaVideoModelOptions,
    warnings: list[SharedV4Warning],
    frames: dict[str, VideoModelV4File | None],
) -> list[JSONObject] | None:
    if settings.media:
        return [
            omit_none({"type": item.type, "url": item.url, "reference_voice": item.reference_voice})
            for item in settings.media
        ]
    media = [item for file in options.input_references or [] for item in _reference(file, warnings)]
    for kind, frame in frames.items():
        if frame is not None:
            media.append({"type": kind, "url": convert_image_model_file_to_data_uri(frame)})
    return media or None


def _reference(file: VideoModelV4File, warnings: list[SharedV4Warning]) -> list[JSONObject]:
    if isinstance(file, VideoModelV4FileUrl):
        kind = "reference_video" if _VIDEO_URL.search(file.url) else "reference_image"
        return [{"type": kind, "url": file.url}]
    if file.media_type.startswith("image/"):
        return [{"type": "reference_image", "url": convert_image_model_file_to_data_uri(file)}]
    details = "Alibaba reference-to-video requires URL references for videos. Non-URL video reference was skipped."
    warnings.append(SharedV4WarningUnsupported(feature="inputReferences", details=details))
    return []


def _reference_urls(
    options: VideoModelV4CallOptions, settings: AlibabaVideoModelOptions, warnings: list[SharedV4Warning]
) -> list[str] | None:
    """Return URLs to show; frames go before references, which go before those of the provider options."""
    if options.frame_images:
        return None
    if not options.input_references:
        return settings.reference_urls
    urls: list[str] = []
    for file in options.input_references:
        if isinstance(file, VideoModelV4FileUrl):
            urls.append(file.url)
        else:
            details = "Alibaba reference-to-video requires URL references. Non-URL reference was skipped."
            warnings.append(SharedV4WarningUnsupported(feature="inputReferences", details=details))
    return urls
