"""What the callbacks of an object generation are told.

Ports: ai/src/generate-object/structured-output-events.ts, ai/src/types/language-model-response-metadata.ts
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from ai_sdk.generate_text.metadata import LanguageModelRequestMetadata
from ai_sdk.generate_text.text_stream_part import FinishReason
from ai_sdk.generate_text.usage import LanguageModelUsage
from ai_sdk.provider import JSONObject, LanguageModelV4Prompt, SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.spec import Spec
from ai_sdk.provider_utils.content_part import ProviderOptions

__all__ = [
    "GenerateObjectEndEvent",
    "GenerateObjectStartEvent",
    "GenerateObjectStepEndEvent",
    "GenerateObjectStepStartEvent",
    "ObjectOutputKind",
    "ObjectResponseMetadata",
]

ObjectOutputKind = Literal["object", "array", "enum", "no-schema"]
"""A value that fits a schema, a list of such values, one of several strings, or any JSON."""


@dataclass(slots=True, kw_only=True)
class ObjectResponseMetadata(Spec):
    """The answer: its id, time, model and headers, and its body where it was not streamed."""

    id: str
    timestamp: datetime
    model_id: str
    headers: dict[str, str] | None = None
    body: Any = None


@dataclass(slots=True, kw_only=True)
class GenerateObjectStartEvent(Spec):
    """The call begins. Of `prompt` and `messages` there is what the caller gave."""

    call_id: str
    operation_id: str
    provider: str
    model_id: str
    system: Any = None
    prompt: Any = None
    messages: Any = None
    max_output_tokens: int | None = None
    temperature: float | None = None
    top_p: float | None = None
    top_k: int | float | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    seed: int | None = None
    max_retries: int
    headers: Mapping[str, str | None] | None = None
    provider_options: ProviderOptions | None = None
    output: ObjectOutputKind
    schema: JSONObject | None = None
    schema_name: str | None = None
    schema_description: str | None = None


@dataclass(slots=True, kw_only=True)
class GenerateObjectStepStartEvent(Spec):
    """The model is about to be called. There is one step, number 0."""

    call_id: str
    step_number: Literal[0] = 0
    provider: str
    model_id: str
    provider_options: ProviderOptions | None = None
    headers: Mapping[str, str | None] | None = None
    prompt_messages: LanguageModelV4Prompt | None = None


@dataclass(slots=True, kw_only=True)
class GenerateObjectStepEndEvent(Spec):
    """The model has answered; `object_text` is its text, which nobody has parsed yet."""

    call_id: str
    step_number: Literal[0] = 0
    provider: str
    model_id: str
    finish_reason: FinishReason
    usage: LanguageModelUsage
    object_text: str
    reasoning: str | None = None
    warnings: list[SharedV4Warning] | None = None
    request: LanguageModelRequestMetadata
    response: ObjectResponseMetadata
    provider_metadata: SharedV4ProviderMetadata | None = None
    ms_to_first_chunk: float | None = None
    """Milliseconds from the call to the first piece of a streamed answer."""


@dataclass(slots=True, kw_only=True)
class GenerateObjectEndEvent(Spec):
    """The call has ended; a stream that came to no object has an `error` in its place."""

    call_id: str
    object: Any = None
    error: Any = None
    reasoning: str | None = None
    finish_reason: FinishReason
    usage: LanguageModelUsage
    warnings: list[SharedV4Warning] | None = None
    request: LanguageModelRequestMetadata
    response: ObjectResponseMetadata
    provider_metadata: SharedV4ProviderMetadata | None = None
