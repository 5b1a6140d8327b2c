"""The Cerebras provider: its facts and its models.

Ports: @ai-sdk/cerebras/src/cerebras-provider.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.openai_compatible.dialect_provider import ChatDialectProvider

if TYPE_CHECKING:
    from ai_sdk_generated.cerebras.chat.model_ids import CerebrasChatModelId

    from ai_sdk.providers.cerebras.chat.model import CerebrasChatLanguageModel
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

__all__ = ["CerebrasProvider", "cerebras", "create_cerebras"]


class CerebrasProvider(ChatDialectProvider):
    """Makes Cerebras models; calling it with a model id makes a chat model.

    >>> create_cerebras(api_key="key")("gpt-oss-120b").provider
    'cerebras.chat'
    """

    definition = ProviderDefinition(
        name="cerebras",
        base_url="https://api.cerebras.ai/v1",
        api_key=ApiKey(env="CEREBRAS_API_KEY", description="Cerebras API key"),
    )

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's."""
        from ai_sdk.providers.cerebras.chat.dialect import CHAT

        del model_id
        return CHAT

    def chat_model(self, model_id: "CerebrasChatModelId") -> "CerebrasChatLanguageModel":
        """Return a chat model."""
        from ai_sdk.providers.cerebras.chat.model import CerebrasChatLanguageModel

        return CerebrasChatLanguageModel(model_id, self.config("chat"), self.chat_dialect(model_id))

    def chat(self, model_id: "CerebrasChatModelId") -> "CerebrasChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)


def create_cerebras(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> CerebrasProvider:
    """Return a Cerebras provider.

    `api_key` (else `CEREBRAS_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names tool calls that have no id.
    """
    return CerebrasProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


cerebras = create_cerebras()
"""Cerebras with the settings of the environment, which is read at the first request."""
