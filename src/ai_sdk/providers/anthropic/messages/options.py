"""The provider options of a call: Anthropic's own, overlaid by those of a compatible provider.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts, @ai-sdk/anthropic/src/anthropic-language-model-options.ts
"""

from dataclasses import dataclass

from ai_sdk_generated.anthropic.messages.options import AnthropicLanguageModelOptions

from ai_sdk.provider import SharedV4ProviderOptions
from ai_sdk.provider_utils.provider_options import parse_provider_options, resolve_provider_options

__all__ = ["ResolvedOptions", "provider_options_name", "resolve_options"]

# A rename of the provider changed its key without notice; the old one is read when the new one is absent.
_LEGACY_NAMES = {"googleVertex": ("vertex",)}


@dataclass(frozen=True, slots=True)
class ResolvedOptions:
    """The options of a call, and whether the compatible provider's own key gave some of them."""

    options: AnthropicLanguageModelOptions
    namespace: str
    used_custom_key: bool


def provider_options_name(provider: str) -> str:
    """Return the key of a provider's options: the first half of its name.

    >>> provider_options_name("minimax.messages")
    'minimax'
    """
    return provider.partition(".")[0]


def resolve_options(provider: str, provider_options: SharedV4ProviderOptions | None) -> ResolvedOptions:
    """Read the options of a call; raises `InvalidArgumentError` when they do not fit."""
    namespace = provider_options_name(provider)
    canonical = parse_provider_options("anthropic", provider_options, AnthropicLanguageModelOptions)
    namespaces = [] if namespace == "anthropic" else [namespace, *_LEGACY_NAMES.get(namespace, ())]
    custom, matched = resolve_provider_options(
        provider_options, namespaces, AnthropicLanguageModelOptions, resolution="first"
    )
    options = canonical or AnthropicLanguageModelOptions()
    if custom is not None:
        options = options.model_copy(update={name: getattr(custom, name) for name in custom.model_fields_set})
    return ResolvedOptions(options, namespace, namespace in matched)
