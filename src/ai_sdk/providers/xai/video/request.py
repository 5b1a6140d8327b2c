"""The body of a request for a video, piece by piece in the order of its warnings.

Ports: @ai-sdk/xai/src/xai-video-model.ts, @ai-sdk/xai/src/xai-video-model-options.ts
Ports: @ai-sdk/xai/src/xai-video-settings.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ai_sdk_generated.xai.video.options import StorageOptionsPublicUrl, XaiVideoModelOptions

from ai_sdk.provider import JSONObject, SharedV4Warning, SharedV4WarningUnsupported, VideoModelV4CallOptions
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.xai.video.references import (
    XaiVideoMode,
    audio_references,
    file_to_xai_url,
    find_frame,
    image_references,
    is_video_file,
    resolve_video_mode,
)

__all__ = ["VideoRequest", "build_request"]

_KEYFRAME_MODEL = "grok-imagine-video-1.5"
_SMALL_MODEL = "grok-imagine-video"
_MAX_REFERENCE_AUDIOS = 3
_PATHS: Mapping[XaiVideoMode | None, str] = MappingProxyType(
    {"edit-video": "/videos/edits", "extend-video": "/videos/extensions"}
)
_RESOLUTIONS: Mapping[str, str] = MappingProxyType(
    {"1920x1080": "1080p", "1280x720": "720p", "854x480": "480p", "640x480": "480p"}
)


@dataclass(slots=True, kw_only=True)
class VideoRequest:
    """A request under construction."""

    model_id: str
    options: VideoModelV4CallOptions
    given: XaiVideoModelOptions
    mode: XaiVideoMode | None
    body: JSONObject
    warnings: list[SharedV4Warning] = field(default_factory=list)

    @property
    def path(self) -> str:
        """Where the request goes."""
        return _PATHS.get(self.mode, "/videos/generations")

    @property
    def starts_from_video(self) -> bool:
        """Whether a video is edited or extended."""
        return self.mode in _PATHS

    @property
    def activity(self) -> str:
        """What xAI calls working on a video."""
        return "video editing" if self.mode == "edit-video" else "video extension"

    def warn(self, feature: str, details: str) -> None:
        """Say that something is not sent as it was asked for."""
        self.warnings.append(SharedV4WarningUnsupported(feature=feature, details=details))


def build_request(model_id: str, options: VideoModelV4CallOptions) -> VideoRequest:
    """Turn call options into a request; raises `InvalidArgumentError` when the provider options do not fit."""
    given = parse_provider_options("xai", options.provider_options, XaiVideoModelOptions) or XaiVideoModelOptions()
    request = VideoRequest(
        model_id=model_id,
        options=options,
        given=given,
        mode=resolve_video_mode(options, given),
        body={"model": model_id, "prompt": options.prompt},
    )
    _warn_of_settings(request)
    _warn_of_fixed_settings(request)
    _add_dimensions(request)
    _add_sound(request)
    _add_storage(request)
    _add_keyframes(request)
    _add_start(request)
    _add_last_frame(request)
    if request.mode == "reference-to-video":
        _add_references(request)
    _warn_of_resolution(request)
    _warn_of_unused_references(request)
    if request.mode != "extend-video":
        request.body["user"] = given.user
    request.body = {**omit_none(request.body), **(given.model_extra or {})}
    return request


def _warn_of_settings(request: VideoRequest) -> None:
    options = request.options
    if options.fps is not None:
        request.warn("fps", "xAI video models do not support custom FPS.")
    if options.seed is not None:
        request.warn("seed", "xAI video models do not support seed.")
    if options.n > 1:
        details = "xAI video models do not support generating multiple videos per call. Only 1 video will be generated."
        request.warn("n", details)


def _warn_of_fixed_settings(request: VideoRequest) -> None:
    """Warn of what the source video decides."""
    if not request.starts_from_video:
        return
    options = request.options
    if options.duration is not None and request.mode == "edit-video":
        request.warn("duration", f"xAI {request.activity} does not support custom duration.")
    if options.aspect_ratio is not None:
        request.warn("aspectRatio", f"xAI {request.activity} does not support custom aspect ratio.")
    if request.given.resolution is not None or options.resolution is not None:
        request.warn("resolution", f"xAI {request.activity} does not support custom resolution.")


def _add_dimensions(request: VideoRequest) -> None:
    options, body = request.options, request.body
    if request.mode != "edit-video":
        body["duration"] = options.duration
    if request.starts_from_video:
        return
    body["aspect_ratio"] = options.aspect_ratio
    resolution: str | None = request.given.resolution
    if resolution is None and options.resolution is not None:
        resolution = _RESOLUTIONS.get(options.resolution)
        if resolution is None:
            details = (
                f'Unrecognized resolution "{options.resolution}". Use providerOptions.xai.resolution with "480p", '
                '"720p", or "1080p" instead.'
            )
            request.warn("resolution", details)
    body["resolution"] = resolution


def _add_sound(request: VideoRequest) -> None:
    if request.options.generate_audio is None:
        return
    if request.starts_from_video:
        request.warn("generateAudio", f"xAI {request.activity} does not support generateAudio.")
    else:
        request.body["generate_audio"] = request.options.generate_audio


def _add_storage(request: VideoRequest) -> None:
    storage = request.given.storage_options
    if storage is None:
        return
    public_url = storage.public_url
    request.body["storage_options"] = omit_none(
        {
            "filename": storage.filename,
            "expires_after": storage.expires_after,
            "public_url": omit_none({"expires_after": public_url.expires_after})
            if isinstance(public_url, StorageOptionsPublicUrl)
            else public_url,
        }
    )


def _add_keyframes(request: VideoRequest) -> None:
    keyframes = request.given.keyframes
    if not keyframes:
        return
    if request.model_id != _KEYFRAME_MODEL:
        request.warn("keyframes", f'xAI only supports keyframes with "{_KEYFRAME_MODEL}".')
    elif request.starts_from_video:
        request.warn("keyframes", f"xAI {request.activity} does not support keyframes.")
    else:
        request.body["keyframes"] = [
            {"image": {"url": keyframe.image_url}, "timestamp_s": keyframe.timestamp_seconds} for keyframe in keyframes
        ]


def _add_start(request: VideoRequest) -> None:
    if request.starts_from_video:
        request.body["video"] = omit_none({"url": request.given.video_url})
    first_frame = find_frame(request.options, "first_frame")
    image = request.options.image if first_frame is None else first_frame
    if image is None:
        return
    if not is_video_file(image):
        request.body["image"] = file_to_xai_url(image)
        return
    details = (
        "xAI does not accept a video as a start/frame image. The video was ignored. Use providerOptions.xai.mode "
        '"extend-video" to continue from a video instead.'
    )
    request.warn("image" if first_frame is None else "frameImages", details)


def _add_last_frame(request: VideoRequest) -> None:
    image = find_frame(request.options, "last_frame")
    if image is None:
        return
    if request.model_id != _KEYFRAME_MODEL:
        details = f'xAI only supports last_frame with "{_KEYFRAME_MODEL}". The last frame was ignored.'
        request.warn("frameImages", details)
    elif request.starts_from_video or is_video_file(image):
        details = "xAI only accepts an image last_frame for video generation. The last frame was ignored."
        request.warn("frameImages", details)
    else:
        request.body["last_frame"] = file_to_xai_url(image)


def _add_references(request: VideoRequest) -> None:
    images = _reference_images(request)
    audios = [file_to_xai_url(file) for file in audio_references(request.options)]
    if images:
        request.body["reference_images"] = images
    elif not audios:
        details = (
            "xAI reference-to-video requires at least one image reference. The video will be generated without "
            "reference images."
        )
        request.warn("referenceImages", details)
    voices = [{"voice_id": voice_id} for voice_id in request.given.reference_voice_ids or ()]
    _add_reference_audios(request, [*audios, *voices])
    if request.body.get("resolution") == "1080p":
        details = "xAI reference-to-video is limited to 720p. The request was downgraded from 1080p to 720p."
        request.warn("resolution", details)
        request.body["resolution"] = "720p"


def _reference_images(request: VideoRequest) -> list[JSONObject]:
    if not request.options.input_references:
        return [{"url": url} for url in request.given.reference_image_urls or ()]
    images, audios = image_references(request.options), audio_references(request.options)
    for _ in range(len(request.options.input_references) - len(images) - len(audios)):
        details = (
            "xAI reference-to-video does not accept video references. The video reference was ignored. Use "
            'providerOptions.xai.mode "extend-video" to continue from a video.'
        )
        request.warn("inputReferences", details)
    return [file_to_xai_url(file) for file in images]


def _add_reference_audios(request: VideoRequest, audios: list[JSONObject]) -> None:
    if not audios:
        return
    if len(audios) > _MAX_REFERENCE_AUDIOS:
        details = "xAI reference-to-video supports at most 3 audio references. Only the first 3 were used."
        request.warn("inputReferences", details)
    request.body["reference_audios"] = audios[:_MAX_REFERENCE_AUDIOS]


def _warn_of_resolution(request: VideoRequest) -> None:
    if request.model_id == _SMALL_MODEL and request.body.get("resolution") == "1080p":
        details = (
            f'xAI model "{_SMALL_MODEL}" does not support 1080p. Use "{_KEYFRAME_MODEL}" for 1080p, or a lower '
            "resolution. The request was sent with 1080p."
        )
        request.warn("resolution", details)


def _warn_of_unused_references(request: VideoRequest) -> None:
    if request.mode == "reference-to-video":
        return
    options = request.options
    if options.input_references:
        usable = image_references(options) or audio_references(options)
        details = (
            "xAI only supports inputReferences for reference-to-video generation. The references were ignored."
            if usable
            else "xAI reference-to-video requires at least one image or audio reference. The references were ignored."
        )
        request.warn("inputReferences", details)
    if request.given.reference_voice_ids:
        details = (
            "xAI only supports reference voices for reference-to-video generation. The reference voices were ignored."
        )
        request.warn("referenceVoiceIds", details)
