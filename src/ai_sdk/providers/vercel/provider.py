"""The Vercel provider: the v0 API, and nothing but chat.

Ports: @ai-sdk/vercel/src/vercel-provider.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.openai_compatible.dialect_provider import ChatDialectProvider

if TYPE_CHECKING:
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

__all__ = ["VercelProvider", "create_vercel", "vercel"]


class VercelProvider(ChatDialectProvider):
    """Makes v0 models; calling it with a model id makes a chat model.

    >>> create_vercel(api_key="key")("v0-1.5-md").provider
    'vercel.chat'
    """

    definition = ProviderDefinition(
        name="vercel",
        base_url="https://api.v0.dev/v1",
        api_key=ApiKey(env="VERCEL_API_KEY", description="Vercel"),
        user_agent="ai-sdk/vercel",
    )

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's."""
        from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

        del model_id
        return ChatDialect(text_before_reasoning=True)


def create_vercel(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> VercelProvider:
    """Return a Vercel provider.

    `api_key` (else `VERCEL_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names tool calls that have no id.
    """
    return VercelProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


vercel = create_vercel()
"""Vercel with the settings of the environment, which is read at the first request."""
