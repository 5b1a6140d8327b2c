"""The Perplexity provider: its facts and its models.

Ports: @ai-sdk/perplexity/src/perplexity-provider.ts, @ai-sdk/perplexity/src/perplexity-options.ts
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient

if TYPE_CHECKING:
    from ai_sdk_generated.perplexity.embedding.model_ids import PerplexityEmbeddingModelId
    from ai_sdk_generated.perplexity.shared.model_ids import PerplexityLanguageModelId

    from ai_sdk.providers.perplexity.chat.model import PerplexityLanguageModel
    from ai_sdk.providers.perplexity.embedding import PerplexityEmbeddingModel

__all__ = ["PerplexityProvider", "create_perplexity", "perplexity"]


class PerplexityProvider(Provider):
    """Makes Perplexity models; calling it with a model id makes a language model.

    >>> create_perplexity(api_key="key")("sonar-pro").provider
    'perplexity'
    """

    definition = ProviderDefinition(
        name="perplexity",
        base_url="https://api.perplexity.ai",
        api_key=ApiKey(env="PERPLEXITY_API_KEY", description="Perplexity"),
        user_agent="ai-sdk/perplexity",
    )

    def __call__(self, model_id: "PerplexityLanguageModelId") -> "PerplexityLanguageModel":
        """Return a language model."""
        return self.language_model(model_id)

    def language_model(self, model_id: "PerplexityLanguageModelId") -> "PerplexityLanguageModel":
        """Return a language model."""
        from ai_sdk.providers.perplexity.chat.model import PerplexityLanguageModel

        # The only surface that goes by the provider's bare name.
        return PerplexityLanguageModel(model_id, replace(self.config("chat"), provider=self.name))

    def embedding(self, model_id: "PerplexityEmbeddingModelId") -> "PerplexityEmbeddingModel":
        """Return a model for text embeddings."""
        return self.embedding_model(model_id)

    def embedding_model(self, model_id: "PerplexityEmbeddingModelId") -> "PerplexityEmbeddingModel":
        """Return a model for text embeddings."""
        from ai_sdk.providers.perplexity.embedding import PerplexityEmbeddingModel

        return PerplexityEmbeddingModel(model_id, self.config("embedding"))


def create_perplexity(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> PerplexityProvider:
    """Return a Perplexity provider.

    `api_key` (else `PERPLEXITY_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at
    each request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names sources.
    """
    return PerplexityProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


perplexity = create_perplexity()
"""Perplexity with the settings of the environment, which is read at the first request."""
