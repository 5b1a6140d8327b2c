"""The Baseten provider: the model APIs it offers to all, and dedicated deployments.

Ports: @ai-sdk/baseten/src/baseten-provider.ts
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_api_key
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.baseten.errors import BasetenModelURLError
from ai_sdk.providers.openai_compatible.dialect_provider import ChatDialectProvider

if TYPE_CHECKING:
    from ai_sdk_generated.baseten.chat.model_ids import BasetenChatModelId

    from ai_sdk.providers.baseten.embedding import BasetenPerformanceClient, BasetenPerformanceClientConstructor
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
    from ai_sdk.providers.openai_compatible.chat.model import OpenAICompatibleChatLanguageModel
    from ai_sdk.providers.openai_compatible.embedding import OpenAICompatibleEmbeddingModel

__all__ = ["BasetenProvider", "baseten", "create_baseten"]

MAX_EMBEDDINGS_PER_CALL = 128
"""How many texts Baseten embeds at once; it refuses more."""

_API_KEY = ApiKey(env="BASETEN_API_KEY", description="Baseten API key")


class BasetenProvider(ChatDialectProvider):
    """Makes Baseten models; calling it with a model id, or with none, makes a chat model.

    >>> create_baseten(api_key="key")("zai-org/GLM-4.7").provider
    'baseten.chat'
    """

    definition = ProviderDefinition(
        name="baseten",
        base_url="https://inference.baseten.co/v1",
        api_key=_API_KEY,
        user_agent="ai-sdk/baseten",
    )

    def __init__(
        self,
        *,
        api_key: Resolvable[str | None] = None,
        base_url: str | None = None,
        model_url: str | None = None,
        headers: Resolvable[Headers | None] = None,
        http_client: HttpClient | None = None,
        performance_client: "BasetenPerformanceClientConstructor | None" = None,
        generate_id: IdGenerator = generate_id,
    ) -> None:
        super().__init__(
            api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
        )
        self._model_url = model_url or ""
        self._performance_client = performance_client

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's."""
        from ai_sdk.providers.baseten.dialect import CHAT

        del model_id
        return CHAT

    def __call__(self, model_id: "BasetenChatModelId | None" = None) -> "OpenAICompatibleChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def language_model(self, model_id: "BasetenChatModelId | None" = None) -> "OpenAICompatibleChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def chat_model(self, model_id: "BasetenChatModelId | None" = None) -> "OpenAICompatibleChatLanguageModel":
        """Return a chat model, of the deployment at `model_url` when there is one; then the id does not matter.

        Raises `BasetenModelURLError` when `model_url` is a `/predict` endpoint.
        """
        from ai_sdk.providers.openai_compatible.chat.model import OpenAICompatibleChatLanguageModel

        config = self.config("chat")
        if "/sync/v1" in self._model_url:
            model_id, config = model_id or "placeholder", _at(self._model_url, config)
        elif "/predict" in self._model_url:
            raise BasetenModelURLError("Not supported. You must use a /sync/v1 endpoint for chat models.")
        name = "chat" if model_id is None else model_id
        return OpenAICompatibleChatLanguageModel(name, config, self.chat_dialect(name))

    def embedding_model(self, model_id: str | None = None) -> "OpenAICompatibleEmbeddingModel":
        """Return the embedding model of the deployment at `model_url`; the id does not matter.

        Raises `BasetenModelURLError` unless `model_url` is a `/sync` or `/sync/v1` endpoint.
        """
        self._check_embedding_url()
        from ai_sdk.providers.baseten.embedding import BasetenPerformanceEmbeddingModel
        from ai_sdk.providers.openai_compatible.embedding import OpenAICompatibleEmbeddingModel

        name = "embeddings" if model_id is None else model_id
        has_version = "/sync/v1" in self._model_url
        config = _at(self._model_url if has_version else f"{self._model_url}/v1", self.config("embedding"))
        if self._performance_client is not None:
            return BasetenPerformanceEmbeddingModel(name, config, self._connect)
        return OpenAICompatibleEmbeddingModel(
            name,
            config,
            max_embeddings_per_call=MAX_EMBEDDINGS_PER_CALL,
            error_structure=self.chat_dialect(name).error_structure,
        )

    def text_embedding_model(self, model_id: str | None = None) -> "OpenAICompatibleEmbeddingModel":
        """Return the embedding model, by its older name."""
        return self.embedding_model(model_id)

    def _check_embedding_url(self) -> None:
        if not self._model_url:
            raise BasetenModelURLError(
                "No model URL provided for embeddings. Please set modelURL option for embeddings."
            )
        if "/sync" not in self._model_url:
            raise BasetenModelURLError("Not supported. You must use a /sync or /sync/v1 endpoint for embeddings.")

    async def _connect(self) -> "BasetenPerformanceClient":
        """Return a client, which adds the version to the URL itself."""
        key = load_api_key(
            api_key=await resolve(self._api_key),
            environment_variable_name=_API_KEY.env,
            description=_API_KEY.description,
        )
        assert self._performance_client is not None  # noqa: S101 - only then is the model made that connects
        return self._performance_client(self._model_url.replace("/sync/v1", "/sync", 1), key)


def _at(model_url: str, config: ModelConfig) -> ModelConfig:
    return replace(config, url=lambda path, _model_id: f"{model_url}{path}")


def create_baseten(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    model_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    performance_client: "BasetenPerformanceClientConstructor | None" = None,
    generate_id: IdGenerator = generate_id,
) -> BasetenProvider:
    """Return a Baseten provider.

    `api_key` (else `BASETEN_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request. `model_url` is a dedicated deployment's; without it the model APIs at `base_url` are used, which have no
    embeddings. `performance_client` is the class `PerformanceClient` of the package `baseten-performance-client`, to
    use it for embeddings. `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names tool calls that
    have no id.
    """
    return BasetenProvider(
        api_key=api_key,
        base_url=base_url,
        model_url=model_url,
        headers=headers,
        http_client=http_client,
        performance_client=performance_client,
        generate_id=generate_id,
    )


baseten = create_baseten()
"""Baseten with the settings of the environment, which is read at the first request."""
