"""What an embedding model may have beyond the specification, as attributes where TypeScript has symbols.

`max_input_bytes_per_call` is how many bytes of UTF-8 one call takes; `transform_provider_options` cuts provider options
as the values are cut into calls.

Ports: @ai-sdk/provider-utils/src/embedding-model-capabilities.ts
"""

from collections.abc import Awaitable
from typing import Protocol

from ai_sdk.provider import SharedV4ProviderOptions

__all__ = ["EmbeddingModelProviderOptionsTransformer"]


class EmbeddingModelProviderOptionsTransformer(Protocol):
    """Makes the provider options of one call, that of `values[start_index:end_index]`, from those of all values."""

    def __call__(
        self, provider_options: SharedV4ProviderOptions | None, *, values: list[str], start_index: int, end_index: int
    ) -> SharedV4ProviderOptions | Awaitable[SharedV4ProviderOptions | None] | None:
        """Return the options of the call."""
