"""What an object generation returns.

Ports: ai/src/generate-object/generate-object-result.ts
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from ai_sdk.generate_object.structured_output_events import ObjectResponseMetadata
from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.spec import Spec

__all__ = ["GenerateObjectResult"]

ObjectT = TypeVar("ObjectT")


@dataclass(slots=True, kw_only=True)
class GenerateObjectResult(Spec, Generic[ObjectT]):
    """The object, and how it came about; `reasoning` is the model's, if it tells."""

    object: ObjectT
    reasoning: str | None = None
    finish_reason: FinishReason
    usage: LanguageModelUsage
    warnings: list[SharedV4Warning] | None = None
    request: LanguageModelRequestMetadata
    response: ObjectResponseMetadata
    provider_metadata: SharedV4ProviderMetadata | None = None
