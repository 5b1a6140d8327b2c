"""The DeepSeek provider: its facts and its models.

Ports: @ai-sdk/deepseek/src/deepseek-provider.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, Provider, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient

if TYPE_CHECKING:
    from ai_sdk_generated.deepseek.chat.model_ids import DeepSeekChatModelId

    from ai_sdk.providers.deepseek.chat.model import DeepSeekChatLanguageModel
    from ai_sdk.providers.deepseek.files import DeepSeekFiles

__all__ = ["DeepSeekProvider", "create_deepseek", "deepseek"]


class DeepSeekProvider(Provider):
    """Makes DeepSeek models; calling it with a model id makes a chat model.

    >>> create_deepseek(api_key="key")("deepseek-v4-pro").provider
    'deepseek.chat'
    """

    definition = ProviderDefinition(
        name="deepseek",
        base_url="https://api.deepseek.com",
        api_key=ApiKey(env="DEEPSEEK_API_KEY", description="DeepSeek API key"),
    )

    def __call__(self, model_id: "DeepSeekChatModelId") -> "DeepSeekChatLanguageModel":
        """Return a chat model."""
        return self.chat(model_id)

    def language_model(self, model_id: "DeepSeekChatModelId") -> "DeepSeekChatLanguageModel":
        """Return a chat model."""
        return self.chat(model_id)

    def chat(self, model_id: "DeepSeekChatModelId") -> "DeepSeekChatLanguageModel":
        """Return a chat model; prefix completion and strict tools need a base URL that ends in `/beta`."""
        from ai_sdk.providers.deepseek.chat.config import DeepSeekChatConfig
        from ai_sdk.providers.deepseek.chat.model import DeepSeekChatLanguageModel

        base, is_beta = self.config("chat"), self.base_url.endswith("/beta")
        config = DeepSeekChatConfig(
            provider=base.provider,
            url=base.url,
            headers=base.headers,
            transport=base.transport,
            generate_id=base.generate_id,
            supports_assistant_prefix_completion=is_beta,
            supports_strict_tool_calls=is_beta,
        )
        return DeepSeekChatLanguageModel(model_id, config)

    def files(self) -> "DeepSeekFiles":
        """Return the file store."""
        from ai_sdk.providers.deepseek.files import DeepSeekFiles

        return DeepSeekFiles(self.config("files"))


def create_deepseek(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> DeepSeekProvider:
    """Return a DeepSeek provider.

    `api_key` (else `DEEPSEEK_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at each
    request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names tool calls that have no id.
    """
    return DeepSeekProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


deepseek = create_deepseek()
"""DeepSeek with the settings of the environment, which is read at the first request."""
