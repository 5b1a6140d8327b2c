"""Embeddings through Baseten's own client, which splits and hedges requests by itself.

Ports: @ai-sdk/baseten/src/baseten-provider.ts
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

from ai_sdk.provider import (
    EmbeddingModelV4CallOptions,
    EmbeddingModelV4Result,
    EmbeddingModelV4ResultResponse,
    EmbeddingModelV4Usage,
)
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.providers.baseten.dialect import BASETEN_ERROR_STRUCTURE
from ai_sdk.providers.openai_compatible.embedding import OpenAICompatibleEmbeddingModel

__all__ = ["BasetenPerformanceClient", "BasetenPerformanceClientConstructor", "BasetenPerformanceEmbeddingModel"]


class BasetenPerformanceEmbedding(Protocol):
    """One vector."""

    @property
    def embedding(self) -> Any:
        """The numbers; a text when base64 was asked for, which it is not here."""


class BasetenPerformanceResponse(Protocol):
    """What the client answers; its `usage`, when there is one, has `total_tokens`."""

    @property
    def data(self) -> Sequence[BasetenPerformanceEmbedding]:
        """The vectors, in the order of the texts."""


class BasetenPerformanceClient(Protocol):
    """The part of `baseten_performance_client.PerformanceClient` that is used."""

    async def async_embed(self, input: list[str], model: str) -> BasetenPerformanceResponse:  # noqa: A002 - its name
        """Embed texts."""


BasetenPerformanceClientConstructor = Callable[[str, str], BasetenPerformanceClient]
"""Makes a client of a base URL and a key."""


class BasetenPerformanceEmbeddingModel(OpenAICompatibleEmbeddingModel):
    """Turns any number of texts into vectors, through the client that `connect` gives."""

    def __init__(
        self, model_id: str, config: ModelConfig, connect: Callable[[], Awaitable[BasetenPerformanceClient]]
    ) -> None:
        super().__init__(model_id, config, max_embeddings_per_call=None, error_structure=BASETEN_ERROR_STRUCTURE)
        self._connect = connect

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Embed the values; raises what the client raises, and `LoadAPIKeyError` when there is no key."""
        client = await self._connect()
        response = await client.async_embed(options.values, self.model_id)
        tokens = getattr(getattr(response, "usage", None), "total_tokens", None)
        return EmbeddingModelV4Result(
            embeddings=[item.embedding for item in response.data],
            usage=EmbeddingModelV4Usage(tokens=tokens) if isinstance(tokens, int) else None,
            response=EmbeddingModelV4ResultResponse(headers={}, body=response),
            warnings=[],
        )
