"""The language model on OpenAI's Completions API.

Ports: @ai-sdk/openai/src/completion/openai-completion-language-model.ts
Ports: @ai-sdk/openai/src/completion/openai-completion-api.ts
"""

from collections.abc import AsyncGenerator
from typing import Any

from ai_sdk_generated.openai.completion import wire

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.response_handler import ApiResponse, Event
from ai_sdk.providers.openai.completion.request import build_request
from ai_sdk.providers.openai.completion.response import read_response
from ai_sdk.providers.openai.completion.stream import OpenAICompletionStream, get_error, is_output_chunk
from ai_sdk.providers.openai.config import OpenAIConfig
from ai_sdk.providers.openai.errors import openai_error_structure
from ai_sdk.providers.openai.stream_error import throw_if_openai_stream_error_before_output

__all__ = ["OpenAICompletionLanguageModel"]


class OpenAICompletionLanguageModel(
    HttpLanguageModel[wire.OpenaiCompletionResponse, wire.OpenaiCompletionChunkVariant1 | wire.OpenaiErrorData]
):
    """Completions on OpenAI, or on another server that speaks them."""

    path, response_type, chunk_type = "/completions", wire.OpenaiCompletionResponse, wire.OpenaiCompletionChunk
    error_structure = openai_error_structure
    config: OpenAIConfig

    def __init__(self, model_id: str, config: OpenAIConfig) -> None:
        super().__init__(model_id, config)

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a wire body and warnings."""
        return build_request(self.model_id, self.config, options)

    def read_response(
        self, response: wire.OpenaiCompletionResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a wire response into content."""
        del request
        return read_response(response, raw_response)

    def stream_body(self, body: JSONObject) -> JSONObject:
        """Ask for a stream that ends with the usage."""
        return {**body, "stream": True, "stream_options": {"include_usage": True}}

    async def open_events(
        self, response: ApiResponse[AsyncGenerator[Event, None]], request: PreparedRequest, body: JSONObject
    ) -> AsyncGenerator[Event, None]:
        """Fail the call, instead of the stream, when the stream begins with an error."""
        del request
        return await throw_if_openai_stream_error_before_output(
            response.value,
            get_error=get_error,
            is_output_chunk=is_output_chunk,
            url=self.config.url(self.path, self.model_id),
            request_body_values=body,
            response_headers=response.response_headers,
        )

    def open_stream(self, request: PreparedRequest) -> OpenAICompletionStream:
        """Return the state of a new stream."""
        del request
        return OpenAICompletionStream()
