"""Images of OpenAI-compatible providers: generated from a prompt, or edited.

Ports: @ai-sdk/openai-compatible/src/image/openai-compatible-image-model.ts
Ports: @ai-sdk/openai-compatible/src/image/openai-compatible-image-model-options.ts
Ports: @ai-sdk/openai-compatible/src/image/openai-compatible-image-settings.ts
"""

from functools import partial
from typing import Self

from ai_sdk_generated.openai_compatible.image import wire
from pydantic import model_validator

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    ImageModelV4File,
    ImageModelV4Result,
    ImageModelV4ResultResponse,
    ImageModelV4Usage,
    JSONObject,
    SharedV4Warning,
    SharedV4WarningUnsupported,
)
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.concurrently import concurrently
from ai_sdk.provider_utils.convert_image_model_file_to_form_file import convert_image_model_file_to_form_file
from ai_sdk.provider_utils.form_data import FormFile, convert_to_form_data
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel, ModelConfig
from ai_sdk.provider_utils.json import omit_none
from ai_sdk.provider_utils.post_to_api import get_from_api
from ai_sdk.provider_utils.response_handler import (
    ApiResponse,
    binary_response,
    json_response,
    status_code_error_response,
)
from ai_sdk.providers.openai_compatible.errors import DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE, ErrorStructure
from ai_sdk.providers.openai_compatible.model_catalog import REQUEST_DEFAULTS
from ai_sdk.providers.openai_compatible.provider_options_key import (
    deprecated_key_warnings,
    provider_options_name,
    raw_provider_options,
)

__all__ = ["OpenAICompatibleImageModel"]


class _Image(wire.OpenaiCompatibleImageResponseData):
    @model_validator(mode="after")
    def has_an_image(self) -> Self:
        """Refuse an image that is not there; JSON Schema cannot say so."""
        if self.b64_json is None and self.url is None:
            raise ValueError("Expected b64_json or url in the image response")
        return self


class _ImageResponse(wire.OpenaiCompatibleImageResponse):
    data: list[_Image]  # type: ignore[assignment]  # the same, with the check


class OpenAICompatibleImageModel(HttpModel):
    """Makes images, and edits those that it is given."""

    max_images_per_call = REQUEST_DEFAULTS.max_images_per_call

    def __init__(
        self,
        model_id: str,
        config: ModelConfig,
        *,
        error_structure: ErrorStructure = DEFAULT_OPENAI_COMPATIBLE_ERROR_STRUCTURE,
    ) -> None:
        super().__init__(model_id, config)
        self.error_structure = error_structure

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make images in one call, or edit `options.files`; provider options go into the body as they are.

        Raises `APICallError` when the request fails, `DownloadError` when an image cannot be downloaded.
        """
        timestamp = now()
        path = "/images/edits" if options.files else "/images/generations"
        response = await (self._edit(path, options) if options.files else self._generate(path, options))
        value: _ImageResponse = response.value
        return ImageModelV4Result(
            images=await self._images(value.data, self.config.url(path, self.model_id), options),
            warnings=self._warnings(options),
            usage=_usage(value.usage),
            response=ImageModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
            ),
        )

    async def _generate(self, path: str, options: ImageModelV4CallOptions) -> ApiResponse[_ImageResponse]:
        settings = omit_none({"model": self.model_id, "prompt": options.prompt, "n": options.n, "size": options.size})
        return await self.post_json(
            path,
            {**settings, **self._given(options)},
            json_response(_ImageResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )

    async def _edit(self, path: str, options: ImageModelV4CallOptions) -> ApiResponse[_ImageResponse]:
        values = {
            "model": self.model_id,
            "prompt": options.prompt,
            "image": await concurrently(partial(self._read_file, file) for file in options.files or []),
            "mask": None if options.mask is None else await self._read_file(options.mask),
            "n": options.n,
            "size": options.size,
            **self._given(options),
        }
        return await self.post_form(
            path,
            convert_to_form_data(values),
            json_response(_ImageResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )

    def _given(self, options: ImageModelV4CallOptions) -> JSONObject:
        return raw_provider_options(provider_options_name(self.provider), options.provider_options)

    def _warnings(self, options: ImageModelV4CallOptions) -> list[SharedV4Warning]:
        warnings: list[SharedV4Warning] = []
        if options.aspect_ratio is not None:
            details = "This model does not support aspect ratio. Use `size` instead."
            warnings.append(SharedV4WarningUnsupported(feature="aspectRatio", details=details))
        if options.seed is not None:
            warnings.append(SharedV4WarningUnsupported(feature="seed"))
        return warnings + deprecated_key_warnings(provider_options_name(self.provider), options.provider_options)

    async def _read_file(self, file: ImageModelV4File) -> FormFile:
        return await convert_image_model_file_to_form_file(file, self.config.transport())

    async def _images(self, data: list[_Image], url: str, options: ImageModelV4CallOptions) -> list[str] | list[bytes]:
        encoded = [image.b64_json for image in data if image.b64_json is not None]
        if len(encoded) == len(data):
            return encoded
        return await concurrently(partial(self._image, image, url, options) for image in data)

    async def _image(self, image: _Image, url: str, options: ImageModelV4CallOptions) -> bytes:
        if image.url is None or image.b64_json is not None:
            return convert_base64_to_bytes(image.b64_json or "")
        response = await get_from_api(
            transport=self.config.transport(),
            url=image.url,
            headers=combine_headers(await self.config.headers(), options.headers),
            response_handler=binary_response(),
            error_handler=status_code_error_response(),
            abort_signal=options.abort_signal,
            validate_url=True,
            trusted_origin=url,
            credentialed_origin=url,
        )
        return response.value


def _usage(usage: wire.OpenaiCompatibleImageResponseUsage | None) -> ImageModelV4Usage | None:
    """Return token counts; many providers send none for images, so their absence is no cause for a warning."""
    if usage is None:
        return None
    return ImageModelV4Usage(
        input_tokens=usage.input_tokens, output_tokens=usage.output_tokens, total_tokens=usage.total_tokens
    )
