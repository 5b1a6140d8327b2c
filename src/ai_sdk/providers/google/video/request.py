"""Video options as a `predictLongRunning` body.

Ports: @ai-sdk/google/src/google-video-model.ts, @ai-sdk/google/src/google-video-model-options.ts
Ports: @ai-sdk/google/src/google-video-settings.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.google.video.options import GoogleVideoModelOptions, GoogleVideoModelOptionsReferenceImage

from ai_sdk.provider import (
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    VideoModelV4CallOptions,
    VideoModelV4FileUrl,
)
from ai_sdk.provider.video_model import VideoModelV4File
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options

__all__ = ["VideoRequest", "build_video_request", "call_references", "call_settings", "start_and_end"]

_API = "Google Generative AI"
_PNG = "image/png"
_RESOLUTIONS = {"1280x720": "720p", "1920x1080": "1080p", "3840x2160": "4k"}


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoRequest:
    """A body, and what was left out of it."""

    body: JSONObject
    warnings: list[SharedV4Warning]


def build_video_request(options: VideoModelV4CallOptions) -> VideoRequest:
    """Turn video options into a body; raises `InvalidArgumentError` for provider options that do not fit."""
    given = parse_provider_options("google", options.provider_options, GoogleVideoModelOptions)
    given = given or GoogleVideoModelOptions()
    warnings: list[SharedV4Warning] = []
    instance = omit_none(
        {
            "prompt": options.prompt,
            **start_and_end(options, _API, warnings),
            "referenceImages": _reference_images(options, given, warnings),
        }
    )
    return VideoRequest(body={"instances": [instance], "parameters": _parameters(options, given)}, warnings=warnings)


def start_and_end(options: VideoModelV4CallOptions, api: str, warnings: list[SharedV4Warning]) -> JSONObject:
    """Return the first and the last image of the video, where given; `api` is the name that warnings say."""
    return omit_none(
        {
            "image": _image(_frame(options, "first_frame") or options.image, api, warnings),
            "lastFrame": _image(_frame(options, "last_frame"), api, warnings),
        }
    )


def _frame(options: VideoModelV4CallOptions, frame_type: str) -> VideoModelV4File | None:
    frames = options.frame_images or ()
    return next((frame.image for frame in frames if frame.frame_type == frame_type), None)


def _image(file: VideoModelV4File | None, api: str, warnings: list[SharedV4Warning]) -> JSONObject | None:
    """Return an image as this API takes it: other than `generateContent` does."""
    if file is None:
        return None
    if not isinstance(file, VideoModelV4FileUrl):
        return {"bytesBase64Encoded": convert_to_base64(file.data), "mimeType": file.media_type or _PNG}
    if file.url.startswith("gs://"):
        return {"gcsUri": file.url, "mimeType": _PNG}
    details = f"{api} video models require base64-encoded images or GCS URIs. URL will be ignored."
    warnings.append(SharedV4WarningUnsupported(feature="URL-based image input", details=details))
    return None


def call_references(
    options: VideoModelV4CallOptions, api: str, warnings: list[SharedV4Warning]
) -> list[JSONObject] | None:
    """Return the call's images that show what is to be filmed; they count only without frames."""
    if not options.input_references or options.frame_images:
        return None
    images = (_image(reference, api, warnings) for reference in options.input_references)
    return [{"image": image, "referenceType": "asset"} for image in images if image is not None]


def _reference_images(
    options: VideoModelV4CallOptions, given: GoogleVideoModelOptions, warnings: list[SharedV4Warning]
) -> list[JSONObject] | None:
    references = call_references(options, _API, warnings)
    if references is not None or given.reference_images is None:
        return references
    return [_provider_reference_image(image) for image in given.reference_images]


def _provider_reference_image(image: GoogleVideoModelOptionsReferenceImage) -> JSONObject:
    for key, value in (("bytesBase64Encoded", image.bytes_base64_encoded), ("gcsUri", image.gcs_uri)):
        if value:
            return {"image": {key: value, "mimeType": _PNG}, "referenceType": "asset"}
    dumped: JSONObject = dump_wire(image)
    return dumped


def _parameters(options: VideoModelV4CallOptions, given: GoogleVideoModelOptions) -> JSONObject:
    own = omit_none({"personGeneration": given.person_generation, "negativePrompt": given.negative_prompt})
    # Options that this library does not know are the API's.
    return {**call_settings(options), **own, **(given.model_extra or {})}


def call_settings(options: VideoModelV4CallOptions) -> JSONObject:
    """Return the parameters that the call itself sets."""
    resolution = options.resolution or ""
    return omit_none(
        {
            "sampleCount": options.n,
            "aspectRatio": options.aspect_ratio or None,
            "resolution": _RESOLUTIONS.get(resolution, resolution) or None,
            "durationSeconds": options.duration or None,
            "seed": options.seed,
        }
    )
