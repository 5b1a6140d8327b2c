"""Anthropic's models on Bedrock by their own interface: the engine is Anthropic's, the way there is Bedrock's.

Ports: @ai-sdk/amazon-bedrock/src/anthropic/amazon-bedrock-anthropic-provider.ts
Ports: @ai-sdk/amazon-bedrock/src/anthropic/amazon-bedrock-anthropic-options.ts
"""

from typing import TYPE_CHECKING, Any, Unpack

from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.transport import Transport
from ai_sdk.providers.amazon_bedrock.aws_provider import AmazonBedrockProviderSettings, AwsProvider
from ai_sdk.providers.amazon_bedrock.base_url import encode_model_id

if TYPE_CHECKING:
    from ai_sdk_generated.amazon_bedrock.anthropic.model_ids import AmazonBedrockAnthropicModelId

    from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel

__all__ = ["AmazonBedrockAnthropicProvider", "amazon_bedrock_anthropic", "create_amazon_bedrock_anthropic"]


class AmazonBedrockAnthropicProvider(AwsProvider):
    """Makes Anthropic's models on Bedrock's invoke endpoint.

    >>> create_amazon_bedrock_anthropic(region="us-east-1")("anthropic.claude-opus-5").provider
    'bedrock.anthropic.messages'
    """

    definition = ProviderDefinition(
        name="amazon-bedrock",
        base_url="https://bedrock-runtime.{region}.amazonaws.com",
        api_key=ApiKey(env="AWS_BEARER_TOKEN_BEDROCK", description="Amazon Bedrock"),
    )

    def __call__(self, model_id: "AmazonBedrockAnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model."""
        return self.language_model(model_id)

    def language_model(self, model_id: "AmazonBedrockAnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model."""
        from ai_sdk.providers.amazon_bedrock.anthropic.body import transform_request_body
        from ai_sdk.providers.amazon_bedrock.anthropic_models import (
            supports_native_structured_output,
            supports_strict_tools,
        )
        from ai_sdk.providers.anthropic.config import AnthropicConfig
        from ai_sdk.providers.anthropic.messages.model import AnthropicLanguageModel

        config = AnthropicConfig(
            provider="bedrock.anthropic.messages",
            url=self._messages_url,
            headers=self.request_headers,
            transport=self.transport,
            generate_id=self._generate_id,
            request_path=lambda _, stream: "/invoke-with-response-stream" if stream else "/invoke",
            transform_request_body=transform_request_body,
            supports_native_structured_output=supports_native_structured_output(model_id),
            supports_strict_tools=supports_strict_tools(model_id),
            earlier_release=True,
        )
        return AnthropicLanguageModel(model_id, config)

    def chat(self, model_id: "AmazonBedrockAnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model."""
        return self.language_model(model_id)

    def messages(self, model_id: "AmazonBedrockAnthropicModelId") -> "AnthropicLanguageModel":
        """Return a language model."""
        return self.language_model(model_id)

    def transport(self) -> Transport:
        """Return the transport for the running event loop, whose answers look like Anthropic's."""
        from ai_sdk.providers.amazon_bedrock.anthropic.transport import AnthropicTransport

        return AnthropicTransport(super().transport())

    @property
    def tools(self) -> Any:
        """The tools that Anthropic defines: `amazon_bedrock_anthropic.tools.bash_20250124()`."""
        import ai_sdk.providers.anthropic.tools as anthropic_tools

        return anthropic_tools

    def _messages_url(self, path: str, model_id: str) -> str:
        return f"{self.base_url}/model/{encode_model_id(model_id)}{path}"


def create_amazon_bedrock_anthropic(
    **settings: Unpack[AmazonBedrockProviderSettings],
) -> AmazonBedrockAnthropicProvider:
    """Return a provider of Anthropic's models on Bedrock; its settings are those of `create_amazon_bedrock`."""
    return AmazonBedrockAnthropicProvider(**settings)


amazon_bedrock_anthropic = create_amazon_bedrock_anthropic()
"""The provider with every setting from the environment."""
