"""The chat model of Moonshot AI.

Ports: @ai-sdk/moonshotai/src/moonshotai-chat-language-model.ts
"""

import re
from typing import Any, ClassVar

from ai_sdk_generated.moonshotai.chat import wire

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest
from ai_sdk.providers.moonshotai.chat.request import build_request
from ai_sdk.providers.moonshotai.chat.response import read_response
from ai_sdk.providers.moonshotai.chat.stream import MoonshotAIChatStream
from ai_sdk.providers.moonshotai.errors import MOONSHOTAI_ERROR_STRUCTURE

__all__ = ["MoonshotAIChatLanguageModel"]

# Files that were uploaded to Moonshot AI. It fetches no others; those are downloaded and sent.
_UPLOADED = [re.compile(r"^ms:\/\/")]
_SUPPORTED_URLS: SupportedUrls = {"image/*": _UPLOADED, "video/*": _UPLOADED}


class MoonshotAIChatLanguageModel(HttpLanguageModel[wire.MoonshotAIChatResponse, wire.MoonshotAIChatChunk]):
    """Chat completions on Moonshot AI."""

    path: ClassVar[str] = "/chat/completions"
    response_type: ClassVar[Any] = wire.MoonshotAIChatResponse
    chunk_type = wire.MoonshotAIChatChunk
    error_structure = MOONSHOTAI_ERROR_STRUCTURE

    @property
    def supported_urls(self) -> SupportedUrls:
        """Images and videos that were uploaded to Moonshot AI."""
        return _SUPPORTED_URLS

    @property
    def provider_options_name(self) -> str:
        """The name of the provider options and metadata: the provider's, without the surface."""
        return self.provider.partition(".")[0].strip()

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, `InvalidPromptError` and
        `UnsupportedFunctionalityError` for what Moonshot AI does not take.
        """
        return build_request(self.model_id, options, self.provider_options_name)

    def stream_body(self, body: JSONObject) -> JSONObject:
        """Return the body that asks for a stream, with token counts at its end."""
        return {**super().stream_body(body), "stream_options": {"include_usage": True}}

    def read_response(
        self, response: wire.MoonshotAIChatResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
        del request
        return read_response(response, raw_response, self.provider_options_name, self.config.generate_id)

    def open_stream(self, request: PreparedRequest) -> MoonshotAIChatStream:
        """Return the state of a new stream."""
        del request
        return MoonshotAIChatStream(self.provider_options_name, self.config.generate_id)
