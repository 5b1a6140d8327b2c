"""Images on Bedrock: made from a text, varied, painted into, extended, or cut out of their background.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-image-model.ts
Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-image-model-options.ts
Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-image-settings.ts
"""

from datetime import datetime
from typing import Any

from ai_sdk_generated.amazon_bedrock.image import wire
from ai_sdk_generated.amazon_bedrock.image.model_ids import AmazonBedrockImageModelId
from ai_sdk_generated.amazon_bedrock.image.options import AmazonBedrockImageModelOptions

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    ImageModelV4File,
    ImageModelV4FileUrl,
    ImageModelV4Result,
    ImageModelV4ResultResponse,
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.amazon_bedrock.error_structure import ERROR_STRUCTURE
from ai_sdk.providers.amazon_bedrock.errors import AmazonBedrockError
from ai_sdk.providers.amazon_bedrock.options import read_bedrock_options

__all__ = ["AmazonBedrockImageModel"]

_NOVA_CANVAS = "amazon.nova-canvas-v1:0"


class AmazonBedrockImageModel(HttpModel):
    """Makes and edits images on Bedrock."""

    error_structure = ERROR_STRUCTURE

    def __init__(self, model_id: AmazonBedrockImageModelId, config: ModelConfig) -> None:
        super().__init__(model_id, config)

    @property
    def max_images_per_call(self) -> int:
        """How many images one call makes."""
        return 5 if self.model_id == _NOVA_CANVAS else 1

    @property
    def supports_file_inputs(self) -> bool | None:
        """Whether the model edits images; `None` when it is not known."""
        return True if self.model_id == _NOVA_CANVAS else None

    @property
    def supports_mask_inputs(self) -> bool | None:
        """Whether the model takes a mask; `None` when it is not known."""
        return True if self.model_id == _NOVA_CANVAS else None

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make images, or edit `options.files`, in one call.

        Raises `AmazonBedrockError` for images at URLs and when Bedrock moderates the request or returns no image,
        `InvalidArgumentError` for options that do not fit, and `APICallError` when the request fails.
        """
        body = _build_body(options)
        timestamp = clock.now()
        response: ApiResponse[wire.AmazonBedrockImageResponse] = await self.post_json(
            "/invoke",
            body,
            json_response(wire.AmazonBedrockImageResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return self._read_response(response, options, timestamp)

    def _read_response(
        self,
        response: ApiResponse[wire.AmazonBedrockImageResponse],
        options: ImageModelV4CallOptions,
        timestamp: datetime,
    ) -> ImageModelV4Result:
        _check_moderation(response.value)
        if not response.value.images:
            status = f"Status: {response.value.status}" if response.value.status else ""
            raise AmazonBedrockError(f"Amazon Bedrock returned no images. {status}")
        return ImageModelV4Result(
            images=response.value.images,
            warnings=_warnings(options),
            response=ImageModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
            ),
        )


def _check_moderation(response: wire.AmazonBedrockImageResponse) -> None:
    if response.status != "Request Moderated":
        return
    reasons = (response.details or {}).get("Moderation Reasons")
    texts = [str(reason) for reason in reasons] if isinstance(reasons, list) else ["Unknown"]
    raise AmazonBedrockError(f"Amazon Bedrock request was moderated: {', '.join(texts)}")


def _warnings(options: ImageModelV4CallOptions) -> list[SharedV4Warning]:
    if options.aspect_ratio is None:
        return []
    details = "This model does not support aspect ratio. Use `size` instead."
    return [SharedV4WarningUnsupported(feature="aspectRatio", details=details)]


def _build_body(options: ImageModelV4CallOptions) -> JSONObject:
    settings = read_bedrock_options(options.provider_options, AmazonBedrockImageModelOptions)
    settings = settings or AmazonBedrockImageModelOptions()
    config = _generation_config(options, settings)
    if options.files:
        return _edit_body(options.files, options, settings, config)
    text = omit_none({"text": options.prompt})
    wishes = _present(negativeText=settings.negative_text, style=settings.style)
    return {"taskType": "TEXT_IMAGE", "textToImageParams": text | wishes, "imageGenerationConfig": config}


def _present(**values: Any) -> JSONObject:
    """Keep what is neither absent nor empty nor zero."""
    return {name: value for name, value in values.items() if value}


def _generation_config(options: ImageModelV4CallOptions, settings: AmazonBedrockImageModelOptions) -> JSONObject:
    width, height = _size(options.size)
    return _present(
        width=width,
        height=height,
        seed=options.seed,
        numberOfImages=options.n,
        quality=settings.quality,
        cfgScale=settings.cfg_scale,
    )


def _size(size: str | None) -> tuple[int | None, int | None]:
    width, _, height = (size or "").partition("x")
    return (int(width) if width.isdecimal() else None, int(height) if height.isdecimal() else None)


def _edit_body(
    files: list[ImageModelV4File],
    options: ImageModelV4CallOptions,
    settings: AmazonBedrockImageModelOptions,
    config: JSONObject,
) -> JSONObject:
    has_mask = options.mask is not None or settings.mask_prompt is not None
    task = settings.task_type or ("INPAINTING" if has_mask else "IMAGE_VARIATION")
    source = {"image": _base64(files[0])}
    text = _present(text=options.prompt, negativeText=settings.negative_text)
    match task:
        case "INPAINTING":
            parameters = {"inPaintingParams": source | text | _mask(options, settings)}
        case "OUTPAINTING":
            mode = _present(outPaintingMode=settings.out_painting_mode)
            parameters = {"outPaintingParams": source | text | mode | _mask(options, settings)}
        case "BACKGROUND_REMOVAL":
            return {"taskType": task, "backgroundRemovalParams": source}
        case "IMAGE_VARIATION":
            similarity = omit_none({"similarityStrength": settings.similarity_strength})
            images = {"images": [_base64(file) for file in files], **text, **similarity}
            parameters = {"imageVariationParams": images}
        case _:
            raise AmazonBedrockError(f"Unsupported task type: {task}")
    return {"taskType": task, **parameters, "imageGenerationConfig": config}


def _mask(options: ImageModelV4CallOptions, settings: AmazonBedrockImageModelOptions) -> JSONObject:
    """Return where to paint: an image, or else words."""
    if options.mask is not None:
        return {"maskImage": _base64(options.mask)}
    return omit_none({"maskPrompt": settings.mask_prompt})


def _base64(file: ImageModelV4File) -> str:
    if isinstance(file, ImageModelV4FileUrl):
        raise AmazonBedrockError(
            "URL-based images are not supported for Amazon Bedrock image editing. "
            "Please provide the image data directly."
        )
    return convert_to_base64(file.data)
