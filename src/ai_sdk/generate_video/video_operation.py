"""A video that is started and asked for until it is done, or until a webhook tells that it is.

Ports: ai/src/generate-video/generate-video.ts
"""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from ai_sdk.generate_video.video_generation_error import VideoGenerationError
from ai_sdk.provider import (
    SharedV4ProviderMetadata,
    SharedV4Warning,
    SharedV4WarningUnsupported,
    VideoModelV4,
    VideoModelV4CallOptions,
    VideoModelV4OperationStartResult,
    VideoModelV4OperationStatusCompleted,
    VideoModelV4OperationStatusError,
    VideoModelV4OperationStatusPending,
    VideoModelV4OperationStatusResult,
    VideoModelV4Result,
    VideoModelV4StatusOptions,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider.json_value import stringify
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils import clock
from ai_sdk.provider_utils.abort import AbortController, abortable, delay
from ai_sdk.provider_utils.generate_id import generate_id
from ai_sdk.util.merge_abort_signals import merge_abort_signals
from ai_sdk.util.prepare_retries import PreparedRetries, prepare_retries

__all__ = [
    "GenerateVideoPollOptions",
    "GenerateVideoWebhook",
    "GenerateVideoWebhookFactory",
    "VideoOperation",
    "merge_provider_metadata",
    "with_idempotency_key",
]


Delay = Callable[..., Awaitable[None]]
"""Called with milliseconds and `abort_signal`; returns after the wait, or raises `AbortError` when it is aborted."""


@dataclass(slots=True, kw_only=True)
class GenerateVideoPollOptions(Spec):
    """How often to ask for a video and for how long, in milliseconds; `timeout_ms` also limits the wait for a webhook.

    `delay` replaces the clock, for example with the sleep of a durable workflow.
    """

    interval_ms: int | float = 5000
    timeout_ms: int | float = 600_000
    delay: Delay = delay


class GenerateVideoWebhook(Protocol):
    """A `url` for the provider to call, and `received`, which is awaited until it was called."""

    @property
    def url(self) -> str:
        """Where the provider posts to."""

    @property
    def received(self) -> Awaitable[Any]:
        """Ends when the provider has posted."""


GenerateVideoWebhookFactory = Callable[[], Awaitable[GenerateVideoWebhook]]
"""Makes a webhook; called once for each operation, and only when the model supports webhooks."""


class _Deadline:
    """A signal that is aborted when a delay is over."""

    aborted = False

    def __init__(self, wait: Callable[[], Awaitable[None]], error: Exception) -> None:
        self._wait = wait
        self.reason: Any = error

    async def wait(self) -> None:
        """Return after the delay; when the delay fails, its error is the reason."""
        try:
            await self._wait()
        except Exception as error:  # noqa: BLE001 - whoever waits raises it
            self.reason = error


@dataclass(slots=True, kw_only=True)
class VideoOperation:
    """One operation of a model that has `do_start` and `do_status`."""

    model: VideoModelV4
    options: VideoModelV4CallOptions
    poll: GenerateVideoPollOptions
    webhook: GenerateVideoWebhookFactory | None
    retries: PreparedRetries
    warnings: list[SharedV4Warning] = field(default_factory=list)
    metadata: SharedV4ProviderMetadata | None = None

    async def run(self) -> VideoModelV4Result:
        """Start the operation, wait for it, and return its videos.

        Raises `VideoGenerationError` when it fails or takes too long, and what the model raises.
        """
        webhook = await self._make_webhook()
        started = await self._start(webhook)
        if webhook is not None:
            await self._wait_for(webhook)
            status = self._record(await self.retries.retry(lambda: self._ask(started, self.options.abort_signal)))
            if isinstance(status, VideoModelV4OperationStatusPending):
                raise VideoGenerationError("Video generation did not complete after webhook notification.")
            return self._result(status)
        began = clock.monotonic()
        while True:
            pause = min(self.poll.interval_ms, self._remaining_ms(began))
            await self.poll.delay(pause, abort_signal=self.options.abort_signal)
            status = self._record(await self._ask_in_time(started, self._remaining_ms(began)))
            if isinstance(status, VideoModelV4OperationStatusCompleted):
                return self._result(status)

    async def _make_webhook(self) -> GenerateVideoWebhook | None:
        handle: Any = getattr(self.model, "handle_webhook_option", None)
        if self.webhook is None or handle is not None:
            webhook: GenerateVideoWebhook | None = None if self.webhook is None else await handle(self.webhook)
            return webhook
        self.warnings.append(
            SharedV4WarningUnsupported(
                feature="webhook", details="This model does not support webhooks. Falling back to polling."
            )
        )
        return None

    async def _start(self, webhook: GenerateVideoWebhook | None) -> VideoModelV4OperationStartResult:
        model: Any = self.model
        url = None if webhook is None else webhook.url
        options = replace(self.options, headers=with_idempotency_key(self.options.headers or {}), webhook_url=url)
        try:
            started: VideoModelV4OperationStartResult = await self.retries.retry(lambda: model.do_start(options))
        except BaseException:
            if webhook is not None and inspect.iscoroutine(webhook.received):
                webhook.received.close()  # nobody will await it
            raise
        self.warnings.extend(started.warnings)
        self.metadata = None if started.provider_metadata is None else {**started.provider_metadata}
        return started

    async def _wait_for(self, webhook: GenerateVideoWebhook) -> None:
        signal = self.options.abort_signal
        wait = _Deadline(lambda: self.poll.delay(self.poll.timeout_ms, abort_signal=signal), self._timeout_error())
        await abortable(wait, lambda: webhook.received)

    def _remaining_ms(self, began: float) -> float:
        remaining = self.poll.timeout_ms - round((clock.monotonic() - began) * 1000)
        if remaining <= 0:
            raise self._timeout_error()
        return remaining

    def _timeout_error(self) -> VideoGenerationError:
        return VideoGenerationError(f"Video generation timed out after {stringify(self.poll.timeout_ms)}ms.")

    async def _ask_in_time(
        self, started: VideoModelV4OperationStartResult, milliseconds: float
    ) -> VideoModelV4OperationStatusResult:
        controller, error = AbortController(), self._timeout_error()
        timer = clock.call_later(milliseconds / 1000, lambda: controller.abort(error))
        try:
            with merge_abort_signals(self.options.abort_signal, controller.signal) as merged:
                retries = prepare_retries(max_retries=self.retries.max_retries, abort_signal=merged.signal)
                return await abortable(
                    controller.signal, lambda: retries.retry(lambda: self._ask(started, merged.signal))
                )
        except Exception as failure:
            if controller.signal.aborted:
                raise error from failure
            raise
        finally:
            timer.cancel()

    async def _ask(
        self, started: VideoModelV4OperationStartResult, abort_signal: AbortSignal | None
    ) -> VideoModelV4OperationStatusResult:
        model: Any = self.model
        headers = self.options.headers
        status: VideoModelV4OperationStatusResult = await model.do_status(
            VideoModelV4StatusOptions(operation=started.operation, abort_signal=abort_signal, headers=headers)
        )
        return status

    def _record(
        self, status: VideoModelV4OperationStatusResult
    ) -> VideoModelV4OperationStatusPending | VideoModelV4OperationStatusCompleted:
        """Keep what an answer says besides the videos; raise when the operation failed."""
        if isinstance(status, VideoModelV4OperationStatusError):
            raise VideoGenerationError(status.error)
        self.warnings.extend(status.warnings or [])
        if status.provider_metadata is not None:
            self.metadata = merge_provider_metadata(self.metadata or {}, status.provider_metadata)
        return status

    def _result(self, status: VideoModelV4OperationStatusCompleted) -> VideoModelV4Result:
        return VideoModelV4Result(
            videos=status.videos,
            warnings=self.warnings,
            provider_metadata=self.metadata,
            response=status.response,
        )


def with_idempotency_key(headers: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return the headers with a key that makes a repeated start count once, unless the caller has one."""
    if any(name.lower() == "idempotency-key" and value is not None for name, value in headers.items()):
        return dict(headers)
    return {**headers, "idempotency-key": f"aisdk_vid_{generate_id()}"}


def merge_provider_metadata(
    first: SharedV4ProviderMetadata, second: SharedV4ProviderMetadata
) -> SharedV4ProviderMetadata:
    """Return the metadata of both; the second wins, and lists of `videos` are joined."""
    merged = {**first}
    for provider, value in second.items():
        existing = first.get(provider, {})
        merged[provider] = {**existing, **value}
        before, after = existing.get("videos"), value.get("videos")
        if isinstance(before, list) and isinstance(after, list):
            merged[provider]["videos"] = [*before, *after]
    return merged
