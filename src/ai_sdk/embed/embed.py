"""Embeds one text.

Ports: ai/src/embed/embed.ts
"""

from collections.abc import Mapping
from typing import Any

from ai_sdk.embed.embed_events import EmbedEndEvent, EmbedStartEvent
from ai_sdk.embed.embed_result import EmbedResult
from ai_sdk.embed.embedding_operation import EmbeddingOperation, usage_of
from ai_sdk.embed.validate_embedding_dimensions import validate_embedding_dimensions
from ai_sdk.model.resolve_model import resolve_embedding_model
from ai_sdk.provider import (
    EmbeddingModelV4,
    EmbeddingModelV4Result,
    InvalidResponseDataError,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.util.callback import Callback
from ai_sdk.util.prepare_retries import prepare_retries
from ai_sdk.version import AI_VERSION

__all__ = ["embed"]


async def embed(
    *,
    model: str | EmbeddingModelV4,
    value: str,
    dimensions: int | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
    max_retries: int | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str] | None = None,
    telemetry: TelemetryOptions | Mapping[str, Any] | None = None,
    runtime_context: Mapping[str, Any] | None = None,
    on_start: Callback[EmbedStartEvent] | None = None,
    on_end: Callback[EmbedEndEvent] | None = None,
) -> EmbedResult:
    """Turn one text into a vector.

    `dimensions` is the length of the vector, for models that can choose it. `max_retries` is 2 unless given. The
    runtime context goes to callbacks, and to telemetry as far as `telemetry` includes it.

    Raises `InvalidArgumentError` for dimensions or retries that cannot be, `InvalidResponseDataError` when the model
    returns no vector, `RetryError` when the last retry failed, and what the model raises, such as `APICallError`.

    >>> import asyncio
    >>> from ai_sdk.testing import MockEmbeddingModelV4
    >>> model = MockEmbeddingModelV4(do_embed={"embeddings": [[0.5, 1]]})
    >>> asyncio.run(embed(model=model, value="sunny day at the beach")).embedding
    [0.5, 1.0]
    """
    validate_embedding_dimensions(dimensions)
    operation = EmbeddingOperation(
        operation_id="ai.embed",
        model=resolve_embedding_model(model),
        value=value,
        dimensions=dimensions,
        retries=prepare_retries(max_retries=max_retries, abort_signal=abort_signal),
        abort_signal=abort_signal,
        headers=with_user_agent_suffix(headers or {}, f"ai/{AI_VERSION}"),
        provider_options=provider_options,
        telemetry=create_telemetry_dispatcher(telemetry),
        runtime_context=runtime_context or {},
        on_start=on_start,
        on_end=on_end,
    )
    return await operation.run(lambda: _embed(operation, value))


async def _embed(operation: EmbeddingOperation, value: str) -> EmbedResult:
    call = await operation.call_model([value], operation.provider_options, _check_not_empty)
    result = EmbedResult(
        value=value,
        embedding=call.embeddings[0],
        usage=usage_of(call),
        warnings=call.warnings,
        provider_metadata=call.provider_metadata,
        response=call.response,
    )
    await operation.end(result)
    return result


def _check_not_empty(result: EmbeddingModelV4Result) -> None:
    if not result.embeddings:
        raise InvalidResponseDataError(data=result.embeddings, message="No embedding generated.")
