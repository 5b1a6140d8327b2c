"""The video model on Vertex AI: a job is started, and asked for until it is done.

Ports: @ai-sdk/google-vertex/src/google-vertex-video-model.ts
Ports: @ai-sdk/google-vertex/src/google-vertex-video-model-options.ts
Ports: @ai-sdk/google-vertex/src/google-vertex-video-settings.ts
"""

from collections.abc import Iterator
from typing import Any, Final

from ai_sdk_generated.google_vertex.video import wire
from ai_sdk_generated.google_vertex.video.options import GoogleVertexVideoModelOptions

from ai_sdk.provider import (
    InvalidArgumentError,
    JSONObject,
    SharedV4Warning,
    VideoModelV4CallOptions,
    VideoModelV4OperationStartResult,
    VideoModelV4OperationStatusCompleted,
    VideoModelV4OperationStatusError,
    VideoModelV4OperationStatusPending,
    VideoModelV4ResultResponse,
    VideoModelV4StatusOptions,
    VideoModelV4VideoDataBase64,
    VideoModelV4VideoDataUrl,
    stringify,
)
from ai_sdk.provider.video_model import VideoModelV4OperationStatusResult, VideoModelV4VideoData
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.http_model import HttpModel
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.provider_options import resolve_provider_options
from ai_sdk.provider_utils.response_handler import json_response
from ai_sdk.providers.google.video.request import call_references, call_settings, start_and_end
from ai_sdk.providers.google_vertex.errors import GoogleVertexVideoGenerationError, google_vertex_error_structure

__all__ = ["GoogleVertexVideoModel"]

_API = "Vertex AI"
_MP4 = "video/mp4"
_OPERATION = json_response(wire.GoogleVertexOperation)


class GoogleVertexVideoModel(HttpModel):
    """Videos by Veo models."""

    error_structure = google_vertex_error_structure
    max_videos_per_call: Final = 4

    async def do_start(self, options: VideoModelV4CallOptions) -> VideoModelV4OperationStartResult:
        """Start a job.

        Raises `InvalidArgumentError` for provider options that do not fit, `APICallError` when the request fails, and
        `GoogleVertexVideoGenerationError` when the answer does not name the job.
        """
        warnings: list[SharedV4Warning] = []
        body = _build_body(options, warnings)
        operation, response = await self._post("predictLongRunning", body, options)
        if not operation.name:
            raise GoogleVertexVideoGenerationError("No operation name returned from API")
        return VideoModelV4OperationStartResult(
            operation={"operationName": operation.name}, warnings=warnings, response=response
        )

    async def do_status(self, options: VideoModelV4StatusOptions) -> VideoModelV4OperationStatusResult:
        """Ask for a job once.

        Raises `InvalidArgumentError` when the operation is not one of `do_start`, `APICallError` when the request
        fails, and `GoogleVertexVideoGenerationError` when the job is done without a video.
        """
        name = options.operation.get("operationName") if isinstance(options.operation, dict) else None
        if not isinstance(name, str):
            raise InvalidArgumentError("The operation has no 'operationName'.", argument="operation")
        operation, response = await self._post("fetchPredictOperation", {"operationName": name}, options)
        if not operation.done:
            return VideoModelV4OperationStatusPending(response=response)
        if operation.error is not None:
            error = f"Video generation failed: {operation.error.message}"
            return VideoModelV4OperationStatusError(error=error, response=response)
        return _completed(operation, response)

    async def _post(
        self, method: str, body: JSONObject, options: VideoModelV4CallOptions | VideoModelV4StatusOptions
    ) -> tuple[wire.GoogleVertexOperation, VideoModelV4ResultResponse]:
        timestamp = clock.now()
        response = await self.post_json(
            f"/models/{self.model_id}:{method}",
            body,
            _OPERATION,
            headers=options.headers,
            abort_signal=options.abort_signal,
        )
        return response.value, VideoModelV4ResultResponse(
            timestamp=timestamp, model_id=self.model_id, headers=response.response_headers
        )


def _build_body(options: VideoModelV4CallOptions, warnings: list[SharedV4Warning]) -> JSONObject:
    given, _ = resolve_provider_options(
        options.provider_options, ("googleVertex", "vertex"), GoogleVertexVideoModelOptions, resolution="first"
    )
    given = given or GoogleVertexVideoModelOptions()
    instance = {"prompt": options.prompt, **start_and_end(options, _API, warnings)}
    references: list[Any] | None = call_references(options, _API, warnings)
    if references is None and given.reference_images is not None:
        references = [dump_wire(image) for image in given.reference_images]
    return {
        "instances": [omit_none({**instance, "referenceImages": references})],
        "parameters": _parameters(options, given),
    }


def _parameters(options: VideoModelV4CallOptions, given: GoogleVertexVideoModelOptions) -> JSONObject:
    own = omit_none(
        {
            "generateAudio": given.generate_audio if options.generate_audio is None else options.generate_audio,
            "personGeneration": given.person_generation,
            "negativePrompt": given.negative_prompt,
            "gcsOutputDirectory": given.gcs_output_directory,
        }
    )
    # Options that this library does not know are the API's.
    return {**call_settings(options), **own, **(given.model_extra or {})}


def _completed(
    operation: wire.GoogleVertexOperation, response: VideoModelV4ResultResponse
) -> VideoModelV4OperationStatusCompleted:
    answers = None if operation.response is None else operation.response.videos
    if not answers:
        raise GoogleVertexVideoGenerationError(f"No videos in response. Response: {stringify(dump_wire(operation))}")
    videos = list(_videos(answers))
    if not videos:
        raise GoogleVertexVideoGenerationError("No valid videos in response")
    payload = {"videos": [metadata for _, metadata in videos]}
    return VideoModelV4OperationStatusCompleted(
        videos=[video for video, _ in videos],
        warnings=[],
        # The latter two are older names.
        provider_metadata={"googleVertex": payload, "google-vertex": payload, "vertex": payload},
        response=response,
    )


def _videos(
    answers: list[wire.GoogleVertexOperationResponseVideo],
) -> Iterator[tuple[VideoModelV4VideoData, JSONObject]]:
    """Return each video with what is said of it."""
    for answer in answers:
        said = {key: value for key, value in dump_wire(answer).items() if key != "bytesBase64Encoded"}
        media_type = answer.mime_type or _MP4
        if answer.bytes_base64_encoded:
            mime_type = {key: value for key, value in said.items() if key == "mimeType"}
            yield VideoModelV4VideoDataBase64(data=answer.bytes_base64_encoded, media_type=media_type), mime_type
        elif answer.gcs_uri:
            yield VideoModelV4VideoDataUrl(url=answer.gcs_uri, media_type=media_type), said
