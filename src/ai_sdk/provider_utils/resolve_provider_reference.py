"""The id under which one provider knows an uploaded file.

Ports: @ai-sdk/provider-utils/src/resolve-provider-reference.ts
Ports: @ai-sdk/provider-utils/src/is-provider-reference.ts
"""

from ai_sdk.provider import NoSuchProviderReferenceError, SharedV4ProviderReference

__all__ = ["resolve_provider_reference"]


def resolve_provider_reference(reference: SharedV4ProviderReference, provider: str) -> str:
    """Return the file's id at `provider`; raises `NoSuchProviderReferenceError` when it was not uploaded there.

    >>> resolve_provider_reference({"openai": "file-1"}, "openai")
    'file-1'
    """
    identifier: str | None = reference.get(provider)
    if identifier is None:
        raise NoSuchProviderReferenceError(provider=provider, reference=reference)
    return identifier
