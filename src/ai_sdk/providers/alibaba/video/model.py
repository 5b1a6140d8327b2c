"""The video model on Alibaba Cloud: starts a video, and is asked whether it is ready.

Ports: @ai-sdk/alibaba/src/alibaba-video-model.ts
"""

from typing import Any, ClassVar

from ai_sdk_generated.alibaba.video import wire

from ai_sdk.provider import (
    InvalidArgumentError,
    VideoModelV4CallOptions,
    VideoModelV4OperationStartResult,
    VideoModelV4OperationStatusResult,
    VideoModelV4ResultResponse,
    VideoModelV4StatusOptions,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, stringify
from ai_sdk.provider_utils.response_handler import ErrorStructure, json_response
from ai_sdk.providers.alibaba.errors import AlibabaVideoGenerationError
from ai_sdk.providers.alibaba.video.request import build_request
from ai_sdk.providers.alibaba.video.response import read_status

__all__ = ["AlibabaVideoModel"]

_START_PATH = "/api/v1/services/aigc/video-generation/video-synthesis"


class AlibabaVideoModel(HttpModel):
    """Videos on Alibaba Cloud: of a prompt, of images, and with references."""

    error_structure = ErrorStructure(wire.AlibabaVideoError, lambda data: data.message)
    max_videos_per_call: ClassVar[int] = 1

    async def do_start(self, options: VideoModelV4CallOptions) -> VideoModelV4OperationStartResult:
        """Start a video.

        Raises `APICallError` when the request fails, `AlibabaVideoGenerationError` when Alibaba names no task, and
        `InvalidArgumentError` when the options do not fit.
        """
        timestamp = clock.now()
        request = build_request(self.model_id, options)
        response = await self.post_json(
            _START_PATH,
            request.body,
            json_response(wire.AlibabaVideoCreateTask),
            headers=combine_headers(options.headers, {"X-DashScope-Async": "enable"}),
            abort_signal=options.abort_signal,
        )
        created: wire.AlibabaVideoCreateTask = response.value
        if created.output is None or not created.output.task_id:
            answer = stringify(dump_wire(created))
            raise AlibabaVideoGenerationError(f"No task_id returned from Alibaba API. Response: {answer}")
        return VideoModelV4OperationStartResult(
            operation={"taskId": created.output.task_id},
            warnings=request.warnings,
            response=VideoModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
            ),
        )

    async def do_status(self, options: VideoModelV4StatusOptions) -> VideoModelV4OperationStatusResult:
        """Ask how far a started video is.

        Raises `APICallError` when the request fails, `AlibabaVideoGenerationError` when the video is ready but lies
        nowhere, and `InvalidArgumentError` for an operation of another model.
        """
        timestamp = clock.now()
        task_id = _task_id(options.operation)
        response = await self.get_json(
            f"/api/v1/tasks/{task_id}",
            json_response(wire.AlibabaVideoTaskStatus),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        answered = VideoModelV4ResultResponse(
            timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
        )
        return read_status(response.value, task_id, answered)


def _task_id(operation: Any) -> str:
    match operation:
        case {"taskId": str(task_id)}:
            return task_id
    raise InvalidArgumentError("The operation has no taskId.", argument="operation")
