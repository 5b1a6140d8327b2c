"""What xAI tells of a video that it makes.

Ports: @ai-sdk/xai/src/xai-video-model.ts
"""

from ai_sdk_generated.xai.video import wire

from ai_sdk.provider import (
    AISDKError,
    JSONObject,
    VideoModelV4OperationStatusCompleted,
    VideoModelV4OperationStatusError,
    VideoModelV4OperationStatusPending,
    VideoModelV4OperationStatusResult,
    VideoModelV4ResultResponse,
    VideoModelV4VideoDataUrl,
)
from ai_sdk.provider_utils.json import json_parser, omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, DownloadError, Exchange, json_response, read_body

__all__ = ["MAX_PENDING_BODY_BYTES", "read_status", "status_response"]

MAX_PENDING_BODY_BYTES = 1024 * 1024
"""How large the body of an answer may be that says no more than that the video is not ready."""

_ACCEPTED = 202
_STATUS = json_response(wire.XaiVideoStatusResponse)
_BLOCKED = "Video generation was blocked due to a content policy violation."


async def status_response(exchange: Exchange) -> ApiResponse[wire.XaiVideoStatusResponse]:
    """Read a status; an accepted request with no body, or one that cannot be read, is pending.

    Raises `APICallError` for any other answer that cannot be read, and for a pending one that is too large.
    """
    if exchange.response.status_code != _ACCEPTED:
        return await _STATUS(exchange)
    try:
        body = await read_body(exchange.response, exchange.url, max_bytes=MAX_PENDING_BODY_BYTES)
    except DownloadError:
        # The error names the answer, so its cause would say nothing new.
        raise exchange.error(f"xAI video status response exceeded {MAX_PENDING_BODY_BYTES} bytes") from None
    value = json_parser(wire.XaiVideoStatusResponse)(body)
    if isinstance(value, AISDKError):
        value = wire.XaiVideoStatusResponse(status="pending")
    return ApiResponse(value=value, response_headers=exchange.response.headers)


def read_status(
    status: wire.XaiVideoStatusResponse, request_id: str, response: VideoModelV4ResultResponse
) -> VideoModelV4OperationStatusResult:
    """Turn a status into the specification's words."""
    if status.status == "expired":
        return VideoModelV4OperationStatusError(error="Video generation request expired.", response=response)
    if status.status == "failed":
        return VideoModelV4OperationStatusError(error=_failure(status), response=response)
    video = status.video or wire.XaiVideoStatusResponseVideo()
    if status.status != "done" and not (status.status is None and video.url):
        return VideoModelV4OperationStatusPending(response=response)
    if video.respect_moderation is False:
        return VideoModelV4OperationStatusError(error=_BLOCKED, response=response)
    url = _video_url(video)
    if not url:
        error = "Video generation completed but no video URL was returned."
        return VideoModelV4OperationStatusError(error=error, response=response)
    return VideoModelV4OperationStatusCompleted(
        videos=[VideoModelV4VideoDataUrl(url=url, media_type="video/mp4")],
        warnings=[],
        response=response,
        provider_metadata={"xai": {"requestId": request_id, "videoUrl": url, **_metadata(status, video)}},
    )


def _failure(status: wire.XaiVideoStatusResponse) -> str:
    error = status.error or wire.XaiVideoStatusResponseError()
    details = error.code if error.message is None else error.message
    return "Video generation failed." if details is None else f"Video generation failed: {details}"


def _video_url(video: wire.XaiVideoStatusResponseVideo) -> str | None:
    if video.url is not None:
        return video.url
    return None if video.file_output is None else video.file_output.public_url


def _metadata(status: wire.XaiVideoStatusResponse, video: wire.XaiVideoStatusResponseVideo) -> JSONObject:
    return omit_none(
        {
            "duration": video.duration,
            "costInUsdTicks": None if status.usage is None else status.usage.cost_in_usd_ticks,
            "progress": status.progress,
            "fileOutput": None if video.file_output is None else _file_output(video.file_output),
            "storageError": video.storage_error,
        }
    )


def _file_output(file: wire.XaiVideoStatusResponseVideoFileOutput) -> JSONObject:
    return omit_none(
        {
            "fileId": file.file_id,
            "filename": file.filename,
            "expiresAt": file.expires_at,
            "publicUrl": file.public_url,
            "publicUrlError": file.public_url_error,
            "publicUrlExpiresAt": file.public_url_expires_at,
        }
    )
