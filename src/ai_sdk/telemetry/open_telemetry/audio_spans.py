"""The spans of speech and transcription.

Ports: @ai-sdk/otel/src/open-telemetry.ts
"""

from typing import Any

from ai_sdk.telemetry.open_telemetry.call_state import CallState
from ai_sdk.telemetry.open_telemetry.json_attribute import json_attribute
from ai_sdk.telemetry.open_telemetry.names import map_operation_name
from ai_sdk.telemetry.open_telemetry.provider_usage_attributes import get_provider_usage_attributes
from ai_sdk.telemetry.open_telemetry.select_attributes import Input, Output, select_attributes
from ai_sdk.telemetry.open_telemetry.span_options import SpanOptions
from ai_sdk.telemetry.open_telemetry.start_attributes import get_model_attributes, start_call
from ai_sdk.telemetry.open_telemetry.supplemental_attributes import get_provider_metadata_attributes

__all__ = ["AudioSpans"]

_SPEECH = "ai.generateSpeech"
_STREAM = "ai.streamTranscribe"


class AudioSpans:
    """Starts and ends the one span of an operation, named after its id."""

    def __init__(self, options: SpanOptions) -> None:
        self._options = options

    def on_start(self, event: Any) -> CallState:
        """Start the span of the operation."""
        is_speech = event.operation_id == _SPEECH
        state = start_call(event, self._options.supplemental)
        operation = map_operation_name(event.operation_id)
        attributes = {
            **get_model_attributes(operation, provider=event.provider, model_id=event.model_id),
            "gen_ai.agent.name": event.function_id,
            "gen_ai.output.type": "speech" if is_speech else "text",
            "gen_ai.request.stream": event.operation_id == _STREAM,
            **(_get_text_attributes(event.text) if is_speech else _get_input_audio_attributes(event.audio)),
            **state.base_attributes,
        }
        name = f"{operation} {event.model_id}"
        state.root = self._options.starter.start(state, name, attributes, span_type="operation")
        return state

    def on_end(self, state: CallState, event: Any) -> None:
        """Say on the span of the operation how it ended."""
        is_speech = event.operation_id == _SPEECH
        answer = _get_output_audio_attributes(event.audio) if is_speech else _get_transcript_attributes(event)
        usage = None if event.usage is None else json_attribute(event.usage)
        attributes = {
            **answer,
            **get_provider_usage_attributes(event.usage),
            **self._options.supplemental.select(
                usage={"ai.response.usage": usage},
                provider_metadata=get_provider_metadata_attributes(event.provider_metadata),
            ),
        }
        state.root.span.set_attributes(select_attributes(state.recording, attributes))


def _get_text_attributes(text: str) -> dict[str, Any]:
    return {
        "gen_ai.input.messages": Input(lambda: json_attribute([_message("user", text)])),
        "ai.request.text": Input(lambda: text),
    }


def _get_input_audio_attributes(audio: Any) -> dict[str, Any]:
    return {
        "ai.request.audio.size": Input(lambda: audio.byte_length),
        "ai.request.audio.media_type": Input(lambda: audio.media_type),
    }


def _get_output_audio_attributes(audio: Any) -> dict[str, Any]:
    return {
        "ai.response.audio.size": Output(lambda: audio.byte_length),
        "ai.response.audio.media_type": Output(lambda: audio.media_type),
        "ai.response.audio.format": Output(lambda: audio.format),
    }


def _get_transcript_attributes(event: Any) -> dict[str, Any]:
    return {
        **_get_input_audio_attributes(event.audio),
        "ai.response.text": Output(lambda: event.text),
        "gen_ai.output.messages": Output(lambda: json_attribute([_message("assistant", event.text)])),
    }


def _message(role: str, text: str) -> dict[str, Any]:
    return {"role": role, "parts": [{"type": "text", "content": text}]}
