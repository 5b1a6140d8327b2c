"""An embedding model that answers what a test told it to.

Ports: ai/src/test/mock-embedding-model-v4.ts
"""

from collections.abc import Awaitable
from typing import Literal

from ai_sdk.provider.embedding_model import EmbeddingModelV4CallOptions, EmbeddingModelV4Result
from ai_sdk.testing.script import Results, Script, loader

__all__ = ["MockEmbeddingModelV4"]


class MockEmbeddingModelV4:
    """Answers each call with a fixed result, with the next of a list, or with what a function returns.

    A result is an `EmbeddingModelV4Result`, the same as JSON data (`warnings` may be left out), or an exception to
    raise. Raises what `MockLanguageModelV4` raises.

    >>> import asyncio
    >>> from ai_sdk.provider import EmbeddingModelV4CallOptions
    >>> model = MockEmbeddingModelV4(do_embed={"embeddings": [[0.5, 1.0]]})
    >>> asyncio.run(model.do_embed(EmbeddingModelV4CallOptions(values=["sunny"]))).embeddings
    [[0.5, 1.0]]
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        provider: str = "mock-provider",
        model_id: str = "mock-model-id",
        max_embeddings_per_call: int | Awaitable[int | None] | None = 1,
        max_input_bytes_per_call: int | Awaitable[int | None] | None = None,
        supports_parallel_calls: bool | Awaitable[bool] = False,
        do_embed: Results[EmbeddingModelV4Result, EmbeddingModelV4CallOptions] | None = None,
    ) -> None:
        self.provider = provider
        self.model_id = model_id
        self.max_embeddings_per_call = max_embeddings_per_call
        self.max_input_bytes_per_call = max_input_bytes_per_call
        self.supports_parallel_calls = supports_parallel_calls
        self._embed = Script[EmbeddingModelV4CallOptions, EmbeddingModelV4Result](
            "MockEmbeddingModelV4.do_embed", do_embed, loader(EmbeddingModelV4Result, warnings=[])
        )

    @property
    def do_embed_calls(self) -> list[EmbeddingModelV4CallOptions]:
        """The options of each call of `do_embed`."""
        return self._embed.calls

    async def do_embed(self, options: EmbeddingModelV4CallOptions) -> EmbeddingModelV4Result:
        """Return the result for this call, or raise it."""
        return await self._embed.run(options)
