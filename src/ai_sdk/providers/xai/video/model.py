"""The video model on xAI: starts a video, and is asked whether it is ready.

Ports: @ai-sdk/xai/src/xai-video-model.ts
"""

from typing import Any, ClassVar

from ai_sdk_generated.xai.video import wire

from ai_sdk.provider import (
    InvalidArgumentError,
    VideoModelV4CallOptions,
    VideoModelV4OperationStartResult,
    VideoModelV4OperationStatusResult,
    VideoModelV4ResultResponse,
    VideoModelV4StatusOptions,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.encode_path_segment import encode_path_segment
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.providers.xai.errors import XAI_ERROR_STRUCTURE, XaiVideoGenerationError
from ai_sdk.providers.xai.video.request import build_request
from ai_sdk.providers.xai.video.response import read_status, status_response

__all__ = ["XaiVideoModel"]


class XaiVideoModel(HttpModel):
    """Videos on xAI: of a prompt, an image or references, and edits and extensions of a video."""

    error_structure = XAI_ERROR_STRUCTURE
    max_videos_per_call: ClassVar[int] = 1

    async def do_start(self, options: VideoModelV4CallOptions) -> VideoModelV4OperationStartResult:
        """Start a video.

        Raises `APICallError` when the request fails, `XaiVideoGenerationError` when xAI names no operation, and
        `InvalidArgumentError` when the options do not fit.
        """
        timestamp = clock.now()
        request = build_request(self.model_id, options)
        response = await self.post_json(
            request.path,
            request.body,
            json_response(wire.XaiCreateVideoResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        request_id = response.value.request_id
        if not request_id:
            raise XaiVideoGenerationError("No request_id returned from xAI API.")
        return VideoModelV4OperationStartResult(
            operation={"requestId": request_id},
            warnings=request.warnings,
            response=VideoModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
            ),
        )

    async def do_status(self, options: VideoModelV4StatusOptions) -> VideoModelV4OperationStatusResult:
        """Ask how far a started video is.

        Raises `APICallError` when the request fails, and `InvalidArgumentError` for an operation of another model.
        """
        timestamp = clock.now()
        request_id = _request_id(options.operation)
        response = await self.get_json(
            f"/videos/{encode_path_segment(request_id)}",
            status_response,
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        answered = VideoModelV4ResultResponse(
            timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
        )
        return read_status(response.value, request_id, answered)


def _request_id(operation: Any) -> str:
    match operation:
        case {"requestId": str(request_id)}:
            return request_id
    raise InvalidArgumentError("The operation has no requestId.", argument="operation")
