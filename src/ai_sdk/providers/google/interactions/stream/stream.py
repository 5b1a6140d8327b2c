"""A stream of interaction events as stream parts, without waiting for anything.

Law: every event has one handler, found by its type; an event without one says nothing.

Ports: @ai-sdk/google/src/interactions/build-google-interactions-stream-transform.ts
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ai_sdk.provider import (
    AISDKError,
    JSONObject,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
    stringify,
)
from ai_sdk.provider_utils.generate_id import IdGenerator
from ai_sdk.provider_utils.json import dump_wire, omit_none
from ai_sdk.provider_utils.stream_error import ProviderStreamError
from ai_sdk.providers.google.interactions.builtin_tools import text_or_none
from ai_sdk.providers.google.interactions.finish_reason import map_google_interactions_finish_reason
from ai_sdk.providers.google.interactions.response import read_created
from ai_sdk.providers.google.interactions.stream.state import InteractionState
from ai_sdk.providers.google.interactions.stream.steps import open_step
from ai_sdk.providers.google.interactions.usage import (
    convert_google_interactions_usage,
    get_output_tokens_by_modality,
)

if TYPE_CHECKING:
    from ai_sdk.providers.google.interactions.stream.open_step import OpenStep

__all__ = ["InteractionsStream"]

_Parts = Sequence[LanguageModelV4StreamPart]


class InteractionsStream:
    """What has been said so far; steps are written side by side, each at its index."""

    def __init__(self, generate_id: IdGenerator, service_tier: str | None) -> None:
        self._state = InteractionState(generate_id)
        self._steps: dict[str, OpenStep] = {}
        self._service_tier = service_tier
        self._usage: JSONObject | None = None
        self._status: str | None = None
        self._is_complete = False
        self._handlers: dict[str, Callable[[JSONObject], _Parts]] = {
            "interaction.created": self._created,
            "step.start": self._step_start,
            "step.delta": self._step_delta,
            "step.stop": self._step_stop,
            "interaction.status_update": self._status_changed,
            "interaction.in_progress": self._status_changed,
            "interaction.requires_action": self._status_changed,
            "interaction.completed": self._completed,
            "error": self._failed,
        }

    def feed(self, chunk: BaseModel) -> _Parts:
        """Take an event."""
        event: JSONObject = dump_wire(chunk)
        handler = self._handlers.get(event["event_type"])
        return () if handler is None else handler(event)

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take the news that an event could not be read."""
        self._status = "failed"
        return [LanguageModelV4Error(error=error)]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Say how it ended; without the provider's own word on it, it was interrupted."""
        if not self._is_complete and self._status in {None, "in_progress"}:
            reason = LanguageModelV4FinishReason(unified="interrupted")
        else:
            unified = map_google_interactions_finish_reason(
                self._status, has_function_call=self._state.has_function_call
            )
            reason = LanguageModelV4FinishReason(unified=unified, raw=self._status)
        google = {
            "interactionId": self._state.interaction_id,
            "serviceTier": self._service_tier,
            "outputTokensByModality": get_output_tokens_by_modality(self._usage),
        }
        return [
            LanguageModelV4Finish(
                finish_reason=reason,
                usage=convert_google_interactions_usage(self._usage),
                provider_metadata={"google": omit_none(google)},
            )
        ]

    def _created(self, event: JSONObject) -> _Parts:
        interaction = _object(event.get("interaction"))
        # An interaction that is not stored has an empty id.
        self._state.interaction_id = text_or_none(interaction.get("id"))
        return [
            LanguageModelV4ResponseMetadataPart(
                id=self._state.interaction_id,
                model_id=interaction.get("model"),
                timestamp=read_created(interaction.get("created")),
            )
        ]

    def _step_start(self, event: JSONObject) -> _Parts:
        index = stringify(event.get("index"))
        interaction_id = self._state.interaction_id
        block_id = f"{'interaction' if interaction_id is None else interaction_id}:{index}"
        step = self._steps[index] = open_step(block_id, _object(event.get("step")), self._state)
        return step.start()

    def _step_delta(self, event: JSONObject) -> _Parts:
        step = self._steps.get(stringify(event.get("index")))
        return () if step is None else step.delta(_object(event.get("delta")))

    def _step_stop(self, event: JSONObject) -> _Parts:
        step = self._steps.pop(stringify(event.get("index")), None)
        return () if step is None else step.stop()

    def _status_changed(self, event: JSONObject) -> _Parts:
        is_action = event["event_type"] == "interaction.requires_action"
        self._status = text_or_none(event.get("status")) or ("requires_action" if is_action else "in_progress")
        return ()

    def _completed(self, event: JSONObject) -> _Parts:
        self._is_complete = True
        interaction = _object(event.get("interaction"))
        self._state.interaction_id = text_or_none(interaction.get("id")) or self._state.interaction_id
        self._status = _given(interaction, "status", self._status)
        self._service_tier = _given(interaction, "service_tier", self._service_tier)
        self._usage = _given(interaction, "usage", self._usage)
        return ()

    def _failed(self, event: JSONObject) -> _Parts:
        self._status = "failed"
        error = _object(event.get("error"))
        message = error.get("message")
        return [
            LanguageModelV4Error(
                error=ProviderStreamError(
                    message=message if isinstance(message, str) else "Unknown interaction error",
                    type="error",
                    code=error.get("code"),
                    data=event,
                )
            )
        ]


def _given(interaction: JSONObject, key: str, before: Any) -> Any:
    value = interaction.get(key)
    return before if value is None else value


def _object(value: Any) -> JSONObject:
    return value if isinstance(value, dict) else {}
