"""The video model on Google: a job is started, and asked for until it is done.

Ports: @ai-sdk/google/src/google-video-model.ts
"""

from typing import Any, Final

from ai_sdk_generated.google.video import wire

from ai_sdk.provider import (
    InvalidArgumentError,
    VideoModelV4CallOptions,
    VideoModelV4OperationStartResult,
    VideoModelV4OperationStatusCompleted,
    VideoModelV4OperationStatusError,
    VideoModelV4OperationStatusPending,
    VideoModelV4ResultResponse,
    VideoModelV4StatusOptions,
    VideoModelV4VideoDataUrl,
    stringify,
)
from ai_sdk.provider.video_model import VideoModelV4OperationStatusResult
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.post_to_api import get_from_api
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.provider_utils.url_guard import is_same_origin
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.errors import GoogleVideoGenerationError, google_error_structure
from ai_sdk.providers.google.video.request import build_video_request

__all__ = ["GoogleVideoModel"]

_OPERATION = json_response(wire.GoogleOperation)
_KEY_HEADER = "x-goog-api-key"


class GoogleVideoModel(HttpModel):
    """Videos by Veo models."""

    error_structure = google_error_structure
    config: GoogleConfig
    max_videos_per_call: Final = 4

    def __init__(self, model_id: str, config: GoogleConfig) -> None:
        super().__init__(model_id, config)

    async def do_start(self, options: VideoModelV4CallOptions) -> VideoModelV4OperationStartResult:
        """Start a job.

        Raises `InvalidArgumentError` for provider options that do not fit, `APICallError` when the request fails, and
        `GoogleVideoGenerationError` when the answer does not name the job.
        """
        timestamp = clock.now()
        request = build_video_request(options)
        response = await self.post_json(
            f"/models/{self.model_id}:predictLongRunning",
            request.body,
            _OPERATION,
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        if not response.value.name:
            raise GoogleVideoGenerationError("No operation name returned from API")
        return VideoModelV4OperationStartResult(
            operation={"operationName": response.value.name},
            warnings=request.warnings,
            response=VideoModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
            ),
        )

    async def do_status(self, options: VideoModelV4StatusOptions) -> VideoModelV4OperationStatusResult:
        """Ask for a job once.

        Raises `InvalidArgumentError` when the operation is not one of `do_start`, `APICallError` when the request
        fails, and `GoogleVideoGenerationError` when the job is done without a video.
        """
        timestamp = clock.now()
        answer = await get_from_api(
            transport=self.config.transport(),
            url=self.config.url(f"/{_operation_name(options.operation)}", self.model_id),
            headers=combine_headers(await self.config.headers(), options.headers),
            response_handler=_OPERATION,
            error_handler=json_error_response(self.error_structure),
            abort_signal=options.abort_signal,
        )
        operation: wire.GoogleOperation = answer.value
        response = VideoModelV4ResultResponse(
            timestamp=timestamp, model_id=self.model_id, headers=answer.response_headers
        )
        if not operation.done:
            return VideoModelV4OperationStatusPending(response=response)
        if operation.error is not None:
            error = f"Video generation failed: {operation.error.message}"
            return VideoModelV4OperationStatusError(error=error, response=response)
        return await self._completed(operation, response)

    async def _completed(
        self, operation: wire.GoogleOperation, response: VideoModelV4ResultResponse
    ) -> VideoModelV4OperationStatusCompleted:
        uris = _video_uris(operation)
        key = (await self.config.headers()).get(_KEY_HEADER)
        return VideoModelV4OperationStatusCompleted(
            videos=[VideoModelV4VideoDataUrl(url=self._with_key(uri, key), media_type="video/mp4") for uri in uris],
            warnings=[],
            provider_metadata={"google": {"videos": [{"uri": uri} for uri in uris]}},
            response=response,
        )

    def _with_key(self, uri: str, key: str | None) -> str:
        """Return the URL to download from; the key goes to the provider's own origin only."""
        if not key or not is_same_origin(uri, self.config.base_url):
            return uri
        return f"{uri}{'&' if '?' in uri else '?'}key={key}"


def _operation_name(operation: Any) -> str:
    name = operation.get("operationName") if isinstance(operation, dict) else None
    if not isinstance(name, str):
        raise InvalidArgumentError("The operation has no 'operationName'.", argument="operation")
    return name


def _video_uris(operation: wire.GoogleOperation) -> list[str]:
    answer = None if operation.response is None else operation.response.generate_video_response
    samples = None if answer is None else answer.generated_samples
    if not samples:
        raise GoogleVideoGenerationError(f"No videos in response. Response: {stringify(dump_wire(operation))}")
    uris = [sample.video.uri for sample in samples if sample.video is not None and sample.video.uri]
    if not uris:
        raise GoogleVideoGenerationError("No valid videos in response")
    return uris
