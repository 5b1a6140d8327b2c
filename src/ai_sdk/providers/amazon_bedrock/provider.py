"""The Amazon Bedrock provider: its facts, settings and models.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-provider.ts
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.amazon_bedrock.aws_provider import AwsProvider
from ai_sdk.providers.amazon_bedrock.base_url import BedrockService, encode_model_id
from ai_sdk.providers.amazon_bedrock.credentials import CredentialProvider

if TYPE_CHECKING:
    from ai_sdk_generated.amazon_bedrock.chat.model_ids import AmazonBedrockChatModelId
    from ai_sdk_generated.amazon_bedrock.embedding.model_ids import AmazonBedrockEmbeddingModelId
    from ai_sdk_generated.amazon_bedrock.image.model_ids import AmazonBedrockImageModelId
    from ai_sdk_generated.amazon_bedrock.reranking.model_ids import AmazonBedrockRerankingModelId

    from ai_sdk.providers.amazon_bedrock.anthropic_models import ChatModelFamily
    from ai_sdk.providers.amazon_bedrock.chat.model import AmazonBedrockChatLanguageModel
    from ai_sdk.providers.amazon_bedrock.config import EmbeddingModelFamily
    from ai_sdk.providers.amazon_bedrock.embedding import AmazonBedrockEmbeddingModel
    from ai_sdk.providers.amazon_bedrock.image import AmazonBedrockImageModel
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
        self, model_id: "AmazonBedrockChatModelId", *, model_family: "ChatModelFamily | None" = None
    ) -> "AmazonBedrockChatLanguageModel":
        """Return a language model on the Converse API."""
        return self.language_model(model_id, model_family=model_family)

    def language_model(
        self, model_id: "AmazonBedrockChatModelId", *, model_family: "ChatModelFamily | None" = None
    ) -> "AmazonBedrockChatLanguageModel":
        """Return a language model on the Converse API; the family is for ARNs that do not name the model."""
        from ai_sdk.providers.amazon_bedrock.chat.model import AmazonBedrockChatLanguageModel
        from ai_sdk.providers.amazon_bedrock.config import BedrockChatConfig

        return AmazonBedrockChatLanguageModel(
            model_id, BedrockChatConfig(**self._model_settings(self._model_url), model_family=model_family)
        )

    def embedding_model(
        self, model_id: "AmazonBedrockEmbeddingModelId", *, model_family: "EmbeddingModelFamily | None" = None
    ) -> "AmazonBedrockEmbeddingModel":
        """Return a model that turns texts into vectors; the family is for ARNs that do not name the model."""
        from ai_sdk.providers.amazon_bedrock.config import BedrockEmbeddingConfig
        from ai_sdk.providers.amazon_bedrock.embedding import AmazonBedrockEmbeddingModel

        return AmazonBedrockEmbeddingModel(
            model_id, BedrockEmbeddingConfig(**self._model_settings(self._model_url), model_family=model_family)
        )

    def embedding(
        self, model_id: "AmazonBedrockEmbeddingModelId", *, model_family: "EmbeddingModelFamily | None" = None
    ) -> "AmazonBedrockEmbeddingModel":
        """Return a model that turns texts into vectors."""
        return self.embedding_model(model_id, model_family=model_family)

    def text_embedding(
        self, model_id: "AmazonBedrockEmbeddingModelId", *, model_family: "EmbeddingModelFamily | None" = None
    ) -> "AmazonBedrockEmbeddingModel":
        """Return a model that turns texts into vectors, by its older name."""
        return self.embedding_model(model_id, model_family=model_family)

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


def create_amazon_bedrock(
    *,
    region: str | None = None,
    api_key: Resolvable[str | None] = None,
    access_key_id: str | None = None,
    secret_access_key: str | None = None,
    session_token: str | None = None,
    credential_provider: CredentialProvider | None = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> AmazonBedrockProvider:
    """Return an Amazon Bedrock provider; nothing is read from the environment before the first request.

    `region` falls back to `AWS_REGION`. `api_key`, else `AWS_BEARER_TOKEN_BEDROCK`, is sent as a bearer token; without
    one every request is signed (needs the extra `bedrock`) with what `credential_provider` returns, with
    `access_key_id`, `secret_access_key` and `session_token`, with those of the environment (`AWS_ACCESS_KEY_ID`, ...),
    or with what AWS's credential chain finds. `base_url` falls back to `AWS_ENDPOINT_URL_BEDROCK_RUNTIME` and
    `AWS_ENDPOINT_URL`. `http_client` is an `httpx.AsyncClient`, or anything with its interface.
    """
    return AmazonBedrockProvider(
        region=region,
        api_key=api_key,
        access_key_id=access_key_id,
        secret_access_key=secret_access_key,
        session_token=session_token,
        credential_provider=credential_provider,
        base_url=base_url,
        headers=headers,
        http_client=http_client,
        generate_id=generate_id,
    )


amazon_bedrock = create_amazon_bedrock()
"""The provider with every setting from the environment."""
