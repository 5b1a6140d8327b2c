"""The chat model of Groq.

Ports: @ai-sdk/groq/src/groq-chat-language-model.ts, @ai-sdk/groq/src/groq-config.ts
"""

import re
from typing import Any, ClassVar

from ai_sdk_generated.groq.chat import wire

from ai_sdk.provider import LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest, StreamState
from ai_sdk.providers.groq.chat.request import build_request
from ai_sdk.providers.groq.chat.response import read_response
from ai_sdk.providers.groq.chat.stream import open_stream
from ai_sdk.providers.groq.errors import GROQ_ERROR_STRUCTURE

__all__ = ["GroqChatLanguageModel"]

_SUPPORTED_URLS: SupportedUrls = {"image/*": [re.compile(r"^https?:\/\/.*$")]}


class GroqChatLanguageModel(HttpLanguageModel[wire.GroqChatResponse, wire.GroqChatChunk]):
    """Chat completions on Groq."""

    path: ClassVar[str] = "/chat/completions"
    response_type: ClassVar[Any] = wire.GroqChatResponse
    chunk_type = wire.GroqChatChunk
    error_structure = GROQ_ERROR_STRUCTURE

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images at any HTTP URL."""
        return _SUPPORTED_URLS

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files that Groq
        does not take.
        """
        return build_request(self.model_id, options)

    def read_response(
        self, response: wire.GroqChatResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
        return read_response(response, request.context, raw_response, self.config.generate_id)

    def open_stream(self, request: PreparedRequest) -> StreamState[wire.GroqChatChunk]:
        """Return the state of a new stream."""
        return open_stream(request.context, self.config.generate_id)
