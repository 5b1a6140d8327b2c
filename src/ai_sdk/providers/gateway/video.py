"""Video models behind the gateway: made in one call that reports progress, or started and asked for.

Ports: @ai-sdk/gateway/src/gateway-video-model.ts, @ai-sdk/gateway/src/gateway-video-model-settings.ts
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from ai_sdk_generated.gateway.video import wire

from ai_sdk.provider import (
    JSONObject,
    VideoModelV4CallOptions,
    VideoModelV4File,
    VideoModelV4OperationStartResult,
    VideoModelV4OperationStatusCompleted,
    VideoModelV4OperationStatusError,
    VideoModelV4OperationStatusPending,
    VideoModelV4OperationStatusResult,
    VideoModelV4OperationWebhook,
    VideoModelV4Result,
    VideoModelV4ResultResponse,
    VideoModelV4StatusOptions,
    VideoModelV4VideoData,
)
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.base64 import convert_to_base64
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.response_handler import ApiResponse, json_response
from ai_sdk.providers.gateway.model import GatewayModel, read_provider_metadata, read_warnings
from ai_sdk.providers.gateway.provider_options import write_provider_options
from ai_sdk.providers.gateway.video_events import video_result_response

__all__ = ["GatewayVideoModel", "GatewayVideoWebhook"]

_NO_LIMIT = 2**53 - 1


@dataclass(frozen=True, slots=True)
class GatewayVideoWebhook:
    """A URL that the gateway calls when a video is done, and what waits for that call."""

    url: str
    received: Awaitable[VideoModelV4OperationWebhook]


class GatewayVideoModel(GatewayModel):
    """Makes videos."""

    max_videos_per_call: ClassVar[int] = _NO_LIMIT

    async def do_generate(self, options: VideoModelV4CallOptions) -> VideoModelV4Result:
        """Make the videos in one call, which the gateway keeps open; raises a `GatewayError` when it fails."""
        headers = {**self._headers(), "accept": "text/event-stream"}
        return await self.call(
            "/video-model", _body(options), video_result_response, self._read_result, options, headers
        )

    async def handle_webhook_option(self, webhook: Callable[[], Awaitable[GatewayVideoWebhook]]) -> GatewayVideoWebhook:
        """Make a webhook for `do_start`: the gateway calls the caller's own URL, so there is nothing to add."""
        return await webhook()

    async def do_start(self, options: VideoModelV4CallOptions) -> VideoModelV4OperationStartResult:
        """Start making the videos and return what `do_status` asks with; raises a `GatewayError` when it fails."""
        # The gateway's name of the completion webhook is its own.
        body = {**_body(options), **({"callbackUrl": options.webhook_url} if options.webhook_url else {})}
        handler = json_response(wire.GatewayVideoStartResponse)
        return await self.call("/video-model/start", body, handler, self._read_start, options, self._headers())

    async def do_status(self, options: VideoModelV4StatusOptions) -> VideoModelV4OperationStatusResult:
        """Ask how far a started operation is; raises a `GatewayError` when the asking fails."""
        handler = json_response(wire.GatewayVideoStatusResponse)
        body = {"operation": options.operation}
        return await self.call("/video-model/status", body, handler, self._read_status, options, self._headers())

    def _headers(self) -> dict[str, str | None]:
        return {"ai-video-model-specification-version": "4", "ai-model-id": self.model_id}

    def _response(self, response: ApiResponse[Any]) -> VideoModelV4ResultResponse:
        return VideoModelV4ResultResponse(timestamp=now(), model_id=self.model_id, headers=response.response_headers)

    def _read_result(self, response: ApiResponse[Any]) -> VideoModelV4Result:
        event: wire.GatewayVideoEventResult = response.value
        return VideoModelV4Result(
            videos=_videos(event.videos),
            warnings=read_warnings(event.warnings),
            provider_metadata=read_provider_metadata(event.provider_metadata),
            response=self._response(response),
        )

    def _read_start(self, response: ApiResponse[Any]) -> VideoModelV4OperationStartResult:
        value: wire.GatewayVideoStartResponse = response.value
        return VideoModelV4OperationStartResult(
            operation=value.operation,
            warnings=read_warnings(value.warnings),
            provider_metadata=read_provider_metadata(value.provider_metadata),
            response=self._response(response),
        )

    def _read_status(self, response: ApiResponse[Any]) -> VideoModelV4OperationStatusResult:
        status: wire.GatewayVideoStatusResponse = response.value
        shared: dict[str, Any] = {
            "provider_metadata": read_provider_metadata(status.provider_metadata),
            "response": self._response(response),
        }
        match status:
            case wire.GatewayVideoStatusResponseCompleted():
                warnings = read_warnings(status.warnings)
                return VideoModelV4OperationStatusCompleted(videos=_videos(status.videos), warnings=warnings, **shared)
            case wire.GatewayVideoStatusResponseError():
                return VideoModelV4OperationStatusError(error=status.error, **shared)
            case wire.GatewayVideoStatusResponseCancelled():
                # The specification has no such status: as an error it ends the polling.
                return VideoModelV4OperationStatusError(error="Video generation was cancelled.", **shared)
        return VideoModelV4OperationStatusPending(warnings=read_warnings(status.warnings), **shared)


def _videos(videos: list[wire.GatewayVideoData]) -> list[VideoModelV4VideoData]:
    return [load(VideoModelV4VideoData, dump_wire(video)) for video in videos]


def _body(options: VideoModelV4CallOptions) -> JSONObject:
    frames, references = options.frame_images, options.input_references
    return omit_none(
        {
            "prompt": options.prompt,
            "n": options.n,
            "aspectRatio": options.aspect_ratio or None,
            "resolution": options.resolution or None,
            "duration": options.duration or None,
            "fps": options.fps or None,
            "seed": options.seed,
            "generateAudio": options.generate_audio,
            "providerOptions": write_provider_options(options.provider_options),
            "image": None if options.image is None else _file(options.image),
            "frameImages": frames and [{**dump(frame), "image": _file(frame.image)} for frame in frames],
            "inputReferences": references and [_file(reference) for reference in references],
        }
    )


def _file(file: VideoModelV4File) -> JSONObject:
    written: JSONObject = dump(file)
    if file.type == "file":
        written["data"] = convert_to_base64(file.data)
    return written
