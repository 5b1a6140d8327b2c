"""How a stream begins, ends and fails.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Sequence

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import (
    JSONObject,
    LanguageModelV4Error,
    LanguageModelV4FinishReason,
    LanguageModelV4ResponseMetadataPart,
    LanguageModelV4StreamPart,
)
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.timestamp import date_from_seconds
from ai_sdk.providers.openai.responses.output.finish_reason import map_openai_response_finish_reason
from ai_sdk.providers.openai.responses.stream.state import Handler, ResponsesStreamState
from ai_sdk.providers.openai.stream_error import create_openai_provider_stream_error

__all__ = ["LIFECYCLE_EVENTS"]

Parts = Sequence[LanguageModelV4StreamPart]
Failed = wire.OpenaiResponsesChunkResponseFailed


def _created(state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseCreated) -> Parts:
    response = chunk.response
    state.response_id = response.id
    timestamp = date_from_seconds(response.created_at)
    return [LanguageModelV4ResponseMetadataPart(id=response.id, timestamp=timestamp, model_id=response.model)]


def _finished(state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkResponseCompleted) -> Parts:
    response = chunk.response
    if not state.has_failed:
        reason = None if response.incomplete_details is None else response.incomplete_details.reason
        unified = map_openai_response_finish_reason(
            reason, has_function_call=state.has_function_call, has_refusal=state.has_refusal
        )
        state.finish_reason = LanguageModelV4FinishReason(unified=unified, raw=reason)
    _note_response(state, response)
    if response.service_tier is not None:
        state.service_tier = response.service_tier
    return []


def _failed(state: ResponsesStreamState, chunk: Failed) -> Parts:
    details = chunk.response.incomplete_details
    if details is not None and details.reason:
        unified = map_openai_response_finish_reason(details.reason, has_function_call=state.has_function_call)
        state.finish_reason = LanguageModelV4FinishReason(unified=unified, raw=details.reason)
    else:
        raw = "error" if details is None else details.reason
        state.finish_reason = LanguageModelV4FinishReason(unified="error", raw=raw)
    _note_response(state, chunk.response)
    if state.has_failed or chunk.response.error is None:
        return []
    state.has_failed = True
    return [_error_part(_failure_frame(chunk))]


def _note_response(
    state: ResponsesStreamState,
    response: wire.OpenaiResponsesChunkResponseCompletedResponse | wire.OpenaiResponsesChunkResponseFailedResponse,
) -> None:
    state.usage = response.usage
    state.prompt_cache_diagnostics = response.prompt_cache_diagnostics
    if response.reasoning is not None and response.reasoning.context is not None:
        state.reasoning_context = response.reasoning.context


def _failure_frame(chunk: Failed) -> JSONObject:
    response = dump_wire(chunk.response)
    kept = {key: response[key] for key in ("error", "incomplete_details", "service_tier") if key in response}
    return {"type": "response.failed", "sequence_number": chunk.sequence_number, "response": kept}


def _error(state: ResponsesStreamState, chunk: wire.OpenaiResponsesChunkError) -> Parts:
    state.has_failed = True
    state.finish_reason = LanguageModelV4FinishReason(unified="error", raw="error")
    return [_error_part(dump_wire(chunk))]


def _error_part(frame: JSONObject) -> LanguageModelV4Error:
    return LanguageModelV4Error(error=create_openai_provider_stream_error(frame) or frame)


LIFECYCLE_EVENTS: dict[str, Handler] = {
    "response.created": _created,
    "response.completed": _finished,
    "response.incomplete": _finished,
    "response.failed": _failed,
    "error": _error,
}
