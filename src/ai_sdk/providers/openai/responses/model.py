"""The language model on OpenAI's Responses API.

Ports: @ai-sdk/openai/src/responses/openai-responses-language-model.ts
"""

import re
from collections.abc import AsyncGenerator
from typing import Any, ClassVar

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.json import dump_wire
from ai_sdk.provider_utils.response_handler import ApiResponse, Event
from ai_sdk.providers.openai.config import OpenAIConfig
from ai_sdk.providers.openai.errors import openai_error_structure
from ai_sdk.providers.openai.responses.request import build_request
from ai_sdk.providers.openai.responses.response import check_response, read_response
from ai_sdk.providers.openai.responses.stream import (
    OpenAIResponsesStream,
    ResponsesChunk,
    ResponsesChunkType,
    StreamOrigin,
)
from ai_sdk.providers.openai.stream_error import throw_if_openai_stream_error_before_output

__all__ = ["OpenAIResponsesLanguageModel", "openai_responses_supported_urls"]

_ANY_URL = [re.compile(r"^https?:\/\/.*$")]
_SAYS_NOTHING_YET = frozenset({"response.created", "response.in_progress", "response.failed", "error", "unknown_chunk"})

openai_responses_supported_urls: SupportedUrls = {"image/*": _ANY_URL, "application/pdf": _ANY_URL}
"""URLs that OpenAI fetches itself."""


class OpenAIResponsesLanguageModel(HttpLanguageModel[wire.OpenaiResponsesResponse, ResponsesChunk]):
    """A language model on the Responses API; servers that speak it too set the hooks of `OpenAIConfig`."""

    path: ClassVar[str] = "/responses"
    response_type: ClassVar[Any] = wire.OpenaiResponsesResponse
    chunk_type: Any = ResponsesChunkType
    error_structure = openai_error_structure
    config: OpenAIConfig

    def __init__(self, model_id: str, config: OpenAIConfig) -> None:
        super().__init__(model_id, config)

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images and PDF at any HTTP URL."""
        return openai_responses_supported_urls

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError`, `TypeValidationError` or `UnsupportedFunctionalityError` for what cannot be
        sent.
        """
        return build_request(self.model_id, self.config, options)

    def read_response(
        self, response: wire.OpenaiResponsesResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn an answer into content."""
        del raw_response
        return read_response(response, request.context)

    def open_stream(self, request: PreparedRequest) -> OpenAIResponsesStream:
        """Return the state of a new stream."""
        context, origin = request.context
        return OpenAIResponsesStream(context, origin)

    async def open_events(
        self, response: ApiResponse[AsyncGenerator[Event, None]], request: PreparedRequest, body: JSONObject
    ) -> AsyncGenerator[Event, None]:
        """Return the events of a stream; raises `APICallError` when it fails before it says anything."""
        url = self.config.url(self.path, self.model_id)
        headers = response.response_headers
        request.context = (
            request.context,
            StreamOrigin(url=url, request_body_values=body, response_headers=headers),
        )
        return await throw_if_openai_stream_error_before_output(
            response.value,
            get_error=_failure,
            is_output_chunk=lambda chunk: chunk.type not in _SAYS_NOTHING_YET,
            is_accepted_chunk=lambda chunk: chunk.type == "response.in_progress",
            url=url,
            request_body_values=body,
            response_headers=headers,
        )

    def check_response(self, response: ApiResponse[Any], body: JSONObject) -> None:
        """Raise `APICallError` for an answer that is an error although its status is not."""
        check_response(response, self.config.url(self.path, self.model_id), body)


def _failure(chunk: ResponsesChunk) -> JSONObject | None:
    if isinstance(chunk, wire.OpenaiResponsesChunkResponseFailed):
        failure: JSONObject | None = None if chunk.response.error is None else dump_wire(chunk)
        return failure
    return dump_wire(chunk) if chunk.type == "error" else None
