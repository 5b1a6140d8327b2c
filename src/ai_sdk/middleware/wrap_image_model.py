"""Puts middleware around an image model.

Ports: ai/src/middleware/wrap-image-model.ts
"""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Literal

from ai_sdk.middleware.image_model_middleware import ImageModelMiddleware
from ai_sdk.middleware.overrides import innermost_first, override, settle
from ai_sdk.model.resolve_model import resolve_image_model
from ai_sdk.provider import (
    ImageModelV4,
    ImageModelV4CallOptions,
    ImageModelV4Result,
    ImageModelV4TransformOptions,
    ImageModelV4WrapOptions,
)

__all__ = ["wrap_image_model"]

_MaxImagesPerCall = int | Callable[[str], int | Awaitable[int | None] | None] | None


def wrap_image_model(
    *,
    model: ImageModelV4,
    middleware: ImageModelMiddleware | Sequence[ImageModelMiddleware],
    model_id: str | None = None,
    provider_id: str | None = None,
) -> ImageModelV4:
    """Return a model that calls `model` through `middleware`.

    Of several, the first transforms the call first and the last stands directly around the model. `model_id` and
    `provider_id` rename the model. Raises `UnsupportedModelVersionError` for a model of another specification.

    >>> from ai_sdk.provider import ImageModelV4Middleware
    >>> from ai_sdk.providers.openai import openai
    >>> one_by_one = ImageModelV4Middleware(override_max_images_per_call=lambda model: 1)
    >>> wrap_image_model(model=openai.image("gpt-image-1"), middleware=one_by_one).max_images_per_call
    1
    """
    wrapped = resolve_image_model(model)
    for layer in innermost_first(middleware):
        wrapped = _WrappedImageModel(wrapped, layer, model_id, provider_id)
    return wrapped


class _WrappedImageModel:
    specification_version: Literal["v4"] = "v4"

    def __init__(
        self, model: ImageModelV4, middleware: ImageModelMiddleware, model_id: str | None, provider_id: str | None
    ) -> None:
        self.provider: str = override(middleware, "provider", model) if provider_id is None else provider_id
        self.model_id: str = override(middleware, "model_id", model) if model_id is None else model_id
        self._model = model
        self._middleware = middleware

    @property
    def max_images_per_call(self) -> _MaxImagesPerCall:
        limit: _MaxImagesPerCall = override(self._middleware, "max_images_per_call", self._model)
        return limit

    @property
    def supports_file_inputs(self) -> bool | Awaitable[bool | None] | None:
        return self._support("supports_file_inputs")

    @property
    def supports_mask_inputs(self) -> bool | Awaitable[bool | None] | None:
        return self._support("supports_mask_inputs")

    def _support(self, attribute: str) -> bool | Awaitable[bool | None] | None:
        """Return what the middleware says, also when that is `None` (unknown), or else what the model says."""
        hook = getattr(self._middleware, f"override_{attribute}", None)
        return getattr(self._model, attribute, None) if hook is None else hook(self._model)

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        params = await self._transform(options)
        wrap = getattr(self._middleware, "wrap_generate", None)
        do_generate = partial(self._model.do_generate, params)
        if wrap is None:
            return await do_generate()
        return await settle(wrap(ImageModelV4WrapOptions(do_generate=do_generate, params=params, model=self._model)))

    async def _transform(self, params: ImageModelV4CallOptions) -> ImageModelV4CallOptions:
        transform = getattr(self._middleware, "transform_params", None)
        if transform is None:
            return params
        return await settle(transform(ImageModelV4TransformOptions(params=params, model=self._model)))
