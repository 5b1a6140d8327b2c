"""The chat model of Mistral.

Ports: @ai-sdk/mistral/src/mistral-chat-language-model.ts
"""

import re
from typing import Any, ClassVar

from ai_sdk_generated.mistral.chat import wire

from ai_sdk.provider import LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest, StreamState
from ai_sdk.providers.mistral.chat.request import build_request
from ai_sdk.providers.mistral.chat.response import read_response
from ai_sdk.providers.mistral.chat.stream import MistralChatStream
from ai_sdk.providers.mistral.errors import MISTRAL_ERROR_STRUCTURE

__all__ = ["SUPPORTED_URLS", "MistralChatLanguageModel"]

SUPPORTED_URLS: SupportedUrls = {"application/pdf": [re.compile(r"^https:\/\/.*$")]}
"""What Mistral fetches itself; images go inline."""


class MistralChatLanguageModel(HttpLanguageModel[wire.MistralChatResponse, wire.MistralChatChunk]):
    """Chat completions on Mistral."""

    path: ClassVar[str] = "/chat/completions"
    response_type: ClassVar[Any] = wire.MistralChatResponse
    chunk_type = wire.MistralChatChunk
    error_structure = MISTRAL_ERROR_STRUCTURE

    @property
    def supported_urls(self) -> SupportedUrls:
        """PDF files at any HTTPS URL."""
        return SUPPORTED_URLS

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files that
        Mistral does not take, and `MistralError` for answers that it cannot have given.
        """
        return build_request(self.model_id, options)

    def read_response(
        self, response: wire.MistralChatResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
        del request
        return read_response(response, raw_response)

    def open_stream(self, request: PreparedRequest) -> StreamState[wire.MistralChatChunk]:
        """Return the state of a new stream."""
        del request
        return MistralChatStream(self.config.generate_id)
