"""The conversation model of Mistral.

Ports: @ai-sdk/mistral/src/mistral-conversation-language-model.ts
"""

from typing import Any, ClassVar

from ai_sdk_generated.mistral.conversations import wire

from ai_sdk.provider import LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest, StreamState
from ai_sdk.providers.mistral.chat.model import SUPPORTED_URLS
from ai_sdk.providers.mistral.conversations.content import ContentConverter
from ai_sdk.providers.mistral.conversations.request import build_request
from ai_sdk.providers.mistral.conversations.response import read_response
from ai_sdk.providers.mistral.conversations.stream import MistralConversationStream
from ai_sdk.providers.mistral.errors import MISTRAL_ERROR_STRUCTURE

__all__ = ["MistralConversationLanguageModel"]


class MistralConversationLanguageModel(
    HttpLanguageModel[wire.MistralConversationResponse, wire.MistralConversationChunk]
):
    """Mistral's Conversations API, of which nothing is stored."""

    path: ClassVar[str] = "/conversations"
    response_type: ClassVar[Any] = wire.MistralConversationResponse
    chunk_type = wire.MistralConversationChunk
    error_structure = MISTRAL_ERROR_STRUCTURE

    @property
    def supported_urls(self) -> SupportedUrls:
        """PDF files at any HTTPS URL."""
        return SUPPORTED_URLS

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, and `UnsupportedFunctionalityError` for files and
        answers that Mistral does not take.
        """
        return build_request(self.model_id, options)

    def read_response(
        self, response: wire.MistralConversationResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content."""
        del raw_response
        return read_response(response, ContentConverter(request.context, self.config.generate_id))

    def open_stream(self, request: PreparedRequest) -> StreamState[wire.MistralConversationChunk]:
        """Return the state of a new stream."""
        generate_id = self.config.generate_id
        return MistralConversationStream(ContentConverter(request.context, generate_id), generate_id)
