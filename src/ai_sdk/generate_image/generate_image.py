"""Generates images, in as many calls as the model's limit asks for.

Ports: ai/src/generate-image/generate-image.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from ai_sdk.error.no_output_errors import NoImageGeneratedError
from ai_sdk.error.retry_error import RetryError
from ai_sdk.generate_image.generate_image_result import GenerateImageCall, GenerateImageResult
from ai_sdk.generate_image.image_prompt import GenerateImagePrompt, normalize_prompt
from ai_sdk.generate_image.image_provider_metadata import get_image_provider_metadata, merge_image_provider_metadata
from ai_sdk.generate_image.split_count import resolve_limit, split_count
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_text.usage import ImageModelUsage, add_image_model_usage
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.model.resolve_model import resolve_image_model
from ai_sdk.provider import (
    ImageModelV4,
    ImageModelV4CallOptions,
    ImageModelV4ProviderMetadata,
    ImageModelV4Result,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.concurrently import concurrently
from ai_sdk.provider_utils.detect_media_type import detect_media_type
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.util.prepare_retries import PreparedRetries, prepare_retries
from ai_sdk.version import AI_VERSION

__all__ = ["generate_image"]


class _NoImageYetError(Exception):
    """A call made no image, and the provider does not say that it never will."""


async def generate_image(
    *,
    model: str | ImageModelV4,
    prompt: GenerateImagePrompt,
    n: int = 1,
    max_images_per_call: int | None = None,
    size: str | None = None,
    aspect_ratio: str | None = None,
    seed: int | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
    max_retries: int | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str] | None = None,
) -> GenerateImageResult:
    """Generate `n` images from a text, or by changing other images.

    `size` is `WIDTHxHEIGHT` in pixels, `aspect_ratio` is `WIDTH:HEIGHT`. When `n` is more than a call of the model
    makes, several calls run side by side; `max_images_per_call` overrides the model's own limit. `max_retries` is 2
    unless given, and counts for each call. A call without an image is tried again too, unless the provider says that
    this will not help.

    Raises `NoImageGeneratedError` when no call made an image, `InvalidArgumentError` for retries that cannot be,
    `InvalidDataContentError` for images that are not base64, `RetryError` when the last retry failed, and what the
    model raises, such as `APICallError`.

    >>> import asyncio
    >>> from ai_sdk.testing import MockImageModelV4
    >>> model = MockImageModelV4(do_generate={"images": ["iVBORw0KGgo="]})
    >>> asyncio.run(generate_image(model=model, prompt="a lighthouse at dusk")).image
    GeneratedFile(media_type='image/png')
    """
    resolved = resolve_image_model(model)
    text, files, mask = normalize_prompt(prompt)
    options = ImageModelV4CallOptions(
        prompt=text,
        files=files,
        mask=mask,
        size=size,
        aspect_ratio=aspect_ratio,
        seed=seed,
        provider_options=provider_options or {},
        abort_signal=abort_signal,
        headers={**with_user_agent_suffix(headers, f"ai/{AI_VERSION}")},
    )
    retries = prepare_retries(
        max_retries=max_retries,
        abort_signal=abort_signal,
        additional_retryable_error=lambda error: isinstance(error, _NoImageYetError),
    )
    limit = resolved.max_images_per_call if max_images_per_call is None else max_images_per_call
    counts = split_count(n, await resolve_limit(limit, resolved.model_id))
    calls = [partial(_call, resolved, replace(options, n=count), retries) for count in counts]
    results = [result for attempts in await concurrently(calls) for result in attempts]
    return _to_result(resolved, [_to_call(result) for result in results])


async def _call(
    model: ImageModelV4, options: ImageModelV4CallOptions, retries: PreparedRetries
) -> list[ImageModelV4Result]:
    """Return the results of all tries; those before the last one have no image."""
    results: list[ImageModelV4Result] = []

    async def attempt() -> None:
        result = await model.do_generate(options)
        results.append(result)
        if not result.images and result.is_retryable is not False:
            raise _NoImageYetError("No image generated.")

    try:
        await retries.retry(attempt)
    except (_NoImageYetError, RetryError) as error:
        last = error.last_error if isinstance(error, RetryError) else error
        if not isinstance(last, _NoImageYetError):
            raise
    return results


def _to_call(result: ImageModelV4Result) -> GenerateImageCall:
    made: Sequence[str | bytes] = result.images
    images = [
        GeneratedFile(
            data=image,
            media_type=detect_media_type(image, "image") or "image/png",
            provider_metadata=get_image_provider_metadata(result.provider_metadata, index),
        )
        for index, image in enumerate(made)
    ]
    return GenerateImageCall(
        images=images,
        provider_metadata=result.provider_metadata,
        response=result.response,
        warnings=result.warnings,
        usage=result.usage,
    )


def _to_result(model: ImageModelV4, calls: list[GenerateImageCall]) -> GenerateImageResult:
    usage, metadata = ImageModelUsage(), ImageModelV4ProviderMetadata()
    for call in calls:
        usage = usage if call.usage is None else add_image_model_usage(usage, call.usage)
        merge_image_provider_metadata(metadata, call.provider_metadata or {})
    result = GenerateImageResult(
        images=[image for call in calls for image in call.images],
        calls=calls,
        warnings=[warning for call in calls for warning in call.warnings],
        responses=[call.response for call in calls],
        provider_metadata=metadata,
        usage=usage,
    )
    log_warnings(warnings=result.warnings, provider=model.provider, model=model.model_id)
    if not result.images:
        raise NoImageGeneratedError(calls=result.calls, responses=result.responses)
    return result
