"""What Alibaba says of a started video, in the specification's words.

Ports: @ai-sdk/alibaba/src/alibaba-video-model.ts
"""

from ai_sdk_generated.alibaba.video import wire

from ai_sdk.provider import (
    JSONObject,
    VideoModelV4OperationStatusCompleted,
    VideoModelV4OperationStatusError,
    VideoModelV4OperationStatusPending,
    VideoModelV4OperationStatusResult,
    VideoModelV4ResultResponse,
    VideoModelV4VideoDataUrl,
)
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.providers.alibaba.errors import AlibabaVideoGenerationError

__all__ = ["read_status"]

_USAGE_METADATA = {
    "duration": "duration",
    "output_video_duration": "outputVideoDuration",
    "SR": "resolution",
    "size": "size",
}
# Only the newest models report these, so null counts as absent.
_NEW_USAGE_METADATA = {"input_video_duration": "inputVideoDuration", "fps": "fps", "ratio": "ratio"}


def read_status(
    response: wire.AlibabaVideoTaskStatus, task_id: str, answered: VideoModelV4ResultResponse
) -> VideoModelV4OperationStatusResult:
    """Return whether the video is ready; raises `AlibabaVideoGenerationError` when it is but lies nowhere."""
    output = response.output
    match None if output is None else output.task_status:
        case "SUCCEEDED" if output is not None:
            return _completed(output, response.usage, answered)
        case "FAILED" | "CANCELED" as status:
            message = "" if output is None else output.message or ""
            error = f"Video generation {status.lower()}. Task ID: {task_id}. {message}".strip()
            return VideoModelV4OperationStatusError(error=error, response=answered)
    return VideoModelV4OperationStatusPending(response=answered)


def _completed(
    output: wire.AlibabaVideoTaskStatusOutput,
    usage: wire.AlibabaVideoTaskStatusUsage | None,
    answered: VideoModelV4ResultResponse,
) -> VideoModelV4OperationStatusCompleted:
    if not output.video_url:
        raise AlibabaVideoGenerationError(f"No video URL in response. Task ID: {output.task_id}")
    metadata: JSONObject = {"taskId": output.task_id, "videoUrl": output.video_url}
    if output.actual_prompt:
        metadata["actualPrompt"] = output.actual_prompt
    if usage is not None:
        metadata["usage"] = _usage_metadata(dump_wire(usage))
    return VideoModelV4OperationStatusCompleted(
        videos=[VideoModelV4VideoDataUrl(url=output.video_url, media_type="video/mp4")],
        warnings=[],
        provider_metadata={"alibaba": metadata},
        response=answered,
    )


def _usage_metadata(usage: JSONObject) -> JSONObject:
    metadata = {name: usage[wire_name] for wire_name, name in _USAGE_METADATA.items() if wire_name in usage}
    for wire_name, name in _NEW_USAGE_METADATA.items():
        if usage.get(wire_name) is not None:
            metadata[name] = usage[wire_name]
    return metadata
