"""The Cohere provider: its facts and its models.

Ports: @ai-sdk/cohere/src/cohere-provider.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient

if TYPE_CHECKING:
    from ai_sdk_generated.cohere.chat.model_ids import CohereChatModelId
    from ai_sdk_generated.cohere.embedding.model_ids import CohereEmbeddingModelId
    from ai_sdk_generated.cohere.reranking.model_ids import CohereRerankingModelId

    from ai_sdk.providers.cohere.chat.model import CohereChatLanguageModel
    from ai_sdk.providers.cohere.embedding import CohereEmbeddingModel
    from ai_sdk.providers.cohere.reranking import CohereRerankingModel

__all__ = ["CohereProvider", "cohere", "create_cohere"]


class CohereProvider(Provider):
    """Makes Cohere models; calling it with a model id makes a chat model.

    >>> create_cohere(api_key="key").reranking("rerank-v3.5").provider
    'cohere.reranking'
    """

    definition = ProviderDefinition(
        name="cohere",
        base_url="https://api.cohere.com/v2",
        api_key=ApiKey(env="COHERE_API_KEY", description="Cohere"),
    )

    def __call__(self, model_id: "CohereChatModelId") -> "CohereChatLanguageModel":
        """Return a chat model."""
        return self.language_model(model_id)

    def language_model(self, model_id: "CohereChatModelId") -> "CohereChatLanguageModel":
        """Return a chat model."""
        from ai_sdk.providers.cohere.chat.model import CohereChatLanguageModel

        return CohereChatLanguageModel(model_id, self.config("chat"))

    def embedding_model(self, model_id: "CohereEmbeddingModelId") -> "CohereEmbeddingModel":
        """Return a model that turns texts into vectors."""
        from ai_sdk.providers.cohere.embedding import CohereEmbeddingModel

        return CohereEmbeddingModel(model_id, self.config("textEmbedding"))

    def embedding(self, model_id: "CohereEmbeddingModelId") -> "CohereEmbeddingModel":
        """Return a model that turns texts into vectors."""
        return self.embedding_model(model_id)

    def text_embedding(self, model_id: "CohereEmbeddingModelId") -> "CohereEmbeddingModel":
        """Return a model that turns texts into vectors, by its older name."""
        return self.embedding_model(model_id)

    def reranking_model(self, model_id: "CohereRerankingModelId") -> "CohereRerankingModel":
        """Return a model that orders documents by relevance."""
        from ai_sdk.providers.cohere.reranking import CohereRerankingModel

        return CohereRerankingModel(model_id, self.config("reranking"))

    def reranking(self, model_id: "CohereRerankingModelId") -> "CohereRerankingModel":
        """Return a model that orders documents by relevance."""
        return self.reranking_model(model_id)


def create_cohere(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> CohereProvider:
    """Return a Cohere provider.

    `api_key` (else `COHERE_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names citations.
    """
    return CohereProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


cohere = create_cohere()
"""Cohere with the settings of the environment, which is read at the first request."""
