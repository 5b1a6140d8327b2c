"""The video model part of the specification.

Ports: @ai-sdk/provider/src/video-model/v4/video-model-v4.ts
Ports: @ai-sdk/provider/src/video-model/v4/video-model-v4-call-options.ts
Ports: @ai-sdk/provider/src/video-model/v4/video-model-v4-file.ts
Ports: @ai-sdk/provider/src/video-model/v4/video-model-v4-frame-image.ts
Ports: @ai-sdk/provider/src/video-model/v4/video-model-v4-operation-start-result.ts
Ports: @ai-sdk/provider/src/video-model/v4/video-model-v4-operation-status-result.ts
Ports: @ai-sdk/provider/src/video-model/v4/video-model-v4-operation-webhook.ts
Ports: @ai-sdk/provider/src/video-model/v4/video-model-v4-result.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Literal, Protocol, runtime_checkable

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONValue
from ai_sdk.provider.shared import SharedV4Headers, SharedV4ProviderMetadata, SharedV4ProviderOptions, SharedV4Warning
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "VideoModelV4",
    "VideoModelV4CallOptions",
    "VideoModelV4File",
    "VideoModelV4FileData",
    "VideoModelV4FileUrl",
    "VideoModelV4FrameImage",
    "VideoModelV4FrameType",
    "VideoModelV4OperationStartResult",
    "VideoModelV4OperationStatusCompleted",
    "VideoModelV4OperationStatusError",
    "VideoModelV4OperationStatusPending",
    "VideoModelV4OperationStatusResult",
    "VideoModelV4OperationWebhook",
    "VideoModelV4Result",
    "VideoModelV4ResultResponse",
    "VideoModelV4StatusOptions",
    "VideoModelV4VideoData",
    "VideoModelV4VideoDataBase64",
    "VideoModelV4VideoDataBinary",
    "VideoModelV4VideoDataUploaded",
    "VideoModelV4VideoDataUrl",
]


@dataclass(slots=True, kw_only=True)
class VideoModelV4FileData(Spec):
    """An image or video as bytes or base64 text."""

    type: Literal["file"] = "file"
    media_type: str
    data: bytes | str
    provider_options: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class VideoModelV4FileUrl(Spec):
    """An image or video that lies at a URL."""

    type: Literal["url"] = "url"
    url: str
    media_type: str | None = None
    provider_options: SharedV4ProviderMetadata | None = None


VideoModelV4File = Annotated[VideoModelV4FileData | VideoModelV4FileUrl, Discriminator("type")]

VideoModelV4FrameType = Literal["first_frame", "last_frame"]


@dataclass(slots=True, kw_only=True)
class VideoModelV4FrameImage(Spec):
    """An image that must be the video's first or last frame."""

    image: VideoModelV4File
    frame_type: VideoModelV4FrameType


@dataclass(slots=True, kw_only=True)
class VideoModelV4CallOptions(Spec):
    """What to film: `resolution` is `WIDTHxHEIGHT` in pixels, `duration` in seconds, `fps` frames a second."""

    prompt: str | None = None
    n: int = 1
    aspect_ratio: str | None = None
    resolution: str | None = None
    duration: int | float | None = None
    fps: int | float | None = None
    seed: int | None = None
    image: VideoModelV4File | None = None
    frame_images: list[VideoModelV4FrameImage] | None = None
    input_references: list[VideoModelV4File] | None = None
    generate_audio: bool | None = None
    provider_options: SharedV4ProviderOptions = field(default_factory=dict)
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None
    webhook_url: str | None = None


@dataclass(slots=True, kw_only=True)
class VideoModelV4StatusOptions(Spec):
    """Which started operation to look at."""

    operation: JSONValue
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None


@dataclass(slots=True, kw_only=True)
class VideoModelV4ResultResponse(Spec):
    """When and by which model, and the HTTP response's headers."""

    timestamp: datetime
    model_id: str
    headers: SharedV4Headers | None = None


@dataclass(slots=True, kw_only=True)
class VideoModelV4VideoDataUploaded(Spec):
    """The video went to a place the caller named."""

    type: Literal["uploaded"] = "uploaded"
    media_type: str


@dataclass(slots=True, kw_only=True)
class VideoModelV4VideoDataUrl(Spec):
    """The video lies at a URL."""

    type: Literal["url"] = "url"
    url: str
    media_type: str


@dataclass(slots=True, kw_only=True)
class VideoModelV4VideoDataBase64(Spec):
    """The video as base64 text."""

    type: Literal["base64"] = "base64"
    data: str
    media_type: str


@dataclass(slots=True, kw_only=True)
class VideoModelV4VideoDataBinary(Spec):
    """The video as bytes."""

    type: Literal["binary"] = "binary"
    data: bytes
    media_type: str


VideoModelV4VideoData = Annotated[
    VideoModelV4VideoDataUploaded
    | VideoModelV4VideoDataUrl
    | VideoModelV4VideoDataBase64
    | VideoModelV4VideoDataBinary,
    Discriminator("type"),
]


@dataclass(slots=True, kw_only=True)
class VideoModelV4Result(Spec):
    """The videos."""

    videos: list[VideoModelV4VideoData]
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: VideoModelV4ResultResponse


@dataclass(slots=True, kw_only=True)
class VideoModelV4OperationStartResult(Spec):
    """A started operation, as JSON that `do_status` takes."""

    operation: JSONValue
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: VideoModelV4ResultResponse


@dataclass(slots=True, kw_only=True)
class VideoModelV4OperationStatusPending(Spec):
    """The operation still runs."""

    status: Literal["pending"] = "pending"
    warnings: list[SharedV4Warning] | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: VideoModelV4ResultResponse


@dataclass(slots=True, kw_only=True)
class VideoModelV4OperationStatusCompleted(Spec):
    """The operation is done."""

    status: Literal["completed"] = "completed"
    videos: list[VideoModelV4VideoData]
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: VideoModelV4ResultResponse


@dataclass(slots=True, kw_only=True)
class VideoModelV4OperationStatusError(Spec):
    """The operation failed."""

    status: Literal["error"] = "error"
    error: str
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: VideoModelV4ResultResponse


VideoModelV4OperationStatusResult = Annotated[
    VideoModelV4OperationStatusPending | VideoModelV4OperationStatusCompleted | VideoModelV4OperationStatusError,
    Discriminator("status"),
]


@dataclass(slots=True, kw_only=True)
class VideoModelV4OperationWebhook(Spec):
    """What a provider posted to the webhook of an operation."""

    headers: dict[str, str]
    body: JSONValue


@runtime_checkable
class VideoModelV4(Protocol):
    """A model that makes videos: at once (`do_generate`), or started and asked for (`do_start`, `do_status`)."""

    @property
    def specification_version(self) -> Literal["v4"]:
        """The version of this protocol."""

    @property
    def provider(self) -> str:
        """Which provider and surface this is."""

    @property
    def model_id(self) -> str:
        """The provider's name of the model."""

    @property
    def max_videos_per_call(self) -> int | Callable[[str], int | Awaitable[int | None] | None] | None:
        """How many videos one call makes; a callable gets the model id."""
