"""The Together AI provider: its facts and its models.

Ports: @ai-sdk/togetherai/src/togetherai-provider.ts
"""

import os
import warnings
from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable, resolve
from ai_sdk.provider_utils.settings import load_api_key
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.openai_compatible.dialect_provider import TextDialectProvider

if TYPE_CHECKING:
    from ai_sdk_generated.togetherai.image.model_ids import TogetherAIImageModelId
    from ai_sdk_generated.togetherai.reranking.model_ids import TogetherAIRerankingModelId

    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
    from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect
    from ai_sdk.providers.togetherai.image import TogetherAIImageModel
    from ai_sdk.providers.togetherai.reranking import TogetherAIRerankingModel

__all__ = ["TogetherAIProvider", "create_togetherai", "get_model_structured_output_support", "togetherai"]

_API_KEY = ApiKey(env="TOGETHER_API_KEY", description="TogetherAI")
_DEPRECATED_ENV = "TOGETHER_AI_API_KEY"


def get_model_structured_output_support(model_id: str) -> bool:
    """Whether a JSON schema is sent for this model; for the others it is left out, with a warning."""
    return model_id == "deepseek-ai/DeepSeek-V4-Flash-0731"


class TogetherAIProvider(TextDialectProvider):
    """Makes Together AI models; calling it with a model id makes a chat model.

    >>> create_togetherai(api_key="key")("deepseek-ai/DeepSeek-V3").provider
    'togetherai.chat'
    """

    definition = ProviderDefinition(
        name="togetherai",
        base_url="https://api.together.xyz/v1/",
        api_key=_API_KEY,
        user_agent="ai-sdk/togetherai",
    )

    async def auth_headers(self) -> dict[str, str | None]:
        """Return the header that carries the key; raises `LoadAPIKeyError` when there is none."""
        given = await resolve(self._api_key)
        key = load_api_key(
            api_key=_deprecated_api_key() if given is None else given,
            environment_variable_name=_API_KEY.env,
            description=_API_KEY.description,
        )
        return {_API_KEY.header: f"{_API_KEY.prefix}{key}"}

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's."""
        from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

        return ChatDialect(
            include_usage=True,
            supports_structured_outputs=get_model_structured_output_support(model_id),
            text_before_reasoning=True,
        )

    def completion_dialect(self) -> "CompletionDialect":
        """Return how text completions differ from OpenAI's."""
        from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect

        return CompletionDialect(include_usage=True)

    def image_model(self, model_id: "TogetherAIImageModelId") -> "TogetherAIImageModel":
        """Return a model that makes images, some of them from another image."""
        from ai_sdk.providers.togetherai.image import TogetherAIImageModel

        return TogetherAIImageModel(model_id, self.config("image"))

    def image(self, model_id: "TogetherAIImageModelId") -> "TogetherAIImageModel":
        """Return a model that makes images, some of them from another image."""
        return self.image_model(model_id)

    def reranking_model(self, model_id: "TogetherAIRerankingModelId") -> "TogetherAIRerankingModel":
        """Return a model that orders documents by relevance."""
        from ai_sdk.providers.togetherai.reranking import TogetherAIRerankingModel

        return TogetherAIRerankingModel(model_id, self.config("reranking"))

    def reranking(self, model_id: "TogetherAIRerankingModelId") -> "TogetherAIRerankingModel":
        """Return a model that orders documents by relevance."""
        return self.reranking_model(model_id)


def _deprecated_api_key() -> str | None:
    key = None if _API_KEY.env in os.environ else os.environ.get(_DEPRECATED_ENV)
    if key is not None:
        warnings.warn(
            f"{_DEPRECATED_ENV} is deprecated and will be removed in a future release. "
            f"Please use {_API_KEY.env} instead.",
            DeprecationWarning,
            stacklevel=2,
        )
    return key


def create_togetherai(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> TogetherAIProvider:
    """Return a Together AI provider.

    `api_key` (else `TOGETHER_API_KEY`, else the deprecated `TOGETHER_AI_API_KEY`) and `headers` may be values or
    functions, plain or async, that are asked at each request; `http_client` is an `httpx.AsyncClient` or a transport;
    `generate_id` names tool calls that have no id.
    """
    return TogetherAIProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


togetherai = create_togetherai()
"""Together AI with the settings of the environment, which is read at the first request."""
