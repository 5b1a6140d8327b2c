"""Generates videos, in as many calls as the model's limit asks for.

Ports: ai/src/generate-video/generate-video.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ai_sdk.error.no_output_errors import NoVideoGeneratedError
from ai_sdk.generate_image.split_count import resolve_limit, split_count
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_video.generate_video_result import GenerateVideoResult, VideoModelResponseMetadata
from ai_sdk.generate_video.video_generation_error import VideoGenerationError
from ai_sdk.generate_video.video_inputs import (
    FrameImage,
    GenerateVideoPrompt,
    InputReference,
    normalize_video_call_inputs,
)
from ai_sdk.generate_video.video_operation import (
    GenerateVideoPollOptions,
    GenerateVideoWebhookFactory,
    VideoOperation,
    merge_provider_metadata,
)
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.model.resolve_model import resolve_video_model
from ai_sdk.provider import (
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
    SharedV4WarningOther,
    VideoModelV4,
    VideoModelV4CallOptions,
    VideoModelV4Result,
    VideoModelV4VideoData,
    VideoModelV4VideoDataBinary,
    VideoModelV4VideoDataUploaded,
    VideoModelV4VideoDataUrl,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.codec import load
from ai_sdk.provider_utils.concurrently import concurrently
from ai_sdk.provider_utils.content_part import DataContent
from ai_sdk.provider_utils.detect_media_type import detect_media_type
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.util.download.download import download as download_url
from ai_sdk.util.download.download_function import DownloadOne, DownloadRequest
from ai_sdk.util.prepare_retries import PreparedRetries, prepare_retries
from ai_sdk.version import AI_VERSION

__all__ = ["experimental_generate_video", "generate_video"]

_FALLBACK_MEDIA_TYPE = "video/mp4"
_UNKNOWN_MEDIA_TYPE = "application/octet-stream"


async def generate_video(
    *,
    model: str | VideoModelV4,
    prompt: GenerateVideoPrompt,
    n: int = 1,
    max_videos_per_call: int | None = None,
    aspect_ratio: str | None = None,
    resolution: str | None = None,
    duration: float | None = None,
    fps: float | None = None,
    seed: int | None = None,
    frame_images: Sequence[FrameImage | Mapping[str, Any]] | None = None,
    input_references: Sequence[DataContent | InputReference | Mapping[str, Any]] | None = None,
    generate_audio: bool | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
    max_retries: int | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str] | None = None,
    download: DownloadOne | None = None,
    poll: GenerateVideoPollOptions | Mapping[str, Any] | None = None,
    webhook: GenerateVideoWebhookFactory | None = None,
) -> GenerateVideoResult:
    """Generate `n` videos from a text, from images, or both. Experimental: it may change in any release.

    `aspect_ratio` is `WIDTH:HEIGHT` or `adaptive`, `resolution` `WIDTHxHEIGHT` in pixels, `duration` in seconds, `fps`
    frames a second. Videos at URLs are downloaded, with `download` when it is given. A model that starts videos and
    tells when they are done is asked every five seconds for at most ten minutes, unless `poll` says otherwise; `poll`
    or `webhook` choose that way for a model that has both. `max_retries` is 2 unless given, and counts for each call.

    Raises `NoVideoGeneratedError` when there is no video, `VideoGenerationError` when the operation fails or takes too
    long, `DownloadError`, `InvalidArgumentError`, `RetryError` when the last retry failed, and what the model raises.

    >>> import asyncio
    >>> from ai_sdk.testing import MockVideoModelV4
    >>> video = {"type": "base64", "data": "AAAA", "media_type": "video/mp4"}
    >>> model = MockVideoModelV4(do_generate={"videos": [video]})
    >>> asyncio.run(generate_video(model=model, prompt="waves at dawn")).video
    GeneratedFile(media_type='video/mp4')
    """
    resolved = resolve_video_model(model)
    retries = prepare_retries(max_retries=max_retries, abort_signal=abort_signal)
    inputs = normalize_video_call_inputs(prompt, frame_images, input_references)
    options = VideoModelV4CallOptions(
        prompt=inputs.prompt,
        aspect_ratio=aspect_ratio,
        resolution=resolution,
        duration=duration,
        fps=fps,
        seed=seed,
        image=inputs.image,
        frame_images=inputs.frame_images,
        input_references=inputs.input_references,
        generate_audio=generate_audio,
        provider_options=provider_options or {},
        headers={**with_user_agent_suffix(headers, f"ai/{AI_VERSION}")},
        abort_signal=abort_signal,
    )
    limit = resolved.max_videos_per_call if max_videos_per_call is None else max_videos_per_call
    counts = split_count(n, await resolve_limit(limit, resolved.model_id))
    is_operation = _runs_as_operation(resolved, is_asked_for=poll is not None or webhook is not None)
    calls = [
        partial(_run_operation, resolved, replace(options, n=count), retries, poll, webhook)
        if is_operation
        else partial(_generate, resolved, replace(options, n=count), retries)
        for count in counts
    ]
    results = await concurrently(calls)
    videos = [await _to_file(video, download, abort_signal) for result in results for video in result.videos]
    return _to_result(resolved, inputs.warnings, results, videos)


def _runs_as_operation(model: Any, *, is_asked_for: bool) -> bool:
    """Say whether videos are started and asked for, rather than made in one call."""
    generates = getattr(model, "do_generate", None) is not None
    has_operations = all(getattr(model, name, None) is not None for name in ("do_start", "do_status"))
    if not generates and not has_operations:
        raise VideoGenerationError(f"Video model {model.model_id} does not implement doGenerate or doStart/doStatus.")
    if is_asked_for and not has_operations:
        message = (
            "poll/webhook options were provided but the model does not support doStart/doStatus. "
            "Falling back to doGenerate."
        )
        log_warnings(warnings=[SharedV4WarningOther(message=message)], provider=model.provider, model=model.model_id)
    return has_operations and (is_asked_for or not generates)


async def _generate(model: Any, options: VideoModelV4CallOptions, retries: PreparedRetries) -> VideoModelV4Result:
    result: VideoModelV4Result = await retries.retry(lambda: model.do_generate(options))
    return result


async def _run_operation(
    model: VideoModelV4,
    options: VideoModelV4CallOptions,
    retries: PreparedRetries,
    poll: GenerateVideoPollOptions | Mapping[str, Any] | None,
    webhook: GenerateVideoWebhookFactory | None,
) -> VideoModelV4Result:
    poll_options = poll if isinstance(poll, GenerateVideoPollOptions) else load(GenerateVideoPollOptions, poll or {})
    return await VideoOperation(model=model, options=options, poll=poll_options, webhook=webhook, retries=retries).run()


async def _to_file(
    video: VideoModelV4VideoData, download: DownloadOne | None, abort_signal: AbortSignal | None
) -> GeneratedFile | None:
    """Return a video as a file, downloaded when it lies at a URL; `None` when it went to a place of the caller."""
    if isinstance(video, VideoModelV4VideoDataUploaded):
        return None
    if isinstance(video, VideoModelV4VideoDataUrl):
        return await _download(video, download, abort_signal)
    sniffed = detect_media_type(video.data, "video") if isinstance(video, VideoModelV4VideoDataBinary) else None
    return GeneratedFile(data=video.data, media_type=video.media_type or sniffed or _FALLBACK_MEDIA_TYPE)


async def _download(
    video: VideoModelV4VideoDataUrl, download: DownloadOne | None, abort_signal: AbortSignal | None
) -> GeneratedFile:
    if download is None:
        downloaded = await download_url(video.url, abort_signal=abort_signal)
    else:
        downloaded = await download(DownloadRequest(url=video.url, abort_signal=abort_signal))
    named = (kind for kind in (video.media_type, downloaded.media_type) if kind and kind != _UNKNOWN_MEDIA_TYPE)
    media_type = next(named, None) or detect_media_type(downloaded.data, "video") or _FALLBACK_MEDIA_TYPE
    return GeneratedFile(data=downloaded.data, media_type=media_type)


def _to_result(
    model: VideoModelV4,
    warnings: list[SharedV4Warning],
    results: list[VideoModelV4Result],
    videos: list[GeneratedFile | None],
) -> GenerateVideoResult:
    metadata: SharedV4ProviderMetadata = {}
    for result in results:
        metadata = merge_provider_metadata(metadata, result.provider_metadata or {})
    responses = [
        VideoModelResponseMetadata(
            timestamp=result.response.timestamp,
            model_id=result.response.model_id,
            headers=result.response.headers,
            provider_metadata=result.provider_metadata,
        )
        for result in results
    ]
    if not videos:
        raise NoVideoGeneratedError(responses=responses)
    files = [video for video in videos if video is not None]
    all_warnings = [*warnings, *(warning for result in results for warning in result.warnings)]
    log_warnings(warnings=all_warnings, provider=model.provider, model=model.model_id)
    return GenerateVideoResult(
        videos=files,
        uploaded_videos=len(videos) - len(files),
        warnings=all_warnings,
        responses=responses,
        provider_metadata=metadata,
    )


experimental_generate_video = generate_video
"""The name of the function in TypeScript, which says that it may change in any release."""
