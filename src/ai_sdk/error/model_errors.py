"""A model cannot be used, or a registry does not know its provider.

Ports: ai/src/error/unsupported-model-version-error.ts, ai/src/registry/no-such-provider-error.ts
"""

from collections.abc import Sequence
from typing import Any

from ai_sdk.provider.errors import AISDKError, ModelType, NoSuchModelError

__all__ = ["NoSuchProviderError", "UnsupportedModelVersionError"]


class NoSuchProviderError(NoSuchModelError):
    """A registry has no provider of that id; `available_providers` are those it has."""

    name = "AI_NoSuchProviderError"
    fields = (*NoSuchModelError.fields, "provider_id", "available_providers")

    def __init__(
        self,
        message: str | None = None,
        *,
        model_id: str,
        model_type: ModelType,
        provider_id: str,
        available_providers: Sequence[str],
    ) -> None:
        known = ",".join(available_providers)
        text = f"No such provider: {provider_id} (available providers: {known})" if message is None else message
        super().__init__(text, model_id=model_id, model_type=model_type)
        self.provider_id = provider_id
        self.available_providers = list(available_providers)


class UnsupportedModelVersionError(AISDKError):
    """A model speaks another version of the specification than this library."""

    name = "AI_UnsupportedModelVersionError"
    fields = ("version", "provider", "model_id")

    def __init__(self, *, version: Any, provider: str, model_id: str) -> None:
        super().__init__(
            f'Unsupported model version {version} for provider "{provider}" and model "{model_id}". '
            'Only models that implement specification version "v4" are supported.'
        )
        self.version = version
        self.provider = provider
        self.model_id = model_id
