"""Images on DeepInfra: made on the model's own path, edited on the one that is like OpenAI's.

Ports: @ai-sdk/deepinfra/src/deepinfra-image-model.ts, @ai-sdk/deepinfra/src/deepinfra-image-model-options.ts
Ports: @ai-sdk/deepinfra/src/deepinfra-image-settings.ts
"""

import re
from functools import partial
from typing import ClassVar

from ai_sdk_generated.deepinfra.image import wire
from ai_sdk_generated.deepinfra.image.options import DeepInfraImageModelOptions

from ai_sdk.provider import ImageModelV4CallOptions, ImageModelV4Result, ImageModelV4ResultResponse, JSONObject
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.concurrently import concurrently
from ai_sdk.provider_utils.convert_image_model_file_to_form_file import convert_image_model_file_to_form_file
from ai_sdk.provider_utils.form_data import FormData, convert_to_form_data
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.post_to_api import post_form_data_to_api
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.provider_utils.response_handler import (
    ApiResponse,
    ErrorStructure,
    json_error_response,
    json_response,
)

__all__ = ["DeepInfraImageModel"]

_DATA_URL = re.compile(r"^data:image/\w+;base64,", re.ASCII)
_EDIT_ERROR_STRUCTURE = ErrorStructure(
    wire.DeepInfraEditError, lambda data: "Unknown error" if data.error is None else data.error.message
)


class DeepInfraImageModel(HttpModel):
    """Makes images, and edits those that it is given."""

    error_structure = ErrorStructure(wire.DeepInfraError, lambda data: data.detail.error)
    max_images_per_call: ClassVar[int] = 1

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make an image, or edit `options.files`, in one call.

        Raises `InvalidArgumentError` for options that do not fit, `DownloadError` when a file at a URL cannot be had,
        and `APICallError` when the request fails. Size and aspect ratio are both sent: models take one or the other.
        """
        timestamp = clock.now()
        given = parse_provider_options("deepinfra", options.provider_options, DeepInfraImageModelOptions)
        settings: JSONObject = {} if given is None else dump_wire(given)
        images, headers = await (self._edit if options.files else self._generate)(options, settings)
        return ImageModelV4Result(
            images=images,
            warnings=[],
            response=ImageModelV4ResultResponse(timestamp=timestamp, model_id=self.model_id, headers=headers),
        )

    async def _generate(
        self, options: ImageModelV4CallOptions, settings: JSONObject
    ) -> tuple[list[str], dict[str, str]]:
        response: ApiResponse[wire.DeepInfraImageResponse] = await self.post_json(
            f"/{self.model_id}",
            {**_build_body(options), **settings},
            json_response(wire.DeepInfraImageResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return [_DATA_URL.sub("", image) for image in response.value.images], response.response_headers

    async def _edit(self, options: ImageModelV4CallOptions, settings: JSONObject) -> tuple[list[str], dict[str, str]]:
        response: ApiResponse[wire.DeepInfraEditResponse] = await post_form_data_to_api(
            transport=self.config.transport(),
            url=self.config.url("/images/edits", self.model_id).replace("/inference", "/openai", 1),
            headers=combine_headers(await self.config.headers(), options.headers),
            form=await self._form(options, settings),
            response_handler=json_response(wire.DeepInfraEditResponse),
            error_handler=json_error_response(_EDIT_ERROR_STRUCTURE),
            abort_signal=options.abort_signal,
        )
        return [image.b64_json for image in response.value.data], response.response_headers

    async def _form(self, options: ImageModelV4CallOptions, settings: JSONObject) -> FormData:
        read = partial(convert_image_model_file_to_form_file, transport=self.config.transport())
        values = {
            "model": self.model_id,
            "prompt": options.prompt,
            "image": await concurrently(partial(read, file) for file in options.files or []),
            "mask": None if options.mask is None else await read(options.mask),
            "n": options.n,
            "size": options.size,
            **settings,
        }
        return convert_to_form_data(values, use_array_brackets=False)


def _build_body(options: ImageModelV4CallOptions) -> JSONObject:
    body = {
        "prompt": options.prompt,
        "num_images": options.n,
        "aspect_ratio": options.aspect_ratio or None,
        "seed": options.seed,
    }
    if options.size:
        body["width"], _, body["height"] = options.size.partition("x")
    return omit_none(body)
