"""What may be given as the middleware of an image model: the record of hooks, or an object with some of them.

Ports: ai/src/types/image-model-middleware.ts
"""

from collections.abc import Awaitable, Callable
from typing import Protocol

from ai_sdk.middleware.overrides import OverridesModelId, OverridesProvider
from ai_sdk.provider import (
    ImageModelV4,
    ImageModelV4CallOptions,
    ImageModelV4Middleware,
    ImageModelV4Result,
    ImageModelV4TransformOptions,
    ImageModelV4WrapOptions,
)

__all__ = ["ImageModelMiddleware"]


class _TransformsParams(Protocol):
    def transform_params(
        self, options: ImageModelV4TransformOptions, /
    ) -> ImageModelV4CallOptions | Awaitable[ImageModelV4CallOptions]: ...


class _WrapsGenerate(Protocol):
    def wrap_generate(
        self, options: ImageModelV4WrapOptions, /
    ) -> ImageModelV4Result | Awaitable[ImageModelV4Result]: ...


class _OverridesMaxImagesPerCall(Protocol):
    def override_max_images_per_call(
        self, model: ImageModelV4, /
    ) -> int | Callable[[str], int | Awaitable[int | None] | None] | None: ...


class _OverridesSupportsFileInputs(Protocol):
    def override_supports_file_inputs(self, model: ImageModelV4, /) -> bool | Awaitable[bool | None] | None: ...


class _OverridesSupportsMaskInputs(Protocol):
    def override_supports_mask_inputs(self, model: ImageModelV4, /) -> bool | Awaitable[bool | None] | None: ...


ImageModelMiddleware = (
    ImageModelV4Middleware
    | _TransformsParams
    | _WrapsGenerate
    | _OverridesMaxImagesPerCall
    | _OverridesSupportsFileInputs
    | _OverridesSupportsMaskInputs
    | OverridesProvider[ImageModelV4]
    | OverridesModelId[ImageModelV4]
)
"""An `ImageModelV4Middleware`, or any object with one or more of its hooks as methods."""
