"""What a stream of an object is made of.

Ports: ai/src/generate-object/stream-object-result.ts
"""

from dataclasses import dataclass
from typing import Any, Literal

from ai_sdk.generate_object.structured_output_events import ObjectResponseMetadata
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import SharedV4ProviderMetadata
from ai_sdk.provider.spec import Spec

__all__ = [
    "ObjectStreamErrorPart",
    "ObjectStreamFinishPart",
    "ObjectStreamObjectPart",
    "ObjectStreamPart",
    "ObjectStreamTextDeltaPart",
]


@dataclass(slots=True, kw_only=True)
class ObjectStreamObjectPart(Spec):
    """The object so far. Parts share what did not change between them: read them, do not change them."""

    type: Literal["object"] = "object"
    object: Any


@dataclass(slots=True, kw_only=True)
class ObjectStreamTextDeltaPart(Spec):
    """More of the object's JSON text."""

    type: Literal["text-delta"] = "text-delta"
    text_delta: str


@dataclass(slots=True, kw_only=True)
class ObjectStreamErrorPart(Spec):
    """Something went wrong: the call, or what the provider reports."""

    type: Literal["error"] = "error"
    error: Any


@dataclass(slots=True, kw_only=True)
class ObjectStreamFinishPart(Spec):
    """The model has ended its answer."""

    type: Literal["finish"] = "finish"
    finish_reason: FinishReason
    usage: LanguageModelUsage
    response: ObjectResponseMetadata
    provider_metadata: SharedV4ProviderMetadata | None = None


ObjectStreamPart = ObjectStreamObjectPart | ObjectStreamTextDeltaPart | ObjectStreamErrorPart | ObjectStreamFinishPart
"""A part of the stream of an object."""
