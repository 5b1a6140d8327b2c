"""Images on Together AI: made from a prompt, or from a prompt and one image.

Ports: @ai-sdk/togetherai/src/togetherai-image-model.ts, @ai-sdk/togetherai/src/togetherai-image-model-options.ts
Ports: @ai-sdk/togetherai/src/togetherai-image-settings.ts
"""

import re
from typing import ClassVar

from ai_sdk_generated.togetherai.image import wire
from ai_sdk_generated.togetherai.image.options import TogetheraiImageModelOptions

from ai_sdk.provider import (
    AISDKError,
    ImageModelV4CallOptions,
    ImageModelV4Result,
    ImageModelV4ResultResponse,
    JSONObject,
    SharedV4Warning,
    SharedV4WarningOther,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.convert_image_model_file_to_data_uri import convert_image_model_file_to_data_uri
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import NULL, dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import ErrorStructure, json_response

__all__ = ["TogetherAIImageModel", "TogetherAIMaskError"]

_NON_DIFFUSION_MODELS = frozenset({"google/gemini-3-pro-image"})
_DIFFUSION_OPTIONS = frozenset({"steps", "guidance", "negative_prompt", "disable_safety_checker"})
_NUMBER = re.compile(r"\s*[+-]?\d+")


class TogetherAIMaskError(AISDKError):
    """A mask was given, which no model on Together AI takes."""

    name = "Error"


class TogetherAIImageModel(HttpModel):
    """Makes one image a call."""

    error_structure = ErrorStructure(wire.TogetheraiImageModelTogetheraiError, lambda data: data.error.message)
    max_images_per_call: ClassVar[int] = 1

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make an image; the first of `options.files` is what it is made from.

        Raises `TogetherAIMaskError` when a mask is given, `InvalidArgumentError` for options that do not fit, and
        `APICallError` when the request fails.
        """
        if options.mask is not None:
            raise TogetherAIMaskError(
                "Together AI does not support mask-based image editing. Use FLUX Kontext models "
                "(e.g., black-forest-labs/FLUX.1-kontext-pro) with a reference image and descriptive prompt instead."
            )
        timestamp = clock.now()
        response = await self.post_json(
            "/images/generations",
            _build_body(self.model_id, options),
            json_response(wire.TogetheraiImageResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return ImageModelV4Result(
            images=[image.b64_json for image in response.value.data],
            warnings=_warnings(self.model_id, options),
            response=ImageModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
            ),
        )


def _build_body(model_id: str, options: ImageModelV4CallOptions) -> JSONObject:
    is_diffusion = model_id not in _NON_DIFFUSION_MODELS
    body = {
        "model": model_id,
        "prompt": options.prompt,
        "seed": options.seed if is_diffusion else None,
        "n": options.n if options.n > 1 else None,
        **_size(options.size),
        "image_url": convert_image_model_file_to_data_uri(options.files[0]) if options.files else None,
        "response_format": "base64",
    }
    return {**omit_none(body), **_own_settings(options, is_diffusion=is_diffusion)}


def _own_settings(options: ImageModelV4CallOptions, *, is_diffusion: bool) -> JSONObject:
    given = parse_provider_options("togetherai", options.provider_options, TogetheraiImageModelOptions)
    settings: JSONObject = {} if given is None else dump_wire(given)
    left_out = frozenset[str]() if is_diffusion else _DIFFUSION_OPTIONS
    return {name: value for name, value in settings.items() if name not in left_out}


def _size(size: str | None) -> JSONObject:
    if not size:
        return {}
    width, _, height = size.partition("x")
    return {"width": _whole_number(width), "height": _whole_number(height)}


def _whole_number(text: str) -> object:
    """Read the number a text begins with; one without is null on the wire, as JavaScript writes NaN."""
    found = _NUMBER.match(text)
    return int(found[0]) if found else NULL


def _warnings(model_id: str, options: ImageModelV4CallOptions) -> list[SharedV4Warning]:
    warnings: list[SharedV4Warning] = []
    if options.size is not None:
        # Upstream's warning, which comes with a size although the size is sent.
        details = "This model does not support the `aspectRatio` option. Use `size` instead."
        warnings.append(SharedV4WarningUnsupported(feature="aspectRatio", details=details))
    if options.seed is not None and model_id in _NON_DIFFUSION_MODELS:
        details = f"The {model_id} model does not support the `seed` option."
        warnings.append(SharedV4WarningUnsupported(feature="seed", details=details))
    if options.files is not None and len(options.files) > 1:
        message = "Together AI only supports a single input image. Additional images are ignored."
        warnings.append(SharedV4WarningOther(message=message))
    return warnings
