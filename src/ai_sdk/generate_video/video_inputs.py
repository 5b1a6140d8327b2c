"""What to film: a text, images that a video starts or ends with, and references.

Ports: ai/src/generate-video/generate-video.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ai_sdk.prompt.data_content import split_data_url
from ai_sdk.provider import (
    SharedV4Warning,
    SharedV4WarningOther,
    VideoModelV4File,
    VideoModelV4FileData,
    VideoModelV4FileUrl,
    VideoModelV4FrameImage,
    VideoModelV4FrameType,
)
from ai_sdk.provider.codec import load
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.content_part import DataContent
from ai_sdk.provider_utils.detect_media_type import detect_media_type

__all__ = [
    "FrameImage",
    "GenerateVideoPrompt",
    "InputReference",
    "VideoInputs",
    "VideoPrompt",
    "normalize_video_call_inputs",
]


@dataclass(slots=True, kw_only=True)
class VideoPrompt(Spec):
    """An image to start from, as bytes, base64 text, URL or `data:` URL, and a text."""

    image: DataContent
    text: str | None = None


@dataclass(slots=True, kw_only=True)
class FrameImage(Spec):
    """An image that must be the video's `first_frame` or `last_frame`."""

    image: DataContent
    frame_type: VideoModelV4FrameType


@dataclass(slots=True, kw_only=True)
class InputReference(Spec):
    """An image or video to take after, with its IANA media type."""

    data: DataContent
    media_type: str | None = None


GenerateVideoPrompt = str | VideoPrompt | Mapping[str, Any]
"""A text, or a `VideoPrompt`, which may be a dict with its keys."""


@dataclass(slots=True, kw_only=True)
class VideoInputs:
    """The inputs as the specification has them, and warnings about those that were left out."""

    prompt: str | None
    image: VideoModelV4File | None
    frame_images: list[VideoModelV4FrameImage] | None
    input_references: list[VideoModelV4File] | None
    warnings: list[SharedV4Warning] = field(default_factory=list)


def normalize_video_call_inputs(
    prompt: GenerateVideoPrompt,
    frame_images: Sequence[FrameImage | Mapping[str, Any]] | None,
    input_references: Sequence[DataContent | InputReference | Mapping[str, Any]] | None,
) -> VideoInputs:
    """Bring the inputs into one form; frame images win over references, and a first frame over the prompt's image.

    Raises `InvalidArgumentError` for a text that is no URL and no base64.
    """
    given = prompt if isinstance(prompt, str | VideoPrompt) else load(VideoPrompt, prompt)
    image = None if isinstance(given, str) else _to_file(given.image, "image")
    frames = None if frame_images is None else [_to_frame(frame) for frame in frame_images]
    references = None if input_references is None else [_to_reference(reference) for reference in input_references]
    first = next((frame.image for frame in frames or [] if frame.frame_type == "first_frame"), None)
    return VideoInputs(
        prompt=given if isinstance(given, str) else given.text,
        image=image if first is None else first,
        frame_images=frames,
        input_references=None if frames else references,
        warnings=_warnings(
            drops_references=bool(frames and references), drops_image=image is not None and first is not None
        ),
    )


def _warnings(*, drops_references: bool, drops_image: bool) -> list[SharedV4Warning]:
    warnings: list[SharedV4Warning] = []
    if drops_references:
        warnings.append(
            SharedV4WarningOther(
                message="inputReferences were ignored because frameImages were provided; "
                "frameImages and inputReferences cannot be combined."
            )
        )
    if drops_image:
        warnings.append(
            SharedV4WarningOther(
                message="prompt.image was ignored because a first_frame frameImage was provided; "
                "the first_frame frameImage takes precedence as the start image."
            )
        )
    return warnings


def _to_frame(frame: FrameImage | Mapping[str, Any]) -> VideoModelV4FrameImage:
    loaded = frame if isinstance(frame, FrameImage) else load(FrameImage, frame)
    return VideoModelV4FrameImage(image=_to_file(loaded.image, "image"), frame_type=loaded.frame_type)


def _to_reference(reference: DataContent | InputReference | Mapping[str, Any]) -> VideoModelV4File:
    if isinstance(reference, str | bytes):
        return _to_file(reference, None)
    loaded = reference if isinstance(reference, InputReference) else load(InputReference, reference)
    file = _to_file(loaded.data, None)
    return file if loaded.media_type is None else replace(file, media_type=loaded.media_type)


def _to_file(content: DataContent, top_level_type: str | None) -> VideoModelV4FileData | VideoModelV4FileUrl:
    if not isinstance(content, str):
        return _with_type(content, None, top_level_type)
    if content.startswith(("http://", "https://")):
        return VideoModelV4FileUrl(url=content)
    if content.startswith("data:"):
        media_type, encoded = split_data_url(content)
        return _with_type(convert_base64_to_bytes(encoded or ""), media_type, top_level_type)
    return _with_type(convert_base64_to_bytes(content), None, top_level_type)


def _with_type(data: bytes, media_type: str | None, top_level_type: str | None) -> VideoModelV4FileData:
    known = (detect_media_type(data, top_level_type) or "image/png") if media_type is None else media_type
    return VideoModelV4FileData(media_type=known, data=data)
