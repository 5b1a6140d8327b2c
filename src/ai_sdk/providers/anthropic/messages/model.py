"""The language model on the Messages API, of Anthropic and of the platforms that speak it.

Ports: @ai-sdk/anthropic/src/anthropic-language-model.ts
"""

from collections.abc import AsyncGenerator
from typing import Any

from ai_sdk_generated.anthropic.messages import wire
from ai_sdk_generated.anthropic.messages.model_ids import AnthropicModelId

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, LanguageModelV4StreamResult, SupportedUrls
from ai_sdk.provider_utils.body_stream import BodyStream
from ai_sdk.provider_utils.headers import combine_headers
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.post_to_api import post_json_to_api
from ai_sdk.provider_utils.response_handler import ApiResponse, Event, ResponseHandler, json_error_response
from ai_sdk.providers.anthropic.config import AnthropicConfig
from ai_sdk.providers.anthropic.errors import anthropic_error_structure
from ai_sdk.providers.anthropic.messages.betas import get_betas_from_headers
from ai_sdk.providers.anthropic.messages.request import MessagesContext, build_request
from ai_sdk.providers.anthropic.messages.response import read_response
from ai_sdk.providers.anthropic.messages.stream.message_sequence import MessageSequence
from ai_sdk.providers.anthropic.messages.stream.state import AnthropicStream
from ai_sdk.providers.anthropic.messages.stream_error import throw_if_first_part_is_an_error

__all__ = ["AnthropicLanguageModel"]


class AnthropicLanguageModel(HttpLanguageModel[wire.AnthropicResponse, wire.AnthropicChunk]):
    """Messages on Anthropic, or on another platform that speaks them."""

    response_type, chunk_type = wire.AnthropicResponse, wire.AnthropicChunk
    error_structure = anthropic_error_structure
    config: AnthropicConfig

    def __init__(self, model_id: AnthropicModelId, config: AnthropicConfig) -> None:
        super().__init__(model_id, config)

    @property
    def supported_urls(self) -> SupportedUrls:
        """URLs that the platform fetches itself."""
        return self.config.supported_urls

    def request_path(self, *, stream: bool) -> str:
        """Return the path to post to."""
        return self.config.request_path(self.model_id, stream)

    async def prepare(self, options: LanguageModelV4CallOptions, *, stream: bool) -> PreparedRequest:
        """Return the request, with the betas that it needs in its headers."""
        config_headers = await self.config.headers()
        request = build_request(
            self.model_id,
            self.config,
            options,
            stream=stream,
            header_betas=get_betas_from_headers(config_headers, options.headers),
        )
        betas = ",".join(request.context.betas)
        request.headers = combine_headers(config_headers, options.headers, {"anthropic-beta": betas} if betas else None)
        if self.config.transform_request_headers is not None:
            transformed = await self.config.transform_request_headers(request.headers, options.provider_options)
            request.headers = dict(transformed)
        return request

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into the body of a request for a whole answer, and warnings."""
        return build_request(self.model_id, self.config, options, stream=False)

    def request_body(self, request: PreparedRequest, *, stream: bool) -> JSONObject:
        """Return the body as the platform wants it; it says itself whether it asks for a stream."""
        del stream
        transform, context = self.config.transform_request_body, request.context
        return request.body if transform is None else transform(request.body, list(context.betas))

    async def _post(
        self, request: PreparedRequest, body: JSONObject, handler: ResponseHandler[Any], *, stream: bool
    ) -> ApiResponse[Any]:
        return await post_json_to_api(
            transport=self.config.transport(),
            url=self.config.url(self.request_path(stream=stream), self.model_id),
            headers=request.headers,
            body=body,
            response_handler=handler,
            error_handler=json_error_response(self.error_structure),
            abort_signal=request.options.abort_signal,
        )

    def read_response(
        self, response: wire.AnthropicResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a wire response into content."""
        del raw_response
        return read_response(response, request.context, self.config.generate_id)

    async def do_stream(self, options: LanguageModelV4CallOptions) -> LanguageModelV4StreamResult:
        """Make one call and return as soon as the answer begins.

        Raises `APICallError` when the request fails, or when the stream begins with an error.
        """
        result = await super().do_stream(options)
        if isinstance(result.stream, AsyncGenerator):
            result.stream = await throw_if_first_part_is_an_error(result, result.stream)
        return result

    async def open_events(
        self, response: ApiResponse[AsyncGenerator[Event, None]], request: PreparedRequest, body: JSONObject
    ) -> AsyncGenerator[Event, None]:
        """Return the events up to the one that breaks the sequence of messages."""
        del body
        context: MessagesContext = request.context
        return BodyStream(_until_broken(response.value, context.sequence), response.value.aclose)

    def open_stream(self, request: PreparedRequest) -> AnthropicStream:
        """Return the state of a new stream."""
        return AnthropicStream(request.context, self.config.generate_id)


async def _until_broken(events: AsyncGenerator[Event, None], sequence: MessageSequence) -> AsyncGenerator[Event, None]:
    try:
        async for event in events:
            yield event
            if sequence.is_broken:
                return
    finally:
        await events.aclose()
