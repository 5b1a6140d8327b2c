"""The video model on MiniMax: starts a task, and asks for it until it is done.

Ports: @ai-sdk/minimax/src/minimax-video-model.ts
"""

from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar
from urllib.parse import quote

from ai_sdk_generated.minimax.video import wire

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    VideoModelV4CallOptions,
    VideoModelV4FileUrl,
    VideoModelV4OperationStartResult,
    VideoModelV4OperationStatusCompleted,
    VideoModelV4OperationStatusError,
    VideoModelV4OperationStatusResult,
    VideoModelV4Result,
    VideoModelV4ResultResponse,
    VideoModelV4StatusOptions,
    stringify,
)
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.abort import abortable
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.post_to_api import get_from_api
from ai_sdk.provider_utils.response_handler import json_error_response, json_response
from ai_sdk.providers.minimax.errors import (
    MINIMAX_VIDEO_ERROR_STRUCTURE,
    MiniMaxVideoGenerationError,
    MiniMaxVideoTimeoutError,
)
from ai_sdk.providers.minimax.video.request import VideoRequest, build_request, parse_options
from ai_sdk.providers.minimax.video.response import read_failure, read_status

__all__ = ["MiniMaxVideoModel"]

_UNRESERVED = "!'()*"
_DEFAULT_POLL_INTERVAL_MS = 10_000
_DEFAULT_POLL_TIMEOUT_MS = 600_000


@dataclass(frozen=True, slots=True)
class _Answer:
    """What MiniMax said of a task, and when."""

    task: wire.MinimaxVideoStatusResponseTask
    response: VideoModelV4ResultResponse


class MiniMaxVideoModel(HttpModel):
    """Videos on MiniMax: of a prompt, between frames, or with references."""

    error_structure = MINIMAX_VIDEO_ERROR_STRUCTURE
    max_videos_per_call: ClassVar[int] = 1

    async def do_generate(self, options: VideoModelV4CallOptions) -> VideoModelV4Result:
        """Start a video and wait until it is ready.

        It asks every `pollIntervalMs` (10,000) milliseconds for at most `pollTimeoutMs` (600,000). Raises what
        `do_start` raises, and `MiniMaxVideoGenerationError` or one of its kinds when there is no video.
        """
        start, request = await self._start(options)
        task_id = _task_id(start.operation)
        status = await self._wait(task_id, start.operation, options)
        metadata: JSONObject = (status.provider_metadata or {})["minimax"]
        return VideoModelV4Result(
            videos=status.videos,
            warnings=[*start.warnings, *status.warnings],
            provider_metadata={"minimax": {**metadata, "resolvedInputs": _resolved_inputs(options, request)}},
            response=VideoModelV4ResultResponse(
                timestamp=start.response.timestamp, model_id=self.model_id, headers=status.response.headers
            ),
        )

    async def do_start(self, options: VideoModelV4CallOptions) -> VideoModelV4OperationStartResult:
        """Start a video.

        Raises `APICallError` when the request fails, `MiniMaxVideoGenerationError` when MiniMax names no task, and
        `InvalidArgumentError` when the options do not fit.
        """
        start, _ = await self._start(options)
        return start

    async def _start(self, options: VideoModelV4CallOptions) -> tuple[VideoModelV4OperationStartResult, VideoRequest]:
        timestamp = clock.now()
        request = build_request(self.model_id, options)
        response = await self.post_json(
            "/v2/video_generation",
            request.body,
            json_response(wire.MinimaxCreateVideoResponse),
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        task_id = response.value.task_id
        if not task_id:
            answer = stringify(dump_wire(response.value))
            raise MiniMaxVideoGenerationError(f"No task_id returned from the MiniMax API. Response: {answer}")
        inputs = {"imageCount": request.inputs.image_count, "referenceVideoIndices": request.inputs.video_indices}
        start = VideoModelV4OperationStartResult(
            operation={"taskId": task_id, "resolvedInputs": inputs},
            warnings=request.warnings,
            response=VideoModelV4ResultResponse(
                timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
            ),
        )
        return start, request

    async def do_status(self, options: VideoModelV4StatusOptions) -> VideoModelV4OperationStatusResult:
        """Ask how far a started video is.

        Raises `APICallError` when the request fails, `MiniMaxVideoGenerationError` when the video is ready and lies
        nowhere, and `InvalidArgumentError` for an operation of another model.
        """
        task_id = _task_id(options.operation)
        answer = await self._ask(task_id, options)
        failure = read_failure(answer.task, task_id)
        if failure is not None:
            return VideoModelV4OperationStatusError(error=failure.message, response=answer.response)
        return read_status(answer.task, task_id, _inputs(options.operation), answer.response)

    async def _wait(
        self, task_id: str, operation: Any, options: VideoModelV4CallOptions
    ) -> VideoModelV4OperationStatusCompleted:
        given = parse_options(options)
        interval = given.poll_interval_ms or _DEFAULT_POLL_INTERVAL_MS
        timeout = given.poll_timeout_ms or _DEFAULT_POLL_TIMEOUT_MS
        started = clock.monotonic()
        while True:
            await abortable(options.abort_signal, partial(clock.sleep, interval / 1000))
            if round((clock.monotonic() - started) * 1000) > timeout:
                text = f"MiniMax video generation timed out after {timeout}ms. Task ID: {task_id}"
                raise MiniMaxVideoTimeoutError(text)
            answer = await self._ask(task_id, options)
            failure = read_failure(answer.task, task_id)
            if failure is not None:
                raise failure
            status = read_status(answer.task, task_id, _inputs(operation), answer.response)
            if isinstance(status, VideoModelV4OperationStatusCompleted):
                return status

    async def _ask(self, task_id: str, options: VideoModelV4CallOptions | VideoModelV4StatusOptions) -> _Answer:
        timestamp = clock.now()
        path = f"/v2/query/video_generation/{quote(task_id, safe=_UNRESERVED)}"
        response = await get_from_api(
            transport=self.config.transport(),
            url=self.config.url(path, self.model_id),
            validate_url=True,
            trusted_origin=self.config.url("", self.model_id),
            headers=combine_headers(await self.config.headers(), options.headers),
            response_handler=json_response(wire.MinimaxVideoStatusResponse),
            error_handler=json_error_response(self.error_structure),
            abort_signal=options.abort_signal,
        )
        answered = VideoModelV4ResultResponse(
            timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
        )
        return _Answer(response.value.task, answered)


def _task_id(operation: Any) -> str:
    match operation:
        case {"taskId": str(task_id)}:
            return task_id
    raise InvalidArgumentError("The operation has no taskId.", argument="operation")


def _inputs(operation: Any) -> Any:
    return operation.get("resolvedInputs")


def _resolved_inputs(options: VideoModelV4CallOptions, request: VideoRequest) -> JSONObject:
    references = options.input_references or []
    files = [references[index] for index in request.inputs.video_indices]
    return {
        "imageCount": request.inputs.image_count,
        "referenceVideoUrls": [file.url for file in files if isinstance(file, VideoModelV4FileUrl)],
    }
