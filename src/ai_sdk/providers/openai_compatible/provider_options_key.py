"""Under which keys a provider named by its user finds its options: its name as it is, or in camelCase.

Ports: @ai-sdk/openai-compatible/src/utils/to-camel-case.ts
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from ai_sdk.provider import JSONObject, SharedV4Warning, SharedV4WarningDeprecated

__all__ = [
    "deprecated_key_warnings",
    "provider_options_name",
    "raw_provider_options",
    "resolve_provider_options_key",
    "to_camel_case",
]

ProviderOptions = Mapping[str, Any] | None


def provider_options_name(provider: str) -> str:
    """Return the provider's name: what stands before the first dot of a model's `provider`.

    >>> provider_options_name("my-provider.chat")
    'my-provider'
    """
    return provider.partition(".")[0].strip()


@lru_cache(maxsize=256)
def to_camel_case(name: str) -> str:
    """Return a name with hyphens or underscores in camelCase.

    >>> to_camel_case("my-provider")
    'myProvider'
    """
    return re.sub(r"[_-]([a-z])", lambda found: found[1].upper(), name)


def raw_provider_options(name: str, provider_options: ProviderOptions) -> JSONObject:
    """Return what was given under both spellings of a name; the camelCase one wins."""
    given = provider_options or {}
    return {**(given.get(name) or {}), **(given.get(to_camel_case(name)) or {})}


def resolve_provider_options_key(name: str, provider_options: ProviderOptions) -> str:
    """Return the key for provider metadata: the camelCase spelling when the caller used it, else the name."""
    camel = to_camel_case(name)
    return camel if (provider_options or {}).get(camel) is not None else name


def deprecated_key_warnings(name: str, provider_options: ProviderOptions) -> list[SharedV4Warning]:
    """Return a warning when options were given under a name that is not in camelCase."""
    camel = to_camel_case(name)
    if camel == name or (provider_options or {}).get(name) is None:
        return []
    return [SharedV4WarningDeprecated(setting=f"providerOptions key '{name}'", message=f"Use '{camel}' instead.")]
