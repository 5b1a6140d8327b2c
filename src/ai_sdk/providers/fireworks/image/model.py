"""The image model on Fireworks: an answer that is the image, or a job that is asked for until it is ready.

Ports: @ai-sdk/fireworks/src/fireworks-image-model.ts, @ai-sdk/fireworks/src/fireworks-image-api.ts
"""

from functools import partial
from typing import Any, ClassVar

from ai_sdk_generated.fireworks.image import wire

from ai_sdk.provider import ImageModelV4CallOptions, ImageModelV4Result, ImageModelV4ResultResponse, JSONObject
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.abort import abortable
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import stringify
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.post_to_api import get_from_api, post_json_to_api
from ai_sdk.provider_utils.response_handler import (
    ApiResponse,
    ResponseHandler,
    binary_response,
    json_response,
    status_code_error_response,
)
from ai_sdk.providers.fireworks.errors import FireworksImageGenerationError
from ai_sdk.providers.fireworks.image.backends import get_image_backend
from ai_sdk.providers.fireworks.image.request import build_body, build_warnings

__all__ = ["FireworksImageModel"]

_FAILED = frozenset({"Error", "Failed"})


class FireworksImageModel(HttpModel):
    """Makes one image a call. A job is asked for every `poll_interval` seconds, and given up after `poll_timeout`."""

    max_images_per_call: ClassVar[int] = 1

    def __init__(
        self, model_id: str, config: ModelConfig, *, poll_interval: float = 0.5, poll_timeout: float = 120.0
    ) -> None:
        super().__init__(model_id, config)
        self.poll_interval = poll_interval
        self.poll_timeout = poll_timeout
        self._backend = get_image_backend(model_id)

    @property
    def supports_file_inputs(self) -> bool | None:
        """Whether the model edits images; `None` when it is not known."""
        return self._backend.supports_file_inputs

    @property
    def supports_mask_inputs(self) -> bool | None:
        """Whether the model takes a mask, which no known one does; `None` when it is not known."""
        return None if self.supports_file_inputs is None else False

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Make an image; the first of `options.files` is what it is made from.

        Raises `InvalidArgumentError` for options that do not fit, `APICallError` when a request fails, `DownloadError`
        when the image of a job cannot be had, and `FireworksImageGenerationError` when a job fails or takes too long.
        """
        timestamp = clock.now()
        headers = combine_headers(await self.config.headers(), options.headers)
        body = build_body(options)
        generate = self._run_job if self._backend.api == "workflows_async" else self._generate
        response = await generate(body, headers, options)
        return ImageModelV4Result(
            images=[response.value],
            warnings=build_warnings(self._backend, options),
            response=ImageModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
            ),
        )

    async def _generate(
        self, body: JSONObject, headers: Headers, options: ImageModelV4CallOptions
    ) -> ApiResponse[bytes]:
        return await self._post(self._backend.path(self.model_id), body, headers, options, binary_response())

    async def _run_job(
        self, body: JSONObject, headers: Headers, options: ImageModelV4CallOptions
    ) -> ApiResponse[bytes]:
        path = self._backend.path(self.model_id)
        submitted = await self._post(path, body, headers, options, json_response(wire.AsyncSubmitResponse))
        poll = partial(self._poll, submitted.value.request_id, headers, options)
        url = await abortable(_Deadline(self.poll_timeout), poll)
        origin = self.config.url("", self.model_id)
        return await get_from_api(
            transport=self.config.transport(),
            url=url,
            headers=headers,
            response_handler=binary_response(),
            error_handler=status_code_error_response(),
            abort_signal=options.abort_signal,
            validate_url=True,
            trusted_origin=origin,
            credentialed_origin=origin,
        )

    async def _poll(self, request_id: str, headers: Headers, options: ImageModelV4CallOptions) -> str:
        path = f"/workflows/{self.model_id}/get_result"
        handler = json_response(wire.AsyncPollResponse)
        while True:
            response = await self._post(path, {"id": request_id}, headers, options, handler)
            url = _ready_url(response.value)
            if url is not None:
                return url
            await abortable(options.abort_signal, partial(clock.sleep, self.poll_interval))

    async def _post(
        self,
        path: str,
        body: JSONObject,
        headers: Headers,
        options: ImageModelV4CallOptions,
        handler: ResponseHandler[Any],
    ) -> ApiResponse[Any]:
        return await post_json_to_api(
            transport=self.config.transport(),
            url=self.config.url(path, self.model_id),
            headers=headers,
            body=body,
            response_handler=handler,
            error_handler=status_code_error_response(),
            abort_signal=options.abort_signal,
        )


class _Deadline:
    """A signal that time gives."""

    aborted = False

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        milliseconds = stringify(seconds * 1000)
        self.reason = FireworksImageGenerationError(f"Fireworks image generation timed out after {milliseconds}ms")

    async def wait(self) -> None:
        await clock.sleep(self._seconds)


def _ready_url(response: wire.AsyncPollResponse) -> str | None:
    """Return where the image is, or `None` while there is none."""
    if response.status in _FAILED:
        raise FireworksImageGenerationError(f"Fireworks image generation failed with status: {response.status}")
    if response.status != "Ready":
        return None
    if response.result is None or response.result.sample is None:
        raise FireworksImageGenerationError("Fireworks poll response is Ready but missing result.sample")
    return response.result.sample
