"""The Amazon Bedrock provider: its facts, settings and models.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-provider.ts
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Unpack

from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.providers.amazon_bedrock.aws_provider import AmazonBedrockProviderSettings, AwsProvider
from ai_sdk.providers.amazon_bedrock.base_url import BedrockService, encode_model_id

if TYPE_CHECKING:
    from ai_sdk_generated.amazon_bedrock.chat.model_ids import AmazonBedrockChatModelId
    from ai_sdk_generated.amazon_bedrock.embedding.model_ids import AmazonBedrockEmbeddingModelId
    from ai_sdk_generated.amazon_bedrock.image.model_ids import AmazonBedrockImageModelId
    from ai_sdk_generated.amazon_bedrock.reranking.model_ids import AmazonBedrockRerankingModelId

    from ai_sdk.providers.amazon_bedrock.chat.model import AmazonBedrockChatLanguageModel
    from ai_sdk.providers.amazon_bedrock.embedding import AmazonBedrockEmbeddingModel
    from ai_sdk.providers.amazon_bedrock.image import AmazonBedrockImageModel
    from ai_sdk.providers.amazon_bedrock.model_settings import (
        AmazonBedrockChatModelSettings,
        AmazonBedrockEmbeddingModelSettings,
        ChatModelFamily,
        EmbeddingModelFamily,
    )
    from ai_sdk.providers.amazon_bedrock.reranking import AmazonBedrockRerankingModel

__all__ = ["AmazonBedrockProvider", "amazon_bedrock", "create_amazon_bedrock"]


class AmazonBedrockProvider(AwsProvider):
    """Makes models on Amazon Bedrock; calling it with a model id makes one on the Converse API.

    >>> create_amazon_bedrock(region="us-east-1")("us.amazon.nova-lite-v1:0").provider
    'amazon-bedrock'
    """

    definition = ProviderDefinition(
        name="amazon-bedrock",
        base_url="https://bedrock-runtime.{region}.amazonaws.com",
        api_key=ApiKey(env="AWS_BEARER_TOKEN_BEDROCK", description="Amazon Bedrock"),
    )
    session_token_goes_with_keys = True

    def __call__(
        self,
        model_id: "AmazonBedrockChatModelId",
        settings: "AmazonBedrockChatModelSettings | None" = None,
        *,
        model_family: "ChatModelFamily | None" = None,
    ) -> "AmazonBedrockChatLanguageModel":
        """Return a language model on the Converse API."""
        return self.language_model(model_id, settings, model_family=model_family)

    def language_model(
        self,
        model_id: "AmazonBedrockChatModelId",
        settings: "AmazonBedrockChatModelSettings | None" = None,
        *,
        model_family: "ChatModelFamily | None" = None,
    ) -> "AmazonBedrockChatLanguageModel":
        """Return a language model on the Converse API; the family is for ARNs that do not name the model."""
        from ai_sdk.providers.amazon_bedrock.chat.model import AmazonBedrockChatLanguageModel
        from ai_sdk.providers.amazon_bedrock.config import BedrockChatConfig

        family: ChatModelFamily | None = model_family or _family(settings)
        return AmazonBedrockChatLanguageModel(
            model_id, BedrockChatConfig(**self._model_settings(self._model_url), model_family=family)
        )

    def embedding_model(
        self,
        model_id: "AmazonBedrockEmbeddingModelId",
        settings: "AmazonBedrockEmbeddingModelSettings | None" = None,
        *,
        model_family: "EmbeddingModelFamily | None" = None,
    ) -> "AmazonBedrockEmbeddingModel":
        """Return a model that turns texts into vectors; the family is for ARNs that do not name the model."""
        from ai_sdk.providers.amazon_bedrock.config import BedrockEmbeddingConfig
        from ai_sdk.providers.amazon_bedrock.embedding import AmazonBedrockEmbeddingModel

        family: EmbeddingModelFamily | None = model_family or _family(settings)
        return AmazonBedrockEmbeddingModel(
            model_id, BedrockEmbeddingConfig(**self._model_settings(self._model_url), model_family=family)
        )

    def embedding(
        self,
        model_id: "AmazonBedrockEmbeddingModelId",
        settings: "AmazonBedrockEmbeddingModelSettings | None" = None,
        *,
        model_family: "EmbeddingModelFamily | None" = None,
    ) -> "AmazonBedrockEmbeddingModel":
        """Return a model that turns texts into vectors."""
        return self.embedding_model(model_id, settings, model_family=model_family)

    def text_embedding(
        self, model_id: "AmazonBedrockEmbeddingModelId", settings: "AmazonBedrockEmbeddingModelSettings | None" = None
    ) -> "AmazonBedrockEmbeddingModel":
        """Return a model that turns texts into vectors, by its older name."""
        return self.embedding_model(model_id, settings)

    def text_embedding_model(
        self, model_id: "AmazonBedrockEmbeddingModelId", settings: "AmazonBedrockEmbeddingModelSettings | None" = None
    ) -> "AmazonBedrockEmbeddingModel":
        """Return a model that turns texts into vectors, by its older name."""
        return self.embedding_model(model_id, settings)

    def image_model(self, model_id: "AmazonBedrockImageModelId") -> "AmazonBedrockImageModel":
        """Return a model that makes and edits images."""
        from ai_sdk.provider_utils.model_config import ModelConfig
        from ai_sdk.providers.amazon_bedrock.image import AmazonBedrockImageModel

        return AmazonBedrockImageModel(model_id, ModelConfig(**self._model_settings(self._model_url)))

    def image(self, model_id: "AmazonBedrockImageModelId") -> "AmazonBedrockImageModel":
        """Return a model that makes and edits images."""
        return self.image_model(model_id)

    def reranking_model(self, model_id: "AmazonBedrockRerankingModelId") -> "AmazonBedrockRerankingModel":
        """Return a model that orders documents by relevance."""
        from ai_sdk.providers.amazon_bedrock.config import BedrockRerankingConfig
        from ai_sdk.providers.amazon_bedrock.reranking import AmazonBedrockRerankingModel

        settings = self._model_settings(self._agent_url)
        return AmazonBedrockRerankingModel(model_id, BedrockRerankingConfig(**settings, region=lambda: self.region))

    def reranking(self, model_id: "AmazonBedrockRerankingModelId") -> "AmazonBedrockRerankingModel":
        """Return a model that orders documents by relevance."""
        return self.reranking_model(model_id)

    @property
    def tools(self) -> Any:
        """Anthropic's own tools, for its models on Bedrock: `amazon_bedrock.tools.bash_20250124()`."""
        import ai_sdk.providers.anthropic.tools as anthropic_tools

        return anthropic_tools

    def _model_settings(self, url: Callable[[str, str], str]) -> dict[str, Any]:
        return {
            "provider": self.name,
            "url": url,
            "headers": self.request_headers,
            "transport": self.transport,
            "generate_id": self._generate_id,
        }

    def _model_url(self, path: str, model_id: str) -> str:
        return f"{self.service_url('bedrock-runtime')}/model/{encode_model_id(model_id)}{path}"

    def _agent_url(self, path: str, _model_id: str) -> str:
        service: BedrockService = "bedrock-agent-runtime"
        return f"{self.service_url(service)}{path}"


def _family(settings: "AmazonBedrockChatModelSettings | AmazonBedrockEmbeddingModelSettings | None") -> Any:
    given = settings or {}
    return given.get("model_family") or given.get("modelFamily")


def create_amazon_bedrock(**settings: Unpack[AmazonBedrockProviderSettings]) -> AmazonBedrockProvider:
    """Return an Amazon Bedrock provider; its settings are those of `AmazonBedrockProviderSettings`, all optional."""
    return AmazonBedrockProvider(**settings)


amazon_bedrock = create_amazon_bedrock()
"""The provider with every setting from the environment."""
