"""The language model on xAI's Responses API.

Ports: @ai-sdk/xai/src/responses/xai-responses-language-model.ts
"""

import re
from typing import Any, ClassVar

from ai_sdk_generated.xai.responses import wire

from ai_sdk.provider import LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.providers.xai.errors import XAI_ERROR_STRUCTURE
from ai_sdk.providers.xai.responses.request import build_request
from ai_sdk.providers.xai.responses.response import read_response
from ai_sdk.providers.xai.responses.stream import XaiResponsesStream

__all__ = ["XaiResponsesLanguageModel", "xai_responses_supported_urls"]

_ANY_URL = [re.compile(r"^https?:\/\/.*$")]

xai_responses_supported_urls: SupportedUrls = {"image/*": _ANY_URL, "application/pdf": _ANY_URL, "text/*": _ANY_URL}
"""URLs that xAI fetches itself."""


class XaiResponsesLanguageModel(HttpLanguageModel[wire.XaiResponsesResponse, wire.XaiResponsesChunk]):
    """A language model on xAI."""

    path: ClassVar[str] = "/responses"
    response_type: ClassVar[Any] = wire.XaiResponsesResponse
    chunk_type: Any = wire.XaiResponsesChunk
    error_structure = XAI_ERROR_STRUCTURE

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images, PDF and texts at any HTTP URL."""
        return xai_responses_supported_urls

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError`, `TypeValidationError` or `UnsupportedFunctionalityError` for what cannot be
        sent.
        """
        return build_request(self.model_id, options)

    def read_response(
        self, response: wire.XaiResponsesResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn an answer into content."""
        del raw_response
        return read_response(response, request.context, self.config.generate_id)

    def open_stream(self, request: PreparedRequest) -> XaiResponsesStream:
        """Return the state of a new stream."""
        return XaiResponsesStream(request.context, self.config.generate_id)
