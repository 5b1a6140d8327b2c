"""The chat model of Perplexity.

Ports: @ai-sdk/perplexity/src/perplexity-language-model.ts
"""

from typing import Any, ClassVar

from ai_sdk_generated.perplexity.chat import wire

from ai_sdk.provider import LanguageModelV4CallOptions
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.response_handler import ErrorStructure
from ai_sdk.providers.perplexity.chat.request import build_request
from ai_sdk.providers.perplexity.chat.response import read_response
from ai_sdk.providers.perplexity.chat.stream import PerplexityChatStream

__all__ = ["PerplexityLanguageModel"]


def _error_to_message(data: wire.PerplexityError) -> str:
    named = (data.error.message, data.error.type)
    return next((text for text in named if text is not None), "unknown error")


class PerplexityLanguageModel(HttpLanguageModel[wire.PerplexityResponse, wire.PerplexityChunk]):
    """Answers with sources from the web."""

    path: ClassVar[str] = "/chat/completions"
    response_type: ClassVar[Any] = wire.PerplexityResponse
    chunk_type = wire.PerplexityChunk
    error_structure = ErrorStructure(wire.PerplexityError, _error_to_message)

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for messages and
        files that Perplexity does not take.
        """
        return build_request(self.model_id, options)

    def read_response(
        self, response: wire.PerplexityResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
        del request
        return read_response(response, raw_response, self.config.generate_id)

    def open_stream(self, request: PreparedRequest) -> PerplexityChatStream:
        """Return the state of a new stream."""
        del request
        return PerplexityChatStream(self.config.generate_id)
