"""The Moonshot AI provider: its facts and its models.

Ports: @ai-sdk/moonshotai/src/moonshotai-provider.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient

if TYPE_CHECKING:
    from ai_sdk_generated.moonshotai.chat.model_ids import MoonshotAIChatModelId

    from ai_sdk.providers.moonshotai.chat.model import MoonshotAIChatLanguageModel

__all__ = ["MoonshotAIProvider", "create_moonshotai", "moonshotai"]


class MoonshotAIProvider(Provider):
    """Makes Moonshot AI models; calling it with a model id makes a chat model.

    >>> create_moonshotai(api_key="key")("kimi-k3").provider
    'moonshotai.chat'
    """

    definition = ProviderDefinition(
        name="moonshotai",
        base_url="https://api.moonshot.ai/v1",
        api_key=ApiKey(env="MOONSHOT_API_KEY", description="Moonshot API key"),
    )

    def __call__(self, model_id: "MoonshotAIChatModelId") -> "MoonshotAIChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def language_model(self, model_id: "MoonshotAIChatModelId") -> "MoonshotAIChatLanguageModel":
        """Return a chat model."""
        return self.chat_model(model_id)

    def chat_model(self, model_id: "MoonshotAIChatModelId") -> "MoonshotAIChatLanguageModel":
        """Return a chat model."""
        from ai_sdk.providers.moonshotai.chat.model import MoonshotAIChatLanguageModel

        return MoonshotAIChatLanguageModel(model_id, self.config("chat"))


def create_moonshotai(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> MoonshotAIProvider:
    """Return a Moonshot AI provider.

    `api_key` (else `MOONSHOT_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names tool calls that have no id.
    """
    return MoonshotAIProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


moonshotai = create_moonshotai()
"""Moonshot AI with the settings of the environment, which is read at the first request."""
