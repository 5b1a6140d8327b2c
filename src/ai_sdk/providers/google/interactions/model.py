"""The language model on the Interactions API, for models and for agents.

Ports: @ai-sdk/google/src/interactions/google-interactions-language-model.ts
"""

import re
from collections.abc import AsyncGenerator, Mapping
from dataclasses import replace
from typing import Any, ClassVar, Literal

from ai_sdk_generated.google.interactions import wire

from ai_sdk.provider import InvalidArgumentError, JSONObject, LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.headers import Headers, combine_headers
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest, StreamState
from ai_sdk.provider_utils.response_handler import ApiResponse, Event, json_response
from ai_sdk.providers.google.config import GoogleConfig
from ai_sdk.providers.google.errors import GoogleError, google_error_structure
from ai_sdk.providers.google.interactions.event_source import InteractionEventSource
from ai_sdk.providers.google.interactions.finish_reason import is_terminal_status
from ai_sdk.providers.google.interactions.request.build import build_request
from ai_sdk.providers.google.interactions.response import SERVICE_TIER_HEADER, InteractionAnswer, read_response
from ai_sdk.providers.google.interactions.running import RunningInteraction
from ai_sdk.providers.google.interactions.stream.stream import InteractionsStream
from ai_sdk.providers.google.interactions.stream.synthesize import SynthesizedStream

__all__ = ["GoogleInteractionsAgentName", "GoogleInteractionsLanguageModel", "GoogleInteractionsModelInput"]

GoogleInteractionsAgentName = Literal[
    "deep-research-pro-preview-12-2025",
    "deep-research-preview-04-2026",
    "deep-research-max-preview-04-2026",
    "antigravity-preview-05-2026",
]
"""The agents of Google's."""

GoogleInteractionsModelInput = str | Mapping[str, str]
"""A model id, `{"agent": name}` for an agent of Google's, or `{"managedAgent": name}` for one of your own."""

_HTTP = (re.compile(r"^https?://.+"),)
_SUPPORTED_URLS = {
    "image/*": _HTTP,
    "application/pdf": _HTTP,
    "audio/*": _HTTP,
    "video/*": (
        re.compile(r"^https?://(www\.)?youtube\.com/watch\?v=.+"),
        re.compile(r"^https?://youtu\.be/.+"),
        re.compile(r"^gs://.+"),
    ),
}
_AGENT_KEYS = ("managedAgent", "managed_agent", "agent")


class GoogleInteractionsLanguageModel(HttpLanguageModel[InteractionAnswer, Any]):
    """A model or an agent; what runs in the background is asked for until it is over."""

    path: ClassVar[str] = "/interactions"
    response_type: ClassVar[Any] = wire.GoogleInteractionsResponse
    chunk_type: Any = wire.GoogleInteractionsEvent
    error_structure = google_error_structure
    config: GoogleConfig

    def __init__(self, model_or_agent: GoogleInteractionsModelInput, config: GoogleConfig) -> None:
        self.agent = None if isinstance(model_or_agent, str) else _agent_name(model_or_agent)
        """The agent that is asked instead of a model."""
        super().__init__(model_or_agent if isinstance(model_or_agent, str) else self.agent or "", config)

    @property
    def supported_urls(self) -> SupportedUrls:
        """URLs that the API fetches itself."""
        return _SUPPORTED_URLS if self.config.supported_urls is None else self.config.supported_urls()

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings."""
        return build_request(self.model_id, self.agent, options)

    def request_body(self, request: PreparedRequest, *, stream: bool) -> JSONObject:
        """Return the body to post; a background interaction is streamed by further requests."""
        return super().request_body(request, stream=stream and not request.context.is_background)

    def read_response(self, response: InteractionAnswer, request: PreparedRequest, raw_response: Any) -> ModelOutput:
        """Turn an interaction into content."""
        del request, raw_response
        return read_response(response, self.config.generate_id)

    async def open_events(
        self, response: ApiResponse[Any], request: PreparedRequest, body: JSONObject
    ) -> AsyncGenerator[Event, None]:
        """Return the events of an interaction, which a background one has at an address of its own."""
        del body
        first, headers = response.value, response.response_headers
        stream: StreamState[Any] = InteractionsStream(self.config.generate_id, headers.get(SERVICE_TIER_HEADER))
        events: AsyncGenerator[Event, None] = first
        if isinstance(first, wire.GoogleInteractionsResponse):
            if is_terminal_status(first.status):
                answer = InteractionAnswer(response=first, headers=headers)
                include_raw = bool(request.options.include_raw_chunks)
                stream = SynthesizedStream(answer, self.config.generate_id, include_raw=include_raw)
                events = _no_events()
            else:
                source = InteractionEventSource(self._running(first.id or "", request.options))
                events = BodyStream(source.read(), source.close)
        request.context = stream
        return events

    def open_stream(self, request: PreparedRequest) -> StreamState[Any]:
        """Return the state of the stream, which depends on how the interaction began."""
        stream: StreamState[Any] = request.context
        return stream

    async def _post(
        self, request: PreparedRequest, body: JSONObject, handler: Any, *, stream: bool
    ) -> ApiResponse[Any]:
        if stream:
            return await self._post_for_stream(request, body, handler)
        response = await super()._post(request, body, handler, stream=False)
        runs_on = self.agent is not None or request.context.is_background
        if runs_on and not is_terminal_status(response.value.status):
            if not response.value.id:
                raise GoogleError(
                    "google.interactions: cannot poll a background interaction without an id. "
                    "The POST response did not include an interaction id."
                )
            running = self._running(response.value.id, request.options)
            response = await running.poll_until_terminal(request.context.polling_timeout_ms)
        answer = InteractionAnswer(response=response.value, headers=response.response_headers)
        return replace(response, value=answer)

    async def _post_for_stream(self, request: PreparedRequest, body: JSONObject, handler: Any) -> ApiResponse[Any]:
        if not request.context.is_background:
            return await super()._post(request, body, handler, stream=True)
        response = await super()._post(request, body, json_response(self.response_type), stream=True)
        if not response.value.id:
            raise GoogleError(
                "google.interactions: background POST response did not include an interaction id; "
                "cannot stream the result."
            )
        return response

    def _running(self, interaction_id: str, options: LanguageModelV4CallOptions) -> RunningInteraction:
        async def headers() -> Headers:
            return combine_headers(await self.config.headers(), options.headers)

        return RunningInteraction(
            config=self.config, interaction_id=interaction_id, headers=headers, abort_signal=options.abort_signal
        )


def _agent_name(given: Mapping[str, str]) -> str:
    name = next((given[key] for key in _AGENT_KEYS if key in given), None)
    if name is None:
        message = "Pass a model id, {'agent': name} or {'managedAgent': name}."
        raise InvalidArgumentError(message, argument="modelIdOrAgent")
    return name


async def _no_events() -> AsyncGenerator[Event, None]:
    nothing: tuple[Event, ...] = ()
    for event in nothing:
        yield event
