"""The language model on the Responses API of the Hugging Face router.

Ports: @ai-sdk/huggingface/src/responses/huggingface-responses-language-model.ts
"""

import re
from typing import Any, ClassVar

from ai_sdk_generated.huggingface.responses import wire

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.response_handler import ApiResponse
from ai_sdk.providers.huggingface.errors import HUGGINGFACE_ERROR_STRUCTURE
from ai_sdk.providers.huggingface.responses.request import build_request
from ai_sdk.providers.huggingface.responses.response import check_response, read_response
from ai_sdk.providers.huggingface.responses.stream import HuggingFaceResponsesStream

__all__ = ["HuggingFaceResponsesLanguageModel"]

_SUPPORTED_URLS: SupportedUrls = {"image/*": [re.compile(r"^https?:\/\/.*$")]}


class HuggingFaceResponsesLanguageModel(
    HttpLanguageModel[wire.HuggingfaceResponsesResponse, wire.HuggingfaceResponsesChunk]
):
    """A language model on Hugging Face."""

    path: ClassVar[str] = "/responses"
    response_type: ClassVar[Any] = wire.HuggingfaceResponsesResponse
    chunk_type: Any = wire.HuggingfaceResponsesChunk
    error_structure = HUGGINGFACE_ERROR_STRUCTURE

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images at any HTTP URL."""
        return _SUPPORTED_URLS

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` or `UnsupportedFunctionalityError` for what cannot be sent.
        """
        return build_request(self.model_id, options)

    def request_body(self, request: PreparedRequest, *, stream: bool) -> JSONObject:
        """Return the body, which says in both cases whether it asks for a stream."""
        return {**request.body, "stream": stream}

    def read_response(
        self, response: wire.HuggingfaceResponsesResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn an answer into content."""
        del request, raw_response
        return read_response(response, self.config.generate_id)

    def open_stream(self, request: PreparedRequest) -> HuggingFaceResponsesStream:
        """Return the state of a new stream."""
        del request
        return HuggingFaceResponsesStream()

    def check_response(self, response: ApiResponse[Any], body: JSONObject) -> None:
        """Raise `APICallError` for an answer that is an error, although its status says otherwise."""
        check_response(response, self.config.url(self.path, self.model_id), body)
