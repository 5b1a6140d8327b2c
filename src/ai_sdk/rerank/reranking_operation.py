"""One call of `rerank`: events around the operation, retries and events around the call of the model.

Ports: ai/src/rerank/rerank.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.provider import (
    InvalidResponseDataError,
    JSONObject,
    RerankingModelV4,
    RerankingModelV4CallOptions,
    RerankingModelV4DocumentsObject,
    RerankingModelV4DocumentsText,
    RerankingModelV4RankedDocument,
    RerankingModelV4Result,
    RerankingModelV4ResultResponse,
    SharedV4ProviderOptions,
    SharedV4Warning,
)
from ai_sdk.provider.abort_signal import AbortSignal
from ai_sdk.provider_utils.clock import now
from ai_sdk.provider_utils.generate_id import create_id_generator
from ai_sdk.rerank.rerank_events import (
    RerankEndEvent,
    RerankingModelCallEndEvent,
    RerankingModelCallStartEvent,
    RerankStartEvent,
)
from ai_sdk.rerank.rerank_result import RankedDocument, RerankResponse, RerankResult
from ai_sdk.telemetry.telemetry import TelemetryDispatcher, TelemetryErrorEvent
from ai_sdk.util.callback import Callback
from ai_sdk.util.notify import notify
from ai_sdk.util.prepare_retries import PreparedRetries

__all__ = ["RerankingOperation"]

DocumentT = TypeVar("DocumentT", bound=str | Mapping[str, Any])

_OPERATION_ID = "ai.rerank"
_generate_call_id = create_id_generator(prefix="call", size=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class RerankingOperation(Generic[DocumentT]):
    """The settings of one call, and the call itself."""

    model: RerankingModelV4
    documents: list[DocumentT]
    query: str
    top_n: int | None
    retries: PreparedRetries
    abort_signal: AbortSignal | None
    headers: dict[str, str] | None
    provider_options: SharedV4ProviderOptions | None
    telemetry: TelemetryDispatcher
    runtime_context: Mapping[str, Any]
    on_start: Callback[RerankStartEvent] | None
    on_end: Callback[RerankEndEvent] | None
    call_id: str = field(default_factory=_generate_call_id)

    async def run(self) -> RerankResult[DocumentT]:
        """Announce the operation, rank, and tell telemetry when that fails."""
        await notify(self._start_event(), [self.on_start, self.telemetry.on_start])
        if not self.documents:
            return await self._end(RerankingModelV4Result(ranking=[]))
        try:
            result = await self.retries.retry(self._attempt)
            _check_indices(result.ranking, len(self.documents))
            return await self._end(result)
        except Exception as error:
            await notify(TelemetryErrorEvent(call_id=self.call_id, error=error), [self.telemetry.on_error])
            raise

    def _start_event(self) -> RerankStartEvent:
        return RerankStartEvent(
            **self._identity(),
            runtime_context=self.runtime_context,
            documents=cast("list[Any]", self.documents),
            query=self.query,
            top_n=self.top_n,
            max_retries=self.retries.max_retries,
            headers=self.headers,
            provider_options=self.provider_options,
        )

    async def _attempt(self) -> RerankingModelV4Result:
        documents = self._documents_to_send()
        call = {**self._identity("doRerank"), "documents_type": documents.type}
        start = RerankingModelCallStartEvent(**call, documents=documents.values, query=self.query, top_n=self.top_n)
        await notify(start, [self.telemetry.on_rerank_start])
        options = RerankingModelV4CallOptions(
            documents=documents,
            query=self.query,
            top_n=self.top_n,
            provider_options=self.provider_options,
            abort_signal=self.abort_signal,
            headers=None if self.headers is None else dict(self.headers),
        )
        result = await self.model.do_rerank(options)
        await notify(RerankingModelCallEndEvent(**call, ranking=result.ranking), [self.telemetry.on_rerank_end])
        return result

    def _documents_to_send(self) -> RerankingModelV4DocumentsText | RerankingModelV4DocumentsObject:
        if isinstance(self.documents[0], str):
            return RerankingModelV4DocumentsText(values=cast("list[str]", self.documents))
        return RerankingModelV4DocumentsObject(values=cast("list[JSONObject]", self.documents))

    async def _end(self, result: RerankingModelV4Result) -> RerankResult[DocumentT]:
        warnings: list[SharedV4Warning] = result.warnings or []
        log_warnings(warnings=warnings, provider=self.model.provider, model=self.model.model_id)
        ranked = RerankResult(
            original_documents=self.documents,
            ranking=[self._ranked(entry) for entry in result.ranking],
            provider_metadata=result.provider_metadata,
            response=self._response(result.response or RerankingModelV4ResultResponse()),
        )
        event = RerankEndEvent(
            **self._identity(),
            runtime_context=self.runtime_context,
            documents=cast("list[Any]", self.documents),
            query=self.query,
            ranking=ranked.ranking,
            warnings=warnings,
            provider_metadata=ranked.provider_metadata,
            response=ranked.response,
        )
        await notify(event, [self.on_end, self.telemetry.on_end])
        return ranked

    def _ranked(self, entry: RerankingModelV4RankedDocument) -> RankedDocument[DocumentT]:
        index = int(entry.index)  # 1.0 is an integer in JSON
        return RankedDocument(original_index=index, score=entry.relevance_score, document=self.documents[index])

    def _response(self, response: RerankingModelV4ResultResponse) -> RerankResponse:
        return RerankResponse(
            id=response.id,
            timestamp=now() if response.timestamp is None else response.timestamp,
            model_id=self.model.model_id if response.model_id is None else response.model_id,
            headers=response.headers,
            body=response.body,
        )

    def _identity(self, method: str | None = None) -> dict[str, Any]:
        operation_id = _OPERATION_ID if method is None else f"{_OPERATION_ID}.{method}"
        return {
            "call_id": self.call_id,
            "operation_id": operation_id,
            "provider": self.model.provider,
            "model_id": self.model.model_id,
        }


def _check_indices(ranking: list[RerankingModelV4RankedDocument], count: int) -> None:
    for entry in ranking:
        if entry.index not in range(count):
            raise InvalidResponseDataError(
                data=ranking,
                message=f"Invalid ranking index {entry.index}. Expected an integer between 0 and {count - 1}.",
            )
