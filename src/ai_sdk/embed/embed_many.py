"""Embeds many texts, in as many calls as the model's limits ask for.

Ports: ai/src/embed/embed-many.ts
"""

import inspect
import math
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import accumulate
from typing import Any

from ai_sdk.embed.embed_events import EmbedEndEvent, EmbedStartEvent
from ai_sdk.embed.embed_result import EmbedManyResult
from ai_sdk.embed.embedding_operation import EmbeddingOperation, usage_of
from ai_sdk.embed.split_by_embedding_limits import split_by_embedding_limits
from ai_sdk.embed.validate_embedding_dimensions import validate_embedding_dimensions
from ai_sdk.error.invalid_argument_error import InvalidArgumentError
from ai_sdk.model.embedding_capabilities import (
    get_embedding_model_max_input_bytes_per_call,
    get_embedding_model_provider_options_transformer,
)
from ai_sdk.model.resolve_model import resolve_embedding_model
from ai_sdk.provider import (
    EmbeddingModelV4,
    EmbeddingModelV4Result,
    EmbeddingModelV4Usage,
    InvalidResponseDataError,
    SharedV4ProviderMetadata,
    SharedV4ProviderOptions,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.concurrently import concurrently
from ai_sdk.provider_utils.headers import with_user_agent_suffix
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.util.callback import Callback
from ai_sdk.util.prepare_retries import prepare_retries
from ai_sdk.util.split_array import split_array
from ai_sdk.version import AI_VERSION

__all__ = ["embed_many"]


async def embed_many(
    *,
    model: str | EmbeddingModelV4,
    values: Sequence[str],
    dimensions: int | None = None,
    max_parallel_calls: int | None = None,
    max_retries: int | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str] | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
    telemetry: TelemetryOptions | Mapping[str, Any] | None = None,
    runtime_context: Mapping[str, Any] | None = None,
    on_start: Callback[EmbedStartEvent] | None = None,
    on_end: Callback[EmbedEndEvent] | None = None,
) -> EmbedManyResult:
    """Turn texts into vectors, which come in the order of the texts.

    Texts that are more, or longer, than one call of the model takes go out in several calls: all at once, or
    `max_parallel_calls` at a time; one after the other when the model does not support parallel calls. Each call is
    retried by itself. The other arguments are those of `embed`.

    Raises what `embed` raises, and `InvalidResponseDataError` when a call does not return one vector for each text.

    >>> import asyncio
    >>> from ai_sdk.testing import MockEmbeddingModelV4
    >>> model = MockEmbeddingModelV4(max_embeddings_per_call=1, do_embed=[{"embeddings": [[1]]}, {"embeddings": [[2]]}])
    >>> asyncio.run(embed_many(model=model, values=["sun", "rain"])).embeddings
    [[1.0], [2.0]]
    """
    validate_embedding_dimensions(dimensions)
    if isinstance(values, str):
        raise InvalidArgumentError(parameter="values", value=values, message="values must be a list of texts")
    texts = list(values)
    operation = EmbeddingOperation(
        operation_id="ai.embedMany",
        model=resolve_embedding_model(model),
        value=texts,
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
    return await operation.run(lambda: _embed_many(operation, texts, max_parallel_calls))


async def _embed_many(
    operation: EmbeddingOperation, values: list[str], max_parallel_calls: int | None
) -> EmbedManyResult:
    model = operation.model
    max_count = _limit(await _resolved(model.max_embeddings_per_call))
    max_bytes = _limit(await _resolved(get_embedding_model_max_input_bytes_per_call(model)))
    if max_count is None and max_bytes is None:
        # Without a limit there is one call, even for no texts, and its options are the user's.
        calls = [await _call(operation, values, operation.provider_options)]
    else:
        chunks = split_by_embedding_limits(values, max_count=max_count, max_bytes=max_bytes)
        limit = max_parallel_calls if await _resolved(model.supports_parallel_calls) else 1
        calls = await _call_chunks(operation, values, chunks, limit)
    result = _combine(values, calls)
    await operation.end(result)
    return result


async def _call_chunks(
    operation: EmbeddingOperation, values: list[str], chunks: list[list[str]], limit: int | None
) -> list[EmbeddingModelV4Result]:
    starts = accumulate((len(chunk) for chunk in chunks), initial=0)
    pending = [
        partial(_call_chunk, operation, values, start, chunk) for start, chunk in zip(starts, chunks, strict=False)
    ]
    groups = split_array(pending, max(len(pending), 1) if limit is None else limit)
    return [result for group in groups for result in await concurrently(group)]


async def _call_chunk(
    operation: EmbeddingOperation, values: list[str], start: int, chunk: list[str]
) -> EmbeddingModelV4Result:
    provider_options = operation.provider_options
    transform = get_embedding_model_provider_options_transformer(operation.model)
    if transform is not None:
        transformed = transform(provider_options, values=values, start_index=start, end_index=start + len(chunk))
        provider_options = await _resolved(transformed)
    return await _call(operation, chunk, provider_options)


async def _call(
    operation: EmbeddingOperation, values: list[str], provider_options: SharedV4ProviderOptions | None
) -> EmbeddingModelV4Result:
    result = await operation.call_model(values, provider_options)
    if len(result.embeddings) != len(values):
        raise InvalidResponseDataError(
            data=result.embeddings,
            message=f"Expected {len(values)} embeddings, but received {len(result.embeddings)}.",
        )
    return result


def _combine(values: list[str], calls: list[EmbeddingModelV4Result]) -> EmbedManyResult:
    return EmbedManyResult(
        values=values,
        embeddings=[embedding for call in calls for embedding in call.embeddings],
        usage=EmbeddingModelV4Usage(tokens=sum(usage_of(call).tokens for call in calls)),
        warnings=[warning for call in calls for warning in call.warnings],
        provider_metadata=_merge_metadata(calls),
        responses=[call.response for call in calls],
    )


def _merge_metadata(calls: list[EmbeddingModelV4Result]) -> SharedV4ProviderMetadata | None:
    present = [call.provider_metadata for call in calls if call.provider_metadata is not None]
    merged: SharedV4ProviderMetadata = {}
    for metadata in present:
        for provider, value in metadata.items():
            merged[provider] = {**merged.get(provider, {}), **value}
    return merged if present else None


async def _resolved(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


def _limit(value: float | None) -> float | None:
    return None if value is None or value == math.inf else value
