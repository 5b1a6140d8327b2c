"""Asks once how far a started video is.

Ports: ai/src/generate-video/get-video-status.ts
"""

from collections.abc import Mapping
from typing import Any

from ai_sdk.generate_video.video_generation_error import VideoGenerationError
from ai_sdk.model.resolve_model import resolve_video_model
from ai_sdk.provider import VideoModelV4, VideoModelV4OperationStatusResult, VideoModelV4StatusOptions
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import JSONValue
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.util.prepare_retries import prepare_retries
from ai_sdk.version import AI_VERSION

__all__ = ["GetVideoStatusResult", "experimental_get_video_status", "get_video_status"]

GetVideoStatusResult = VideoModelV4OperationStatusResult


async def get_video_status(
    *,
    model: str | VideoModelV4,
    operation: JSONValue,
    headers: Mapping[str, str] | None = None,
    abort_signal: AbortSignal | None = None,
    max_retries: int | None = None,
) -> GetVideoStatusResult:
    """Ask once how far the `operation` is that `start_video` returned. Experimental: it may change in any release.

    The `status` of the result is `pending`, `completed` (with `videos`) or `error` (with `error`). `max_retries` is 2
    unless given.

    Raises `VideoGenerationError` when the model has no operations, `InvalidArgumentError`, `RetryError` when the last
    retry failed, and what the model raises.

    >>> import asyncio
    >>> from ai_sdk.testing import MockVideoModelV4
    >>> model = MockVideoModelV4(do_status={"status": "pending"})
    >>> asyncio.run(get_video_status(model=model, operation={"id": "video-1"})).status
    'pending'
    """
    resolved: Any = resolve_video_model(model)
    if getattr(resolved, "do_status", None) is None:
        raise VideoGenerationError(f"Video model {resolved.model_id} does not implement doStatus.")
    retries = prepare_retries(max_retries=max_retries, abort_signal=abort_signal)
    options = VideoModelV4StatusOptions(
        operation=operation,
        headers={**with_user_agent_suffix(headers, f"ai/{AI_VERSION}")},
        abort_signal=abort_signal,
    )
    status: GetVideoStatusResult = await retries.retry(lambda: resolved.do_status(options))
    return status


experimental_get_video_status = get_video_status
"""The name of the function in TypeScript, which says that it may change in any release."""
