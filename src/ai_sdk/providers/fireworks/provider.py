"""The Fireworks provider: its facts and its models.

Ports: @ai-sdk/fireworks/src/fireworks-provider.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.openai_compatible.dialect_provider import TextDialectProvider

if TYPE_CHECKING:
    from ai_sdk_generated.fireworks.image.model_ids import FireworksImageModelId

    from ai_sdk.providers.fireworks.image.model import FireworksImageModel
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect
    from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect

__all__ = ["FireworksProvider", "create_fireworks", "fireworks"]


class FireworksProvider(TextDialectProvider):
    """Makes Fireworks models; calling it with a model id makes a chat model.

    >>> create_fireworks(api_key="key")("accounts/fireworks/models/kimi-k2p6").provider
    'fireworks.chat'
    """

    definition = ProviderDefinition(
        name="fireworks",
        base_url="https://api.fireworks.ai/inference/v1",
        api_key=ApiKey(env="FIREWORKS_API_KEY", description="Fireworks API key"),
    )

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's."""
        from ai_sdk.providers.fireworks.dialect import CHAT

        del model_id
        return CHAT

    def completion_dialect(self) -> "CompletionDialect":
        """Return how text completions differ from OpenAI's."""
        from ai_sdk.providers.fireworks.dialect import COMPLETION

        return COMPLETION

    def image_model(self, model_id: "FireworksImageModelId") -> "FireworksImageModel":
        """Return a model that makes images; the Kontext ones edit them, too."""
        from ai_sdk.providers.fireworks.image.model import FireworksImageModel

        return FireworksImageModel(model_id, self.config("image"))

    def image(self, model_id: "FireworksImageModelId") -> "FireworksImageModel":
        """Return a model that makes images; the Kontext ones edit them, too."""
        return self.image_model(model_id)


def create_fireworks(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> FireworksProvider:
    """Return a Fireworks provider.

    `api_key` (else `FIREWORKS_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at
    each request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names tool calls that have no
    id.
    """
    return FireworksProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


fireworks = create_fireworks()
"""Fireworks with the settings of the environment, which is read at the first request."""
