"""The image model on OpenAI: makes images, and edits those that it is given.

Ports: @ai-sdk/openai/src/image/openai-image-model.ts
Ports: @ai-sdk/openai/src/image/openai-image-model-options.ts
Ports: @ai-sdk/openai/src/image/openai-image-api.ts
"""

from typing import Any

from ai_sdk_generated.openai.image import wire

from ai_sdk.provider import (
    AbortSignal,
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    ImageModelV4FileUrl,
    ImageModelV4Result,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.download import download
from ai_sdk.provider_utils.form_data import FormData, FormFile
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.openai.errors import openai_error_structure
from ai_sdk.providers.openai.image.request import (
    EditFiles,
    build_edit_form,
    build_generation_body,
    build_warnings,
    file_to_form_file,
    markup_to_form_file,
    read_edit_options,
)
from ai_sdk.providers.openai.image.response import read_response
from ai_sdk.providers.openai.model_catalog import get_openai_image_model_entry

__all__ = ["OpenAIImageModel"]


class OpenAIImageModel(HttpModel):
    """Images on OpenAI, or on another server that speaks its interface."""

    error_structure = openai_error_structure

    @property
    def max_images_per_call(self) -> int:
        """How many images one call makes."""
        return get_openai_image_model_entry(self.model_id).max_images_per_call

    @property
    def supports_file_inputs(self) -> bool | None:
        """Whether the model edits images; `None` when it is not known."""
        return get_openai_image_model_entry(self.model_id).supports_file_inputs

    @property
    def supports_mask_inputs(self) -> bool | None:
        """Whether the model takes a mask; `None` when it is not known."""
        return get_openai_image_model_entry(self.model_id).supports_mask_inputs

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make images, or edit `options.files`, in one call.

        Raises `APICallError` when the request fails, `DownloadError` when a file at a URL cannot be had, and
        `InvalidArgumentError` when the options do not fit.
        """
        timestamp = clock.now()
        response = await (self._generate(options) if options.files is None else self._edit(options))
        return read_response(response, model_id=self.model_id, timestamp=timestamp, warnings=build_warnings(options))

    async def _generate(self, options: ImageModelV4CallOptions) -> ApiResponse[Any]:
        return await self.post_json(
            "/images/generations",
            build_generation_body(self.model_id, options),
            json_response(wire.OpenaiImageResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )

    async def _edit(self, options: ImageModelV4CallOptions) -> ApiResponse[Any]:
        return await self.post_form(
            "/images/edits",
            await self._edit_form(options),
            json_response(wire.OpenaiImageResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )

    async def _edit_form(self, options: ImageModelV4CallOptions) -> FormData:
        given, signal = read_edit_options(options), options.abort_signal
        files = EditFiles(
            images=[await self._form_file(file, signal) for file in options.files or ()],
            mask=None if options.mask is None else await self._form_file(options.mask, signal),
            markup=None if given.markup is None else await self._markup(given.markup, signal),
        )
        return build_edit_form(self.model_id, options, given, files)

    async def _form_file(
        self, file: ImageModelV4FileData | ImageModelV4FileUrl, signal: AbortSignal | None
    ) -> FormFile:
        return (
            await self._download(file.url, signal) if isinstance(file, ImageModelV4FileUrl) else file_to_form_file(file)
        )

    async def _markup(self, markup: str, signal: AbortSignal | None) -> FormFile:
        return markup_to_form_file(markup) or await self._download(markup, signal)

    async def _download(self, url: str, signal: AbortSignal | None) -> FormFile:
        file = await download(url, transport=self.config.transport(), abort_signal=signal)
        return FormFile(file.data, content_type=file.media_type or "application/octet-stream")
