"""The image model part of the specification.

Ports: @ai-sdk/provider/src/image-model/v4/image-model-v4.ts
Ports: @ai-sdk/provider/src/image-model/v4/image-model-v4-call-options.ts
Ports: @ai-sdk/provider/src/image-model/v4/image-model-v4-file.ts
Ports: @ai-sdk/provider/src/image-model/v4/image-model-v4-result.ts
Ports: @ai-sdk/provider/src/image-model/v4/image-model-v4-usage.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Literal, Protocol, runtime_checkable

from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONObject
from ai_sdk.provider.shared import SharedV4Headers, SharedV4ProviderMetadata, SharedV4ProviderOptions, SharedV4Warning
from ai_sdk.provider.spec import Discriminator, Spec

__all__ = [
    "ImageModelV4",
    "ImageModelV4CallOptions",
    "ImageModelV4File",
    "ImageModelV4FileData",
    "ImageModelV4FileUrl",
    "ImageModelV4ProviderMetadata",
    "ImageModelV4Result",
    "ImageModelV4ResultResponse",
    "ImageModelV4Usage",
]

ImageModelV4ProviderMetadata = dict[str, JSONObject]
"""What a provider returned beyond the specification, by provider name; `images` has an entry for each image."""


@dataclass(slots=True, kw_only=True)
class ImageModelV4FileData(Spec):
    """An image as bytes or base64 text."""

    type: Literal["file"] = "file"
    media_type: str
    data: bytes | str
    provider_options: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class ImageModelV4FileUrl(Spec):
    """An image that lies at a URL."""

    type: Literal["url"] = "url"
    url: str
    provider_options: SharedV4ProviderMetadata | None = None


ImageModelV4File = Annotated[ImageModelV4FileData | ImageModelV4FileUrl, Discriminator("type")]


@dataclass(slots=True, kw_only=True)
class ImageModelV4CallOptions(Spec):
    """What to draw: `size` is `WIDTHxHEIGHT` in pixels, `aspect_ratio` is `WIDTH:HEIGHT`, `files` are to be edited."""

    prompt: str | None = None
    n: int = 1
    size: str | None = None
    aspect_ratio: str | None = None
    seed: int | None = None
    files: list[ImageModelV4File] | None = None
    mask: ImageModelV4File | None = None
    provider_options: SharedV4ProviderOptions = field(default_factory=dict)
    abort_signal: AbortSignal | None = None
    headers: dict[str, str | None] | None = None


@dataclass(slots=True, kw_only=True)
class ImageModelV4Usage(Spec):
    """Tokens of one call."""

    input_tokens: int | float | None = None
    output_tokens: int | float | None = None
    total_tokens: int | float | None = None


@dataclass(slots=True, kw_only=True)
class ImageModelV4ResultResponse(Spec):
    """When and by which model the images were made, and the HTTP response's headers."""

    timestamp: datetime
    model_id: str
    headers: SharedV4Headers | None = None


@dataclass(slots=True, kw_only=True)
class ImageModelV4Result(Spec):
    """The images, all as base64 text or all as bytes."""

    images: list[str] | list[bytes]
    is_retryable: bool | None = None
    warnings: list[SharedV4Warning]
    provider_metadata: ImageModelV4ProviderMetadata | None = None
    response: ImageModelV4ResultResponse
    usage: ImageModelV4Usage | None = None


@runtime_checkable
class ImageModelV4(Protocol):
    """A model that makes or edits images."""

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
    def max_images_per_call(self) -> int | Callable[[str], int | Awaitable[int | None] | None] | None:
        """How many images one call makes; a callable gets the model id."""

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make the images in one call."""
