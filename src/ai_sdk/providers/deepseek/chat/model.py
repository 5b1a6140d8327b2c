"""The chat model of DeepSeek.

Ports: @ai-sdk/deepseek/src/chat/deepseek-chat-language-model.ts
"""

import re
from typing import Any, ClassVar

from ai_sdk_generated.deepseek.chat import wire

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.providers.deepseek.chat.config import DeepSeekChatConfig
from ai_sdk.providers.deepseek.chat.request import build_request
from ai_sdk.providers.deepseek.chat.response import read_response
from ai_sdk.providers.deepseek.chat.stream import DeepSeekChatStream
from ai_sdk.providers.deepseek.errors import DEEPSEEK_ERROR_STRUCTURE

__all__ = ["DeepSeekChatLanguageModel"]

_SUPPORTED_URLS: SupportedUrls = {"image/*": [re.compile(r"^https?:\/\/.*$")]}


class DeepSeekChatLanguageModel(HttpLanguageModel[wire.DeepseekChatResponse, wire.DeepseekChatChunk]):
    """Chat completions on DeepSeek, or on another server of DeepSeek's models that the configuration describes."""

    path: ClassVar[str] = "/chat/completions"
    response_type: ClassVar[Any] = wire.DeepseekChatResponse
    chunk_type = wire.DeepseekChatChunk
    error_structure = DEEPSEEK_ERROR_STRUCTURE
    config: DeepSeekChatConfig

    def __init__(self, model_id: str, config: DeepSeekChatConfig) -> None:
        super().__init__(model_id, config)

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images at any HTTP URL."""
        return _SUPPORTED_URLS

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, `InvalidPromptError` and
        `UnsupportedFunctionalityError` for what DeepSeek does not take.
        """
        return build_request(self.model_id, options, self.config)

    def stream_body(self, body: JSONObject) -> JSONObject:
        """Return the body that asks for a stream, with token counts at its end."""
        return {**body, "stream": True, "stream_options": {"include_usage": True}}

    def read_response(
        self, response: wire.DeepseekChatResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
        del request
        return read_response(response, raw_response, self.config.provider_options_name, self.config.generate_id)

    def open_stream(self, request: PreparedRequest) -> DeepSeekChatStream:
        """Return the state of a new stream."""
        del request
        return DeepSeekChatStream(self.config.provider_options_name, self.config.generate_id)
