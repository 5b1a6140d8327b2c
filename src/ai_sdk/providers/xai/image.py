"""The image model on xAI: makes images, and edits those that it is given.

Ports: @ai-sdk/xai/src/xai-image-model.ts, @ai-sdk/xai/src/xai-image-model-options.ts
Ports: @ai-sdk/xai/src/xai-image-settings.ts
"""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from ai_sdk_generated.xai.image import wire
from ai_sdk_generated.xai.image.options import XaiImageModelOptions

from ai_sdk.provider import (
    AbortSignal,
    ImageModelV4CallOptions,
    ImageModelV4Result,
    ImageModelV4ResultResponse,
    InvalidResponseDataError,
    JSONObject,
    SharedV4ProviderMetadata,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.convert_image_model_file_to_data_uri import convert_image_model_file_to_data_uri
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.post_to_api import get_from_api
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import binary_response, json_response, status_code_error_response
from ai_sdk.providers.xai.errors import XAI_ERROR_STRUCTURE, XaiImageBlockedError

__all__ = ["XaiImageModel"]

_EDITING_MODELS = frozenset({"grok-imagine-image", "grok-imagine-image-pro"})
_BLOCKED = "Image generation was blocked due to a content policy violation."
_NO_SIZE = "This model does not support the `size` option. Use `aspectRatio` instead."


class XaiImageModel(HttpModel):
    """Images on xAI."""

    error_structure = XAI_ERROR_STRUCTURE
    max_images_per_call: ClassVar[int] = 3

    @property
    def supports_file_inputs(self) -> bool | None:
        """Whether the model edits images; `None` when it is not known."""
        return True if self.model_id in _EDITING_MODELS else None

    @property
    def supports_mask_inputs(self) -> bool | None:
        """Whether the model takes a mask; `None` when it is not known."""
        return False if self.supports_file_inputs else None

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make images, or edit `options.files`, in one call.

        Raises `APICallError` when a request fails, `XaiImageBlockedError` when moderation holds an image back,
        `DownloadError` when an image lies where this library does not go, and `InvalidArgumentError` when the options
        do not fit.
        """
        body = _build_body(self.model_id, options)
        timestamp = clock.now()
        response = await self.post_json(
            "/images/edits" if options.files else "/images/generations",
            body,
            json_response(wire.XaiImageResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        answer: wire.XaiImageResponse = response.value
        if any(image.respect_moderation is False for image in answer.data):
            raise XaiImageBlockedError(_BLOCKED)
        return ImageModelV4Result(
            images=await self._images(answer.data, options.abort_signal),
            warnings=_warnings(options),
            response=ImageModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
            ),
            provider_metadata=_metadata(answer),
        )

    async def _images(
        self, images: Sequence[wire.XaiImageResponseData], abort_signal: AbortSignal | None
    ) -> list[str] | list[bytes]:
        inline = [image.b64_json for image in images if image.b64_json is not None]
        if len(inline) == len(images):
            return inline
        return await asyncio.gather(*(self._download(image, abort_signal) for image in images))

    async def _download(self, image: wire.XaiImageResponseData, abort_signal: AbortSignal | None) -> bytes:
        if image.url is None:
            raise InvalidResponseDataError("An image has neither data nor a URL.", data=dump_wire(image))
        response = await get_from_api(
            transport=self.config.transport(),
            url=image.url,
            validate_url=True,
            trusted_origin=self.config.url("", self.model_id),
            response_handler=binary_response(),
            error_handler=status_code_error_response(),
            abort_signal=abort_signal,
        )
        return response.value


def _build_body(model_id: str, options: ImageModelV4CallOptions) -> JSONObject:
    given = parse_provider_options("xai", options.provider_options, XaiImageModelOptions) or XaiImageModelOptions()
    body = {
        "model": model_id,
        "prompt": options.prompt,
        "n": options.n,
        "response_format": "b64_json",
        "aspect_ratio": given.aspect_ratio if options.aspect_ratio is None else options.aspect_ratio,
        "output_format": given.output_format,
        "sync_mode": given.sync_mode,
        "resolution": given.resolution,
        "quality": given.quality,
        "user": given.user,
        **_sources(options),
    }
    return omit_none(body)


def _sources(options: ImageModelV4CallOptions) -> JSONObject:
    files = options.files or ()
    images = [{"url": convert_image_model_file_to_data_uri(file), "type": "image_url"} for file in files]
    match images:
        case []:
            return {}
        case [image]:
            return {"image": image}
    return {"images": images}


def _warnings(options: ImageModelV4CallOptions) -> list[SharedV4Warning]:
    warnings: list[SharedV4Warning] = []
    if options.size is not None:
        warnings.append(SharedV4WarningUnsupported(feature="size", details=_NO_SIZE))
    if options.seed is not None:
        warnings.append(SharedV4WarningUnsupported(feature="seed"))
    if options.mask is not None:
        warnings.append(SharedV4WarningUnsupported(feature="mask"))
    return warnings


def _metadata(answer: wire.XaiImageResponse) -> SharedV4ProviderMetadata:
    told = {
        "images": [omit_none({"revisedPrompt": image.revised_prompt or None}) for image in answer.data],
        "costInUsdTicks": None if answer.usage is None else answer.usage.cost_in_usd_ticks,
    }
    return {"xai": omit_none(told)}
