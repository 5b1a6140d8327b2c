"""What MiniMax tells of a video task.

Ports: @ai-sdk/minimax/src/minimax-video-model.ts
"""

from typing import Any

from ai_sdk_generated.minimax.video import wire

from ai_sdk.provider import (
    JSONObject,
    VideoModelV4OperationStatusCompleted,
    VideoModelV4OperationStatusPending,
    VideoModelV4ResultResponse,
    VideoModelV4VideoDataUrl,
    stringify,
)
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.providers.minimax.errors import (
    MiniMaxVideoCancelledError,
    MiniMaxVideoExpiredError,
    MiniMaxVideoFailedError,
    MiniMaxVideoGenerationError,
)

__all__ = ["read_failure", "read_status"]

_USAGE_NAMES = {
    "total_seconds": "totalSeconds",
    "input_seconds": "inputSeconds",
    "output_seconds": "outputSeconds",
}


def read_failure(task: wire.MinimaxVideoStatusResponseTask, task_id: str) -> MiniMaxVideoGenerationError | None:
    """Return the error of a task that ended without a video; `None` for any other task."""
    match task.status:
        case "failed":
            text = f"MiniMax video generation failed{_failure_details(task)}. Task ID: {task_id}"
            return MiniMaxVideoFailedError(text)
        case "cancelled":
            return MiniMaxVideoCancelledError(f"MiniMax video generation was cancelled. Task ID: {task_id}")
        case "expired":
            return MiniMaxVideoExpiredError(f"MiniMax video generation request expired. Task ID: {task_id}")
    return None


def _failure_details(task: wire.MinimaxVideoStatusResponseTask) -> str:
    error = task.error or wire.MinimaxVideoStatusResponseTaskError()
    reason = f": {error.message}" if error.message else ""
    if error.code is None:
        return reason
    return f"{reason} ({error.code if isinstance(error.code, str) else stringify(error.code)})"


def read_status(
    task: wire.MinimaxVideoStatusResponseTask,
    task_id: str,
    resolved_inputs: Any,
    response: VideoModelV4ResultResponse,
) -> VideoModelV4OperationStatusPending | VideoModelV4OperationStatusCompleted:
    """Turn a task that has not failed into the specification's words; an unknown status is pending.

    Raises `MiniMaxVideoGenerationError` when the task is done and names no video.
    """
    if task.status != "succeeded":
        return VideoModelV4OperationStatusPending(response=response)
    url = None if task.content is None else task.content.url
    if not url:
        text = f"MiniMax video generation completed but no video URL was returned. Task ID: {task_id}"
        raise MiniMaxVideoGenerationError(text)
    metadata = {"taskId": task_id, "videoUrl": url, "resolvedInputs": resolved_inputs, **_task_metadata(task)}
    return VideoModelV4OperationStatusCompleted(
        videos=[VideoModelV4VideoDataUrl(url=url, media_type="video/mp4")],
        warnings=[],
        response=response,
        provider_metadata={"minimax": omit_none(metadata)},
    )


def _task_metadata(task: wire.MinimaxVideoStatusResponseTask) -> JSONObject:
    usage = None if task.usage is None else dump_wire(task.usage)
    return {
        "duration": task.duration,
        "ratio": task.ratio,
        "resolution": task.resolution,
        "usage": None
        if usage is None
        else {_USAGE_NAMES[name]: seconds for name, seconds in usage.items() if name in _USAGE_NAMES},
    }
