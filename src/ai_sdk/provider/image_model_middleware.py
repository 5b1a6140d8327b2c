"""What can be put between an image model and whoever calls it.

Ports: @ai-sdk/provider/src/image-model-middleware/v4/image-model-v4-middleware.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from ai_sdk.provider.image_model import ImageModelV4, ImageModelV4CallOptions, ImageModelV4Result

__all__ = ["ImageModelV4Middleware", "ImageModelV4TransformOptions", "ImageModelV4WrapOptions"]

_MaxImagesPerCall = int | Callable[[str], int | Awaitable[int | None] | None] | None
_Support = bool | Awaitable[bool | None] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageModelV4TransformOptions:
    """What `transform_params` gets: the options of the call that is about to be made, and the model."""

    params: ImageModelV4CallOptions
    model: ImageModelV4


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageModelV4WrapOptions:
    """What `wrap_generate` gets: the call of the model with `params`, ready to be made."""

    do_generate: Callable[[], Awaitable[ImageModelV4Result]]
    params: ImageModelV4CallOptions
    model: ImageModelV4


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageModelV4Middleware:
    """Changes to an image model; what is `None` stays as the model has it.

    `wrap_generate` gets what `transform_params` returned. A support that is overridden with `None` is unknown.

    >>> ImageModelV4Middleware(override_max_images_per_call=lambda model: 1).specification_version
    'v4'
    """

    specification_version: Literal["v4"] = "v4"
    override_provider: Callable[[ImageModelV4], str] | None = None
    override_model_id: Callable[[ImageModelV4], str] | None = None
    override_max_images_per_call: Callable[[ImageModelV4], _MaxImagesPerCall] | None = None
    override_supports_file_inputs: Callable[[ImageModelV4], _Support] | None = None
    override_supports_mask_inputs: Callable[[ImageModelV4], _Support] | None = None
    transform_params: Callable[[ImageModelV4TransformOptions], Awaitable[ImageModelV4CallOptions]] | None = None
    wrap_generate: Callable[[ImageModelV4WrapOptions], Awaitable[ImageModelV4Result]] | None = None
