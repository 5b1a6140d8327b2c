"""The files of a video call: which frame, image, sound or video each of them is.

Ports: @ai-sdk/xai/src/xai-video-model.ts
"""

from collections.abc import Sequence
from typing import Literal

from ai_sdk_generated.xai.video.options import XaiVideoModelOptions

from ai_sdk.provider import JSONObject, VideoModelV4CallOptions, VideoModelV4File, VideoModelV4FileUrl
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type

__all__ = [
    "XaiVideoMode",
    "audio_references",
    "file_to_xai_url",
    "find_frame",
    "image_references",
    "is_video_file",
    "resolve_video_mode",
]

XaiVideoMode = Literal["edit-video", "extend-video", "reference-to-video"]


def find_frame(
    options: VideoModelV4CallOptions, frame_type: Literal["first_frame", "last_frame"]
) -> VideoModelV4File | None:
    """Return the image that must be the first or the last frame."""
    return next((frame.image for frame in options.frame_images or () if frame.frame_type == frame_type), None)


def _top_level_type(file: VideoModelV4File) -> str:
    # What lies at a URL counts as an image unless its media type says otherwise.
    return "image" if file.media_type is None else get_top_level_media_type(file.media_type)


def is_video_file(file: VideoModelV4File) -> bool:
    """Say whether a file is a video."""
    return _top_level_type(file) == "video"


def image_references(options: VideoModelV4CallOptions) -> Sequence[VideoModelV4File]:
    """Return the images that the video is to show."""
    return [file for file in options.input_references or () if _top_level_type(file) == "image"]


def audio_references(options: VideoModelV4CallOptions) -> Sequence[VideoModelV4File]:
    """Return the sounds that the video is to use."""
    return [file for file in options.input_references or () if _top_level_type(file) == "audio"]


def file_to_xai_url(file: VideoModelV4File) -> JSONObject:
    """Return a file as the URL object that xAI takes; what is in memory becomes a `data:` URL."""
    if isinstance(file, VideoModelV4FileUrl):
        return {"url": file.url}
    return {"url": f"data:{file.media_type};base64,{convert_to_base64(file.data)}"}


def resolve_video_mode(options: VideoModelV4CallOptions, given: XaiVideoModelOptions) -> XaiVideoMode | None:
    """Return what the call is to do; `None` for a video of a prompt or a start image."""
    if given.mode is not None:
        return given.mode
    if given.video_url is not None:
        return "edit-video"
    # A video alone must not turn a plain request into one with references, which xAI has for images and sounds.
    has_references = image_references(options) or audio_references(options) or given.reference_image_urls
    return "reference-to-video" if has_references else None
