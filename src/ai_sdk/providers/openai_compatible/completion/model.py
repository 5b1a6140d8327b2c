"""The text completion model of OpenAI-compatible providers.

Ports: @ai-sdk/openai-compatible/src/completion/openai-compatible-completion-language-model.ts
"""

from typing import Any, ClassVar

from ai_sdk_generated.openai_compatible.completion import wire

from ai_sdk.provider import JSONObject, LanguageModelV4CallOptions, SupportedUrls
from ai_sdk.provider_utils.http_language_model import HttpLanguageModel, ModelOutput, PreparedRequest, StreamState
from ai_sdk.provider_utils.model_config import ModelConfig
from ai_sdk.providers.openai_compatible.completion.dialect import CompletionDialect
from ai_sdk.providers.openai_compatible.completion.request import build_request
from ai_sdk.providers.openai_compatible.completion.response import read_response
from ai_sdk.providers.openai_compatible.completion.stream import Chunk, OpenAICompatibleCompletionStream
from ai_sdk.providers.openai_compatible.errors import chunk_or_error
from ai_sdk.providers.openai_compatible.provider_options_key import provider_options_name

__all__ = ["OpenAICompatibleCompletionLanguageModel"]


class OpenAICompatibleCompletionLanguageModel(HttpLanguageModel[wire.OpenaiCompatibleCompletionResponse, Chunk]):
    """Continues a text; the prompt becomes a dialogue of `user:` and `assistant:` turns."""

    path: ClassVar[str] = "/completions"
    response_type: ClassVar[Any] = wire.OpenaiCompatibleCompletionResponse

    def __init__(self, model_id: str, config: ModelConfig, dialect: CompletionDialect | None = None) -> None:
        super().__init__(model_id, config)
        self.dialect = dialect or CompletionDialect()
        self.error_structure = self.dialect.error_structure
        self.chunk_type = chunk_or_error(wire.OpenAICompatibleCompletionChunkVariant1, self.error_structure)

    @property
    def supported_urls(self) -> SupportedUrls:
        """URLs that the provider fetches itself, as its dialect says."""
        return {} if self.dialect.supported_urls is None else self.dialect.supported_urls()

    def build_request(self, options: LanguageModelV4CallOptions) -> PreparedRequest:
        """Turn call options into a body and warnings.

        Raises `InvalidArgumentError` for options that do not fit, and the errors of prompts that are no plain dialogue.
        """
        return build_request(self.model_id, provider_options_name(self.provider), options)

    def stream_body(self, body: JSONObject) -> JSONObject:
        """Return the body that asks for a stream, and for usage where the provider has it."""
        streamed = {name: value for name, value in body.items() if name != "stream_options"}
        usage = {"stream_options": {"include_usage": True}} if self.dialect.include_usage else {}
        return {**streamed, "stream": True, **usage}

    def read_response(
        self, response: wire.OpenaiCompatibleCompletionResponse, request: PreparedRequest, raw_response: Any
    ) -> ModelOutput:
        """Turn a response into content; raises `InvalidResponseDataError` when it has no choice."""
        del request
        return read_response(response, raw_response)

    def open_stream(self, request: PreparedRequest) -> StreamState[Chunk]:
        """Return the state of a new stream."""
        del request
        return OpenAICompatibleCompletionStream()
