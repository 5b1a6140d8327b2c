"""Starts a video and does not wait for it.

Ports: ai/src/generate-video/start-video.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ai_sdk.generate_image.split_count import resolve_limit
from ai_sdk.generate_video.video_generation_error import VideoGenerationError
from ai_sdk.generate_video.video_inputs import (
    FrameImage,
    GenerateVideoPrompt,
    InputReference,
    normalize_video_call_inputs,
)
from ai_sdk.generate_video.video_operation import with_idempotency_key
from ai_sdk.model.resolve_model import resolve_video_model
from ai_sdk.provider import (
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
    SharedV4Warning,
    VideoModelV4,
    VideoModelV4CallOptions,
    VideoModelV4OperationStartResult,
    VideoModelV4ResultResponse,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONValue, stringify
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.content_part import DataContent
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.util.prepare_retries import prepare_retries
from ai_sdk.version import AI_VERSION

__all__ = ["StartVideoResult", "experimental_start_video", "start_video"]


@dataclass(slots=True, kw_only=True)
class StartVideoResult(Spec):
    """A started operation; `operation` is JSON, to be kept and passed to `get_video_status` from any process."""

    operation: JSONValue
    warnings: list[SharedV4Warning]
    provider_metadata: SharedV4ProviderMetadata | None = None
    response: VideoModelV4ResultResponse


async def start_video(
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
    webhook_url: str | None = None,
) -> StartVideoResult:
    """Start a video and return at once. Experimental: it may change in any release.

    Ask for it with `get_video_status`, or give a `webhook_url` for the provider to post to. The other arguments are
    those of `generate_video`. Starting costs money, so that all retries of one start carry the same idempotency key.

    Raises `VideoGenerationError` when the model cannot start videos, or not so many at once, `InvalidArgumentError`,
    `RetryError` when the last retry failed, and what the model raises.

    >>> import asyncio
    >>> from ai_sdk.testing import MockVideoModelV4
    >>> model = MockVideoModelV4(do_start={"operation": {"id": "video-1"}}, do_status={"status": "pending"})
    >>> asyncio.run(start_video(model=model, prompt="waves at dawn")).operation
    {'id': 'video-1'}
    """
    resolved: Any = resolve_video_model(model)
    await _check(resolved, n, max_videos_per_call)
    inputs = normalize_video_call_inputs(prompt, frame_images, input_references)
    retries = prepare_retries(max_retries=max_retries, abort_signal=abort_signal)
    options = VideoModelV4CallOptions(
        prompt=inputs.prompt,
        n=n,
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
        headers=with_idempotency_key(with_user_agent_suffix(headers, f"ai/{AI_VERSION}")),
        abort_signal=abort_signal,
        webhook_url=webhook_url,
    )
    started: VideoModelV4OperationStartResult = await retries.retry(lambda: resolved.do_start(options))
    return StartVideoResult(
        operation=started.operation,
        warnings=[*inputs.warnings, *started.warnings],
        provider_metadata=started.provider_metadata,
        response=started.response,
    )


async def _check(model: Any, n: Any, max_videos_per_call: int | None) -> None:
    if getattr(model, "do_start", None) is None:
        raise VideoGenerationError(
            f"Video model {model.model_id} does not implement doStart. "
            "Use generateVideo for models without an asynchronous start/status flow."
        )
    if not isinstance(n, int) or n < 1:
        raise VideoGenerationError(f"Invalid n: expected a positive integer, received {stringify(n)}.")
    # One start is one operation, so that more videos than a call makes cannot be split here.
    own_limit = model.max_videos_per_call if max_videos_per_call is None else max_videos_per_call
    limit = await resolve_limit(own_limit, model.model_id)
    if limit is not None and n > limit:
        raise VideoGenerationError(
            f"Video model {model.model_id} supports at most {limit} video(s) per call, "
            f"but {n} were requested. Split the batch across multiple startVideo calls."
        )


experimental_start_video = start_video
"""The name of the function in TypeScript, which says that it may change in any release."""
