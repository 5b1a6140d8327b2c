"""The files of a video call: the frames that it begins and ends with, or what else it shows.

Ports: @ai-sdk/minimax/src/minimax-video-model.ts
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from ai_sdk.provider import (
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    VideoModelV4CallOptions,
    VideoModelV4File,
    VideoModelV4FileUrl,
)
from ai_sdk.provider_utils.convert_image_model_file_to_data_uri import convert_image_model_file_to_data_uri
from ai_sdk.provider_utils.detect_media_type import get_top_level_media_type

__all__ = ["VideoInputs", "read_inputs"]

_WITHOUT_REFERENCES: Final = "MiniMax-H3-Max"
_MAX_IMAGES: Final = 9
_MAX_VIDEOS: Final = 3
_MAX_AUDIOS: Final = 3


@dataclass(slots=True, kw_only=True)
class VideoInputs:
    """What is sent of the call's files, and what of them was left out.

    `image_count` and `video_indices` (positions in the call's references, of those at a URL) tell what the provider
    really got, for whoever meters usage.
    """

    model_id: str
    content: list[JSONObject]
    warnings: list[SharedV4Warning] = field(default_factory=list)
    uses_frames: bool = False
    image_count: int = 0
    video_indices: list[int] = field(default_factory=list)

    @property
    def is_text_only(self) -> bool:
        """Whether nothing but the prompt is sent."""
        return len(self.content) == 1

    def warn(self, feature: str, details: str) -> None:
        """Say that something is not sent as it was asked for."""
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))

    def add_image(self, file: VideoModelV4File, role: str) -> None:
        """Send an image."""
        url = convert_image_model_file_to_data_uri(file)
        self.content.append({"type": "image_url", "image_url": {"url": url}, "role": role})
        self.image_count += 1

    def add_video(self, file: VideoModelV4File, index: int) -> None:
        """Send a video."""
        url = convert_image_model_file_to_data_uri(file)
        self.content.append({"type": "video_url", "video_url": {"url": url}, "role": "reference_video"})
        if isinstance(file, VideoModelV4FileUrl):
            self.video_indices.append(index)


def read_inputs(model_id: str, options: VideoModelV4CallOptions, audio_urls: Sequence[str]) -> VideoInputs:
    """Choose what to send of the call's files; frames and references exclude each other."""
    inputs = VideoInputs(model_id=model_id, content=[{"type": "text", "text": options.prompt or ""}])
    first = _first_frame(options, inputs)
    last = _last_frame(options, first, inputs)
    uses_references = _uses_references(options, audio_urls, inputs)
    if first is None:
        if uses_references:
            _add_references(options.input_references or (), audio_urls, inputs)
        return inputs
    inputs.uses_frames = True
    inputs.add_image(first, "first_frame")
    if last is not None:
        inputs.add_image(last, "last_frame")
    if uses_references:
        details = "MiniMax-H3 cannot combine frame images with reference inputs. The references were ignored."
        inputs.warn("inputReferences", details)
    return inputs


def _find_frame(
    options: VideoModelV4CallOptions, frame_type: Literal["first_frame", "last_frame"]
) -> VideoModelV4File | None:
    return next((frame.image for frame in options.frame_images or () if frame.frame_type == frame_type), None)


def _top_level_type(file: VideoModelV4File) -> str | None:
    return None if file.media_type is None else get_top_level_media_type(file.media_type)


def _first_frame(options: VideoModelV4CallOptions, inputs: VideoInputs) -> VideoModelV4File | None:
    frame = _find_frame(options, "first_frame")
    file = options.image if frame is None else frame
    # What lies at a URL without a media type is taken for an image.
    if file is None or _top_level_type(file) in {None, "image"}:
        return file
    details = (
        f"{inputs.model_id} does not accept a video as a frame image. The video was ignored."
        if _top_level_type(file) == "video"
        else f'{inputs.model_id} only accepts an image as a frame image; the "{file.media_type}" file was ignored.'
    )
    inputs.warn("image" if frame is None else "frameImages", details)
    return None


def _last_frame(
    options: VideoModelV4CallOptions, first: VideoModelV4File | None, inputs: VideoInputs
) -> VideoModelV4File | None:
    file = _find_frame(options, "last_frame")
    if file is None:
        return None
    kind, model_id = _top_level_type(file), inputs.model_id
    if first is None:
        details = f"{model_id} requires a first_frame when a last_frame is provided. The last_frame was ignored."
    elif kind in {None, "image"}:
        return file
    elif kind == "video":
        details = f"{model_id} does not accept a video as a frame image. The last_frame video was ignored."
    else:
        details = f'{model_id} only accepts an image as a frame image; the "{file.media_type}" last_frame was ignored.'
    inputs.warn("frameImages", details)
    return None


def _uses_references(options: VideoModelV4CallOptions, audio_urls: Sequence[str], inputs: VideoInputs) -> bool:
    if inputs.model_id != _WITHOUT_REFERENCES:
        return bool(options.input_references or audio_urls)
    if options.input_references:
        details = f"{_WITHOUT_REFERENCES} does not support reference-to-video inputs. The references were ignored."
        inputs.warn("inputReferences", details)
    if audio_urls:
        details = f"{_WITHOUT_REFERENCES} does not support reference audio. The audio was ignored."
        inputs.warn("referenceAudioUrls", details)
    return False


def _add_references(files: Sequence[VideoModelV4File], audio_urls: Sequence[str], inputs: VideoInputs) -> None:
    images, videos = _sort_references(files, inputs)
    for image in images[:_MAX_IMAGES]:
        inputs.add_image(image, "reference_image")
    if len(images) > _MAX_IMAGES:
        details = f"MiniMax-H3 accepts at most {_MAX_IMAGES} reference images. Extra images were ignored."
        inputs.warn("inputReferences", details)
    for index, video in videos[:_MAX_VIDEOS]:
        inputs.add_video(video, index)
    if len(videos) > _MAX_VIDEOS:
        details = f"MiniMax-H3 accepts at most {_MAX_VIDEOS} reference videos. Extra videos were ignored."
        inputs.warn("inputReferences", details)
    _add_audios(audio_urls, inputs, is_paired=bool(images or videos))


def _sort_references(
    files: Sequence[VideoModelV4File], inputs: VideoInputs
) -> tuple[list[VideoModelV4File], list[tuple[int, VideoModelV4File]]]:
    """Return the images, and the videos with their positions."""
    images: list[VideoModelV4File] = []
    videos: list[tuple[int, VideoModelV4File]] = []
    for index, file in enumerate(files):
        match _top_level_type(file):
            case "video":
                videos.append((index, file))
            case "image":
                images.append(file)
            case None:
                details = (
                    "MiniMax-H3 requires an explicit mediaType to route URL references as video or image. "
                    'Pass { data: url, mediaType: "video/mp4" } for video references. '
                    "The reference was treated as an image."
                )
                inputs.warn("inputReferences", details)
                images.append(file)
            case _:
                details = (
                    f'MiniMax-H3 only accepts image and video references; the "{file.media_type}" reference was '
                    "ignored. Pass reference audio via providerOptions.minimax.referenceAudioUrls."
                )
                inputs.warn("inputReferences", details)
    return images, videos


def _add_audios(audio_urls: Sequence[str], inputs: VideoInputs, *, is_paired: bool) -> None:
    if audio_urls and not is_paired:
        details = (
            "MiniMax-H3 reference audio must be paired with at least one reference image or video. "
            "The audio was ignored."
        )
        inputs.warn("referenceAudioUrls", details)
        return
    for url in audio_urls[:_MAX_AUDIOS]:
        inputs.content.append({"type": "audio_url", "audio_url": {"url": url}, "role": "reference_audio"})
    if len(audio_urls) > _MAX_AUDIOS:
        details = f"MiniMax-H3 accepts at most {_MAX_AUDIOS} reference audios. Extra audios were ignored."
        inputs.warn("referenceAudioUrls", details)
