"""Bedrock Mantle: the engine is OpenAI's, the way there is Bedrock's.

Ports: @ai-sdk/amazon-bedrock/src/mantle/bedrock-mantle-provider.ts
Ports: @ai-sdk/amazon-bedrock/src/mantle/bedrock-mantle-options.ts
"""

import re
from typing import TYPE_CHECKING, Unpack

from ai_sdk.provider_utils.provider import ApiKey, ProviderDefinition
from ai_sdk.provider_utils.settings import without_trailing_slash
from ai_sdk.providers.amazon_bedrock.aws_provider import AmazonBedrockProviderSettings, AwsProvider
from ai_sdk.providers.openai.config import OpenAIConfig

if TYPE_CHECKING:
    from ai_sdk_generated.amazon_bedrock.mantle.model_ids import BedrockMantleChatModelId, BedrockMantleResponsesModelId

    from ai_sdk.providers.openai.chat.model import OpenAIChatLanguageModel
    from ai_sdk.providers.openai.responses.model import OpenAIResponsesLanguageModel

__all__ = ["BedrockMantleProvider", "bedrock_mantle", "create_bedrock_mantle"]

# Mantle serves these under a route of their own.
_ON_THE_OPENAI_ROUTE = re.compile(r"openai\.gpt-(?!oss-)|google\.gemma-4|xai\.")


class BedrockMantleProvider(AwsProvider):
    """Makes models on Mantle; calling it with a model id makes one on Chat Completions, which most models have.

    >>> create_bedrock_mantle(region="us-east-1").responses("openai.gpt-oss-20b").provider
    'bedrock-mantle.responses'
    """

    definition = ProviderDefinition(
        name="bedrock-mantle",
        base_url="https://bedrock-mantle.{region}.api.aws/v1",
        api_key=ApiKey(env="AWS_BEARER_TOKEN_BEDROCK", description="Amazon Bedrock"),
        user_agent="ai-sdk-amazon-bedrock",
    )
    signing_name = "bedrock-mantle"

    def __call__(self, model_id: "BedrockMantleChatModelId") -> "OpenAIChatLanguageModel":
        """Return a language model on Chat Completions."""
        return self.chat(model_id)

    def language_model(self, model_id: "BedrockMantleChatModelId") -> "OpenAIChatLanguageModel":
        """Return a language model on Chat Completions."""
        return self.chat(model_id)

    def chat(self, model_id: "BedrockMantleChatModelId") -> "OpenAIChatLanguageModel":
        """Return a language model on Chat Completions."""
        from ai_sdk.providers.openai.chat.model import OpenAIChatLanguageModel

        return OpenAIChatLanguageModel(model_id, self._openai_config("chat"))

    def responses(self, model_id: "BedrockMantleResponsesModelId") -> "OpenAIResponsesLanguageModel":
        """Return a language model on Responses, which not every model has."""
        from ai_sdk.providers.openai.responses.model import OpenAIResponsesLanguageModel

        return OpenAIResponsesLanguageModel(model_id, self._openai_config("responses"))

    def _openai_config(self, surface: str) -> OpenAIConfig:
        return OpenAIConfig(
            provider=f"{self.name}.{surface}",
            url=self._url,
            headers=self.request_headers,
            transport=self.transport,
            generate_id=self._generate_id,
            supports_web_search_sources_include=False,
        )

    def _url(self, path: str, model_id: str) -> str:
        if self._base_url is not None:
            return f"{without_trailing_slash(self._base_url)}{path}"
        route = "openai/v1" if _ON_THE_OPENAI_ROUTE.match(model_id) else "v1"
        return f"https://bedrock-mantle.{self.region}.api.aws/{route}{path}"


def create_bedrock_mantle(**settings: Unpack[AmazonBedrockProviderSettings]) -> BedrockMantleProvider:
    """Return a provider of the models on Mantle; its settings are those of `create_amazon_bedrock`."""
    return BedrockMantleProvider(**settings)


bedrock_mantle = create_bedrock_mantle()
"""The provider with every setting from the environment."""
