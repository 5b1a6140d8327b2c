"""Orders documents by their relevance to a query.

Ports: ai/src/rerank/rerank.ts
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from ai_sdk.model.resolve_model import resolve_reranking_model
from ai_sdk.provider import RerankingModelV4, SharedV4ProviderOptions
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.rerank.rerank_events import RerankEndEvent, RerankStartEvent
from ai_sdk.rerank.rerank_result import RerankResult
from ai_sdk.rerank.reranking_operation import RerankingOperation
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.util.callback import Callback
from ai_sdk.util.prepare_retries import PreparedRetries, prepare_retries

__all__ = ["rerank"]

DocumentT = TypeVar("DocumentT", bound=str | Mapping[str, Any])

_DEFAULT_MAX_RETRIES = 2


async def rerank(
    *,
    model: str | RerankingModelV4,
    documents: Sequence[DocumentT],
    query: str,
    top_n: int | None = None,
    max_retries: int | None = None,
    abort_signal: AbortSignal | None = None,
    headers: Mapping[str, str] | None = None,
    provider_options: SharedV4ProviderOptions | None = None,
    telemetry: TelemetryOptions | Mapping[str, Any] | None = None,
    runtime_context: Mapping[str, Any] | None = None,
    on_start: Callback[RerankStartEvent] | None = None,
    on_end: Callback[RerankEndEvent] | None = None,
) -> RerankResult[DocumentT]:
    """Order documents, all texts or all JSON objects, by their relevance to `query`; return the best `top_n` or all.

    `max_retries` is 2 unless given. Without documents no request is made.

    Raises `InvalidArgumentError` for retries that cannot be, `InvalidResponseDataError` when the model ranks a document
    that was not given, `RetryError` when the last retry failed, and what the model raises, such as `APICallError`.

    >>> import asyncio
    >>> from ai_sdk.testing import MockRerankingModelV4
    >>> model = MockRerankingModelV4(do_rerank={"ranking": [{"index": 1, "relevance_score": 0.9}]})
    >>> result = asyncio.run(rerank(model=model, documents=["sunny beach", "rainy city"], query="rain", top_n=1))
    >>> result.reranked_documents
    ['rainy city']
    """
    resolved = resolve_reranking_model(model)
    given = list(documents)
    operation = RerankingOperation(
        model=resolved,
        documents=given,
        query=query,
        top_n=top_n,
        retries=_retries(given, max_retries, abort_signal),
        abort_signal=abort_signal,
        headers=None if headers is None else dict(headers),
        provider_options=provider_options,
        telemetry=create_telemetry_dispatcher(telemetry),
        runtime_context=runtime_context or {},
        on_start=on_start,
        on_end=on_end,
    )
    return await operation.run()


def _retries(documents: list[Any], max_retries: int | None, abort_signal: AbortSignal | None) -> PreparedRetries:
    if documents:
        return prepare_retries(max_retries=max_retries, abort_signal=abort_signal)
    return PreparedRetries(max_retries=_DEFAULT_MAX_RETRIES if max_retries is None else max_retries)
