"""The chat model of Alibaba Cloud.

Ports: @ai-sdk/alibaba/src/alibaba-chat-language-model.ts, @ai-sdk/alibaba/src/alibaba-config.ts
"""

import re
from typing import Any, ClassVar

from ai_sdk_generated.alibaba.chat import wire
from ai_sdk_generated.alibaba.shared.wire import AlibabaErrorData

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.provider_utils.response_handler import ErrorStructure
from ai_sdk.providers.alibaba.chat.request import build_request
from ai_sdk.providers.alibaba.chat.response import read_response
from ai_sdk.providers.alibaba.chat.stream import AlibabaChatStream

__all__ = ["AlibabaChatLanguageModel"]

_SUPPORTED_URLS: SupportedUrls = {"image/*": [re.compile(r"^https?:\/\/.*$")]}


class AlibabaChatLanguageModel(HttpLanguageModel[wire.AlibabaChatResponse, wire.AlibabaChatChunk]):
    """Chat completions on Alibaba Cloud; `include_usage` asks for token counts at the end of a stream."""

    path: ClassVar[str] = "/chat/completions"
    response_type: ClassVar[Any] = wire.AlibabaChatResponse
    chunk_type = wire.AlibabaChatChunk
    error_structure = ErrorStructure(AlibabaErrorData, lambda data: data.error.message)

    def __init__(self, model_id: str, config: ModelConfig, *, include_usage: bool = True) -> None:
        super().__init__(model_id, config)
        self.include_usage = include_usage

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images at any HTTP URL."""
        return _SUPPORTED_URLS

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, `UnsupportedFunctionalityError` for files other than
        images.
        """
        return build_request(self.model_id, options)

    def stream_body(self, body: JSONObject) -> JSONObject:
        """Return the body that asks for a stream."""
        streamed = super().stream_body(body)
        return {**streamed, "stream_options": {"include_usage": True}} if self.include_usage else streamed

    def read_response(
        self, response: wire.AlibabaChatResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
        del request
        return read_response(response, raw_response, self.config.generate_id)

    def open_stream(self, request: PreparedRequest) -> AlibabaChatStream:
        """Return the state of a new stream."""
        del request
        return AlibabaChatStream(self.config.generate_id)
