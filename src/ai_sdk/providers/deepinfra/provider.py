"""The DeepInfra provider: its facts and its models.

Ports: @ai-sdk/deepinfra/src/deepinfra-provider.ts
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ai_sdk.provider_utils.generate_id import IdGenerator, generate_id
from ai_sdk.provider_utils.headers import Headers
from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.resolve import Resolvable
from ai_sdk.provider_utils.transport import HttpClient
from ai_sdk.providers.openai_compatible.dialect_provider import TextDialectProvider

if TYPE_CHECKING:
    from ai_sdk_generated.deepinfra.image.model_ids import DeepInfraImageModelId

    from ai_sdk.providers.deepinfra.image import DeepInfraImageModel
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

__all__ = ["DeepInfraProvider", "create_deepinfra", "deepinfra"]


class DeepInfraProvider(TextDialectProvider):
    """Makes DeepInfra models; calling it with a model id makes a chat model.

    >>> create_deepinfra(api_key="key")("deepseek-ai/DeepSeek-V3").provider
    'deepinfra.chat'
    """

    definition = ProviderDefinition(
        name="deepinfra",
        base_url="https://api.deepinfra.com/v1",
        api_key=ApiKey(env="DEEPINFRA_API_KEY", description="DeepInfra's API key"),
        user_agent="ai-sdk/deepinfra",
    )

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's."""
        from ai_sdk.providers.deepinfra.usage import convert_usage
        from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

        del model_id
        return ChatDialect(supports_structured_outputs=True, text_before_reasoning=True, convert_usage=convert_usage)

    def url(self) -> Callable[[str, str], str]:
        """Return the function from path and model id to the URL; text models live below `/openai`."""
        base_url = self.base_url
        return lambda path, _model_id: f"{base_url}/openai{path}"

    def image_model(self, model_id: "DeepInfraImageModelId") -> "DeepInfraImageModel":
        """Return a model that makes and edits images."""
        from ai_sdk.providers.deepinfra.image import DeepInfraImageModel

        inference_url = f"{self.base_url}/inference"
        config = replace(self.config("image"), url=lambda path, _model_id: f"{inference_url}{path}")
        return DeepInfraImageModel(model_id, config)

    def image(self, model_id: "DeepInfraImageModelId") -> "DeepInfraImageModel":
        """Return a model that makes and edits images."""
        return self.image_model(model_id)


def create_deepinfra(
    *,
    api_key: Resolvable[str | None] = None,
    base_url: str | None = None,
    headers: Resolvable[Headers | None] = None,
    http_client: HttpClient | None = None,
    generate_id: IdGenerator = generate_id,
) -> DeepInfraProvider:
    """Return a DeepInfra provider.

    `api_key` (else `DEEPINFRA_API_KEY`) and `headers` may be values or functions, plain or async, that are asked at
    each request; `http_client` is an `httpx.AsyncClient` or a transport; `generate_id` names tool calls that have no
    id.
    """
    return DeepInfraProvider(
        api_key=api_key, base_url=base_url, headers=headers, http_client=http_client, generate_id=generate_id
    )


deepinfra = create_deepinfra()
"""DeepInfra with the settings of the environment, which is read at the first request."""
