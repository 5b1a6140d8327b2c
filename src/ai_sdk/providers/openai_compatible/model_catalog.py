"""What requests ask for when nobody says otherwise. The protocol takes any model id, so no models are known here.

Ports: @ai-sdk/openai-compatible/src/openai-compatible-model-catalog.ts
"""

from dataclasses import dataclass

__all__ = ["REQUEST_DEFAULTS", "RequestDefaults"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDefaults:
    """Limits of one call."""

    max_embeddings_per_call: int = 2048
    supports_parallel_calls: bool = True
    max_images_per_call: int = 10


REQUEST_DEFAULTS = RequestDefaults()
"""The limits that OpenAI itself has."""
