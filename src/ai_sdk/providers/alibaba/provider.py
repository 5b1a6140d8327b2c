"""The Alibaba Cloud provider: its facts and its models.

Ports: @ai-sdk/alibaba/src/alibaba-provider.ts
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.settings import without_trailing_slash
from ai_sdk.provider_utils.transport import HttpClient

if TYPE_CHECKING:
    from ai_sdk_generated.alibaba.chat.model_ids import AlibabaChatModelId
    from ai_sdk_generated.alibaba.embedding.model_ids import AlibabaEmbeddingModelId
    from ai_sdk_generated.alibaba.video.model_ids import AlibabaVideoModelId

    from ai_sdk.providers.alibaba.chat.model import AlibabaChatLanguageModel
    from ai_sdk.providers.alibaba.embedding import AlibabaEmbeddingModel
    from ai_sdk.providers.alibaba.video.model import AlibabaVideoModel

__all__ = ["AlibabaProvider", "alibaba", "create_alibaba"]

_DASHSCOPE = "https://dashscope-intl.aliyuncs.com"


class AlibabaProvider(Provider):
    """Makes models on Alibaba Cloud; calling it with a model id makes a chat model.

    >>> create_alibaba(api_key="key")("qwen-plus").provider
    'alibaba.chat'
    """

    definition = ProviderDefinition(
        name="alibaba",
        base_url=f"{_DASHSCOPE}/compatible-mode/v1",
        api_key=ApiKey(env="ALIBABA_API_KEY", description="Alibaba Cloud (DashScope)"),
    )

    def __init__(
        self,
        *,
        api_key: Resolvable[str | None] = None,
        base_url: str | None = None,
        video_base_url: str | None = None,
        embedding_base_url: str | None = None,
        headers: Resolvable[Headers | None] = None,
        include_usage: bool = True,
        http_client: HttpClient | None = None,
        generate_id: IdGenerator = generate_id,
    ) -> None:
        super().__init__(
            api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
        )
        self._video_base_url = _DASHSCOPE if video_base_url is None else video_base_url
        self._embedding_base_url = f"{_DASHSCOPE}/api/v1" if embedding_base_url is None else embedding_base_url
        self._include_usage = include_usage

    def __call__(self, model_id: "AlibabaChatModelId") -> "AlibabaChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def language_model(self, model_id: "AlibabaChatModelId") -> "AlibabaChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def chat_model(self, model_id: "AlibabaChatModelId") -> "AlibabaChatLanguageModel":
        """Return a chat model."""
        from ai_sdk.providers.alibaba.chat.model import AlibabaChatLanguageModel

        return AlibabaChatLanguageModel(model_id, self.config("chat"), include_usage=self._include_usage)

    def embedding(self, model_id: "AlibabaEmbeddingModelId") -> "AlibabaEmbeddingModel":
        """Return a model for text embeddings."""
        return self.embedding_model(model_id)

    def embedding_model(self, model_id: "AlibabaEmbeddingModelId") -> "AlibabaEmbeddingModel":
        """Return a model for text embeddings."""
        from ai_sdk.providers.alibaba.embedding import AlibabaEmbeddingModel

        return AlibabaEmbeddingModel(model_id, self._config_at("embedding", self._embedding_base_url))

    def video(self, model_id: "AlibabaVideoModelId") -> "AlibabaVideoModel":
        """Return a model that makes videos."""
        return self.video_model(model_id)

    def video_model(self, model_id: "AlibabaVideoModelId") -> "AlibabaVideoModel":
        """Return a model that makes videos."""
        from ai_sdk.providers.alibaba.video.model import AlibabaVideoModel

        return AlibabaVideoModel(model_id, self._config_at("video", self._video_base_url))

    def _config_at(self, surface: str, base_url: str) -> ModelConfig:
        """Return the configuration of a surface of DashScope's own API."""
        base_url = without_trailing_slash(base_url)
        return replace(self.config(surface), url=lambda path, _model_id: f"{base_url}{path}")


def create_alibaba(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    video_base_url: str | None = None,
    embedding_base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    include_usage: bool = True,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> AlibabaProvider:
    """Return an Alibaba Cloud provider.

    `api_key` (else `ALIBABA_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request; the base URLs are those of chat and of DashScope's own API; `include_usage` asks for token counts at the
    end of a stream; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names reasoning blocks, and
    tool calls that have no id.
    """
    return AlibabaProvider(
        api_key=api_key,
        base_url=base_url,
        video_base_url=video_base_url,
        embedding_base_url=embedding_base_url,
        headers=headers,
        include_usage=include_usage,
        http_client=http_client,
        generate_id=generate_id,
    )


alibaba = create_alibaba()
"""Alibaba Cloud with the settings of the environment, which is read at the first request."""
