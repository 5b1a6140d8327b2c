"""What has been said so far in one interaction, as far as its steps need it.

Ports: @ai-sdk/google/src/interactions/build-google-interactions-stream-transform.ts
"""

from dataclasses import dataclass, field
from typing import Any

from ai_sdk.provider import LanguageModelV4Source, SharedV4ProviderMetadata
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.providers.google.interactions.outputs import google_metadata
from ai_sdk.providers.google.interactions.sources import source_key

__all__ = ["InteractionState"]


@dataclass(slots=True)
class InteractionState:
    """Shared by all steps."""

    generate_id: IdGenerator
    interaction_id: str | None = None
    has_function_call: bool = False
    _source_keys: set[str] = field(default_factory=set)

    def metadata(self, **values: Any) -> SharedV4ProviderMetadata | None:
        """Return the metadata that the next turn needs of a part."""
        return google_metadata(self.interaction_id, **values)

    def new_sources(self, sources: list[LanguageModelV4Source]) -> list[LanguageModelV4Source]:
        """Return the sources that have not been named before: texts cite the same one often while they grow."""
        new = []
        for source in sources:
            if source_key(source) not in self._source_keys:
                self._source_keys.add(source_key(source))
                new.append(source)
        return new
