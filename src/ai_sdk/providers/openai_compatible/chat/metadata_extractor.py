"""What a provider may read from its own fields of answers, as provider metadata.

Ports: @ai-sdk/openai-compatible/src/chat/openai-compatible-metadata-extractor.ts
"""

from typing import Any, Protocol

from ai_sdk.provider import SharedV4ProviderMetadata

__all__ = ["MetadataExtractor", "StreamMetadataExtractor"]


class StreamMetadataExtractor(Protocol):
    """Gathers metadata of one stream."""

    def process_chunk(self, parsed_chunk: Any) -> None:
        """Look at the JSON of a chunk."""

    def build_metadata(self) -> SharedV4ProviderMetadata | None:
        """Return the metadata, by provider name, when the stream has ended."""


class MetadataExtractor(Protocol):
    """Reads metadata from answers; what it returns is added to the model's own by provider name."""

    def extract_metadata(self, *, parsed_body: Any) -> SharedV4ProviderMetadata | None:
        """Return the metadata of a whole answer, given its JSON."""

    def create_stream_extractor(self) -> StreamMetadataExtractor:
        """Return an extractor for one stream."""
