"""What `embed` and `embed_many` have in common: events around the operation, retries and events around each call.

Ports: ai/src/embed/embed.ts, ai/src/embed/embed-many.ts
"""

import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ai_sdk.embed.embed_events import (
    EmbeddingModelCallEndEvent,
    EmbeddingModelCallStartEvent,
    EmbedEndEvent,
    EmbedStartEvent,
)
from ai_sdk.embed.embed_result import EmbedManyResult, EmbedResult
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.provider import (
    EmbeddingModelV4,
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4Usage,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.generate_id import create_id_generator
from ai_sdk.telemetry.telemetry import TelemetryDispatcher, TelemetryErrorEvent
from ai_sdk.util.callback import Callback
from ai_sdk.util.notify import notify
from ai_sdk.util.prepare_retries import PreparedRetries

__all__ = ["EmbeddingOperation", "usage_of"]

T = TypeVar("T")

_generate_call_id = create_id_generator(prefix="call", size=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingOperation:
    """One call of `embed` or `embed_many`."""

    operation_id: str
    model: EmbeddingModelV4
    value: str | list[str]
    dimensions: int | None
    retries: PreparedRetries
    abort_signal: AbortSignal | None
    headers: dict[str, str]
    provider_options: SharedV4ProviderOptions | None
    telemetry: TelemetryDispatcher
    runtime_context: Mapping[str, Any]
    on_start: Callback[EmbedStartEvent] | None
    on_end: Callback[EmbedEndEvent] | None
    call_id: str = field(default_factory=_generate_call_id)

    async def run(self, execute: Callable[[], Awaitable[T]]) -> T:
        """Announce the operation, run it, and tell telemetry when it fails."""
        event = EmbedStartEvent(
            **self._identity(),
            runtime_context=self.runtime_context,
            value=self.value,
            dimensions=self.dimensions,
            max_retries=self.retries.max_retries,
            headers=self.headers,
            provider_options=self.provider_options,
        )
        await notify(event, [self.on_start, self.telemetry.on_start])
        try:
            return await execute()
        except Exception as error:
            await notify(TelemetryErrorEvent(call_id=self.call_id, error=error), [self.telemetry.on_error])
            raise

    async def call_model(
        self,
        values: list[str],
        provider_options: SharedV4ProviderOptions | None,
        check: Callable[[EmbeddingModelV4Result], None] | None = None,
    ) -> EmbeddingModelV4Result:
        """Embed `values` in one model call, with retries; an error of `check` counts as one of the call."""

        async def attempt() -> EmbeddingModelV4Result:
            result = await self._attempt(values, provider_options)
            if check is not None:
                check(result)
            return result

        return await self.retries.retry(attempt)

    async def end(self, result: EmbedResult | EmbedManyResult) -> None:
        """Log the warnings and announce the end of the operation."""
        model = self.model
        log_warnings(warnings=result.warnings, provider=model.provider, model=model.model_id)
        event = EmbedEndEvent(
            **self._identity(),
            runtime_context=self.runtime_context,
            value=self.value,
            embedding=result.embedding if isinstance(result, EmbedResult) else result.embeddings,
            usage=result.usage,
            warnings=result.warnings,
            provider_metadata=result.provider_metadata,
            response=result.response if isinstance(result, EmbedResult) else result.responses,
        )
        await notify(event, [self.on_end, self.telemetry.on_end])

    async def _attempt(
        self, values: list[str], provider_options: SharedV4ProviderOptions | None
    ) -> EmbeddingModelV4Result:
        call = {**self._identity("doEmbed"), "embed_call_id": _generate_call_id(), "values": values}
        start = EmbeddingModelCallStartEvent(**call, dimensions=self.dimensions)
        await notify(start, [self.telemetry.on_embed_start])
        options = EmbeddingModelV4CallOptions(
            values=values,
            dimensions=self.dimensions,
            abort_signal=self.abort_signal,
            headers=dict(self.headers),
            provider_options=provider_options,
        )
        result = await self.model.do_embed(options)
        end = EmbeddingModelCallEndEvent(**call, embeddings=result.embeddings, usage=usage_of(result))
        await notify(end, [self.telemetry.on_embed_end])
        return result

    def _identity(self, method: str | None = None) -> dict[str, Any]:
        operation_id = self.operation_id if method is None else f"{self.operation_id}.{method}"
        model = self.model
        return {
            "call_id": self.call_id,
            "operation_id": operation_id,
            "provider": model.provider,
            "model_id": model.model_id,
        }


def usage_of(result: EmbeddingModelV4Result) -> EmbeddingModelV4Usage:
    """Return the usage of a call, not a number when the provider does not say."""
    return result.usage or EmbeddingModelV4Usage(tokens=math.nan)
