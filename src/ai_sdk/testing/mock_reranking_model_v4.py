"""A reranking model that answers what a test told it to.

Ports: ai/src/test/mock-reranking-model-v4.ts
"""

from typing import Literal

from ai_sdk.provider.reranking_model import RerankingModelV4CallOptions, RerankingModelV4Result
from ai_sdk.testing.script import Results, Script, loader

__all__ = ["MockRerankingModelV4"]


class MockRerankingModelV4:
    """Answers each call with a fixed result, with the next of a list, or with what a function returns.

    A result is a `RerankingModelV4Result`, the same as JSON data, or an exception to raise. Raises what
    `MockLanguageModelV4` raises.
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        provider: str = "mock-provider",
        model_id: str = "mock-model-id",
        do_rerank: Results[RerankingModelV4Result, RerankingModelV4CallOptions] | None = None,
    ) -> None:
        self.provider = provider
        self.model_id = model_id
        self._rerank = Script[RerankingModelV4CallOptions, RerankingModelV4Result](
            "MockRerankingModelV4.do_rerank", do_rerank, loader(RerankingModelV4Result)
        )

    @property
    def do_rerank_calls(self) -> list[RerankingModelV4CallOptions]:
        """The options of each call of `do_rerank`."""
        return self._rerank.calls

    async def do_rerank(self, options: RerankingModelV4CallOptions) -> RerankingModelV4Result:
        """Return the result for this call, or raise it."""
        return await self._rerank.run(options)
