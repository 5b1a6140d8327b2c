"""The options of object generations.

Ports: ai/src/generate-object/generate-object.ts, ai/src/generate-object/stream-object.ts
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ai_sdk.generate_object.repair_text import RepairTextFunction
from ai_sdk.generate_object.structured_output_events import (
    GenerateObjectEndEvent,
    GenerateObjectStartEvent,
    GenerateObjectStepEndEvent,
    GenerateObjectStepStartEvent,
)
from ai_sdk.prompt.language_model_call_options import LanguageModelCallOptions
from ai_sdk.prompt.standardize_prompt import MessageInput
from ai_sdk.provider import AbortSignal, LanguageModelV4
from ai_sdk.provider.spec import Spec
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from ai_sdk.util.callback import Callback
from ai_sdk.util.download.download_function import DownloadFunction

__all__ = ["ObjectOptions", "StreamObjectErrorEvent", "StreamObjectOptions"]


class ObjectOptions(LanguageModelCallOptions, total=False):
    """What `generate_object` and `stream_object` take beside the kind of object.

    | option | meaning |
    |---|---|
    | `model` | a model, or the id of one |
    | `prompt`, `messages` | a text, or a conversation: one of them |
    | `instructions` | what the model is told beside the conversation |
    | `allow_system_in_messages` | whether messages may hold system messages (default: no) |
    | `schema_name`, `schema_description` | guidance for the model, where the provider takes it |
    | `repair_text` | mends a text that cannot be read |
    | `max_retries` | how often a failed request is tried again (default: 2) |
    | `abort_signal` | stops the call |
    | `headers`, `provider_options` | for the request, and for the provider |
    | `telemetry` | how integrations are told about the call |

    The callbacks are told what happens, and awaited; their errors are ignored.
    """

    model: str | LanguageModelV4
    prompt: str | Sequence[MessageInput] | None
    messages: Sequence[MessageInput] | None
    instructions: Any
    allow_system_in_messages: bool
    schema_name: str | None
    schema_description: str | None
    repair_text: RepairTextFunction | None
    max_retries: int | None
    abort_signal: AbortSignal | None
    headers: Mapping[str, str | None] | None
    provider_options: dict[str, dict[str, Any]] | None
    telemetry: TelemetryOptions | Mapping[str, Any] | None
    experimental_download: DownloadFunction | None
    on_start: Callback[GenerateObjectStartEvent] | None
    on_step_start: Callback[GenerateObjectStepStartEvent] | None
    on_step_end: Callback[GenerateObjectStepEndEvent] | None
    on_finish: Callback[GenerateObjectEndEvent] | None
    _internal: Mapping[str, Any] | None


@dataclass(slots=True, kw_only=True)
class StreamObjectErrorEvent(Spec):
    """Something went wrong in the stream."""

    error: Any


class StreamObjectOptions(ObjectOptions, total=False):
    """The options of `ObjectOptions`, and what streams have in addition."""

    on_error: Callback[StreamObjectErrorEvent] | None
