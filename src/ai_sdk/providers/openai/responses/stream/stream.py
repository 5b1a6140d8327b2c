"""A stream of Responses events as stream parts, without waiting for anything.

Law: every event has one handler, found by its type; an event without one says nothing.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

from collections.abc import Sequence

from ai_sdk.provider import (
    AISDKError,
    LanguageModelV4Error,
    LanguageModelV4Finish,
    LanguageModelV4FinishReason,
    LanguageModelV4StreamPart,
)
from ai_sdk.providers.openai.responses.context import ResponsesContext
from ai_sdk.providers.openai.responses.output.response_metadata import response_provider_metadata
from ai_sdk.providers.openai.responses.output.usage import convert_openai_responses_usage
from ai_sdk.providers.openai.responses.stream.chunks import ResponsesChunk
from ai_sdk.providers.openai.responses.stream.item_added import item_added
from ai_sdk.providers.openai.responses.stream.item_done import item_done
from ai_sdk.providers.openai.responses.stream.lifecycle import LIFECYCLE_EVENTS
from ai_sdk.providers.openai.responses.stream.mismatch import StreamOrigin
from ai_sdk.providers.openai.responses.stream.reasoning import REASONING_EVENTS
from ai_sdk.providers.openai.responses.stream.state import Handler, ResponsesStreamState
from ai_sdk.providers.openai.responses.stream.text import TEXT_EVENTS, deferred_sources
from ai_sdk.providers.openai.responses.stream.tool_input import TOOL_INPUT_EVENTS, held_back_input

__all__ = ["OpenAIResponsesStream"]

_EVENTS: dict[str, Handler] = {
    **TEXT_EVENTS,
    **REASONING_EVENTS,
    **TOOL_INPUT_EVENTS,
    **LIFECYCLE_EVENTS,
    "response.output_item.added": item_added,
    "response.output_item.done": item_done,
}


class OpenAIResponsesStream:
    """What has been said so far in one stream; `origin` is the request, for errors that must name it."""

    def __init__(self, context: ResponsesContext, origin: StreamOrigin) -> None:
        self._state = ResponsesStreamState(context)
        self._origin = origin

    def feed(self, chunk: ResponsesChunk) -> Sequence[LanguageModelV4StreamPart]:
        """Take an event."""
        handler = _EVENTS.get(chunk.type)
        return () if handler is None else handler(self._state, chunk)

    def error(self, error: AISDKError) -> list[LanguageModelV4StreamPart]:
        """Take an event that could not be read."""
        self._state.has_failed = True
        self._state.finish_reason = LanguageModelV4FinishReason(unified="error")
        return [LanguageModelV4Error(error=self._origin.explain(error))]

    def finish(self) -> list[LanguageModelV4StreamPart]:
        """Tell what was held back, and say how it ended."""
        state = self._state
        waiting = [call for _, call in sorted(state.tool_calls.items()) if call.buffered_deltas is not None]
        finish = LanguageModelV4Finish(
            finish_reason=state.finish_reason,
            usage=convert_openai_responses_usage(state.usage),
            provider_metadata=response_provider_metadata(
                state.context,
                {"responseId": state.response_id},
                logprobs=state.logprobs,
                service_tier=state.service_tier,
                reasoning_context=state.reasoning_context,
                prompt_cache_diagnostics=state.prompt_cache_diagnostics,
            ),
        )
        return [*deferred_sources(state), *(part for call in waiting for part in held_back_input(call)), finish]
