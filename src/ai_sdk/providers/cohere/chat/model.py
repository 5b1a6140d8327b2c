"""The chat model of Cohere.

Ports: @ai-sdk/cohere/src/cohere-chat-language-model.ts
"""

import re
from typing import Any, ClassVar

from ai_sdk_generated.cohere.chat import wire

from ai_sdk.provider import LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest, StreamState
from ai_sdk.providers.cohere.chat.request import build_request
from ai_sdk.providers.cohere.chat.response import read_response
from ai_sdk.providers.cohere.chat.stream import CohereChatStream
from ai_sdk.providers.cohere.errors import COHERE_ERROR_STRUCTURE

__all__ = ["CohereChatLanguageModel"]

_SUPPORTED_URLS: SupportedUrls = {"image/*": [re.compile(r"^https?:\/\/.*$")]}


class CohereChatLanguageModel(HttpLanguageModel[wire.CohereChatResponse, wire.CohereChatChunk]):
    """Cohere's chat API, version 2."""

    path: ClassVar[str] = "/chat"
    response_type: ClassVar[Any] = wire.CohereChatResponse
    chunk_type = wire.CohereChatChunk
    error_structure = COHERE_ERROR_STRUCTURE

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images at any HTTP URL."""
        return _SUPPORTED_URLS

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files that Cohere
        does not take.
        """
        return build_request(self.model_id, options)

    def read_response(
        self, response: wire.CohereChatResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content."""
        del request, raw_response
        return read_response(response, self.config.generate_id)

    def open_stream(self, request: PreparedRequest) -> StreamState[wire.CohereChatChunk]:
        """Return the state of a new stream."""
        del request
        return CohereChatStream()
