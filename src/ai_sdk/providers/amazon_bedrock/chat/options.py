"""Options that Converse takes as they are, and metadata under Bedrock's two names.

Ports: @ai-sdk/amazon-bedrock/src/amazon-bedrock-chat-language-model-options.ts
"""

from ai_sdk_generated.amazon_bedrock.chat.options import AmazonBedrockLanguageModelChatOptions

from ai_sdk.provider import JSONObject, SharedV4ProviderMetadata, SharedV4ProviderOptions
from ai_sdk.providers.amazon_bedrock.options import NAMESPACES

__all__ = ["bedrock_metadata", "passed_through_options"]

_ALIASES = {
    name: field.alias
    for name, field in AmazonBedrockLanguageModelChatOptions.model_fields.items()
    if field.alias is not None
}
_NOT_PASSED_THROUGH = frozenset(
    {"reasoningConfig", "additionalModelRequestFields", "serviceTier", "structuredOutputMode"}
)


def passed_through_options(provider_options: SharedV4ProviderOptions | None) -> JSONObject:
    """Return the options that go into the body as they are, such as `guardrailConfig`."""
    given = provider_options or {}
    namespace = next((given[name] for name in NAMESPACES if given.get(name) is not None), {})
    options = {_ALIASES.get(key, key): value for key, value in namespace.items()}
    return {key: value for key, value in options.items() if key not in _NOT_PASSED_THROUGH}


def bedrock_metadata(payload: JSONObject) -> SharedV4ProviderMetadata:
    """Return metadata under both names."""
    return dict.fromkeys(NAMESPACES, payload)
