"""What a model can do and which provider options it takes, as a provider's catalog of models declares it.

Nothing is checked against these declarations and no request depends on them. A section that is absent is undeclared.

>>> capabilities = ModelCapabilities.model_validate({"speech": {"instructions": "unknown"}})
>>> capabilities.speech.instructions
'unknown'

Ports: @ai-sdk/provider/src/model-capabilities.ts
"""

from ai_sdk_generated.provider.model_capabilities import (
    ModelCapabilities,
    ModelCapability,
    ModelEntry,
    ModelProviderOptions,
    ProviderOptionDefinition,
    ProviderOptionDefinitions,
)

__all__ = [
    "ModelCapabilities",
    "ModelCapability",
    "ModelEntry",
    "ModelProviderOptions",
    "ProviderOptionDefinition",
    "ProviderOptionDefinitions",
]
